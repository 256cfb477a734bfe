"""Sums in the block above a table: what unit they are in, and what the columns beside 年度资金总额 say of the execution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.cells import number_of
from ingest.columns import money_column_of
from ingest.table import Cell
from ingest.to_sheet.blocks import Block
from ingest.to_sheet.body import points_of

_IN_TEN_THOUSAND = {"亿元": 10_000.0, "亿": 10_000.0, "万元": 1.0, "万": 1.0, "千元": 0.1, "元": 0.0001}
_MONEY_UNIT = re.compile(r"[(（]?(?:金额)?单位[:：]\s*(亿元|万元|千元|元)[)）]?")


class Figure(NamedTuple):
    """One number of the execution: the field of TargetSheet, the number (万元, percent or points), and where it stood."""

    field: str
    number: float
    cell: Cell


def is_unit_line(text: str) -> bool:
    """Whether the text is a line 单位：万元."""
    return _MONEY_UNIT.fullmatch(text) is not None


def money_unit(block: Block, cell: Cell) -> str:
    """From the label, the labels to its left (项目资金（元）), or a line 单位：元; 万元 unless said."""
    seen = [block.table.seen(cell.origin.row, column) for column in range(cell.origin.column, 0, -1)]
    near = [block.labels[other] for other in seen if other and other in block.labels]
    lines = [said.group(1) for other in block.labels if (said := _MONEY_UNIT.fullmatch(other.text))]
    return next((unit for unit in (*(label.money for label in near), *lines) if unit), "万元")


def amount(text: str, unit: str) -> float | None:
    """A sum in 万元; None where the text is none."""
    found = number_of(text)
    if found is None:
        return None
    number, written = found
    factor = _IN_TEN_THOUSAND.get(written or unit)
    return round(number * factor, 6) if factor is not None else None


def figures(block: Block) -> Iterator[Figure]:
    """What stands in the row of the year's total below 全年预算数, 全年执行数, 分值, 执行率 and 得分, or beside such a label."""
    heads = [cell for cell, _ in block.labelled("money_column")]
    for total, label in block.labelled("budget"):
        for cell in block.beside(total) if label.period != "term" else ():
            head = next((head for head in reversed(heads) if _stands_over(block, head, cell)), None)
            if head and (figure := _figure(block, head, cell)):
                yield figure
    for head in heads:
        for cell in block.beside(head)[:1]:
            if figure := _figure(block, head, cell):
                yield figure


def _stands_over(block: Block, head: Cell, cell: Cell) -> bool:
    area = block.table.area(head)
    return area.bottom < cell.origin.row and area.left <= cell.origin.column <= area.right


def _figure(block: Block, head: Cell, cell: Cell) -> Figure | None:
    field = money_column_of(head.text)
    if field is None:
        return None
    if field in {"adjusted_budget", "spent"}:
        number = amount(cell.text, money_unit(block, cell))
    else:
        number = _percent(cell.text) if field == "execution_rate" else points_of(cell.text)
    return None if number is None else Figure(field, number, cell)


def _percent(text: str) -> float | None:
    """95.6% and 95.6 as 95.6; a share of 1 (0.956) is a percentage whose format was lost."""
    found = number_of(text)
    if found is None or found[1] not in {"", "%"}:
        return None
    return round(found[0] * 100, 6) if not found[1] and 0 <= found[0] <= 1 else found[0]
