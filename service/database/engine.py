"""Opens the database, SQLite or PostgreSQL, and brackets its transactions: one request, one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlmodel import Session, create_engine

from indicators.errors import InvalidInput, MissingResource

CONNECT_SECONDS = 10
BUSY_SECONDS = 60
"""How long a writer waits for another on SQLite; the longest writer fills an empty home, some seconds."""


def open_engine(written: str) -> Engine:
    """An engine for ``sqlite:///file``, ``postgres://…`` or ``postgresql://…``; it connects at first use, not here.

    Raises InvalidInput for an address of another kind.
    """
    url = _address(written)
    if url.drivername == "sqlite":
        return _open_sqlite(url)
    return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS})


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """A session whose work is kept whole when the block ends and left out whole when it raises.

    On SQLite it takes the write lock at once: a transaction that reads first and writes later fails
    when another one has written in between. Raises MissingResource when the database cannot be reached.
    """
    with reachable(), Session(engine, expire_on_commit=False) as session, session.begin():
        session.connection(execution_options={"writes": True})
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that sees one moment of the database and changes nothing; it waits for no writer and blocks none.

    Raises MissingResource when the database cannot be reached.
    """
    options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True} if is_postgres(engine) else {}
    with reachable(), Session(engine) as session:
        session.connection(execution_options=options)
        yield session


def is_postgres(engine: Engine) -> bool:
    """Whether the database is a PostgreSQL server."""
    return engine.dialect.name == "postgresql"


def _address(written: str) -> URL:
    try:
        url = make_url(written.strip())
    except ArgumentError as error:
        raise InvalidInput("ZHIBIAO_DATABASE_URL 不是数据库地址，请写成 postgresql://用户:密码@主机/库名") from error
    if url.drivername == "sqlite":
        return url
    if url.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return url.set(drivername="postgresql+psycopg")
    raise InvalidInput(f"ZHIBIAO_DATABASE_URL 不支持“{url.drivername}”，请用 sqlite 或 postgresql 地址")


def _open_sqlite(url: URL) -> Engine:
    if not url.database or url.database == ":memory:":
        raise InvalidInput("ZHIBIAO_DATABASE_URL 里的 SQLite 地址缺少文件名，请写成 sqlite:////数据目录/zhibiao.db")
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Foreign keys are off until asked for; with an isolation level the driver would begin transactions itself."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reachable() -> Iterator[None]:
    """Turns "cannot be reached", "is locked" and "is no database" into MissingResource with a cure."""
    try:
        yield
    except DatabaseError as error:
        if type(error) not in {DatabaseError, OperationalError}:
            raise
        raise MissingResource(
            f"数据库不可用（{error.orig}）；请检查 ZHIBIAO_DATABASE_URL、数据目录的权限和剩余空间"
        ) from error
