"""ImportReport: what was read of a file, what was not, and why, each with its origin.

``Ledger`` keeps the account while a table is read, so that no cell is lost silently.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from indicators.model.sheet import TargetSheet
from indicators.model.value import Value
from ingest.table import Cell, Origin, Table

MOST_UNREAD = 200
LONGEST_SHOWN = 200


class Unread(Value):
    """A text that was not taken over: where it stood (Sheet1!D7), how it begins, why."""

    cell: str
    text: str
    reason: str


class ReadSheet(Value):
    """One target sheet as understood. ``source`` is the file's name, with #Sheet where a workbook gives several."""

    source: str
    sheet: TargetSheet
    unread: tuple[Unread, ...] = ()


class ImportReport(Value):
    """What became of one file; ``unread`` is what belongs to none of the sheets read."""

    read: tuple[ReadSheet, ...]
    unread: tuple[Unread, ...] = ()


@dataclass
class Ledger:
    """Which cells of a table were used, and why the others were not."""

    used: set[Origin] = field(default_factory=set)
    left: dict[Origin, str] = field(default_factory=dict)

    def use(self, *cells: Cell) -> None:
        """These cells were understood."""
        self.used.update(cell.origin for cell in cells)

    def leave(self, cells: Iterable[Cell], reason: str) -> None:
        """These cells were understood and are not taken over; one that was used stays used, a first reason stands."""
        for cell in cells:
            self.left.setdefault(cell.origin, reason)

    def unread(self, table: Table, rows: Iterable[int]) -> tuple[Unread, ...]:
        """All cells of these rows that were not used, in reading order."""
        cells = [cell for row in rows for cell in table.row(row) if cell.origin not in self.used]
        return shortened(
            unread(cell.text, cell.origin, self.left.get(cell.origin, "没有认出这一格的用途，未读入")) for cell in cells
        )


def unread(text: str, origin: Origin, reason: str) -> Unread:
    """One entry of the report; a long text is cut."""
    shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    return Unread(cell=str(origin), text=shown, reason=reason)


def shortened(entries: Iterable[Unread]) -> tuple[Unread, ...]:
    """At most MOST_UNREAD entries; the last then says how many more there are."""
    every = tuple(entries)
    if len(every) <= MOST_UNREAD:
        return every
    first_left_out = every[MOST_UNREAD - 1]
    rest = f"自此起另有{len(every) - MOST_UNREAD + 1}格未读入，不再逐一列出"
    return (*every[: MOST_UNREAD - 1], Unread(cell=first_left_out.cell, text=first_left_out.text, reason=rest))
