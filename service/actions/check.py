"""Findings, outcomes and an opinion for one sheet."""

from __future__ import annotations

from indicators.model.finding import CheckedSheet
from indicators.model.sheet import TargetSheet
from indicators.quality.checker import check_sheet
from service.resources import Resources


def check(resources: Resources, sheet: TargetSheet, *, source: str, profile: str | None = None) -> CheckedSheet:
    """What the rules say of a sheet. Raises InvalidInput for an unknown profile, sector or framework."""
    return check_sheet(sheet, resources.library, source=source, profile=profile)
