"""Runs the scripts on the connection, and inside the transaction, that ``migrate`` hands over."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

import service.database.tables  # noqa: F401  (fills the metadata that the tables are compared with)

context.configure(
    connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
