"""Finds the header of an indicator table, in one line or two, and decides which column holds which field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.columns import MANY_COLUMNS, UNUSED_COLUMNS, Heading, column_of, is_generic, label_of, may_name
from ingest.report import Ledger
from ingest.table import Cell, Table

_TELLING = frozenset({"level1", "level2", "target", "weight"})
_TERM_LEFT = "实施期目标未采用"


class Column(NamedTuple):
    """A header cell with what it says, and the columns it stands over."""

    cell: Cell
    heading: Heading | None
    left: int
    right: int

    @property
    def field(self) -> str:
        return self.heading.field if self.heading else ""

    @property
    def period(self) -> str:
        return self.heading.period if self.heading else ""


@dataclass(frozen=True)
class Header:
    """A header: its rows and its columns from left to right."""

    rows: tuple[int, ...]
    columns: tuple[Column, ...]


Fields = Mapping[str, tuple[int, ...]]
"""Field -> the columns that hold it."""


def find_header(table: Table, row: int) -> Header | None:
    """The header that begins in this row: names of indicators, and levels, values or points, must be headed."""
    columns = _columns(table, row)
    if not _is_header(columns):
        return None
    following = table.rows[table.rows.index(row) + 1 :][:1]
    if following and _is_second_line(table, columns, following[0]):
        return Header((row, following[0]), tuple(_with_second_line(table, columns, following[0])))
    return Header((row,), tuple(columns))


def choose_fields(table: Table, header: Header, rows: Sequence[int], *, ledger: Ledger) -> Fields:
    """Field -> columns. Of two sets side by side (实施期, 年度) the year's is taken, if anything is written in it.

    Columns that are not taken are entered in the ledger with the reason.
    """
    ledger.use(*(cell for row in header.rows for cell in table.row(row)))
    choices = _choices([column for column in header.columns if column.heading])
    chosen = next((choice for choice in choices if _is_filled(table, choice, choices, rows=rows)), choices[0])
    fields = _fields(chosen)
    taken = {number for numbers in fields.values() for number in numbers}
    for column in header.columns:
        if column.left not in taken:
            _leave(table, column, rows, ledger=ledger, reason=_reason_left(column, fields, choices))
    return fields


def _columns(table: Table, row: int) -> list[Column]:
    """The row's own cells and those that reach into it from above, each with the period that stands over it."""
    found = []
    for cell in _seen_in_row(table, row):
        left, right = _span(table, cell)
        heading = column_of(cell.text)
        if heading and not heading.period:
            heading = heading._replace(period=_period_above(table, cell))
        found.append(Column(cell, heading, left, right))
    return _with_stand_in_name(found)


def _seen_in_row(table: Table, row: int) -> list[Cell]:
    areas = [area for area in table.areas_in(row) if area.top < row]
    above = [cell for area in areas if (cell := table.own(area.top, area.left)) and column_of(cell.text)]
    return sorted([*table.row(row), *above], key=lambda cell: cell.origin.column)


def _period_above(table: Table, cell: Cell) -> str:
    """年度目标 or 实施期目标 over a group of columns speaks for all of them."""
    over = table.seen(cell.origin.row - 1, cell.origin.column)
    said = (column_of(over.text) or label_of(over.text)) if over else None
    return said.period if said else ""


def _with_stand_in_name(columns: list[Column]) -> list[Column]:
    """指标内容, or else 二级指标, holds the names where the table has no third level."""
    fields = {column.field for column in columns}
    if "name" in fields or not {"level1", "target"} <= fields:
        return columns
    candidates = [column for column in columns if may_name(column.cell.text)]
    stand_in = min(candidates, key=lambda column: column.field not in MANY_COLUMNS, default=None)
    return [
        column._replace(heading=Heading("name", 0, column.period)) if column is stand_in else column
        for column in columns
    ]


def _is_header(columns: Iterable[Column]) -> bool:
    fields = {column.field for column in columns}
    return "name" in fields and bool(fields & _TELLING)


def _is_second_line(table: Table, columns: list[Column], row: int) -> bool:
    """Every text of the next row is a header word, and one at least stands below a header that is wider."""
    cells = table.row(row)
    wide = [column for column in columns if column.right > column.left]
    below_wide = any(column.left <= cell.origin.column <= column.right for column in wide for cell in cells)
    return below_wide and all(column_of(cell.text) for cell in cells)


