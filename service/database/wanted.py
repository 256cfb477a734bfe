"""What drafts asked for and the library did not hold: counted, so that researchers see what is missed most."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from sqlmodel import Session, col, select

from indicators.model.value import Value
from service.database.tables import WantedRow, now

LONGEST_TEXT = 200
"""Characters of a text that are kept: enough to know the task."""

WantedKind = Literal["uncovered", "own_words", "refused"]


class Want(Value):
    """One text: a clause that no line covered, a line in the draft's own words, or a draft that was refused."""

    kind: WantedKind
    text: str
    sector: str
    times: int = 1
    first_at: datetime | None = None
    last_at: datetime | None = None


def note(session: Session, wants: Iterable[Want]) -> None:
    """Adds one to the count of each text."""
    for want in {(want.kind, want.text[:LONGEST_TEXT]): want for want in wants}.values():
        text = want.text[:LONGEST_TEXT]
        held = session.get(WantedRow, (want.kind, text))
        if held is None:
            session.add(WantedRow(kind=want.kind, text=text, sector=want.sector))
        else:
            held.times += 1
            held.last_at = now()


def wanted(session: Session, *, limit: int) -> tuple[Want, ...]:
    """The texts that were asked most, then the latest."""
    order = (col(WantedRow.times).desc(), col(WantedRow.last_at).desc(), col(WantedRow.text))
    rows = session.exec(select(WantedRow).order_by(*order).limit(limit))
    return tuple(Want.model_validate(row.model_dump()) for row in rows)
