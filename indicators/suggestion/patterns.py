"""Patterns and the tasks that they fit: by verb, unit, the noun an object ends with, and meaning; and what fills the slot."""

from __future__ import annotations

from indicators.model.indicator import Indicator
from indicators.text.clauses import GoalClause
from indicators.text.terms import terms

GENERIC_UNITS = frozenset({"个", "项", "次", "批"})
"""Units that drafts put to anything; they speak for a pattern less than its own unit does."""
VERB, UNIT, HEAD, MEANING = 0.35, 0.3, 0.15, 0.3


def pattern_fit(pattern: Indicator, clause: GoalClause, likeness: float) -> float:
    """How well a clause is an instance of a pattern, 0..1; what does not apply (no count, no heads) does not count."""
    slot = pattern.slot
    if slot is None or not clause.object or any(word in clause.object for word in slot.refuses):
        return 0.0
    said = clause.object + (clause.action if clause.action != clause.verb else "")
    head = max((1.0 if said.endswith(word) else 0.5 for word in slot.heads if word in said), default=0.0)
    unit = unit_fit(pattern, clause)
    if (slot.heads and not head) or (clause.counts and not unit):
        return 0.0
    verb = bool({clause.verb, clause.action} & set(slot.verbs)) or any(v in clause.text for v in slot.verbs[:3])
    marks = [(VERB, float(verb)), (MEANING, likeness)]
    marks += [(UNIT, unit)] if clause.counts else []
    marks += [(HEAD, head)] if slot.heads else []
    return sum(weight * mark for weight, mark in marks) / sum(weight for weight, _ in marks)


def unit_fit(pattern: Indicator, clause: GoalClause) -> float:
    """1 where a count has a unit of the pattern, less where the unit is one that goes with anything, 0 without a match."""
    agreed = [q.unit for q in clause.counts for unit in pattern.all_units if terms().comparable(q.unit, unit)]
    generic = bool({q.unit for q in clause.counts} & GENERIC_UNITS) and terms().unit_kind(pattern.unit) == "count"
    return max((0.7 if unit in GENERIC_UNITS else 1.0 for unit in agreed), default=0.4 if generic else 0.0)


def slot_words(pattern: Indicator, clause: GoalClause) -> str:
    """The object, with what is done to it unless the pattern's name says so already (老旧管网 + 改造)."""
    rest = pattern.filled("")
    doing = clause.action if clause.action != clause.verb and clause.action not in rest else ""
    return clause.object + doing
