"""Rows below a header -> indicator rows: levels carried down, numbering and placeholders off, shared cells split."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.cells import is_placeholder, number_of, operator_of, strip_numbering
from ingest.report import Ledger
from ingest.table import Cell, Table
from ingest.to_sheet.header import Fields
from ingest.to_sheet.split import POINTS, split_row

_TOTAL = re.compile(r"(合计|总计|总分|小计|总得分|合计得分|得分合计)([(（:：].*|[0-9.]+分?)?")
_NOTE = re.compile(
    r"(备注|注|说明|填表说明|填表人|填报人|填报日期|审核人|负责人|单位负责人|联系人|联系电话|其他需要说明[^:：]*)([(（:：].*)?",
    re.DOTALL,
)
_LEVEL_WEIGHT = re.compile(r"[(（](?:[0-9.]+[分%]?|权重.*|必填.*|选填.*)[)）]$")
_LONGEST_BAND = 12
_LEVEL_ENDS = (
    *("指标", "成本", "产出", "效益", "满意度", "投入", "过程", "决策", "效果"),
    *("效应", "效能", "效率", "管理", "能力"),
)

LEVELS = ("level1", "level2")
VALUES = ("target", "weight", "actual")


@dataclass(frozen=True)
class Levels:
    """The levels that hold for the rows that follow."""

    level1: Cell | None = None
    level2: Cell | None = None

    def next(self, level1: Cell | None, level2: Cell | None) -> Levels:
        """A new first level ends the second; a blank keeps what holds."""
        if level1 and (self.level1 is None or level_name(level1.text) != level_name(self.level1.text)):
            return Levels(level1, level2)
        return Levels(level1 or self.level1, level2 or self.level2)


@dataclass(frozen=True)
class DraftRow:
    """One indicator as written: texts by field, and where each stood. ``weight`` and ``score`` are still text."""

    texts: Mapping[str, str]
    cells: Mapping[str, str]


def read_rows(table: Table, parts: Sequence[tuple[Fields, Sequence[int]]], ledger: Ledger) -> list[DraftRow]:
    """The indicator rows of a table, in order; ``parts`` are its columns with the row numbers they hold for.

    A header that is repeated after a page break begins a new part and keeps the levels.
    """
    found: list[DraftRow] = []
    levels = Levels()
    for fields, rows in parts:
        for row in rows:
            reader = _RowReader(table, fields, row, ledger=ledger)
            levels = reader.levels(levels)
            found.extend(reader.drafts(levels))
    return found


def total_score(
    table: Table, parts: Sequence[tuple[Fields, Sequence[int]]], ledger: Ledger
) -> tuple[float, Cell] | None:
    """The points in the last row of totals that has any in the column of scores (总分)."""
    for fields, rows in reversed(parts):
        for row in reversed(rows):
            first = "".join(table.row(row)[0].text.split()) if table.row(row) else ""
            cell = next((cell for column in fields.get("score", ()) if (cell := table.own(row, column))), None)
            if (
                cell
                and _TOTAL.fullmatch(first)
                and not first.startswith("小计")
                and (points := points_of(cell.text)) is not None
            ):
                ledger.use(cell)
                return points, cell
    return None


class _RowReader:
    """One row of the table seen through the columns of its header."""

    def __init__(self, table: Table, fields: Fields, row: int, *, ledger: Ledger) -> None:
        self.table, self.fields, self.row, self.ledger = table, fields, row, ledger
        self.own = {field: self._own(field) for field in fields}
        self.aside = self._set_aside()

    def levels(self, before: Levels) -> Levels:
        """The levels that hold from this row on."""
        if self.aside:
            return before
        if band := self._band():
            self.ledger.use(band)
            return before.next(band, None)
        level1, level2 = (self._level_cell(field) for field in LEVELS)
        return before.next(level1, level2)

    def drafts(self, levels: Levels) -> Iterator[DraftRow]:
        """No indicator, one, or those that share the row's cells."""
        if self.aside:
            return
        name = self._name_cell()
        if name is None and not self._has_value():
            return
        if self._is_empty(name):
            self.ledger.leave(self._cells("name", "unit", *VALUES), "占位的空行，没有填写指标")
            return
        self.ledger.use(*self._cells(*(field for field in self.fields if field not in LEVELS)))
        texts = {field: text for field in self.fields if (text := self._text(field))}
        texts |= {field: level_name(cell.text) for field in LEVELS if (cell := getattr(levels, field))}
        if name:
            texts["name"] = self._name_text(name)
        places = self._places(levels, name)
        for split in split_row(_joined(texts)):
            yield DraftRow(
                split, {field: place for field, place in places.items() if field in split or field == "name"}
            )

    def _own(self, field: str) -> list[Cell]:
        return [cell for column in self.fields[field] if (cell := self.table.own(self.row, column))]

    def _cells(self, *fields: str) -> list[Cell]:
        return [cell for field in fields for cell in self.own.get(field, ())]

    def _set_aside(self) -> bool:
        """Total rows and notes below the table hold no indicator."""
        cells = self.table.row(self.row)
        first = "".join(cells[0].text.split()) if cells else ""
        if _TOTAL.fullmatch(first):
            self.ledger.leave(cells, "合计行，不是指标")
        elif _NOTE.fullmatch(first) and len(self._cells("name", "target")) < 2:
            self.ledger.leave(cells, "表下说明，不是指标")
        else:
            return False
        return True

    def _band(self) -> Cell | None:
        """A line over the whole table that names a level: 一、产出指标（50分）."""
        cells = self.table.row(self.row)
        if len(cells) != 1 or not self.fields.get("level1") or self._name_cell():
            return None
        name = level_name(cells[0].text)
        is_level = name.endswith("指标") and len(name) <= _LONGEST_BAND
        return cells[0] if is_level and cells[0].origin.column <= self.fields["level1"][0] else None

    def _level_cell(self, field: str) -> Cell | None:
        cell = self._seen(field)
        if cell is None or is_placeholder(cell.text):
            self.ledger.use(*self._cells(field))
            return None
        adds_nothing = self._name_cell() is None and not self._has_value()
        if cell.origin.row == self.row and adds_nothing and not _names_level(cell.text):
            return None
        self.ledger.use(cell)
        return cell

    def _seen(self, field: str) -> Cell | None:
        """What stands in the field: its own cell, or one of the same column merged down from above."""
        for column in self.fields.get(field, ()):
            cell = self.table.seen(self.row, column)
            if cell and cell.origin.column in self.fields[field]:
                return cell
        return None

    def _name_cell(self) -> Cell | None:
        """Its own cell; the one merged down from above if this row adds something; a level that stands for the name.

        预算执行率 is often written over the level columns and the name's.
        """
        name = self._seen("name")
        if name:
            return name if name.origin.row == self.row or self._cells("target", "actual", "explanation") else None
        own_levels = [cell for cell in self._cells(*LEVELS) if not _names_level(cell.text)]
        return own_levels[-1] if own_levels and self._has_value() else None

    def _name_text(self, name: Cell) -> str:
        """A name may be written over two columns: 指标1： | 培训人次."""
        return self._text("name") if name in self.own["name"] else name.text

    def _has_value(self) -> bool:
        return any(not is_placeholder(cell.text) for cell in self._cells(*VALUES))

    def _is_empty(self, name: Cell | None) -> bool:
        written = name is not None and not all(is_placeholder(line) for line in self._name_text(name).split("\n"))
        return not written and not self._has_value()

    def _text(self, field: str) -> str:
        """The field's own text; where its cell is merged over several rows, the shared text, but points count once."""
        if self.own[field]:
            return "\n".join(cell.text for cell in self.own[field])
        shared = self._seen(field)
        return shared.text if shared and field not in (*LEVELS, *POINTS) else ""

    def _places(self, levels: Levels, name: Cell | None) -> dict[str, str]:
        places = {field: str(cell.origin) for field in self.fields if (cell := self._seen(field))}
        places |= {field: str(cell.origin) for field in LEVELS if (cell := getattr(levels, field))}
        nameless = self.table.origin(self.row, self.fields["name"][0])
        return {**places, "name": str(name.origin if name else nameless)}


def level_name(text: str) -> str:
    """一、产出指标（50分） -> 产出指标."""
    return _LEVEL_WEIGHT.sub("", strip_numbering("".join(text.split()))).strip("：:")


def points_of(text: str) -> float | None:
    """The points of 10, 10分 or 10%. None where the text is no number."""
    found = number_of(text)
    return found[0] if found and found[1] in ("", "分", "%") else None


def _names_level(text: str) -> bool:
    name = level_name(text)
    return name.endswith(_LEVEL_ENDS) and len(name) <= _LONGEST_BAND


def _joined(texts: dict[str, str]) -> dict[str, str]:
    """The operator's column joined into the target: ≥ and 280 -> ≥280."""
    operator, target = texts.get("operator", ""), texts.get("target", "")
    kept = {field: text for field, text in texts.items() if field != "operator"}
    lines = list(zip(operator.split("\n"), target.split("\n"), strict=False))
    if target and operator and len(lines) == len(target.split("\n")):
        kept["target"] = "\n".join(_with_operator(sign, value) for sign, value in lines)
    return kept


def _with_operator(written: str, value: str) -> str:
    operator, rest = operator_of(written)
    return value if rest or not operator or operator_of(value)[0] else f"{operator}{value}"
