"""``fix_sheet``: applies the fixes that findings carry, checks again, and takes back what made a row no better.

Nothing is applied that was not asked for, and everything that was is told: as applied, or as left with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from indicators.errors import InvalidInput
from indicators.model.finding import CheckedSheet, Finding, Fix
from indicators.model.fixed import FixedSheet, LeftFix
from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality.rules import RULES_BY_ID

Check: TypeAlias = Callable[[TargetSheet], CheckedSheet]
Reasons: TypeAlias = dict[str, str]
"""Fingerprint of a finding -> why its fix was left."""


class Place(NamedTuple):
    """Where a rule speaks; rows are those of the sheet as drafted."""

    rule: str
    row: int | None


def drafted_place(finding: Finding) -> Place:
    """Where a finding of the sheet as drafted stands."""
    return Place(finding.rule, finding.row)


@dataclass(frozen=True)
class Attempt:
    """A sheet with fixes applied. ``numbers`` are the drafted numbers of its rows; ``clashes`` what could not be applied."""

    sheet: TargetSheet
    numbers: tuple[int, ...]
    clashes: Reasons

    def place(self, finding: Finding) -> Place:
        """Where a finding of the fixed sheet stands in the drafted one."""
        return Place(finding.rule, finding.row and self.numbers[finding.row - 1])


def fix_sheet(sheet: TargetSheet, check: Check, wanted: Collection[str] = ()) -> FixedSheet:
    """The sheet with the fixes that are ``wanted`` (all where none is named), as far as a second ``check`` bears them out.

    A fix is wanted by the fingerprint of its finding, by rule (id or name) or by row number. It is taken back where its fault
    is still there afterwards, and so are all of a row where an error or a warning has come up that the row did not have.
    Raises InvalidInput for a name that meets no fix.
    """
    before = check(sheet)
    chosen = _chosen(before.findings, wanted)
    left: Reasons = {}
    while True:
        tried = [finding for finding in chosen if finding.fingerprint not in left]
        attempt = apply_fixes(sheet, tried)
        after = check(attempt.sheet) if tried else before
        worse = attempt.clashes | dict(_no_better(tried, before, after, attempt))
        if not worse:
            break
        left |= worse
    found_before, found_after = _places(before, attempt, after)
    solved = _beyond(before.findings, drafted_place, found_after)
    return FixedSheet(
        source=before.source,
        sheet=attempt.sheet,
        applied=tuple(tried),
        left=tuple(_left(finding, left, solved) for finding in chosen if finding.fingerprint in left),
        solved=solved,
        appeared=_beyond(after.findings, attempt.place, found_before),
        before=before.summary,
        checked=after,
    )


def apply_fixes(sheet: TargetSheet, findings: Iterable[Finding]) -> Attempt:
    """The sheet with these findings' fixes applied in their order; what an earlier one has changed clashes."""
    rows = dict(enumerate(sheet.rows, 1))
    fixes = [(finding, finding.fix) for finding in findings if finding.fix]
    folded = {fix.row: fix.into for _, fix in fixes if fix.into}
    clashes: Reasons = {}
    for finding, fix in fixes:
        if fix.into:
            continue
        if reason := _clash(rows[fix.row], fix, folded):
            clashes[finding.fingerprint] = reason
        else:
            rows[fix.row] = rows[fix.row].model_copy(update={fix.field: fix.after, **fix.beside})
    for number in sorted(folded, reverse=True):
        gone, kept = rows.pop(number), rows[folded[number]]
        rows[folded[number]] = kept.model_copy(update={"weight": _together(kept.weight, gone.weight)})
    return Attempt(sheet.model_copy(update={"rows": tuple(rows.values())}), tuple(rows), clashes)


def _chosen(findings: Sequence[Finding], wanted: Collection[str]) -> list[Finding]:
    """Findings in force that carry a fix and are wanted."""
    fixable = [finding for finding in findings if finding.fix and finding.suppressed is None]
    if not wanted:
        return fixable
    names = {finding.fingerprint: _names(finding) for finding in fixable}
    asked = {word.strip().casefold() for word in wanted}
    if unmet := asked - set().union(*names.values()):
        offered = "、".join(f"{it.rule}（第{it.row}行）" for it in fixable) or "没有"
        raise InvalidInput(
            f"“{'”“'.join(sorted(unmet))}”没有可以采用的修改；可以写规则、行号或指纹，这张表可改的：{offered}"
        )
    return [finding for finding in fixable if names[finding.fingerprint] & asked]


def _names(finding: Finding) -> set[str]:
    return {finding.fingerprint, finding.rule.casefold(), finding.name, str(finding.row)}


def _clash(row: SheetRow, fix: Fix, folded: Mapping[int, int]) -> str:
    if into := folded.get(fix.row):
        return f"这一行已并入第{into}行"
    if getattr(row, fix.field) != fix.before:
        return "同一格已按前面的修改改过；核对后可以再查一次"
    return ""


def _left(finding: Finding, reasons: Reasons, solved: Collection[Finding]) -> LeftFix:
    reason = "同一格的另一处修改已经改好" if finding in solved else reasons[finding.fingerprint]
    return LeftFix(finding=finding, reason=reason)


def _places(before: CheckedSheet, attempt: Attempt, after: CheckedSheet) -> tuple[Counter[Place], Counter[Place]]:
    """How often each rule speaks at each place of the drafted sheet, before and after."""
    return Counter(map(drafted_place, before.findings)), Counter(map(attempt.place, after.findings))


def _no_better(
    tried: Sequence[Finding], before: CheckedSheet, after: CheckedSheet, attempt: Attempt
) -> Iterator[tuple[str, str]]:
    """Which of the tried fixes to take back, and why."""
    found_before, found_after = _places(before, attempt, after)
    worse = dict(_made(tried, found_before, after, attempt))
    for finding in tried:
        place = drafted_place(finding)
        if finding.row in worse:
            yield finding.fingerprint, f"改后这一行出现新问题：{worse[finding.row]}"
        elif found_after[place] >= found_before[place]:
            yield finding.fingerprint, "改后同样的问题还在"


def _made(
    tried: Sequence[Finding], found_before: Counter[Place], after: CheckedSheet, attempt: Attempt
) -> Iterator[tuple[int | None, str]]:
    """Row -> an error or warning that came up there. What a mended fault had only hidden is not the fix's doing."""
    for finding in after.findings:
        place = attempt.place(finding)
        mended = {it.rule for it in tried if it.row == place.row}
        hidden = mended & set(RULES_BY_ID[finding.rule].requires)
        if mended and not hidden and finding.severity != "info" and not found_before[place]:
            yield place.row, f"{finding.message}（{finding.rule}）"


def _beyond(
    findings: Iterable[Finding], place: Callable[[Finding], Place], others: Counter[Place]
) -> tuple[Finding, ...]:
    """Findings for whose place the other check has none, or fewer."""
    open_ = others.copy()
    left = []
    for finding in findings:
        if open_[place(finding)] > 0:
            open_[place(finding)] -= 1
        else:
            left.append(finding)
    return tuple(left)


def _together(weight: float | None, other: float | None) -> float | None:
    return other if weight is None else weight + (other or 0)
