"""What every step of one suggestion stands on: library, model's likeness, framework and sector; and how well an indicator fits a need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from indicators.library.snapshot import Library
from indicators.model.framework import Framework, plain_level
from indicators.model.hit import Hit
from indicators.model.indicator import Direction, Indicator, Nature
from indicators.model.sector import COMMON_SECTOR
from indicators.search.likeness import Likeness
from indicators.suggestion.needs import SAME_LETTERS, Need
from indicators.suggestion.rows import level_of_kind
from indicators.text.clauses import ClauseKind, GoalClause
from indicators.text.names import name_pairs, overlap
from indicators.text.terms import terms

SAME_MEASURE = 0.75
"""Likeness from which a drafted row is said to be a library indicator in other words."""
SURE_OF_LEVEL = 0.5
"""Likeness from which the nearest indicator tells the level of a rate: with it 86 % of the library's own rates are placed right, by words 72 %."""
EFFECT_NEAR = 0.25
"""A slogan of an effect is mended by a measurable effect that is only near in meaning."""
ELSEWHERE, OTHER_KIND, OTHER_UNIT, OTHER_MEASURE, PLACE_HOLDER, FOREIGN = 0.7, 0.6, 0.55, 0.5, 0.6, 0.6
"""Factors on likeness: at another place of the framework, at another level 1, in a unit that does not agree, a total for a price of one
piece, to be named by the user first, of another sector."""


@dataclass(frozen=True)
class Ground:
    """Library, likeness, framework (None for a library without) and the sector's slug."""

    library: Library
    likeness: Likeness
    framework: Framework | None
    sector: str
    _places: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict, compare=False)

    def place(self, indicator: Indicator) -> tuple[str, str]:
        """Where the indicator stands in this framework."""
        drafted = indicator.level1, indicator.level2
        if self.framework is None:
            return drafted
        if drafted not in self._places:  # asked thousands of times a sheet
            self._places[drafted] = self.framework.place(*drafted)
        return self._places[drafted]

    def level_of(self, clause: GoalClause, hits: Sequence[Hit]) -> tuple[str, str]:
        """Where a clause belongs: by its kind, and a rate (传输率, 就业率) by the indicator that is nearest to it."""
        guess = level_of_kind(clause.kind, clause.text)
        here = self.framework.place(*guess) if self.framework else guess
        nearest = (
            hits[0] if hits and clause.kind in _RATES and any(q.kind == "rate" for q in clause.quantities) else None
        )
        if nearest is None or self.alike(nearest) < SURE_OF_LEVEL:
            return here
        indicator = self.library.by_code[nearest.code]
        level1, level2 = self.place(indicator)
        known = self.framework is None or self.framework.level2(level1, level2) is not None
        if not known or indicator.level1 not in _OUTPUT_OR_BENEFIT:
            return here
        return level1, _RATE_LEVELS.get(level2, level2)

    def agrees(self, need: Need, indicator: Indicator) -> bool:
        """Whether the indicator stands where the need is placed; a library without a framework may name levels freely."""
        if self.framework is None:
            return plain_level(indicator.level2) in {"", plain_level(need.level2)}
        return self.place(indicator) == (need.level1, need.level2)

    def is_home(self, indicator: Indicator) -> bool:
        """Whether the indicator is of the draft's sector or of the shared pool."""
        return indicator.sector in {self.sector, COMMON_SECTOR}

    def alike(self, hit: Hit) -> float:
        """The hit's cosine on the scale of ``Likeness``."""
        return self.likeness.of(hit.dense or 0.0)

    def fit(self, need: Need, hit: Hit) -> float:
        """How well an indicator that was found for a need covers it, 0..1."""
        indicator, score = self.library.by_code[hit.code], self.alike(hit)
        mends = indicator.nature is Nature.QUANTITATIVE and self.is_home(indicator) and self.agrees(need, indicator)
        if need.is_slogan and mends and score >= EFFECT_NEAR:
            return 0.45 + 0.3 * score
        factors = (
            (date_fit(need, indicator), True),
            (ELSEWHERE, not self.agrees(need, indicator)),
            (OTHER_KIND, bool(self.framework) and self.place(indicator)[0] != need.level1),
            (OTHER_UNIT, units_differ(need, indicator)),
            (OTHER_MEASURE, turns(need, indicator)),
            (OTHER_MEASURE, averages_differ(need, indicator)),
            (PLACE_HOLDER, indicator.direction is Direction.VARIES),
            (FOREIGN, not self.is_home(indicator)),
            (PLACE_HOLDER, _is_nameless(need, indicator)),
        )
        for factor, holds in factors:
            score *= factor if holds else 1.0
        return score

    def same_measure(self, need: Need, hits: Sequence[Hit]) -> Indicator | None:
        """The indicator that a need is in other words: near in meaning, at the same place, in a unit that agrees."""
        for hit in hits:
            indicator = self.library.by_code[hit.code]
            if self.alike(hit) < SAME_MEASURE or indicator.is_pattern:
                continue
            if averages_differ(need, indicator) or units_differ(need, indicator):
                continue
            if self.agrees(need, indicator) and _shares_letters(need, indicator):
                return indicator
        return None


