"""``check_sheet``: one sheet through every rule -> outcomes, findings with clause and fingerprint, and the opinion."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from indicators.library.snapshot import Library
from indicators.model.finding import SEVERITIES, CheckedSheet, Finding, Outcome, Stage, Summary
from indicators.model.framework import Framework
from indicators.model.sheet import TargetSheet
from indicators.quality.citation import cite
from indicators.quality.fingerprint import fingerprint
from indicators.quality.meaning import MeaningReader
from indicators.quality.opinion import give_opinion
from indicators.quality.problem import Problem, Verdict
from indicators.quality.profile import Profile
from indicators.quality.profiles import choose_profile
from indicators.quality.reading import ReadSheet, read_sheet
from indicators.quality.rule import Context, Rule
from indicators.quality.rules import RULES

TARGET_STAGE: tuple[Stage, ...] = ("target",)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Conclusion:
    """What one rule came to on one sheet."""

    rule: Rule
    outcome: Outcome
    problems: tuple[Problem, ...] = ()


def check_sheet(
    sheet: TargetSheet,
    library: Library,
    *,
    source: str,
    profile: str | None = None,
    reader: MeaningReader | None = None,
    stages: Collection[Stage] = TARGET_STAGE,
) -> CheckedSheet:
    """Checks a sheet under a profile (by default that of its framework or kind), as it stands at these stages.

    Without a ``reader`` the rules that rest on meaning say that they could not look.

    Every rule gives an outcome, in the order of the table of contents; findings are sorted by severity, then by row. Raises
    InvalidInput for an unknown profile or framework and for nothing that a sheet may hold.
    """
    chosen = choose_profile(sheet, profile)
    framework = _framework(sheet, library, chosen)
    read = read_sheet(sheet, framework)
    meaning = reader.read(read) if reader else None
    context = Context(library, chosen, framework, sheet.kind, meaning)
    conclusions = conclude([rule for rule in RULES if rule.stage in stages], read, context)
    outcomes = tuple(conclusion.outcome for conclusion in conclusions)
    findings = _findings(conclusions, read, context)
    return CheckedSheet(
        source=source,
        project=_project(sheet),
        outcomes=outcomes,
        findings=findings,
        opinion=give_opinion(outcomes, findings, kind=sheet.kind, notes=_notes(sheet, chosen)),
        summary=summarise(findings, rows=len(read.rows)),
    )


def conclude(rules: Iterable[Rule], sheet: ReadSheet, context: Context) -> tuple[Conclusion, ...]:
    """The conclusions of these rules in their order; a rule that raises gives outcome error and hides no other."""
    done: dict[str, Conclusion] = {}
    for rule in rules:
        try:
            done[rule.id] = _conclusion(rule, sheet, context, done)
        except Exception as error:
            log.exception("rule %s failed", rule.id)
            reason = f"规则执行出错（{type(error).__name__}），这一项没有检查；请把表格样例发给维护人员"
            done[rule.id] = Conclusion(rule, Outcome(rule=rule.id, outcome="error", reason=reason))
    return tuple(done.values())


def summarise(findings: Iterable[Finding], *, rows: int) -> Summary:
    """Counts of the findings; a suppressed one counts only as suppressed."""
    counts = Counter("suppressed" if finding.suppressed else finding.severity for finding in findings)
    return Summary(
        errors=counts["error"],
        warnings=counts["warning"],
        infos=counts["info"],
        rows=rows,
        suppressed=counts["suppressed"],
    )


def _framework(sheet: TargetSheet, library: Library, profile: Profile) -> Framework | None:
    """The framework that the sheet names, else the profile's; None where a library of its own does not hold the latter."""
    held = {framework.slug: framework for framework in library.frameworks}
    if sheet.framework and sheet.framework != profile.slug:
        return library.framework(sheet.framework)
    return held.get(profile.framework)


def _project(sheet: TargetSheet) -> str:
    return sheet.project or sheet.department


