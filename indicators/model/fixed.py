"""What came of fixing a sheet: the sheet as fixed, what was applied and what was not, and the second check."""

from __future__ import annotations

from indicators.model.finding import CheckedSheet, Finding, Summary
from indicators.model.sheet import TargetSheet
from indicators.model.value import Value


class LeftFix(Value):
    """A fix that was asked for and not applied, or taken back after the second check, and why."""

    finding: Finding
    reason: str


class FixedSheet(Value):
    """A sheet with the fixes that its second check bore out.

    ``applied`` and ``left`` are the findings whose fix was asked for, with the rows of the sheet as it was; ``solved`` are
    all findings that are gone; ``appeared`` are new, with the rows of ``sheet``. ``before`` counts the first check, ``checked`` is
    the second.
    """

    source: str
    sheet: TargetSheet
    applied: tuple[Finding, ...]
    left: tuple[LeftFix, ...]
    solved: tuple[Finding, ...]
    appeared: tuple[Finding, ...]
    before: Summary
    checked: CheckedSheet
