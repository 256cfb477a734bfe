"""A sheet with its mechanical fixes applied and checked again."""

from __future__ import annotations

from collections.abc import Collection

from indicators.model.fixed import FixedSheet
from indicators.model.sheet import TargetSheet
from indicators.quality.fixing import fix_sheet
from service.actions import check
from service.resources import Resources


def fix(
    resources: Resources,
    sheet: TargetSheet,
    *,
    source: str,
    profile: str | None = None,
    only: Collection[str] = (),
) -> FixedSheet:
    """What the fixes named in ``only`` (fingerprint, rule or row; all where none is named) make of a sheet.

    Raises InvalidInput for a name that meets no fix, an unknown profile, sector or framework.
    """
    return fix_sheet(sheet, lambda drafted: check.check(resources, drafted, source=source, profile=profile), only)
