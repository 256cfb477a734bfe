"""What the framework asks for: places that a draft leaves empty become implied needs, with what could fill them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indicators.model.framework import Framework, Obligation
from indicators.model.hit import Hit
from indicators.model.indicator import Indicator
from indicators.model.sector import COMMON_SECTOR
from indicators.suggestion.candidates import Candidate, filled, of_library
from indicators.suggestion.draft import Draft
from indicators.suggestion.ground import Ground
from indicators.suggestion.needs import Need
from indicators.suggestion.patterns import pattern_fit
from indicators.text.clauses import ClauseKind, read_clause

IMPORTANCE = {"必须": 0.7, "应": 0.6, "原则上": 0.5, "一般": 0.5, "按需": 0.3}
SPOKEN_FROM = 0.2
"""Importance from which a need of the draft meets a duty."""
BESIDE_LENGTH = 10
CHOICES = 6
SLOT_FITS = 0.35


def duties_of(draft: Draft, framework: Framework | None) -> list[Obligation]:
    """The framework's obligations that apply to the draft; one for a whole level 1 is left to those for its parts."""
    duties = framework.obligations if framework else ()
    finer = {duty.level1 for duty in duties if duty.level2}
    return [duty for duty in duties if _applies(duty, draft) and (duty.level2 or duty.level1 not in finer)]


def question(draft: Draft, duty: Obligation) -> str:
    """What to ask the library for a place that is left empty: the draft's main object and the name of the place."""
    return f"{(draft.main_objects or ('',))[0][:BESIDE_LENGTH]}{(duty.level2 or duty.level1).removesuffix('指标')}"


def is_met(duty: Obligation, needs: Sequence[Need]) -> bool:
    """Whether the draft itself speaks of what the duty asks for."""
    here = [n for n in needs if n.level1 == duty.level1 and duty.level2 in {None, n.level2}]
    return sum(1 for need in here if need.importance > SPOKEN_FROM) >= duty.least


def implied_need(duty: Obligation) -> Need:
    """A duty that the draft is silent about, as a need."""
    place = duty.level2 or duty.level1
    return Need(
        text=f"{duty.force}设{place}",
        kind=ClauseKind.STANDARD,
        level1=duty.level1,
        level2=duty.level2 or "",
        importance=IMPORTANCE[duty.force],
        texts=(place,),
        places=(),
        clauses=(read_clause(place),),
        implied=True,
    )


def fillers(need: Need, number: int, hits: Sequence[Hit], draft: Draft, ground: Ground) -> list[Candidate]:
    """What could fill the place of implied need ``number``: the nearest indicators and patterns of that place."""
    found = []
    for hit in hits:
        indicator = ground.library.by_code[hit.code]
        level1, level2 = ground.place(indicator)
        if level1 != need.level1 or need.level2 not in {"", level2} or not ground.is_home(indicator):
            continue
        if draft.sheet.kind == "department" and indicator.sector == COMMON_SECTOR:
            continue  # what a project may lack, a department has an indicator of its own for
        score = 0.6 * ground.alike(hit)
        if not indicator.is_pattern:
            found.append(of_library(indicator, {number: 0.3 + score}, ground))
        elif slot := _slot_for(indicator, draft):
            found.append(filled(indicator, slot, {number: 0.35 + score}, ground))
    return found[:CHOICES]


def _applies(duty: Obligation, draft: Draft) -> bool:
    if duty.project_types and not set(duty.project_types) & set(draft.types):
        return False
    return not duty.public_service or draft.serves_the_public


def _slot_for(pattern: Indicator, draft: Draft) -> str:
    """Words of the draft that can fill the slot: the group served, or the object of the first task that fits."""
    if pattern.slot and pattern.slot.kind == "受益群体":
        return draft.beneficiary
    for clause in draft.clauses:
        bare = replace(clause, quantities=())
        if clause.kind is ClauseKind.TASK and clause.counts and pattern_fit(pattern, bare, 0.0) >= SLOT_FITS:
            return clause.object
    return ""
