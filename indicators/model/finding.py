"""What a check says: outcomes for every rule, findings for every fault, an opinion on the whole."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from indicators.model.value import Value

Group = Literal["verbose", "incomplete", "unsound"]
Aspect = Literal["完整性", "相关性", "全面性", "可行性", "可衡量性"]
Severity = Literal["error", "warning", "info"]
OutcomeName = Literal["pass", "fail", "not_applicable", "insufficient_data", "error"]
Stage = Literal["target", "monitoring", "self-evaluation"]
Grade = Literal["优", "良", "中", "差"]
ASPECTS: tuple[Aspect, ...] = ("完整性", "相关性", "全面性", "可行性", "可衡量性")
STAGES: tuple[Stage, ...] = ("target", "monitoring", "self-evaluation")
STAGE_WORDS: dict[Stage, str] = {"target": "绩效目标", "monitoring": "运行监控", "self-evaluation": "单位自评"}
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Outcome(Value):
    """规则结论: what one rule concluded on one sheet, and why where it did not simply pass or fail."""

    rule: str
    outcome: OutcomeName
    reason: str = ""


class Fix(Value):
    """A mechanical mend of one row: ``field`` goes from ``before`` to ``after``, and with it the fields in ``beside``.

    Where row ``into`` says all that this row says, the row is left out and its points go there: ``field`` is then ``row``,
    ``before`` its name and ``after`` empty. Applied only when the user says so.
    """

    row: int
    field: str
    before: str
    after: str
    beside: dict[str, str] = Field(default_factory=dict)
    into: int | None = None

    def __str__(self) -> str:
        if self.into:
            return f"并入第{self.into}行"
        return f"改为“{self.after}”" + "".join(f"、“{value}”" for value in self.beside.values())


class Suppression(Value):
    """Why a finding is set aside, by whom and until when (ISO date)."""

    reason: str
    who: str = ""
    until: str | None = None


class Finding(Value):
    """问题: one fault at one place. ``row`` counts from 1, ``row_name`` is the indicator's name as drafted there.

    ``clause`` is a citation only where the clause is official. ``fingerprint`` stays the same when rows are moved.
    """

    rule: str
    name: str
    group: Group
    aspect: Aspect
    severity: Severity
    row: int | None = None
    row_name: str = ""
    cell: str | None = None
    message: str
    why: str
    clause: str | None = None
    clause_kind: Literal["依据", "参考", "建议"] = "建议"
    evidence: str = ""
    suggestion: str = ""
    fix: Fix | None = None
    fingerprint: str
    suppressed: Suppression | None = None


class AspectJudgement(Value):
    """One of the five official review aspects: how many faults, and a judgement in words."""

    aspect: Aspect
    score: float
    errors: int
    warnings: int
    judgement: str


class Opinion(Value):
    """审核意见: the five aspects, a grade with its rule, and what could not be checked."""

    aspects: tuple[AspectJudgement, ...]
    grade: Grade
    score: float
    grade_rule: str
    unchecked: tuple[str, ...] = ()


class Summary(Value):
    """Counts of a checked sheet."""

    errors: int
    warnings: int
    infos: int
    rows: int
    suppressed: int = 0


class CheckedSheet(Value):
    """All that a check says of one sheet; ``source`` names the file, ``project`` the project, or the body where there is none."""

    source: str
    project: str = ""
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    opinion: Opinion
    summary: Summary