_RATES = frozenset({ClauseKind.EFFECT, ClauseKind.STANDARD})
_RATE_LEVELS = {"数量指标": "质量指标", "履职数量": "履职质量"}
"""A share is no quantity, whatever the indicator that is nearest."""
_OUTPUT_OR_BENEFIT = frozenset({"产出指标", "效益指标", "履职效能", "管理效率", "社会效应"})
_OF_ONE = re.compile(r"平均|单[位价件个台次场页批套项]|[人户亩生日]均|每|标准|造价|补助|补贴|津贴")
"""Words of a price of one piece."""


def _is_nameless(need: Need, indicator: Indicator) -> bool:
    """Whether the draft names whose satisfaction it means and the indicator does not."""
    return (
        need.kind is ClauseKind.SATISFACTION and indicator.name.startswith("服务对象") and "服务对象" not in need.text
    )


def _shares_letters(need: Need, indicator: Indicator) -> bool:
    """Short names that share only an ending look alike to the model: some letters must agree too."""
    names = [name_pairs(name) for name in (indicator.name, *indicator.aliases)]
    return any(overlap(name_pairs(text), name) >= SAME_LETTERS for text in need.texts for name in names)


def units_differ(need: Need, indicator: Indicator) -> bool:
    """Whether the need has quantities and none is in a unit of the indicator."""
    units = [quantity.unit for clause in need.spoken for quantity in clause.quantities]
    return bool(units) and not any(terms().comparable(one, other) for one in units for other in indicator.all_units)


def turns(need: Need, indicator: Indicator) -> bool:
    """Whether one is to stay low and the other to grow: 投诉率降至1% is no 投诉处理率, a mishap no rate."""
    if need.clause.mishap:
        return not any(terms().unit_kind(unit) == "count" for unit in indicator.all_units)
    signs = {q.operator for q in need.clause.quantities if q.kind == "rate"}
    return indicator.direction is Direction.HIGHER and bool(signs) and signs <= {"≤", "<"}


def averages_differ(need: Need, indicator: Indicator) -> bool:
    """Whether one speaks of the cost of a piece and the other of a total: a price for one is no limit for all."""
    if need.kind is not ClauseKind.COST:
        return False
    mine = any(_OF_ONE.search(text) for text in need.texts) or any("/" in q.unit for q in need.clause.quantities)
    return mine != bool(_OF_ONE.search(indicator.name) or "/" in indicator.unit)


def date_fit(need: Need, indicator: Indicator) -> float:
    """A date wants an indicator that is given as a date; one that only accepts dates too is second best."""
    if need.kind is not ClauseKind.TIME or not need.clause.moment or indicator.unit == "日期":
        return 1.0
    return 0.85 if "日期" in indicator.all_units else 0.5
