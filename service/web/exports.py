"""The suggested set as a file to take away."""

from __future__ import annotations

import csv
import io

from indicators.model.suggestion import SuggestedIndicator, Suggestion
from service.web.lines import number, target

HEADER = (
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
    "计量单位",
    "权重",
    "参考值（非目标值）",
    "替代的草稿行",
    "理由",
)
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(suggestion: Suggestion) -> bytes:
    """One line an indicator; UTF-8 with its mark, so that Excel and WPS show Chinese."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([_inert(cell) for cell in _cells(line)] for line in suggestion.indicators)
    return out.getvalue().encode("utf-8-sig")


def to_json(suggestion: Suggestion) -> bytes:
    """The whole suggestion, as the API gives it."""
    return suggestion.model_dump_json(indent=1).encode()


def _cells(line: SuggestedIndicator) -> tuple[str, ...]:
    value = target(line.model_copy(update={"unit": ""}))
    rows = "、".join(map(str, line.replaces))
    weight = number(line.weight)
    return (
        line.level1,
        line.level2,
        line.name,
        value,
        line.unit,
        weight,
        line.standard or "",
        rows,
        "；".join(line.reasons),
    )


def _inert(cell: str) -> str:
    """A spreadsheet runs a text that begins like a formula, and the text may be a stranger's; a quote keeps it text.

    The readers of ``ingest`` take the quote off again.
    """
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell
