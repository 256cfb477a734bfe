"""The block above an indicator table -> project, department, year, budget, goal and kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.cells import is_placeholder
from ingest.columns import Label, label_of, month_of
from ingest.report import Ledger
from ingest.table import Cell, Table
from ingest.to_sheet.blocks import Block, goal_cells, task_lines
from ingest.to_sheet.money import amount, figures, is_unit_line, money_unit

_GOAL_PREFERENCE = {"year": 0, "": 1, "term": 2}
_TITLE = re.compile(r"绩效.{0,8}(目标|自评|申报|批复|监控|评价).{0,6}表|目标申报表")
_LONGEST_TITLE = 60
_YEAR = re.compile(r"(199[0-9]|20[0-9]{2})\s*年")
_BARE_YEAR = re.compile(r"[(（]?\s*(199[0-9]|20[0-9]{2})\s*年?\s*度?\s*[)）]?")
_FURNITURE = re.compile(r"[(（]\s*年\s*度?\s*[)）]|附件?\s*[0-9一二三四五]*[:：]?")
_WHOLE = re.compile(r"部门整体|部门[(（]单位[)）]整体|整体支出绩效|单位整体支出")


@dataclass
class Head:
    """What the block says: values by field of TargetSheet, and where each stood."""

    values: dict[str, object] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, value: object, cell: Cell) -> None:
        """The first value of a field stands."""
        if name not in self.values:
            self.values[name] = value
            self.cells[name] = str(cell.origin)


def read_head(table: Table, rows: Sequence[int], ledger: Ledger) -> Head:
    """Everything that labels in these rows name; what is not taken is left in the ledger with its reason."""
    head = Head()
    cells = [cell for row in rows for cell in table.row(row)]
    block = Block(table, tuple(rows), {cell: label for cell in cells if (label := _label(table, cell))})
    ledger.use(*(cell for cell, label in block.labels.items() if not label.value))
    _read_titles(block, head)
    _read_names(block, head, ledger)
    _read_budget(block, head, ledger)
    _read_goal(block, head, ledger)
    _read_evaluation(block, head, ledger)
    _leave_others(block, ledger)
    return head


def is_title(text: str) -> bool:
    """Whether the text is the title of a form: 2026年项目支出绩效目标申报表."""
    return len(text) <= _LONGEST_TITLE and _TITLE.search(text) is not None


def _label(table: Table, cell: Cell) -> Label | None:
    """A year is a title only where it begins its row: beside a label, 2000 is a sum and 2025年 a date of filling in."""
    begins_row = table.row(cell.origin.row)[0] is cell
    is_year = begins_row and _BARE_YEAR.fullmatch(cell.text)
    if is_year or is_title(cell.text) or _FURNITURE.fullmatch(cell.text) or is_unit_line(cell.text):
        return Label("furniture", "", "", "")
    return label_of(cell.text)


def _read_titles(block: Block, head: Head) -> None:
    for cell, _ in block.labelled("furniture"):
        if year := _BARE_YEAR.fullmatch(cell.text) or (_YEAR.search(cell.text) if is_title(cell.text) else None):
            head.put("year", int(year.group(1)), cell)
        if _WHOLE.search(cell.text):
            head.put("kind", "department", cell)


def _read_names(block: Block, head: Head, ledger: Ledger) -> None:
    """项目名称, 主管部门 and the like; of two bodies named, the one in charge is the department."""
    for field_ in ("project", "whole_department", "department", "unit", "year"):
        for cell, label in block.labelled(field_):
            if field_ == "whole_department":
                head.put("kind", "department", cell)
            source = cell if label.value else next(iter(block.beside(cell)), None)
            value = label.value or (source.text if source else "")
            if source and not is_placeholder(value):
                _take_name(head, ledger, field_, value=value.replace("\n", ""), source=source)


def _take_name(head: Head, ledger: Ledger, field_: str, *, value: str, source: Cell) -> None:
    name = field_ if field_ in ("project", "year") else "department"
    taken: str | int = value
    if name == "year":
        year = _YEAR.search(value) or _BARE_YEAR.fullmatch(value)
        if year is None:
            return
        taken = int(year.group(1))
    head.put(name, taken, source)
    if head.values[name] == taken:
        ledger.use(source)
    else:
        ledger.leave([source], f"已采用“{head.values[name]}”，未采用这一处")


def _read_budget(block: Block, head: Head, ledger: Ledger) -> None:
    """The year's total in 万元: the first number beside its label; then what is said of its execution. Parts are left."""
    labels = sorted(block.labelled("budget", "money_part", "money_column"), key=lambda pair: pair[1].period == "term")
    for cell, label in labels:
        sources = [cell] if label.value else block.beside(cell)
        if label.field == "budget" and "budget" not in head.values:
            unit = money_unit(block, cell)
            amounts = [(source, amount(label.value or source.text, unit)) for source in sources]
            for source, total in amounts:
                if total is not None:
                    head.put("budget", total, source)
                    ledger.use(source)
                    break
        ledger.use(*(source for source in sources if source.text == "0" or is_placeholder(source.text)))
        ledger.leave(sources, "分项资金不属于绩效目标的内容，未采用")
    for figure in figures(block):
        head.put(figure.field, figure.number, figure.cell)
        ledger.use(figure.cell)
    for cell, _ in block.labelled("money_column"):
        if month := month_of(cell.text):
            head.put("progress_month", month, cell)


