"""A concise core set with weights for one sheet."""

from __future__ import annotations

from indicators.model.sheet import TargetSheet
from indicators.model.suggestion import Suggestion
from service.resources import Resources


def suggest(resources: Resources, sheet: TargetSheet, *, most: int | None = None) -> Suggestion:
    """The suggestion for a sheet, at most ``most`` lines. Raises InvalidInput for an unknown sector or framework."""
    return resources.suggester.suggest(sheet, most=most)
