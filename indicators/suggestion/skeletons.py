"""Skeletons for what no line covers: place, name pattern and unit, in the draft's own words as far as they go; not from the library."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.model.framework import Framework
from indicators.model.suggestion import Skeleton
from indicators.suggestion.candidates import name_of_task
from indicators.suggestion.needs import Need
from indicators.suggestion.rows import level_of_kind
from indicators.text.clauses import ClauseKind, GoalClause
from indicators.text.values import written

_GAPS = {
    ClauseKind.TASK: ("〔做成的事物〕", "数量", ""),
    ClauseKind.STANDARD: ("〔事物〕", "合格率", "%"),
    ClauseKind.TIME: ("〔任务〕", "完成时间", "日期"),
    ClauseKind.COST: ("〔费用〕", "控制数", "万元"),
    ClauseKind.SATISFACTION: ("〔受益群体〕", "满意度", "%"),
    ClauseKind.EFFECT: ("〔变化的事物〕", "提高（降低）幅度", "%"),
}
"""kind -> the gap that the object of a clause fills, what is measured, and the unit."""


def skeletons_for(needs: Sequence[Need], uncovered: Sequence[str]) -> list[Skeleton]:
    """One for each need whose text no line covers, at the need's place."""
    return [
        skeleton(need.clause, need.level1, need.level2, text=need.text)
        for need in needs
        if need.text in uncovered and not need.implied
    ]


def skeletons_of(clauses: Sequence[GoalClause], framework: Framework | None) -> list[Skeleton]:
    """One for each clause of a draft for which nothing was suggested."""
    places = [level_of_kind(clause.kind, clause.text) for clause in clauses]
    return [
        skeleton(clause, *(framework.place(*place) if framework else place), text=clause.text)
        for clause, place in zip(clauses, places, strict=True)
    ]


def skeleton(clause: GoalClause, level1: str, level2: str, *, text: str) -> Skeleton:
    """The skeleton of one clause: its own measure or counted task where it names one, else a pattern with a gap."""
    quantity = next(iter(clause.counts or clause.quantities), None)
    gap, measure, unit = _GAPS.get(clause.kind, _GAPS[ClauseKind.TASK])
    own = clause.measure or name_of_task(clause)
    target = f"{quantity.operator or ''}{written(quantity.value)}{quantity.unit}" if quantity else ""
    return Skeleton(
        clause=text,
        level1=level1,
        level2=level2,
        name=own or f"{gap}{measure}",
        unit=quantity.unit if quantity else unit,
        target=target or (clause.moment.text if clause.moment else ""),
    )
