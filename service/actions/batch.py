"""Checks many files: some dozens at a time, in order, with what is set aside marked so, remembering what is finished."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from indicators.errors import MissingResource, ZhibiaoError
from indicators.quality.profiles import profile_named
from indicators.quality.suppression import Exemption, suppress
from service.actions.finished import Finished, key_of, state_of
from service.actions.review import Terms
from service.actions.workers import Job, Work
from service.documents.reviewed import Entry, Failed, Reviewed, failed
from service.resources import Resources

CHUNK = 32
"""Files at a time: some 500 texts, enough to fill the model's batches with texts of one length."""


@dataclass(frozen=True)
class SheetFile:
    """A file of a batch: its name as it is shown, and how its bytes are had. ``read`` raises InvalidInput."""

    name: str
    read: Callable[[], bytes]


class _Slot(NamedTuple):
    """One file: its content to be reviewed, or its entries where they are known already."""

    name: str
    key: str = ""
    data: bytes = b""
    known: tuple[Entry, ...] | None = None


def check_batch(
    files: Sequence[SheetFile], terms: Terms, work: Work, *, finished: Finished | None = None
) -> Iterator[tuple[Entry, ...]]:
    """The entries of each file, in the order given; a file that cannot be read is an entry and stops nothing.

    Raises InvalidInput for an unknown profile, MissingResource when there is no model or index.
    """
    if terms.profile:
        profile_named(terms.profile)
    remembered = Finished(None, "") if finished is None else finished
    waiting: deque[list[_Slot]] = deque()

    def jobs() -> Iterator[Job]:
        for start in range(0, len(files), CHUNK):
            waiting.append([_slot(file, remembered) for file in files[start : start + CHUNK]])
            yield [(slot.name, slot.data) for slot in waiting[-1] if slot.known is None]

    for answers in work(jobs()):
        fresh = iter(answers)
        for slot in waiting.popleft():
            yield slot.known if slot.known is not None else _kept(slot, next(fresh), remembered)


def open_finished(resources: Resources, terms: Terms, file: Path) -> Finished:
    """What earlier runs on these terms finished, by the rules, library and model of now. Raises InvalidInput."""
    model = resources.settings.embedding_model or ""
    approved = [sheet.model_dump_json() for sheet in terms.approved]
    return Finished(file, state_of(resources.library.version, model, terms.profile or "", *terms.stages, *approved))


def set_aside(entry: Entry, exemptions: Sequence[Exemption], today: date) -> Entry:
    """The entry with the exemptions applied: they are no part of what is remembered, since they change day by day."""
    if isinstance(entry, Failed) or not exemptions:
        return entry
    return entry.model_copy(update={"checked": suppress(entry.checked, exemptions, today)})


def _slot(file: SheetFile, finished: Finished) -> _Slot:
    try:
        data = file.read()
    except MissingResource:
        raise
    except ZhibiaoError as error:
        return _Slot(file.name, known=(failed(file.name, error),))
    key = key_of(data, file.name)
    return _Slot(file.name, key, data, finished.get(key))


def _kept(slot: _Slot, entries: tuple[Entry, ...], finished: Finished) -> tuple[Entry, ...]:
    done = [entry for entry in entries if isinstance(entry, Reviewed)]
    if len(done) == len(entries):
        finished.add(slot.key, done)
    return entries
