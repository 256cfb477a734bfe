"""Values <-> rows: which table holds which kind of value, and how a record is written, hashed and read back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, insert, update
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select

from indicators.model.clause import Clause
from indicators.model.framework import Framework
from indicators.model.indicator import Indicator
from indicators.model.sector import Sector
from indicators.model.system import IndicatorSystem
from indicators.model.value import Value
from service.database.changes import Held
from service.database.tables import ClauseRow, FrameworkRow, IndicatorRow, RecordColumns, SectorRow, SystemRow

V = TypeVar("V", bound=Value)
Columns = dict[str, str | bool | int | None]
ACTIVE, RETIRED = "active", "retired"


@dataclass(frozen=True)
class Kind(Generic[V]):
    """One kind of record: its value, its table, the table's key, and the columns one filters by."""

    value: type[V]
    table: type[RecordColumns]
    key: str
    columns: Callable[[V], Columns]

    def key_of(self, value: V) -> str:
        """The value's slug, code or id."""
        return str(getattr(value, self.key))

    @property
    def key_column(self) -> Mapped[str]:
        """The table's primary key."""
        return col(getattr(self.table, self.key))


FRAMEWORKS = Kind(Framework, FrameworkRow, "slug", lambda it: {"kind": it.kind})
SECTORS = Kind(Sector, SectorRow, "slug", lambda it: {"name": it.name, "framework": it.framework})
SYSTEMS = Kind(IndicatorSystem, SystemRow, "slug", lambda it: {"sector": it.sector, "framework": it.framework})
CLAUSES = Kind(Clause, ClauseRow, "id", lambda it: {"document": it.document, "certainty": it.certainty})
INDICATORS = Kind(
    Indicator,
    IndicatorRow,
    "code",
    lambda it: {
        "name": it.name,
        "sector": it.sector,
        "level1": it.level1,
        "level2": it.level2,
        "core": it.is_core,
        "pattern": it.is_pattern,
    },
)


def record_text(value: Value) -> str:
    """The record as JSON. Defaults are left out, so that a field added to the model changes no record."""
    return value.model_dump_json(exclude_defaults=True)


def record_hash(status: str, text: str) -> str:
    """Hash of a record and whether it is in use; SHA-256 in hex."""
    return hashlib.sha256(f"{status}\n{text}".encode()).hexdigest()


def status_of(value: Value) -> str:
    """Only indicators carry a status of their own; whatever else is given is in use."""
    return value.status if isinstance(value, Indicator) else ACTIVE


def hashes(kind: Kind[V], values: Iterable[V]) -> dict[str, str]:
    """key -> content hash of values that are not (yet) rows."""
    return {kind.key_of(value): record_hash(status_of(value), record_text(value)) for value in values}


def held(session: Session, kind: Kind[V]) -> dict[str, Held]:
    """key -> what the database knows of each record without reading it."""
    table = kind.table
    found = session.exec(select(kind.key_column, table.content_hash, table.loaded_hash, table.status))
    return {key: Held(content, loaded, status == ACTIVE) for key, content, loaded, status in found}


def read_values(
    session: Session, kind: Kind[V], *where: ColumnElement[bool], order: Sequence[Mapped[int]] = ()
) -> tuple[V, ...]:
    """The records that match, in this order, otherwise in that of their keys.

    Keys are put in order here: PostgreSQL would do it by the rules of the server's language.
    """
    found = session.exec(select(kind.table.record).where(*where).order_by(*order))
    values = [kind.value.model_validate_json(text) for text in found]
    return tuple(values if order else sorted(values, key=kind.key_of))


def row(kind: Kind[V], value: V, status: str) -> Columns:
    """The columns of a value, all but ``loaded_hash``."""
    text = record_text(value)
    own = {kind.key: kind.key_of(value), "status": status, "record": text, "content_hash": record_hash(status, text)}
    return {**own, **kind.columns(value)}


def insert_rows(session: Session, kind: Kind[V], rows: Sequence[Columns]) -> None:
    """Adds new rows."""
    if rows:
        session.exec(insert(kind.table), params=rows)


def update_rows(session: Session, kind: Kind[V], rows: Sequence[Columns]) -> None:
    """Changes rows by their keys; columns that are not given stay."""
    if rows:
        session.exec(update(kind.table), params=rows)
