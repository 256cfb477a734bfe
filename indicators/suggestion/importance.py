"""How much each thing that a draft speaks of matters, 0..1: by its kind, by how it is said, and by what the draft itself stresses."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.suggestion.rows import DraftRow
from indicators.text.clauses import ClauseKind, GoalClause

TASKS_THAT_TELL = 3
"""Counted tasks from which a goal tells by itself what is to be done."""
BY_KIND = {
    ClauseKind.SATISFACTION: 1.0,
    ClauseKind.TASK: 0.9,
    ClauseKind.STANDARD: 0.9,
    ClauseKind.EFFECT: 0.8,
    ClauseKind.COST: 0.7,
    ClauseKind.TIME: 0.6,
}
ONLY_A_ROW = {ClauseKind.TASK: 0.75, ClauseKind.EFFECT: 0.7, ClauseKind.COST: 1.2}
"""Factors on what only a row speaks of: half of its effects are not worth a line, while a cost that has a row mostly is."""
BESIDE_THE_GOAL = 0.35
"""Factor on a count that only a row speaks of, where the goal itself names the tasks: mostly a step, not an output."""
WISHED, UNCOUNTED = 0.3, 0.6
"""Factors on an effect and on anything else that the goal names without a value; where the goal counts its tasks, BESIDE_COUNTS."""
BESIDE_COUNTS = 0.15
IN_WORDS, UNJUDGED = 0.3, 0.4
"""Factors on a row whose value is in words, and on one without a value that can be judged."""
COPIES_BUDGET = 0.4
"""Factor on a cost that only repeats the budget: it controls what is controlled already."""
ROUTINE = 0.05
LEAST_STRESS, MOST_STRESS = 0.6, 1.3
"""Bounds of what the drafted weight of a row does to it: half of the sheet's mean weight, and less, to three halves and more."""


def mean_weight(rows: Sequence[DraftRow]) -> float:
    """The mean of the drafted weights, against which a row is heavy or light; 0 where nothing is weighted."""
    weights = [row.row.weight for row in rows if row.row.weight]
    return sum(weights) / len(weights) if weights else 0.0


def importance(
    kind: ClauseKind,
    clauses: Sequence[GoalClause],
    rows: Sequence[DraftRow],
    *,
    mean: float,
    goal_tells: bool,
) -> float:
    """The importance of one need from the clauses and rows that speak of it; ``mean`` is the mean drafted weight of the sheet."""
    base, stressed = BY_KIND.get(kind, 0.5), _stress(rows, mean)
    if clauses:
        return min(1.0, base * _as_the_goal_says(kind, clauses, goal_tells=goal_tells) * max(1.0, stressed))
    return min(1.0, base * _as_rows_say(kind, rows, goal_tells=goal_tells) * stressed)


def _stress(rows: Sequence[DraftRow], mean: float) -> float:
    """Factor by the drafted weight of the heaviest row; 1 without weights, and where all are equal."""
    heaviest = max((row.row.weight or 0.0 for row in rows), default=0.0)
    if not heaviest or not mean:
        return 1.0
    return min(MOST_STRESS, max(LEAST_STRESS, heaviest / mean))


def _as_the_goal_says(kind: ClauseKind, clauses: Sequence[GoalClause], *, goal_tells: bool) -> float:
    if any(clause.quantities or clause.moment or clause.mishap for clause in clauses):
        return 1.0
    if kind is ClauseKind.EFFECT:
        return WISHED
    return BESIDE_COUNTS if goal_tells and kind is ClauseKind.TASK else UNCOUNTED


def _as_rows_say(kind: ClauseKind, rows: Sequence[DraftRow], *, goal_tells: bool) -> float:
    sound = [row for row in rows if not row.is_routine]
    if not sound:
        return ROUTINE
    factor = ONLY_A_ROW.get(kind, 1.0) * (BESIDE_THE_GOAL if goal_tells and kind is ClauseKind.TASK else 1.0)
    if any(row.is_measured and row.target.kind != "words" for row in sound):
        return factor
    return factor * (IN_WORDS if any(row.is_measured for row in sound) else UNJUDGED)
