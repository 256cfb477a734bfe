"""Table and Cell, each with its Origin, and Content: all that one file holds, whatever its format."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from indicators.errors import TooLarge, UnreadableFile

MOST_ROWS = 20_000
MOST_CELLS = 200_000
MOST_AREAS = 2_000
MOST_MERGED_ROWS = 100_000
"""Rows under merged areas, counted for each area: areas that lie over one another reach it, honest sheets do not."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Origin:
    """Where a text stood; rows and columns count from 1. As text: Sheet1!D7, or D7 where a file has no sheets."""

    file: str
    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        place = f"{column_letters(self.column)}{self.row}"
        return f"{self.sheet}!{place}" if self.sheet else place


@dataclass(frozen=True)
class Cell:
    """One cell that holds text. Of a merged area only the first cell is one."""

    text: str
    origin: Origin


@dataclass(frozen=True)
class Withheld:
    """A text that a reader saw and would not give as content (hidden, an error value), and why."""

    text: str
    origin: Origin
    reason: str


class Area(NamedTuple):
    """A merged area, ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class Table:
    """A sheet of cells by (row, column), sparse: only cells that hold text. Build it with ``build_table``."""

    file: str
    sheet: str
    cells: Mapping[tuple[int, int], Cell]
    areas: tuple[Area, ...] = ()
    withheld: tuple[Withheld, ...] = ()

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """Numbers of the rows that hold a cell, in order."""
        return tuple(self._cells_by_row)

    def row(self, number: int) -> list[Cell]:
        """The row's own cells from left to right."""
        return self._cells_by_row.get(number, [])

    def own(self, row: int, column: int) -> Cell | None:
        """The cell that stands just there."""
        return self.cells.get((row, column))

    def seen(self, row: int, column: int) -> Cell | None:
        """The cell that a person sees there: its own, or the one whose merged area covers the place."""
        for area in self.areas_in(row):
            if area.covers(row, column):
                return self.cells.get((area.top, area.left))
        return self.cells.get((row, column))

    def area(self, cell: Cell) -> Area:
        """The merged area that the cell heads, or its own place alone."""
        row, column = cell.origin.row, cell.origin.column
        for area in self.areas_in(row):
            if (area.top, area.left) == (row, column):
                return area
        return Area(row, column, row, column)

    def areas_in(self, row: int) -> list[Area]:
        """The merged areas that reach into a row that holds a cell."""
        return self._areas_by_row.get(row, [])

    def origin(self, row: int, column: int) -> Origin:
        return Origin(self.file, self.sheet, row, column)

    @cached_property
    def _cells_by_row(self) -> dict[int, list[Cell]]:
        found: dict[int, list[Cell]] = {}
        for (row, _), cell in sorted(self.cells.items()):
            found.setdefault(row, []).append(cell)
        return found

    @cached_property
    def _areas_by_row(self) -> dict[int, list[Area]]:
        """Only for rows that hold a cell, so that an area over a million rows costs nothing."""
        found: dict[int, list[Area]] = {}
        for area in self.areas:
            for row in self.rows[bisect_left(self.rows, area.top) : bisect_right(self.rows, area.bottom)]:
                found.setdefault(row, []).append(area)
        return found


@dataclass(frozen=True)
class Content:
    """What a reader found in a file: tables, running text outside tables, parsed records (JSON); each may be absent."""

    tables: tuple[Table, ...] = ()
    text: str = ""
    records: object = None


def build_table(
    file: str, sheet: str, cells: Iterable[Cell], *, areas: Iterable[Area] = (), withheld: Iterable[Withheld] = ()
) -> Table:
    """A table of the cells that hold text.

    A cell under another's merged area is withheld, as nobody sees it. Raises TooLarge, and UnreadableFile naming a cell
    that holds a control character.
    """
    merged = tuple(area for area in areas if area.bottom > area.top or area.right > area.left)
    kept = {(cell.origin.row, cell.origin.column): _checked(cell) for cell in cells if cell.text.strip()}
    _check_limits(file, kept, merged)
    whole = Table(file, sheet, kept, merged)
    hidden = {place: cell for place, cell in kept.items() if whole.seen(*place) is not cell}
    covered = tuple(Withheld(cell.text, cell.origin, "被合并单元格遮住的内容，未读入") for cell in hidden.values())
    seen = {place: cell for place, cell in kept.items() if place not in hidden}
    return Table(file, sheet, seen, merged, (*withheld, *covered))


def column_letters(column: int) -> str:
    """1 -> A, 27 -> AA."""
    letters = ""
    while column > 0:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def _checked(cell: Cell) -> Cell:
    if bad := _CONTROL.search(cell.text):
        raise UnreadableFile(
            f"{cell.origin.file} 的单元格 {cell.origin} 第{bad.start() + 1}个字符是控制字符"
            f"（U+{ord(bad.group()):04X}），请删去后重新保存"
        )
    return cell


def _check_limits(file: str, cells: Iterable[tuple[int, int]], areas: Sequence[Area]) -> None:
    places = list(cells)
    rows = sorted({row for row, _ in places})
    merged_rows = sum(bisect_right(rows, area.bottom) - bisect_left(rows, area.top) for area in areas)
    for count, most, what in (
        (len(rows), MOST_ROWS, "行"),
        (len(places), MOST_CELLS, "个单元格"),
        (len(areas), MOST_AREAS, "处合并单元格"),
        (merged_rows, MOST_MERGED_ROWS, "行合并单元格"),
    ):
        if count > most:
            raise TooLarge(f"{file} 有{count}{what}，最多{most}{what}；请拆分后再上传")
