"""Rows of text in a workbook, such that no text runs as a formula: the text may be a stranger's, and 指标值 often reads =100%."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

Content = str | float | None


def append(page: Worksheet, contents: Iterable[Content]) -> None:
    """A further row. A text that begins like a formula is kept as it is, as text, under Excel's own text mark."""
    page.append([ILLEGAL_CHARACTERS_RE.sub("", one) if isinstance(one, str) else one for one in contents])
    for cell in page[page.max_row]:
        if isinstance(cell.value, str):
            cell.data_type = "s"
            cell.quotePrefix = cell.value.startswith(FORMULA_SIGNS)


def saved(book: Workbook) -> bytes:
    """The workbook as a file."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