def _read_goal(block: Block, head: Head, ledger: Ledger) -> None:
    """The year's goal before a general one, that before the term's; then the main tasks of a whole department."""
    goals = [(cell, label, [] if label.value else goal_cells(block, cell)) for cell, label in block.labelled("goal")]
    texts = [(cell, label, cells, _goal_text(label, cells)) for cell, label, cells in goals]
    for cell, _, cells, text in texts:
        if not text:
            ledger.leave(cells or [cell], "占位，没有填写目标")
    written = sorted((goal for goal in texts if goal[3]), key=lambda goal: _GOAL_PREFERENCE[goal[1].period])
    lines = [text for *_, text in written[:1]]
    for cell, _, cells, _ in written[:1]:
        ledger.use(cell, *cells)
        head.cells["goal"] = str((cells or [cell])[0].origin)
    for cell, label, cells, _ in written[1:]:
        reason = "实施期目标未采用" if label.period == "term" else "已采用另一处绩效目标，未采用这一处"
        ledger.leave(cells or [cell], reason)
    for cell, _ in block.labelled("tasks"):
        lines.extend(task_lines(block, cell, ledger))
    if lines:
        head.values["goal"] = "\n".join(lines)


def _read_evaluation(block: Block, head: Head, ledger: Ledger) -> None:
    """实际完成情况 of the goals, which only a self-evaluation has."""
    cells = [cell for label, _ in block.labelled("goal_actual") for cell in goal_cells(block, label)]
    if lines := [line for line in _joined_rows(cells) if not is_placeholder(line)]:
        head.put("evaluation", "\n".join(lines), cells[0])
        ledger.use(*cells)


def _goal_text(label: Label, cells: list[Cell]) -> str:
    """The lines that say something; an empty 目标3： and ...... go."""
    texts = [label.value] if label.value else _joined_rows(cells)
    return "\n".join(line for text in texts for line in text.split("\n") if not is_placeholder(line))


def _joined_rows(cells: list[Cell]) -> list[str]:
    """Cells of one row are one line: 目标1： and its text."""
    rows: dict[int, list[str]] = {}
    for cell in cells:
        rows.setdefault(cell.origin.row, []).append(cell.text)
    return ["".join(texts) if texts[0].endswith(("：", ":")) else " ".join(texts) for texts in rows.values()]


def _leave_others(block: Block, ledger: Ledger) -> None:
    for cell, label in block.labelled("other"):
        ledger.leave([cell] if label.value else block.beside(cell), "绩效目标不用这一项，未采用")