def _with_second_line(table: Table, columns: list[Column], row: int) -> Iterable[Column]:
    """The second line's word decides, unless it is generic (值) below a telling one; the period may be above."""
    lower = [Column(cell, column_of(cell.text), *_span(table, cell)) for cell in table.row(row)]
    for column in columns:
        below = [part for part in lower if column.left <= part.left <= column.right]
        if not below:
            yield column
        for part in below:
            upper, own = column.heading, part.heading
            heading = upper if upper and is_generic(part.cell.text) else own
            period = part.period or column.period
            yield part._replace(heading=heading._replace(period=period) if heading else None)


def _span(table: Table, cell: Cell) -> tuple[int, int]:
    area = table.area(cell)
    return area.left, area.right


def _choices(columns: list[Column]) -> list[list[Column]]:
    """The sets of columns that each make a table, the preferred first."""
    best = min((column.heading.rank for column in columns if column.heading and column.field == "name"), default=0)
    names = [column for column in columns if column.heading and column.field == "name" and column.heading.rank == best]
    return _sets_by_place(columns, names) if len(names) > 1 else _sets_by_period(columns)


def _sets_by_place(columns: list[Column], names: list[Column]) -> list[list[Column]]:
    """Two whole tables side by side: 一级 | 二级 三级 值 | 二级 三级 值. Unless headed otherwise, the year's is the last."""
    starts = [_start_of_set(columns, name) for name in names]
    shared = columns[: starts[0]]
    ends = [*starts[1:], len(columns)]
    sets = [[*shared, *columns[start:end]] for start, end in zip(starts, ends, strict=True)]
    last_first = list(reversed(sets))
    return sorted(last_first, key=lambda choice: _period_rank(choice[len(shared) :]))


def _start_of_set(columns: list[Column], name: Column) -> int:
    place = columns.index(name)
    return place - 1 if place and columns[place - 1].field == "level2" else place


def _period_rank(columns: list[Column]) -> int:
    periods = {column.period for column in columns}
    return 0 if "year" in periods else 2 if "term" in periods else 1


def _sets_by_period(columns: list[Column]) -> list[list[Column]]:
    """One table with two value columns: 实施周期目标值 | 年度目标值."""
    term = {column.field for column in columns if column.period == "term"}
    other = {column.field for column in columns if column.period != "term"}
    doubled = term & other
    if not doubled:
        return [columns]
    year = [column for column in columns if not (column.period == "term" and column.field in doubled)]
    whole = [column for column in columns if not (column.period != "term" and column.field in doubled)]
    return [year, whole]


def _is_filled(table: Table, choice: list[Column], choices: list[list[Column]], *, rows: Sequence[int]) -> bool:
    """Whether anything is written in the columns that only this choice has."""
    others = [column for other in choices if other is not choice for column in other]
    own = [column for column in choice if column not in others]
    return any(table.own(row, number) for row in rows for column in own for number in _numbers(column)) or not own


def _fields(columns: list[Column]) -> dict[str, tuple[int, ...]]:
    fields: dict[str, tuple[int, ...]] = {}
    for column in sorted(columns, key=lambda column: (column.heading.rank if column.heading else 0, column.left)):
        if column.field in UNUSED_COLUMNS or (column.field in fields and column.field not in MANY_COLUMNS):
            continue
        fields[column.field] = (*fields.get(column.field, ()), *_numbers(column))
    return fields


def _numbers(column: Column) -> range:
    return range(column.left, column.right + 1)


def _reason_left(column: Column, fields: Fields, choices: list[list[Column]]) -> str:
    if column.field in UNUSED_COLUMNS:
        return f"“{column.cell.text}”列不属于绩效目标的内容，未采用"
    if column.heading is None:
        return f"没有认出“{column.cell.text}”这一列，整列未读入"
    if len(choices) > 1 and not all(column in choice for choice in choices):
        return _TERM_LEFT if column in choices[-1] else "年度目标一栏是空的，采用了实施期目标"
    return f"与另一列重复，未采用“{column.cell.text}”列" if column.field in fields else "未采用这一列"


def _leave(table: Table, column: Column, rows: Sequence[int], *, ledger: Ledger, reason: str) -> None:
    """A column that stands beside the chosen ones is reported cell by cell if it holds goals, otherwise by its head.

    绩效指标 beside 三级指标 is the title of the block; whatever stands under it is no column's value.
    """
    cells = [cell for row in rows for number in _numbers(column) if (cell := table.own(row, number))]
    if reason == _TERM_LEFT:
        ledger.leave(cells, reason)
    elif column.field == "serial":
        ledger.use(*cells)
    elif column.heading is None or (cells and column.field != "name"):
        ledger.used.discard(column.cell.origin)
        ledger.leave([column.cell], reason)
        ledger.use(*cells)
