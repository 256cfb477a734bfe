"""A suggestion as the official project form (layout of 豫财效〔2022〕4号 附件1), with a weight column at the end."""

from __future__ import annotations

from itertools import groupby

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from indicators.model.sheet import TargetSheet
from indicators.model.suggestion import SuggestedIndicator, Suggestion
from service.documents.plain import value_text
from service.documents.spreadsheet import append, saved

COLUMNS = ("一级指标", "二级指标", "三级指标", "指标值", "指标值说明", "权重")
WIDTHS = (14, 20, 30, 22, 48, 8)
_SIDE = Side(style="thin", color="808080")
_GRID = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


def target_form(sheet: TargetSheet, suggestion: Suggestion) -> bytes:
    """The form as an .xlsx file; values that the draft does not hold stay 待填 with the reference beside them."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "绩效目标表"
    _head(page, sheet)
    for entry in suggestion.indicators:
        append(page, form_cells(entry))
    _merge_levels(page, suggestion)
    append(page, ["合计", "", "", "", "", suggestion.weight_total])
    _style(page)
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


def form_cells(entry: SuggestedIndicator) -> tuple[str | float, ...]:
    """One line of the table, as COLUMNS name it."""
    note = "；".join(part for part in (entry.definition, entry.formula) if part)
    return entry.level1, entry.level2, entry.name, value_text(entry), note, entry.weight


def _head(page: Worksheet, sheet: TargetSheet) -> None:
    lines: list[tuple[str | float | None, ...]] = [*((line,) for line in form_title(sheet)), *form_head(sheet)]
    for number, cells in enumerate(lines, 1):
        append(page, cells)
        start = 1 if number < 3 else 3
        page.merge_cells(start_row=number, start_column=start, end_row=number, end_column=len(COLUMNS))
        if number in {3, 4, 6}:
            page.merge_cells(start_row=number, start_column=1, end_row=number, end_column=2)
    append(page, COLUMNS)


def _merge_levels(page: Worksheet, suggestion: Suggestion) -> None:
    first = page.max_row - len(suggestion.indicators) + 1
    for column, key in ((1, lambda e: e.level1), (2, lambda e: (e.level1, e.level2))):
        row = first
        for _, group in groupby(suggestion.indicators, key=key):
            size = len(list(group))
            if size > 1:
                page.merge_cells(start_row=row, start_column=column, end_row=row + size - 1, end_column=column)
            row += size


def _style(page: Worksheet) -> None:
    for letter, width in zip("ABCDEF", WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    for row in page.iter_rows():
        for cell in row:
            cell.alignment = Alignment(
                wrap_text=True, vertical="center", horizontal="left" if cell.coordinate[0] in "CDEF" else "center"
            )
            cell.border = _GRID
    for number in (1, 2):
        page.cell(number, 1).alignment = Alignment(horizontal="center")
    page["A1"].font = Font(bold=True, size=16)
    page.row_dimensions[6].height = 90
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
