"""A suggestion or a drafted sheet as the official project form (layout of 豫财效〔2022〕4号 附件1), with a weight column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from indicators.errors import InvalidInput
from indicators.model.sheet import TargetSheet
from indicators.model.suggestion import SuggestedIndicator, Suggestion
from service.documents.plain import value_text
from service.documents.spreadsheet import append, saved

_SIDE = Side(style="thin", color="808080")
_GRID = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


Cell: TypeAlias = str | float | None

SUGGESTED = {"一级指标": 14, "二级指标": 20, "三级指标": 30, "指标值": 22, "指标值说明": 48, "权重": 8}
"""Columns of a suggestion with their widths in characters."""


class Column(NamedTuple):
    """A column of a drafted sheet: the row's field, the heading, the width, and whether it stands there even when empty."""

    field: str
    heading: str
    width: int
    always: bool = False


DRAFTED = (
    Column("level1", "一级指标", 14, always=True),
    Column("level2", "二级指标", 20, always=True),
    Column("name", "三级指标", 30, always=True),
    Column("target", "指标值", 22, always=True),
    Column("unit", "计量单位", 10),
    Column("explanation", "指标值说明", 40),
    Column("basis", "设定依据", 30),
    Column("weight", "权重", 8, always=True),
)


EVALUATED = {
    "adjusted_budget": "全年预算数",
    "spent": "执行数",
    "execution_rate": "执行率",
    "total_score": "总分",
    "evaluation": "完成情况",
}
EVALUATED_ROW = {"actual": "实际完成值", "score": "得分", "deviation": "偏差原因"}
"""What only monitoring and self-evaluation fill, of the sheet and of its rows."""


class FormTable(NamedTuple):
    """The table of the form: headings with widths, and rows whose first two cells are the levels; the total is the last."""

    columns: dict[str, int]
    rows: list[tuple[Cell, ...]]


def suggested_table(suggestion: Suggestion) -> FormTable:
    """The suggested lines; values that the draft does not hold stay 待填 with the reference beside them."""
    total = ("合计", "", "", "", "", suggestion.weight_total)
    return FormTable(SUGGESTED, [*map(_suggested, suggestion.indicators), total])


def drafted_table(sheet: TargetSheet) -> FormTable:
    """The drafted rows, value and unit apart as drafted. Raises InvalidInput where the sheet holds what the form has no place for."""
    filled = [word for field, word in EVALUATED.items() if getattr(sheet, field)]
    filled += [word for field, word in EVALUATED_ROW.items() if any(getattr(row, field) for row in sheet.rows)]
    if filled:
        raise InvalidInput(f"这张表填了{'、'.join(filled)}，绩效目标表没有这些栏；请写成 .json，以免丢失")
    shown = [column for column in DRAFTED if column.always or any(getattr(row, column.field) for row in sheet.rows)]
    rows = [tuple(getattr(row, column.field) for column in shown) for row in sheet.rows]
    weights = [row.weight for row in sheet.rows if row.weight is not None]
    total = ("合计", *[""] * (len(shown) - 2), sum(weights) if weights else None)
    return FormTable({column.heading: column.width for column in shown}, [*rows, total])


def target_form(sheet: TargetSheet, table: FormTable) -> bytes:
    """The form as an .xlsx file."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "绩效目标表"
    _head(page, sheet, table)
    for row in table.rows:
        append(page, row)
    _merge_levels(page, table)
    _style(page, table)
    return saved(book)


def form_title(sheet: TargetSheet) -> tuple[str, str]:
    """The name of the form, and its year to be filled in where the sheet has none."""
    title = "部门整体支出绩效目标表" if sheet.kind == "department" else "项目支出绩效目标表"
    return title, f"（{sheet.year}年度）" if sheet.year else "（    年度）"


def form_head(sheet: TargetSheet) -> tuple[tuple[str, str, str | float | None], ...]:
    """The lines above the table: label, label of the part, content."""
    return (
        ("项目名称", "", sheet.project),
        ("主管部门", "", sheet.department),
        ("项目资金（万元）", "年度资金总额", sheet.budget),
        ("年度目标", "", sheet.goal),
    )


def levels_alike(rows: Sequence[tuple[Cell, ...]], depth: int) -> list[tuple[int, int]]:
    """First place and number of rows of each stretch that shares its first ``depth`` levels, where there are several."""
    sizes = [len(list(group)) for _, group in groupby(rows, key=lambda row: row[:depth])]
    starts = [sum(sizes[:number]) for number in range(len(sizes))]
    return [(start, size) for start, size in zip(starts, sizes, strict=True) if size > 1]


def _suggested(entry: SuggestedIndicator) -> tuple[Cell, ...]:
    note = "；".join(part for part in (entry.definition, entry.formula) if part)
    return entry.level1, entry.level2, entry.name, value_text(entry), note, entry.weight


def _head(page: Worksheet, sheet: TargetSheet, table: FormTable) -> None:
    lines: list[tuple[Cell, ...]] = [*((line,) for line in form_title(sheet)), *form_head(sheet)]
    for number, cells in enumerate(lines, 1):
        append(page, cells)
        start = 1 if number < 3 else 3
        page.merge_cells(start_row=number, start_column=start, end_row=number, end_column=len(table.columns))
        if number in {3, 4, 6}:
            page.merge_cells(start_row=number, start_column=1, end_row=number, end_column=2)
    append(page, tuple(table.columns))


def _merge_levels(page: Worksheet, table: FormTable) -> None:
    first = page.max_row - len(table.rows) + 1
    for column in (1, 2):
        for start, size in levels_alike(table.rows, column):
            top = first + start
            page.merge_cells(start_row=top, start_column=column, end_row=top + size - 1, end_column=column)


def _style(page: Worksheet, table: FormTable) -> None:
    for number, width in enumerate(table.columns.values(), 1):
        page.column_dimensions[get_column_letter(number)].width = width
    for row in page.iter_rows():
        for cell in row:
            side = "center" if cell.coordinate[0] in "AB" else "left"
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=side)
            cell.border = _GRID
    for number in (1, 2):
        page.cell(number, 1).alignment = Alignment(horizontal="center")
    page["A1"].font = Font(bold=True, size=16)
    page.row_dimensions[6].height = 90
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
