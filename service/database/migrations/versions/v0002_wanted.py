"""What drafts asked for and the library did not hold."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Column, DateTime, Integer, String

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Creates the table."""
    op.create_table(
        "wanted",
        Column("kind", String, nullable=False),
        Column("text", String, nullable=False),
        Column("sector", String, nullable=False),
        Column("times", Integer, nullable=False),
        Column("first_at", DateTime(timezone=True), nullable=False),
        Column("last_at", DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("kind", "text", name="pk_wanted"),
        sa.CheckConstraint("kind IN ('uncovered', 'own_words', 'refused')", name="ck_wanted_kind"),
    )
