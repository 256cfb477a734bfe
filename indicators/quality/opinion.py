"""Outcomes and findings -> the review opinion: five aspects, a score and grade by a disclosed rule, and what was not checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from indicators.model.finding import (
    ASPECTS,
    STAGE_WORDS,
    Aspect,
    AspectJudgement,
    Finding,
    Grade,
    Opinion,
    Outcome,
    Stage,
)
from indicators.quality.checkpoints import checkpoints
from indicators.quality.rules import RULES_BY_ID

POINTS = 20.0
DEDUCTIONS = {"error": 8.0, "warning": 4.0, "info": 1.0}
CAPPED_BY_ERROR = 89.0
CAPPED_BY_GAP = 79.0
GAPS = frozenset({"CV101", "CV102"})
GRADE_RULE = (
    "建议口径，不是文件规定：五个方面各20分，每处错误扣8分、警告扣4分、提示扣1分，扣完为止；不适用的方面不计，其余折算为100分；"
    "没有一条规则能检查的方面不得分。有错误的最高89分，缺产出或效益指标的最高79分。90分及以上为优、80分及以上为良、60分及以上为中、"
    "60分以下为差；这几档取自财预〔2020〕10号第十八条，该条用于绩效评价结果，不用于绩效目标审核，这里只作改稿参考。"
)


def give_opinion(
    outcomes: Sequence[Outcome], findings: Sequence[Finding], *, kind: str, notes: Sequence[str] = ()
) -> Opinion:
    """The opinion on a sheet of this ``kind``; suppressed findings do not count."""
    stages = {RULES_BY_ID[outcome.rule].stage for outcome in outcomes}
    unchecked = (*notes, *_beside_the_target(stages), *_unfinished(outcomes), *_unruled(kind, stages))
    return _opinion(outcomes, findings, unchecked)


def give_again(before: Opinion, outcomes: Sequence[Outcome], findings: Sequence[Finding]) -> Opinion:
    """The opinion after findings were suppressed; what was not checked stays as it was."""
    return _opinion(outcomes, findings, before.unchecked)


def _opinion(outcomes: Sequence[Outcome], findings: Sequence[Finding], unchecked: tuple[str, ...]) -> Opinion:
    heard = [finding for finding in findings if finding.suppressed is None]
    outcomes = _judged_by_aspect(outcomes)
    heard = [finding for finding in heard if finding.rule in {outcome.rule for outcome in outcomes}]
    judged = [_judge(aspect, outcomes, heard) for aspect in ASPECTS]
    counted = [aspect for aspect, state in judged if state != "not_applicable"]
    share = sum(aspect.score for aspect in counted) / (POINTS * len(counted)) if counted else 0.0
    score = min(round(100 * share, 1), _cap(heard))
    return Opinion(
        aspects=tuple(aspect for aspect, _ in judged),
        grade=grade_of(score),
        score=score,
        grade_rule=GRADE_RULE,
        unchecked=unchecked,
    )


def grade_of(score: float) -> Grade:
    """优 from 90, 良 from 80, 中 from 60, 差 below (cuts of 财预〔2020〕10号 第十八条)."""
    if score >= 90:
        return "优"
    if score >= 80:
        return "良"
    return "中" if score >= 60 else "差"


def _cap(findings: Iterable[Finding]) -> float:
    rules = {finding.rule for finding in findings if finding.severity == "error"}
    if rules & GAPS:
        return CAPPED_BY_GAP
    return CAPPED_BY_ERROR if rules else 100.0


def _judge(aspect: Aspect, outcomes: Iterable[Outcome], findings: Iterable[Finding]) -> tuple[AspectJudgement, str]:
    """The judgement on one aspect, and whether it was checked, is not_applicable or unchecked."""
    own = [outcome for outcome in outcomes if RULES_BY_ID[outcome.rule].aspect == aspect]
    faults = [finding for finding in findings if finding.aspect == aspect]
    state = _state(own)
    lost = sum(DEDUCTIONS[finding.severity] for finding in faults)
    errors = sum(finding.severity == "error" for finding in faults)
    warnings = sum(finding.severity == "warning" for finding in faults)
    return (
        AspectJudgement(
            aspect=aspect,
            score=max(0.0, POINTS - lost) if state == "checked" else 0.0,
            errors=errors,
            warnings=warnings,
            judgement=_judgement(own, faults, state),
        ),
        state,
    )


def _state(outcomes: Sequence[Outcome]) -> str:
    names = {outcome.outcome for outcome in outcomes}
    if names & {"pass", "fail"}:
        return "checked"
    return "unchecked" if names & {"insufficient_data", "error"} else "not_applicable"


def _judgement(outcomes: Sequence[Outcome], faults: Sequence[Finding], state: str) -> str:
    if state == "not_applicable":
        return f"没有适用的规则（{_first_reason(outcomes)}），须人工核对"
    if state == "unchecked":
        return f"没有检查：{_first_reason(outcomes, skip='not_applicable')}"
    checked = sum(outcome.outcome in {"pass", "fail"} for outcome in outcomes)
    if not faults:
        return f"检查了{checked}条规则，没有发现问题"
    counts: dict[str, int] = {}
    for fault in faults:
        title = RULES_BY_ID[fault.rule].title
        counts[title] = counts.get(title, 0) + 1
    return "；".join(f"{title}（{count}处）" for title, count in counts.items())


def _first_reason(outcomes: Iterable[Outcome], *, skip: str = "") -> str:
    return next(
        (outcome.reason for outcome in outcomes if outcome.reason and outcome.outcome != skip), "没有可用的规则"
    )


def _unfinished(outcomes: Iterable[Outcome]) -> list[str]:
    """Rules that came to no end, those with the same reason in one line."""
    by_reason: dict[str, list[str]] = {}
    for outcome in outcomes:
        if outcome.outcome in {"insufficient_data", "error"}:
            by_reason.setdefault(outcome.reason, []).append(f"{RULES_BY_ID[outcome.rule].title}（{outcome.rule}）")
    return [f"{'、'.join(titles)}：{reason}" for reason, titles in by_reason.items()]


def _unruled(kind: str, stages: Collection[Stage]) -> list[str]:
    return [f"{point.question}：没有自动规则，请人工核对" for point in checkpoints() if point.is_open(kind, stages)]


def _judged_by_aspect(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """Those of the target, for whose review the five aspects are written; where it was not checked, all."""
    of_target = [outcome for outcome in outcomes if RULES_BY_ID[outcome.rule].stage == "target"]
    return of_target or outcomes


def _beside_the_target(stages: Collection[Stage]) -> list[str]:
    others = "、".join(STAGE_WORDS[stage] for stage in STAGE_WORDS if stage in stages and stage != "target")
    if not others:
        return []
    if "target" in stages:
        return [f"{others}发现的问题不计入五个方面的评分，评分只看绩效目标本身"]
    return [f"没有检查绩效目标本身，五个方面只按{others}的规则给出"]
