"""Reads delimited text (.csv, .tsv): comma, tab or semicolon, whichever cuts its lines most evenly."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

from indicators.errors import TooLarge, UnreadableFile
from ingest.guard import Admitted
from ingest.table import MOST_ROWS, Cell, Content, Origin, build_table

DELIMITERS = (",", "\t", ";")

_LINES_TO_TELL_BY = 50
_FORCED_TEXT = re.compile(r'="(.*)"', re.DOTALL)
_QUOTED_SIGN = re.compile(r"'(?=[=+\-@])")


def read(file: Admitted) -> Content:
    """One table without a sheet name. Raises TooLarge, or UnreadableFile where a quote is left open."""
    try:
        lines = _lines(file.text, _delimiter(file))
    except csv.Error as error:
        raise UnreadableFile(
            f"{file.name} 不是规范的 CSV（引号没有成对，或一格超过13万字），请用 Excel 或 WPS 打开后另存为 .xlsx"
        ) from error
    if len(lines) > MOST_ROWS:
        raise TooLarge(f"{file.name} 超过{MOST_ROWS}行，请拆分后再上传")
    cells = [
        Cell(_unforced(text), Origin(file.name, "", row, column))
        for row, line in enumerate(lines, start=1)
        for column, text in enumerate(line, start=1)
    ]
    return Content(tables=(build_table(file.name, "", cells),))


def _delimiter(file: Admitted) -> str:
    """Tab for .tsv; otherwise the one that cuts most lines into the same number of cells, as commas in prose do not."""
    if file.name.lower().endswith(".tsv"):
        return "\t"
    start = "\n".join(file.text.split("\n", _LINES_TO_TELL_BY)[:_LINES_TO_TELL_BY])
    return max(DELIMITERS, key=lambda delimiter: _evenness(_lines(start, delimiter)))


def _evenness(lines: list[list[str]]) -> tuple[int, int]:
    """How many lines have the commonest number of cells, and that number; lines of one cell do not count."""
    widths = Counter(len(line) for line in lines if len(line) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _lines(text: str, delimiter: str) -> list[list[str]]:
    return list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), MOST_ROWS + 1))


def _unforced(text: str) -> str:
    """What Excel shows: ="012" and '-5% are the texts 012 and -5%."""
    if forced := _FORCED_TEXT.fullmatch(text):
        return forced.group(1)
    return _QUOTED_SIGN.sub("", text, count=1) if _QUOTED_SIGN.match(text) else text
