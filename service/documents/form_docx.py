"""A suggestion as the official project form in Word (layout of 豫财效〔2022〕4号 附件1), with a weight column at the end."""

from __future__ import annotations

from itertools import groupby

from docx.table import Table

from indicators.model.sheet import TargetSheet
from indicators.model.suggestion import Suggestion
from indicators.text.values import written
from service.documents import word
from service.documents.form import COLUMNS, WIDTHS, form_cells, form_head, form_title


def target_form_docx(sheet: TargetSheet, suggestion: Suggestion) -> bytes:
    """The form as a .docx file; values that the draft does not hold stay 待填 with the reference beside them."""
    document = word.new_document(landscape=True)
    heading, year = form_title(sheet)
    word.title(document, heading)
    word.title(document, year, size=word.SMALL)
    head = word.ruled(document, (WIDTHS[0] + WIDTHS[1], sum(WIDTHS[2:])))
    for label, part, content in form_head(sheet):
        shown = written(content) if isinstance(content, float) else str(content or "")
        word.add_row(head, ("".join((label, f"：{part}" if part else "")), shown))
    document.add_paragraph()
    rows = [
        [written(it) if isinstance(it, float) else str(it) for it in form_cells(one)] for one in suggestion.indicators
    ]
    rows.append(["合计", "", "", "", "", written(suggestion.weight_total)])
    _merge_levels(word.grid(document, COLUMNS, rows, widths=WIDTHS), rows)
    return word.saved(document)


def _merge_levels(table: Table, rows: list[list[str]]) -> None:
    """One cell for the rows of one level; the header is row 0."""
    for depth in (1, 2):
        start = 1
        for _, group in groupby(rows, key=lambda row: row[:depth]):
            size = len(list(group))
            for number in range(start + 1, start + size):
                word.empty(table.cell(number, depth - 1))
            if size > 1:
                table.cell(start, depth - 1).merge(table.cell(start + size - 1, depth - 1))
            start += size
