"""Writes values of one kind over the rows that are held: ``load`` from the curated files, ``save`` as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlmodel import Session

from indicators.model.indicator import Indicator
from indicators.model.value import Value
from service.database.changes import Changes, plan
from service.database.records import (
    RETIRED,
    Columns,
    Kind,
    hashes,
    held,
    insert_rows,
    read_values,
    row,
    status_of,
    update_rows,
)

V = TypeVar("V", bound=Value)


def load(session: Session, kind: Kind[V], values: Sequence[V]) -> Changes:
    """Makes the rows of this kind equal to the files' entries, as ``changes.plan`` says."""
    planned = plan(held(session, kind), hashes(kind, values))
    rows = {kind.key_of(value): row(kind, value, status_of(value)) for value in values}
    insert_rows(session, kind, _loaded(rows[key] for key in planned.changes.added))
    update_rows(session, kind, _loaded(rows[key] for key in planned.changes.changed + planned.agreed))
    update_rows(session, kind, _loaded(_retired_rows(session, kind, planned.changes.retired)))
    return planned.changes


def save(session: Session, kind: Kind[V], values: Sequence[V]) -> Changes:
    """Writes these values; rows that hold them already, word for word, stay as they are."""
    before, now = held(session, kind), hashes(kind, values)
    rows = {kind.key_of(value): row(kind, value, status_of(value)) for value in values}
    added = tuple(key for key in now if key not in before)
    changed = tuple(key for key, content in now.items() if key in before and before[key].content != content)
    insert_rows(session, kind, [rows[key] for key in added])
    update_rows(session, kind, [rows[key] for key in changed])
    return Changes(added=added, changed=changed)


def _loaded(rows: Iterable[Columns]) -> list[Columns]:
    return [{**columns, "loaded_hash": columns["content_hash"]} for columns in rows]


def _retired_rows(session: Session, kind: Kind[V], keys: Sequence[str]) -> list[Columns]:
    wanted = set(keys)
    values = [value for value in read_values(session, kind) if kind.key_of(value) in wanted] if wanted else []
    return [row(kind, _as_retired(value), RETIRED) for value in values]


def _as_retired(value: V) -> V:
    return value.model_copy(update={"status": RETIRED}) if isinstance(value, Indicator) else value
