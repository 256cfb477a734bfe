"""How values of the vocabulary are put on a page: numbers, target values, places, shares."""

from __future__ import annotations

import re

from indicators.model.finding import Finding
from indicators.model.suggestion import SuggestedIndicator
from service.documents.plain import value_text
from service.web.words import FIELDS, ROW_FIELDS


def number(value: float) -> str:
    """A number as people write it: 1200, 12.5; thousands are not grouped, as the forms have it."""
    return f"{value:.12g}"


def target(indicator: SuggestedIndicator) -> str:
    """The target value that the user's own words give, e.g. ≥95%; empty where they give none."""
    return "" if indicator.value is None else value_text(indicator)


def place(finding: Finding) -> str:
    """Where a finding points: the drafted row, with its cell where the sheet came from a file."""
    row = f"第{finding.row}行" if finding.row else "整表"
    return f"{row}（{finding.cell}）" if finding.cell else row


def percent(share: float) -> str:
    """A share of 1 as whole percent."""
    return f"{share * 100:.0f}%"


def field(written: str) -> str:
    """The name under which a user knows a field: budget -> 预算（万元）, rows[3].weight -> 草稿指标第3行的权重."""
    if row := re.fullmatch(r"rows\[(\d+)\](?:\.(\w+))?", written):
        part = f"的{ROW_FIELDS.get(row[2], row[2])}" if row[2] else ""
        return f"草稿指标第{row[1]}行{part}"
    return FIELDS.get(written, written)
