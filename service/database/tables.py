"""The rows. Each record of the library is one row: its key, the columns one filters by, and the whole record as JSON.

The frozen values of ``indicators.model`` stay apart: a SQLModel table class does not validate when constructed.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import CheckConstraint, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

STATE_ID = 1
"""Key of the only row of ``library_state``."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the time zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def one_of(column: str, *words: str) -> CheckConstraint:
    """The column holds one of these words."""
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class RecordColumns(SQLModel):
    """What every record of the library has besides its key.

    ``record`` is the value as JSON without its defaults, ``content_hash`` the hash of status and record.
    ``loaded_hash`` is what ``content_hash`` was when the curated files were last loaded, and empty for a record
    that never came from them: where the two differ, someone has edited the record here.
    """

    status: str
    record: str = Field(sa_type=Text)
    content_hash: str
    loaded_hash: str | None = None


class FrameworkRow(RecordColumns, table=True):
    """体系框架."""

    __tablename__ = "framework"
    __table_args__ = (one_of("status", "active", "retired"),)
    slug: str = Field(primary_key=True)
    kind: str


class SectorRow(RecordColumns, table=True):
    """领域; ``position`` is the order in which they are shown."""

    __tablename__ = "sector"
    __table_args__ = (one_of("status", "active", "retired"),)
    slug: str = Field(primary_key=True)
    name: str
    framework: str | None = Field(default=None, foreign_key="framework.slug")
    position: int = 0


class IndicatorRow(RecordColumns, table=True):
    """指标 and 指标模式: a pattern is an indicator whose name has a slot."""

    __tablename__ = "indicator"
    __table_args__ = (one_of("status", "active", "retired"),)
    code: str = Field(primary_key=True)
    status: str = Field(index=True)
    name: str = Field(index=True)
    sector: str = Field(foreign_key="sector.slug", index=True)
    level1: str = Field(index=True)
    level2: str = Field(index=True)
    core: bool = Field(index=True)
    pattern: bool


class SystemRow(RecordColumns, table=True):
    """指标体系."""

    __tablename__ = "system"
    __table_args__ = (one_of("status", "active", "retired"),)
    slug: str = Field(primary_key=True)
    sector: str = Field(foreign_key="sector.slug", index=True)
    framework: str = Field(foreign_key="framework.slug")


class ClauseRow(RecordColumns, table=True):
    """文件依据."""

    __tablename__ = "clause"
    __table_args__ = (one_of("status", "active", "retired"),)
    id: str = Field(primary_key=True)
    document: str
    certainty: str


class LibraryState(SQLModel, table=True):
    """One row: what the library is now. Whoever writes to the library locks it first.

    ``source`` is empty until the home is filled; ``version`` equals ``Library.version`` of the rows;
    ``files`` is the fingerprint of the curated files that were last loaded.
    """

    __tablename__ = "library_state"
    __table_args__ = (one_of("source", "curated", "own"), CheckConstraint(f"id = {STATE_ID}", name="one_row"))
    id: int = Field(default=STATE_ID, primary_key=True, sa_column_kwargs={"autoincrement": False})
    version: str = ""
    source: str | None = None
    files: str = ""


class OutboxRow(SQLModel, table=True):
    """A change that the index has yet to follow; written in the transaction of the change itself."""

    __tablename__ = "index_outbox"
    __table_args__ = (one_of("action", "put", "drop"),)
    id: int | None = Field(default=None, primary_key=True)
    code: str
    action: str
    created_at: datetime = Field(default_factory=now, sa_type=Moment)
    done_at: datetime | None = Field(default=None, sa_type=Moment, index=True)


class WantedRow(SQLModel, table=True):
    """What a draft asked for and the library did not hold, for the researchers; told once, however often it is asked."""

    __tablename__ = "wanted"
    __table_args__ = (one_of("kind", "uncovered", "own_words", "refused"),)
    kind: str = Field(primary_key=True)
    text: str = Field(primary_key=True)
    sector: str
    times: int = 1
    first_at: datetime = Field(default_factory=now, sa_type=Moment)
    last_at: datetime = Field(default_factory=now, sa_type=Moment)
