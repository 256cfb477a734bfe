"""The library, its state, and the outbox of its index."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, String, Text

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Creates the tables in the order in which they refer to each other."""
    _create_records("framework", "slug", _text("kind"))
    _create_records("sector", "slug", _text("name"), _framework("sector", nullable=True), _number("position"))
    _create_records("indicator", "code", *_indicator_columns())
    _create_records("system", "slug", _sector("system"), _framework("system"))
    _create_records("clause", "id", _text("document"), _text("certainty"))
    for name in ("name", "sector", "level1", "level2", "core", "status"):
        op.create_index(f"ix_indicator_{name}", "indicator", [name])
    op.create_index("ix_system_sector", "system", ["sector"])
    _create_state()
    _create_outbox()


def _create_records(name: str, key: str, *columns: Column[Any]) -> None:
    op.create_table(
        name,
        Column(key, String, nullable=False),
        *columns,
        _text("status"),
        Column("record", Text, nullable=False),
        _text("content_hash"),
        Column("loaded_hash", String),
        sa.PrimaryKeyConstraint(key, name=f"pk_{name}"),
        sa.CheckConstraint("status IN ('active', 'retired')", name=f"ck_{name}_status"),
    )


def _create_state() -> None:
    state = op.create_table(
        "library_state",
        Column("id", Integer, autoincrement=False, nullable=False),
        _text("version"),
        Column("source", String),
        _text("files"),
        sa.PrimaryKeyConstraint("id", name="pk_library_state"),
        sa.CheckConstraint("source IN ('curated', 'own')", name="ck_library_state_source"),
        sa.CheckConstraint("id = 1", name="ck_library_state_one_row"),
    )
    op.bulk_insert(state, [{"id": 1, "version": "", "source": None, "files": ""}])


def _create_outbox() -> None:
    op.create_table(
        "index_outbox",
        _number("id"),
        _text("code"),
        _text("action"),
        Column("created_at", DateTime(timezone=True), nullable=False),
        Column("done_at", DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_index_outbox"),
        sa.CheckConstraint("action IN ('put', 'drop')", name="ck_index_outbox_action"),
    )
    op.create_index("ix_index_outbox_done_at", "index_outbox", ["done_at"])


def _indicator_columns() -> list[Column[Any]]:
    texts = [_text(name) for name in ("name", "level1", "level2")]
    marks: list[Column[Any]] = [Column(name, Boolean, nullable=False) for name in ("core", "pattern")]
    return [*texts, _sector("indicator"), *marks]


def _sector(table: str) -> Column[Any]:
    return Column("sector", String, ForeignKey("sector.slug", name=f"fk_{table}_sector"), nullable=False)


def _framework(table: str, *, nullable: bool = False) -> Column[Any]:
    link = ForeignKey("framework.slug", name=f"fk_{table}_framework")
    return Column("framework", String, link, nullable=nullable)


def _text(name: str) -> Column[Any]:
    return Column(name, String, nullable=False)


def _number(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False)
