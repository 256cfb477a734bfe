"""The library as a whole: reading it as a snapshot, filling it from the curated files, writing records to it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from indicators.errors import Detail, InvalidInput, InvalidLibrary
from indicators.library.files import DATA, LibraryFiles
from indicators.library.snapshot import Library
from indicators.model.value import Value
from service.database.changes import Changes
from service.database.indicators import statuses
from service.database.outbox import DROP, PUT, enqueue
from service.database.records import (
    ACTIVE,
    CLAUSES,
    FRAMEWORKS,
    INDICATORS,
    SECTORS,
    SYSTEMS,
    Kind,
    held,
    read_values,
    update_rows,
)
from service.database.tables import LibraryState, SectorRow
from service.database.upserts import load, save

V = TypeVar("V", bound=Value)
Writer = Callable[[Session, Kind[Any], Sequence[Any]], Changes]
CURATED, OWN = "curated", "own"


def state(session: Session) -> LibraryState:
    """What the library is now; ``source`` is empty until the home is filled."""
    return session.exec(select(LibraryState)).one()


def snapshot(session: Session) -> Library:
    """Everything that is in use, and the retired indicators too, whose codes old sheets still name."""
    return Library(
        sectors=read_values(session, SECTORS, _in_use(SECTORS), order=(col(SectorRow.position),)),
        frameworks=read_values(session, FRAMEWORKS, _in_use(FRAMEWORKS)),
        indicators=read_values(session, INDICATORS),
        systems=read_values(session, SYSTEMS, _in_use(SYSTEMS)),
        clauses=read_values(session, CLAUSES, _in_use(CLAUSES)),
    )


def files_fingerprint(folder: Path = DATA) -> str:
    """Hash of the curated files' bytes: tells in milliseconds whether they need to be read at all."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def load_library(session: Session, files: LibraryFiles, *, fingerprint: str = "") -> Changes:
    """Makes the rows equal to the curated files and announces every changed indicator to the index.

    A second load changes nothing. What was edited here stands, what has left the files is retired, and a home whose
    library is its own is left alone. Raises InvalidLibrary for a key that stands twice or names what nobody knows.
    """
    current = _lock(session)
    if current.source == OWN:
        return Changes()
    changes = _write(session, current, files, load)
    current.source, current.files = CURATED, fingerprint
    return changes


def save_records(session: Session, files: LibraryFiles) -> Changes:
    """Writes these records over what is held and announces every changed indicator to the index; retires nothing.

    Records that are held already, word for word, are no change. Raises InvalidLibrary like ``load_library``.
    """
    return _write(session, _lock(session), files, save)


def import_own(session: Session, files: LibraryFiles) -> Changes:
    """Makes or extends a home's own library. Raises InvalidInput where the home holds the curated one."""
    current = _lock(session)
    if current.source == CURATED:
        raise InvalidInput("这个数据目录里已有自带的指标库；要建自己的库，请用 ZHIBIAO_HOME 指定一个空目录再导入")
    changes = _write(session, current, files, save)
    current.source = OWN
    return changes


def _lock(session: Session) -> LibraryState:
    """Writers of the library go one after the other; SQLite has locked the whole file already."""
    return session.exec(select(LibraryState).with_for_update()).one()


def _write(session: Session, current: LibraryState, files: LibraryFiles, writer: Writer) -> Changes:
    _check(session, files)
    changes = Changes()
    for kind, values in _groups(files):
        done = writer(session, kind, values)
        changes += done
        if kind is INDICATORS:
            _announce(session, done.written)
    update_rows(session, SECTORS, [{"slug": it.slug, "position": i} for i, it in enumerate(files.sectors)])
    if changes or not current.version:
        current.version = snapshot(session).version
    return changes


def _groups(files: LibraryFiles) -> tuple[tuple[Kind[Any], Sequence[Any]], ...]:
    """Kinds in the order in which they refer to each other."""
    return (
        (FRAMEWORKS, files.frameworks),
        (SECTORS, files.sectors),
        (INDICATORS, files.indicators),
        (SYSTEMS, files.systems),
        (CLAUSES, files.clauses),
    )


def _announce(session: Session, codes: Iterable[str]) -> None:
    status = statuses(session)
    enqueue(session, {code: PUT if status[code] == ACTIVE else DROP for code in codes})


def _in_use(kind: Kind[V]) -> ColumnElement[bool]:
    return col(kind.table.status) == ACTIVE


def _check(session: Session, files: LibraryFiles) -> None:
    faults = [fault for kind, values in _groups(files) for fault in _twice(kind, values)]
    sectors = _known(session, SECTORS, files.sectors)
    frameworks = _known(session, FRAMEWORKS, files.frameworks)
    faults += _dangling(((it.slug, it.framework) for it in files.sectors if it.framework), frameworks, "framework")
    faults += _dangling(((it.code, it.sector) for it in files.indicators), sectors, "sector")
    faults += _dangling(((it.slug, it.sector) for it in files.systems), sectors, "sector")
    faults += _dangling(((it.slug, it.framework) for it in files.systems), frameworks, "framework")
    if faults:
        first = "；".join(f"{fault.field}：{fault.message}" for fault in faults[:3])
        raise InvalidLibrary(f"指标库数据有{len(faults)}处不合格：{first}", details=faults)


def _known(session: Session, kind: Kind[V], values: Iterable[V]) -> set[str]:
    return set(held(session, kind)) | {kind.key_of(value) for value in values}


def _twice(kind: Kind[V], values: Iterable[V]) -> list[Detail]:
    counts = Counter(kind.key_of(value) for value in values)
    return [Detail(f"{key}.{kind.key}", f"出现{times}次，请改成各不相同") for key, times in counts.items() if times > 1]


def _dangling(named: Iterable[tuple[str, str]], known: set[str], field: str) -> list[Detail]:
    return [
        Detail(f"{key}.{field}", f"没有“{name}”，请先加上它或改成已有的") for key, name in named if name not in known
    ]
