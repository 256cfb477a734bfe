"""Brings a database to the tables of this version: at first use, after an upgrade; two processes may start at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock
from sqlalchemy import Connection, Engine, Select, String, column, inspect, select, table, text

from indicators.errors import MissingResource
from service.database.engine import BUSY_SECONDS, is_postgres, reachable

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0002"
"""The newest revision in ``migrations/versions``; a test compares. It spares every start the import of Alembic."""

_LOCK_NUMBER = 0x7A68_6962
"""PostgreSQL's advisory locks go by number; this one is ``zhib``."""

_REVISION: Select[str] = select(column("version_num", String)).select_from(table("alembic_version"))


def migrate(engine: Engine) -> None:
    """Does nothing where the tables are those of this version.

    Raises MissingResource where the database cannot be reached, or was made by a newer version.
    """
    with reachable():
        if _revision(engine) == HEAD:
            return
        with _alone(engine) as connection:
            _upgrade(connection)


def configuration() -> Config:
    """Alembic's configuration; the scripts lie in this package."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "service.database:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _revision(bind: Engine | Connection) -> str | None:
    if not inspect(bind).has_table("alembic_version"):
        return None
    if isinstance(bind, Connection):
        return bind.scalar(_REVISION)
    with bind.connect() as connection:
        return connection.scalar(_REVISION)


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """A transaction that no other process can be in at the same time."""
    if is_postgres(engine):
        with engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK_NUMBER})
            yield connection
        return
    with FileLock(f"{engine.url.database}.lock", timeout=BUSY_SECONDS):
        _write_ahead(engine)
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection


def _write_ahead(engine: Engine) -> None:
    """Readers and a writer side by side. Lasts in the file; two switching at once fail with "database is locked"."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.script import ScriptDirectory

    config = configuration()
    revision = _revision(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision is not None and revision not in known:
        raise MissingResource(f"数据库是更新版本的 zhibiao 建的（结构版本 {revision}），请升级 zhibiao 后再用")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
