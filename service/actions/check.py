"""Findings, outcomes and an opinion for one sheet."""

from __future__ import annotations

from indicators.model.finding import CheckedSheet
from indicators.model.sheet import TargetSheet
from indicators.quality.checker import check_sheet
from indicators.quality.meaning import MeaningReader
from service.resources import Resources


def check(resources: Resources, sheet: TargetSheet, *, source: str, profile: str | None = None) -> CheckedSheet:
    """What the rules say of a sheet. Raises InvalidInput for an unknown profile, sector or framework."""
    suggester = resources.suggester
    reader = MeaningReader(suggester.searcher, suggester.likeness, suggester.judge)
    return check_sheet(sheet, resources.library, source=source, profile=profile, reader=reader)