def _notes(sheet: TargetSheet, profile: Profile) -> tuple[str, ...]:
    if sheet.kind == profile.kind:
        return ()
    kinds = {"project": "项目支出", "department": "部门整体"}
    return (
        f"本表是{kinds[sheet.kind]}绩效目标，而规则集“{profile.slug}”用于{kinds[profile.kind]}；{kinds[sheet.kind]}的专门要求没有检查",
    )


def _conclusion(rule: Rule, sheet: ReadSheet, context: Context, done: Mapping[str, Conclusion]) -> Conclusion:
    if reason := context.profile.disabled.get(rule.id):
        return _concluded(rule, "not_applicable", f"规则集“{context.profile.slug}”不启用：{reason}")
    for condition in rule.applies:
        if verdict := condition(sheet, context):
            return _concluded(rule, verdict.outcome, verdict.reason)
    said = list(rule.check(sheet, context))
    problems = [one for one in said if isinstance(one, Problem)]
    verdict = next((one for one in said if isinstance(one, Verdict)), None)
    heard = [problem for problem in problems if _silencer(problem, rule, done) is None]
    if heard:
        return _concluded(rule, "fail", verdict.reason if verdict else "", heard)
    if problems:
        silencer = _silencer(problems[0], rule, done)
        return _concluded(rule, "insufficient_data", f"{_where(problems[0])}已由{silencer}指出，改后再查")
    return _concluded(rule, verdict.outcome if verdict else "pass", verdict.reason if verdict else "")


def _concluded(rule: Rule, outcome: str, reason: str, problems: Iterable[Problem] = ()) -> Conclusion:
    data = {"rule": rule.id, "outcome": outcome, "reason": reason}
    return Conclusion(rule, Outcome.model_validate(data), tuple(problems))


def _silencer(problem: Problem, rule: Rule, done: Mapping[str, Conclusion]) -> str | None:
    """The required rule that has already spoken of this row, or of the whole sheet."""
    for required in rule.requires:
        spoken = {one.row for one in done[required].problems} if required in done else set()
        if problem.row in spoken or None in spoken:
            return required
    return None


def _where(problem: Problem) -> str:
    return f"第{problem.row}行" if problem.row else "本表"


def _findings(conclusions: Iterable[Conclusion], sheet: ReadSheet, context: Context) -> tuple[Finding, ...]:
    twins: Counter[str] = Counter()
    findings = []
    for conclusion in conclusions:
        for problem in sorted(conclusion.problems, key=lambda one: one.row or 0):
            rule, project = conclusion.rule.id, _project(sheet.sheet)
            twins[alike := fingerprint(rule, problem.subject, sheet=project)] += 1
            print_ = fingerprint(rule, problem.subject, sheet=project, occurrence=twins[alike])
            findings.append(_finding(conclusion.rule, problem, sheet, context=context, print_=print_))
    return tuple(sorted(findings, key=lambda one: (SEVERITIES.index(one.severity), one.row or 0)))


def _finding(rule: Rule, problem: Problem, sheet: ReadSheet, *, context: Context, print_: str) -> Finding:
    citation = cite(rule, context.profile, context.library.clauses_by_id, override=problem.clause)
    return Finding(
        rule=rule.id,
        name=rule.name,
        group=rule.group,
        aspect=rule.aspect,
        severity=context.profile.severities.get(rule.id, rule.severity),
        row=problem.row,
        row_name=sheet.sheet.rows[problem.row - 1].name if problem.row else "",
        cell=_cell(problem, sheet),
        message=problem.message,
        why=rule.why,
        clause=citation.text,
        clause_kind=citation.kind,
        evidence=problem.evidence,
        suggestion=f"{problem.fix}。{rule.how}" if problem.fix else rule.how,
        fix=problem.fix,
        fingerprint=print_,
    )


def _cell(problem: Problem, sheet: ReadSheet) -> str | None:
    if problem.row is None:
        return None
    row = sheet.sheet.rows[problem.row - 1]
    return row.cells.get(problem.cell) or row.cell
