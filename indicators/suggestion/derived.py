"""What follows from the user's own numbers and is no value yet: the cost of one piece, from budget and count."""

from __future__ import annotations

from indicators.suggestion.candidates import Candidate
from indicators.suggestion.draft import Draft
from indicators.suggestion.lines import COST_LEVELS
from indicators.text.clauses import ClauseKind
from indicators.text.terms import terms
from indicators.text.values import Quantity, written


def unit_cost(candidate: Candidate, draft: Draft) -> str | None:
    """Budget ÷ the first count in the unit of the line (元/人次), to be confirmed by the user; None where either is missing."""
    unit = candidate.indicator.unit if candidate.indicator else ""
    budget = draft.sheet.budget_yuan
    if candidate.level1 not in COST_LEVELS or "/" not in unit or not budget:
        return None
    money, _, piece = unit.partition("/")
    factor = terms().base(money)[1]
    if terms().unit_kind(money) != "money":
        return None
    count = next((quantity for quantity in _counts(draft) if terms().comparable(quantity.unit, piece)), None)
    if count is None or not count.base_value:
        return None
    pieces = count.base_value / terms().base(piece)[1]
    each = written(round(budget / factor / pieces, 2))
    return f"按预算{written(draft.sheet.budget or 0)}万元÷{written(pieces)}{piece}推算约{each}{unit}；预算不全用于这一项的，请按实际核定"


def _counts(draft: Draft) -> list[Quantity]:
    """Every count of the tasks, those of the goal first."""
    tasks = [clause for clause in draft.clauses if clause.kind is ClauseKind.TASK]
    return [quantity for clause in (*tasks, *(row.clause for row in draft.rows)) for quantity in clause.counts]
