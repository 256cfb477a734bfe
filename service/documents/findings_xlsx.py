"""Findings as a plain workbook: one row a finding with filters, a page with one row a sheet, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from indicators.model.finding import Finding
from indicators.quality.handbook import GROUPS
from service.documents.batch_report import BatchReport
from service.documents.batch_text import report_pages
from service.documents.plain import SEVERITY_WORDS
from service.documents.review_result import propose
from service.documents.reviewed import Failed, Reviewed
from service.documents.spreadsheet import Content, append, saved

FINDINGS = {
    "文件": 26,
    "主管部门": 20,
    "项目": 28,
    "级别": 7,
    "规则": 9,
    "类别": 12,
    "方面": 10,
    "行": 6,
    "位置": 14,
    "指标": 26,
    "问题": 48,
    "原文": 24,
    "怎么改": 48,
    "依据类别": 9,
    "条款": 40,
    "状态": 24,
    "指纹": 18,
}
SHEETS = {
    "文件": 26,
    "主管部门": 20,
    "项目": 28,
    "年度": 8,
    "预算（万元）": 13,
    "指标行数": 9,
    "错误": 7,
    "警告": 7,
    "提示": 7,
    "已豁免": 8,
    "得分": 8,
    "等级": 7,
    "建议审核结果": 13,
    "未检查的事项": 60,
}
FAILED = {"文件": 40, "原因": 90}
WIDE = {"问题": 36, "例子": 90, "主管部门": 28, "最常见的问题": 40, "文件": 32, "项目": 32}
_HEAD = PatternFill("solid", fgColor="DDEBF7")


def findings_book(
    reviewed: Sequence[Reviewed], failed: Sequence[Failed] = (), *, report: BatchReport | None = None
) -> bytes:
    """The workbook as an .xlsx file, with the pages of a batch report where there is one.

    Texts of the sheets stay texts, whatever they begin with.
    """
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    _fill(page, "问题", FINDINGS, (_finding(one, finding) for one in reviewed for finding in one.checked.findings))
    _fill(book.create_sheet(), "各表汇总", SHEETS, map(_summary, reviewed))
    for title, (header, rows) in report_pages(report).items() if report else ():
        _fill(book.create_sheet(), title, dict(zip(header, _widths(header), strict=True)), rows)
    if failed:
        _fill(book.create_sheet(), "没有读入", FAILED, ((one.source, one.message) for one in failed))
    return saved(book)


def _widths(header: Sequence[str]) -> list[int]:
    return [WIDE.get(name, 12) for name in header]


def _fill(page: Worksheet, title: str, columns: dict[str, int], rows: Iterable[Sequence[Content]]) -> None:
    page.title = title
    append(page, columns)
    for row in rows:
        append(page, row)
    for number, width in enumerate(columns.values(), 1):
        page.column_dimensions[get_column_letter(number)].width = width
    for cells in page.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in page[1]:
        cell.font, cell.fill = Font(bold=True), _HEAD
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"


def _finding(reviewed: Reviewed, finding: Finding) -> tuple[Content, ...]:
    sheet = reviewed.sheet
    return (
        reviewed.source,
        sheet.department,
        sheet.project,
        SEVERITY_WORDS[finding.severity],
        finding.rule,
        GROUPS[finding.group],
        finding.aspect,
        finding.row,
        finding.cell or "",
        sheet.rows[finding.row - 1].name if finding.row else "（全表）",
        finding.message,
        finding.evidence,
        finding.suggestion,
        finding.clause_kind,
        finding.clause or "",
        f"已豁免：{finding.suppressed.reason}" if finding.suppressed else "待改",
        finding.fingerprint,
    )


def _summary(reviewed: Reviewed) -> tuple[Content, ...]:
    sheet, checked = reviewed.sheet, reviewed.checked
    counts = checked.summary
    return (
        reviewed.source,
        sheet.department,
        sheet.project,
        sheet.year,
        sheet.budget,
        counts.rows,
        counts.errors,
        counts.warnings,
        counts.infos,
        counts.suppressed,
        checked.opinion.score if counts.rows else None,
        checked.opinion.grade if counts.rows else "未评",
        propose(reviewed).result,
        "\n".join(checked.opinion.unchecked),
    )
