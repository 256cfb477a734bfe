"""A suggestion or a drafted sheet as the official project form in Word (layout of 豫财效〔2022〕4号 附件1), with a weight column."""

from __future__ import annotations

from docx.table import Table

from indicators.model.sheet import TargetSheet
from indicators.text.values import written
from service.documents import word
from service.documents.form import Cell, FormTable, form_head, form_title, levels_alike


def target_form_docx(sheet: TargetSheet, table: FormTable) -> bytes:
    """The form as a .docx file."""
    document = word.new_document(landscape=True)
    heading, year = form_title(sheet)
    word.title(document, heading)
    word.title(document, year, size=word.SMALL)
    first, second, *others = table.columns.values()
    head = word.ruled(document, (first + second, sum(others)))
    for label, part, content in form_head(sheet):
        word.add_row(head, ("".join((label, f"：{part}" if part else "")), _shown(content)))
    document.add_paragraph()
    rows = [[_shown(cell) for cell in row] for row in table.rows]
    grid = word.grid(document, tuple(table.columns), rows, widths=tuple(table.columns.values()))
    _merge_levels(grid, table)
    return word.saved(document)


def _shown(cell: Cell) -> str:
    return written(cell) if isinstance(cell, float) else str(cell or "")


def _merge_levels(grid: Table, table: FormTable) -> None:
    """One cell for the rows of one level; the header is row 0."""
    for column in (0, 1):
        for start, size in levels_alike(table.rows, column + 1):
            for number in range(start + 2, start + size + 1):
                word.empty(grid.cell(number, column))
            grid.cell(start + 1, column).merge(grid.cell(start + size, column))
