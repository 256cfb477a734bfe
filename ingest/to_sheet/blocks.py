"""Where the text that belongs to a label stands: beside it, over several rows, or below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ingest.cells import is_placeholder, one_line
from ingest.columns import Label
from ingest.report import Ledger
from ingest.table import Cell, Table

_GOALS = ("goal", "goal_actual")


class Block(NamedTuple):
    """The rows of a table above its header; ``labels`` are the cells that name others."""

    table: Table
    rows: tuple[int, ...]
    labels: Mapping[Cell, Label]

    def labelled(self, *fields: str) -> Iterator[tuple[Cell, Label]]:
        """The labels of these fields in reading order."""
        return ((cell, label) for cell, label in self.labels.items() if label.field in fields)

    def beside(self, cell: Cell) -> list[Cell]:
        """The cells that follow in the row, up to the next label."""
        found = []
        for other in self.table.row(cell.origin.row):
            if other.origin.column > cell.origin.column:
                if other in self.labels:
                    break
                found.append(other)
        return found


def rows_of(block: Block, label: Cell) -> list[int]:
    """The rows over which a label stands: its merged area, or the rows below that say nothing at and left of it."""
    area = block.table.area(label)
    if area.bottom > area.top:
        return [row for row in block.rows if area.top <= row <= area.bottom]
    found = [area.top]
    for row in (row for row in block.rows if row > area.top):
        cells = block.table.row(row)
        if cells[0].origin.column <= area.right or any(cell in block.labels for cell in cells):
            break
        found.append(row)
    return found


def goal_cells(block: Block, label: Cell) -> list[Cell]:
    """Beside the label over all its rows; or below it, where labels of goals stand side by side."""
    return _cells_beside(block, label) or _cells_below(block, label)


def task_lines(block: Block, label: Cell, ledger: Ledger) -> list[str]:
    """年度主要任务: one line a task, name：content. The sums beside them are left."""
    if value := block.labels[label].value:
        ledger.use(label)
        return [value]
    rows = rows_of(block, label)
    columns = [*_columns_under(block, rows, "task_name"), *_columns_under(block, rows, "task_content")]
    lines = []
    for row in rows:
        cells = [cell for cell in block.table.row(row) if cell not in block.labels]
        told = [cell for cell in cells if not columns or cell.origin.column in columns]
        ledger.use(*told)
        ledger.leave(cells, "任务的分项资金不属于绩效目标的内容，未采用")
        lines.append("：".join(one_line(cell.text) for cell in told if not is_placeholder(cell.text)))
    return [line for line in lines if line]


def _cells_beside(block: Block, label: Cell) -> list[Cell]:
    first_row = block.table.row(label.origin.row)
    after = [cell for cell in first_row if cell.origin.column > label.origin.column]
    if after and after[0] in block.labels:
        return []
    end = next((cell.origin.column for cell in after if cell in block.labels), None)
    right = block.table.area(label).right
    return [
        cell
        for row in rows_of(block, label)
        for cell in block.table.row(row)
        if cell.origin.column > right and (end is None or cell.origin.column < end) and cell not in block.labels
    ]


def _cells_below(block: Block, label: Cell) -> list[Cell]:
    """Down to the next label or a row that says nothing in the label's columns."""
    row_mates = [cell for cell, _ in block.labelled(*_GOALS) if cell.origin.row == label.origin.row]
    area = block.table.area(label)
    found: list[Cell] = []
    for row in (row for row in block.rows if row > area.bottom and len(row_mates) > 1):
        under = [cell for cell in block.table.row(row) if area.left <= cell.origin.column <= area.right]
        if not under or any(cell in block.labels for cell in under):
            break
        found.extend(under)
    return found


def _columns_under(block: Block, rows: list[int], field: str) -> list[int]:
    heads = [cell for cell, _ in block.labelled(field) if cell.origin.row in rows]
    areas = [block.table.area(cell) for cell in heads]
    return [column for area in areas for column in range(area.left, area.right + 1)]
