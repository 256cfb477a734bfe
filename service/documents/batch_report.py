"""One report on many checked sheets: per sheet, per rule, per department, the most common faults with examples, and what an
earlier check had and this one has not, or the other way about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from indicators.errors import InvalidInput
from indicators.model.finding import SEVERITIES, Finding, Grade, Severity
from indicators.model.value import Value
from indicators.quality.rules import RULES_BY_ID
from service.documents.review_result import Result, propose
from service.documents.reviewed import Failed, Reviewed

EXAMPLES = 3
UNKNOWN = "（未填主管部门）"
T = TypeVar("T")


class SheetLine(Value):
    """One sheet. ``grade`` is None where there were no rows to grade."""

    source: str
    department: str
    project: str
    rows: int
    errors: int
    warnings: int
    infos: int
    suppressed: int
    score: float
    grade: Grade | None
    result: Result


class Example(Value):
    """One finding as an example of its rule."""

    source: str
    row: int | None
    message: str


class RuleLine(Value):
    """One rule that found something: how often, on how many of the sheets, and the first examples, each of another sheet."""

    rule: str
    title: str
    severity: Severity
    findings: int
    sheets: int
    share: float
    examples: tuple[Example, ...]


class DepartmentLine(Value):
    """The sheets of one department. ``score`` is their mean, ``common`` the fault that most of them have, of several the gravest."""

    department: str
    sheets: int
    score: float
    errors: int
    warnings: int
    passed: int
    common: str


class RuleChange(Value):
    """Findings of one rule on the sheets that both checks hold."""

    rule: str
    title: str
    before: int
    after: int


class SheetChange(Value):
    """One sheet of both checks: findings that are gone, new, and still there, told by fingerprint."""

    source: str
    project: str
    score_before: float
    score_after: float
    gone: int
    new: int
    still: int


class Comparison(Value):
    """This check beside an earlier one; only ``sheets`` are in both, so only they are compared."""

    sheets: tuple[SheetChange, ...]
    rules: tuple[RuleChange, ...]
    only_before: tuple[str, ...]
    only_now: tuple[str, ...]

    @property
    def better(self) -> int:
        return sum(one.score_after > one.score_before for one in self.sheets)

    @property
    def worse(self) -> int:
        return sum(one.score_after < one.score_before for one in self.sheets)


class BatchReport(Value):
    """The whole report; rules are sorted by the number of sheets, sheets from the worst score on, ties as they were given."""

    sheets: tuple[SheetLine, ...]
    failed: tuple[Failed, ...]
    rules: tuple[RuleLine, ...]
    departments: tuple[DepartmentLine, ...]
    comparison: Comparison | None = None

    @property
    def grades(self) -> Mapping[str, int]:
        """Sheets of each grade, 优 first; 未评 for those without rows."""
        counts = Counter(line.grade or "未评" for line in self.sheets)
        return {grade: counts[grade] for grade in ("优", "良", "中", "差", "未评") if counts[grade]}

    @property
    def passed(self) -> int:
        return sum(line.result == "通过" for line in self.sheets)


class EarlierFinding(BaseModel):
    """What is compared of a finding of an earlier check; older versions may have written other keys beside."""

    model_config = ConfigDict(frozen=True)
    rule: str
    fingerprint: str
    suppressed: object = None


class EarlierOpinion(BaseModel):
    model_config = ConfigDict(frozen=True)
    score: float


class EarlierSheet(BaseModel):
    """One sheet of the JSON document of an earlier ``zhibiao check``."""

    model_config = ConfigDict(frozen=True)
    source: str
    project: str = ""
    department: str = ""
    findings: tuple[EarlierFinding, ...]
    opinion: EarlierOpinion


class Earlier(BaseModel):
    """The JSON document of an earlier ``zhibiao check --json``."""

    model_config = ConfigDict(frozen=True)
    sheets: tuple[EarlierSheet, ...]


def read_earlier(data: bytes, name: str) -> Earlier:
    """Raises InvalidInput for anything but the JSON document of a check."""
    try:
        return Earlier.model_validate_json(data)
    except ValidationError as error:
        raise InvalidInput(f"{name} 不是检查结果；请用 zhibiao check … --json --out 存下的文件") from error


def make_report(
    reviewed: Sequence[Reviewed], failed: Sequence[Failed] = (), *, earlier: Earlier | None = None
) -> BatchReport:
    """The report on these sheets; findings that are set aside count nowhere but in ``suppressed``."""
    return BatchReport(
        sheets=tuple(sorted(map(_sheet, reviewed), key=lambda line: line.score)),
        failed=tuple(failed),
        rules=_rules(reviewed),
        departments=_departments(reviewed),
        comparison=_compared(reviewed, earlier.sheets) if earlier else None,
    )


def _sheet(one: Reviewed) -> SheetLine:
    counts, opinion = one.checked.summary, one.checked.opinion
    return SheetLine(
        source=one.source,
        department=one.sheet.department,
        project=one.sheet.project,
        rows=counts.rows,
        errors=counts.errors,
        warnings=counts.warnings,
        infos=counts.infos,
        suppressed=counts.suppressed,
        score=opinion.score,
        grade=opinion.grade if counts.rows else None,
        result=propose(one).result,
    )


def _rules(reviewed: Sequence[Reviewed]) -> tuple[RuleLine, ...]:
    found = _grouped(((one, finding) for one in reviewed for finding in one.heard), lambda pair: pair[1].rule)
    lines = [_rule(rule, pairs, len(reviewed)) for rule, pairs in found.items()]
    return tuple(sorted(lines, key=lambda line: (-line.sheets, -line.findings, line.rule)))


def _rule(rule: str, pairs: Sequence[tuple[Reviewed, Finding]], of: int) -> RuleLine:
    firsts = {id(one): (one, finding) for one, finding in reversed(pairs)}
    examples = list(reversed(firsts.values()))[:EXAMPLES]
    return RuleLine(
        rule=rule,
        title=RULES_BY_ID[rule].title,
        severity=pairs[0][1].severity,
        findings=len(pairs),
        sheets=len(firsts),
        share=len(firsts) / of,
        examples=tuple(Example(source=one.source, row=it.row, message=it.message) for one, it in examples),
    )


def _departments(reviewed: Sequence[Reviewed]) -> tuple[DepartmentLine, ...]:
    lines = []
    for department, ones in _grouped(reviewed, lambda one: one.sheet.department or UNKNOWN).items():
        rules = Counter(pair for one in ones for pair in {(SEVERITIES.index(it.severity), it.rule) for it in one.heard})
        _, most = min(rules, key=lambda pair: (-rules[pair], pair), default=(0, ""))
        lines.append(
            DepartmentLine(
                department=department,
                sheets=len(ones),
                score=round(sum(one.checked.opinion.score for one in ones) / len(ones), 1),
                errors=sum(one.checked.summary.errors for one in ones),
                warnings=sum(one.checked.summary.warnings for one in ones),
                passed=sum(propose(one).result == "通过" for one in ones),
                common=RULES_BY_ID[most].title if most else "",
            )
        )
    return tuple(sorted(lines, key=lambda line: (line.score, line.department)))


def _compared(reviewed: Sequence[Reviewed], before: Sequence[EarlierSheet]) -> Comparison:
    pairs = _pairs(reviewed, before)
    kept = [old for old, _ in pairs]
    rules_before = Counter(it.rule for old, _ in pairs for it in old.findings if it.suppressed is None)
    rules_after = Counter(it.rule for _, new in pairs for it in new.heard)
    changes = [
        RuleChange(rule=rule, title=_title(rule), before=rules_before[rule], after=rules_after[rule])
        for rule in {**rules_before, **rules_after}
    ]
    current = {id(new) for _, new in pairs}
    return Comparison(
        sheets=tuple(_change(old, new) for old, new in pairs),
        rules=tuple(sorted(changes, key=lambda it: (it.after - it.before, it.rule))),
        only_before=tuple(old.source for old in before if old not in kept),
        only_now=tuple(one.source for one in reviewed if id(one) not in current),
    )


def _change(old: EarlierSheet, new: Reviewed) -> SheetChange:
    before = {it.fingerprint for it in old.findings if it.suppressed is None}
    after = {it.fingerprint for it in new.heard}
    return SheetChange(
        source=new.source,
        project=new.sheet.project,
        score_before=old.opinion.score,
        score_after=new.checked.opinion.score,
        gone=len(before - after),
        new=len(after - before),
        still=len(before & after),
    )


def _pairs(reviewed: Sequence[Reviewed], before: Sequence[EarlierSheet]) -> list[tuple[EarlierSheet, Reviewed]]:
    """The same project of the same department, where there is one of each; else the same file. Next year's file has another name."""
    by_project = _unique(before, lambda old: (old.department, old.project) if old.project else None)
    now_by_project = _unique(reviewed, _named)
    by_source = _unique(before, lambda old: old.source)
    pairs = []
    taken: set[int] = set()
    for one in reviewed:
        named = _named(one)
        old = by_project.get(named) if now_by_project.get(named) is one else None
        old = old or by_source.get(one.source)
        if old is not None and id(old) not in taken:
            taken.add(id(old))
            pairs.append((old, one))
    return pairs


def _named(one: Reviewed) -> tuple[str, str] | None:
    return (one.sheet.department, one.sheet.project) if one.sheet.project else None


def _title(rule: str) -> str:
    return RULES_BY_ID[rule].title if rule in RULES_BY_ID else "（规则已停用）"


def _grouped(ones: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for one in ones:
        groups.setdefault(key(one), []).append(one)
    return groups


def _unique(ones: Sequence[T], key: Callable[[T], object]) -> dict[object, T]:
    """Those whose key no other has."""
    counts = Counter(map(key, ones))
    return {key(one): one for one in ones if key(one) is not None and counts[key(one)] == 1}
