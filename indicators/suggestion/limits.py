"""What a set must respect under a framework."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.model.framework import Framework
from indicators.suggestion.candidates import Candidate
from indicators.suggestion.needs import Need
from indicators.suggestion.select import Limits
from indicators.text.clauses import ClauseKind
from indicators.text.names import name_pairs, overlap

USUAL_MOST = 12
SPARED, MANY_TASKS = 2, 7
"""Lines below the most that is still good, unless the goal itself counts more tasks than this."""
TWIN_NAMES = 0.6
"""Share of common character pairs from which two names of one level 1 are near-duplicates."""
SPEAKS_FROM = 0.2
"""Importance from which a need calls for its level 1."""


def limits_for(
    framework: Framework | None, needs: Sequence[Need], candidates: Sequence[Candidate], *, most: int | None
) -> Limits:
    """Caps of the second levels, the obligations for the levels that needs call for, and near-duplicates."""
    levels = framework.levels if framework else ()
    caps = {(u.name, lower.name): lower.most if u.at_drafting else 0 for u in levels for lower in u.level2}
    called = {need.level1 for need in needs if need.implied or need.importance > SPEAKS_FROM}
    spoken = {(need.level1, need.level2) for need in needs if not need.implied and need.importance > SPEAKS_FROM}
    least = {
        (duty.level1, duty.level2): duty.least
        for duty in (framework.obligations if framework else ())
        if duty.level1 in called and (duty.force != "按需" or (duty.level1, duty.level2) in spoken)
    }
    return Limits(most=most or _usual_most(framework, needs), most_level2=caps, least=least, rivals=_rivals(candidates))


def _usual_most(framework: Framework | None, needs: Sequence[Need]) -> int:
    """How many lines without a wish of the user: fewer than may be, so that the core stands out."""
    most = framework.count.good_high if framework else USUAL_MOST
    tasks = sum(1 for need in needs if need.clauses and need.kind is ClauseKind.TASK and need.clause.counts)
    return most if tasks > MANY_TASKS else most - SPARED


def _rivals(candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
    pairs = [name_pairs(candidate.name) for candidate in candidates]
    return [
        (one, other)
        for one in range(len(candidates))
        for other in range(one + 1, len(candidates))
        if _are_twins(candidates[one], candidates[other], overlap(pairs[one], pairs[other]))
    ]


def _are_twins(one: Candidate, other: Candidate, letters: float) -> bool:
    same_record = one.code is not None and one.code == other.code and one.slot == other.slot
    if one.row and other.row and one.row.target.value != other.row.target.value:
        same_record = False  # two drafted rows with two values are two things, however near to one indicator
    return same_record or (one.level1 == other.level1 and letters >= TWIN_NAMES)
