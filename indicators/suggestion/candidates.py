"""What could cover the needs: the drafted rows themselves, indicators of the library, and patterns filled with the draft's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from indicators.model.hit import Hit
from indicators.model.indicator import Indicator
from indicators.suggestion.ground import Ground, date_fit
from indicators.suggestion.needs import Need, adds_up
from indicators.suggestion.patterns import pattern_fit, slot_words
from indicators.suggestion.rows import DraftRow
from indicators.text.clauses import ClauseKind, GoalClause
from indicators.text.names import is_measure, measure_name

NEAR = 0.5
"""Fit from which a library indicator may cover a need."""
PATTERN_FITS = 0.6
COUNTED_FIT = 0.72
"""Fit of a counted task under its own words: below a pattern, above nothing."""
LONGEST_NAME = 20
NEAR_BESIDE = 0.6
"""Fit from which a line covers a need beside the one that it covers best."""
PATTERNS_A_NEED = 2
CORE_MERIT, SOUND_MERIT, OWN_WORDS_MERIT, SLOT_MERIT, FAULTY_MERIT = 0.08, 0.12, 0.06, -0.02, -0.05
"""Worth of a line beside what it covers: breaks ties for the core, for a sound drafted row, for the goal's own measure."""

Hits = Sequence[Sequence[Hit]]


@dataclass(frozen=True)
class Candidate:
    """One possible line. ``fits`` maps a need's number to how well it is covered (0..1); ``merit`` is its worth beside that."""

    key: str
    name: str
    level1: str
    level2: str
    fits: Mapping[int, float]
    indicator: Indicator | None = None
    slot: str | None = None
    row: DraftRow | None = None
    clause: GoalClause | None = None
    kept: bool = False
    merit: float = 0.0
    words: tuple[str, ...] = ()

    @property
    def code(self) -> str | None:
        return self.indicator.code if self.indicator else None

    @property
    def own_words(self) -> bool:
        """Whether the goal itself gives the name."""
        return self.clause is not None

    @property
    def is_core(self) -> bool:
        return bool(self.indicator and self.indicator.is_core)


def from_rows(needs: Sequence[Need], hits: Hits, ground: Ground) -> list[Candidate]:
    """For each need with rows, its best drafted row; sound rows keep their wording, and one alike names its indicator."""
    found = []
    for number, need in enumerate(needs):
        usable = [row for row in need.rows if not row.is_routine]
        if not usable:
            continue
        row = min(usable, key=lambda row: (len(row.faults), not row.is_kept_wording, len(row.name), row.number))
        near = ground.same_measure(need, hits[number])
        found.append(
            Candidate(
                key=f"row:{row.number}",
                name=row.name,
                level1=row.level1,
                level2=row.level2,
                fits={number: _row_fit(row)},
                indicator=near,
                row=row,
                kept=row.is_kept_wording,
                merit=need.importance * (SOUND_MERIT if row.is_sound else FAULTY_MERIT) + _core_merit(near),
            )
        )
    return found


def from_clauses(needs: Sequence[Need], hits: Hits, ground: Ground) -> list[Candidate]:
    """Measures that the goal names itself with a value (普查对象覆盖率达到98%), and counted tasks, in its own words."""
    found = []
    for number, need in enumerate(needs):
        stated = next(((clause.measure, clause) for clause in need.clauses if clause.measure), None)
        measure, clause = stated or _counted(need)
        if clause is None or any(row.is_measured for row in need.rows):
            continue
        near = ground.same_measure(need, hits[number])
        found.append(
            Candidate(
                key=f"clause:{measure}",
                name=measure,
                level1=need.level1,
                level2=need.level2,
                fits={number: 0.97 if stated else COUNTED_FIT},
                indicator=near,
                clause=clause,
                merit=(OWN_WORDS_MERIT if stated else 0.0) + _core_merit(near),
            )
        )
    return found


def _counted(need: Need) -> tuple[str, GoalClause | None]:
    """A counted task in the goal's own words (报送决策咨询要报80篇 -> 决策咨询要报数量), the first that reads as a name."""
    tasks = [c for c in need.clauses if c.kind is ClauseKind.TASK and c.counts]
    return next(((name, clause) for clause in tasks if (name := name_of_task(clause))), ("", None))


def name_of_task(clause: GoalClause) -> str:
    """The name of what a task counts in its own words, or empty where its words do not read as a name."""
    if len(clause.object) < 2 or not clause.counts:
        return ""
    telling = clause.action not in {"", clause.verb} or clause.action in _TELLING
    doing = (
        clause.action if telling and clause.action in clause.text and not clause.object.endswith(clause.action) else ""
    )
    name = measure_name(clause.object + doing, clause.counts[0].unit)
    return name if len(name) <= LONGEST_NAME and not _BROKEN_NAME.search(name) else ""


def from_library(needs: Sequence[Need], hits: Hits, ground: Ground) -> list[Candidate]:
    """Indicators without a slot that are near enough to a need, each with all needs that it covers."""
    fits: dict[str, dict[int, float]] = {}
    words: dict[str, tuple[str, ...]] = {}
    for number, need in enumerate(needs):
        for hit in hits[number]:
            score = ground.fit(need, hit)
            if score >= NEAR and not ground.library.by_code[hit.code].is_pattern:
                fits.setdefault(hit.code, {})[number] = score
                words.setdefault(hit.code, hit.reasons)
    return [
        replace(
            of_library(ground.library.by_code[code], _of_one_thing(fit, _best(fit), needs), ground), words=words[code]
        )
        for code, fit in fits.items()
    ]


def from_patterns(needs: Sequence[Need], hits: Hits, ground: Ground, *, main: str) -> list[Candidate]:
    """For each task, standard or date, the patterns that fit, filled with its object (or the draft's ``main`` object)."""
    found = []
    for number, need in enumerate(needs):
        clause = need.clause
        if clause.measure or need.kind is ClauseKind.FILLER or any(is_measure(row.name) for row in need.rows):
            continue
        if not clause.object and need.kind in _ABOUT_THE_WHOLE:
            clause = replace(clause, object=main)
        for score, pattern in _fitting(need, clause, hits[number], ground):
            slot = slot_words(pattern, clause)
            if not _BROKEN_NAME.search(slot):
                found.append(filled(pattern, slot, {number: min(0.95, score)}, ground))
    return found


def of_library(indicator: Indicator, fits: Mapping[int, float], ground: Ground) -> Candidate:
    """An indicator under its own name."""
    level1, level2 = ground.place(indicator)
    return Candidate(
        key=indicator.code,
        name=indicator.name,
        level1=level1,
        level2=level2,
        fits=dict(fits),
        indicator=indicator,
        merit=_core_merit(indicator),
    )


def filled(pattern: Indicator, slot: str, fits: Mapping[int, float], ground: Ground) -> Candidate:
    """A pattern with its slot filled from the draft's own words."""
    line = of_library(pattern, fits, ground)
    key, name = f"{pattern.code}:{slot}", pattern.filled(slot)
    return replace(line, key=key, name=name, slot=slot, merit=line.merit + SLOT_MERIT)


def merged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate a key; fits of equal keys are joined."""
    by_key: dict[str, Candidate] = {}
    for candidate in candidates:
        held = by_key.get(candidate.key)
        if held is None:
            by_key[candidate.key] = candidate
            continue
        fits = dict(held.fits)
        for number, score in candidate.fits.items():
            fits[number] = max(score, fits.get(number, 0.0))
        by_key[candidate.key] = replace(held, fits=fits, merit=max(held.merit, candidate.merit))
    return list(by_key.values())


def sharing(own: Iterable[Candidate], library: Sequence[Candidate], needs: Sequence[Need]) -> list[Candidate]:
    """Lines in the draft's own words, which also cover what the indicator that they are in other words covers."""
    by_code = {candidate.code: candidate.fits for candidate in library}
    return [_shared(line, by_code.get(line.code, {}), needs) if line.code else line for line in own]


def _shared(line: Candidate, fits: Mapping[int, float], needs: Sequence[Need]) -> Candidate:
    """A counted task is only shared by a line whose value is as large (培训总人次 900 covers 280 and 620, 15 does not)."""
    (home,) = line.fits
    value = line.row.target.value if line.row else None
    within = {
        number: score
        for number, score in _of_one_thing({**fits, **line.fits}, home, needs).items()
        if not (counts := needs[number].clause.counts)
        or (isinstance(value, float) and value >= max(quantity.value for quantity in counts))
    }
    return replace(line, fits={**within, **line.fits})


def _of_one_thing(fits: Mapping[int, float], home: int, needs: Sequence[Need]) -> dict[int, float]:
    """One line has one value: beside the need ``home`` it covers what is near and adds up, or has no value in a row of its own."""
    return {
        n: score
        for n, score in fits.items()
        if n == home or (score >= NEAR_BESIDE and _goes_along(needs[n], needs[home]))
    }


def _goes_along(need: Need, home: Need) -> bool:
    if need.clause.counts:
        return adds_up(home.clause, need.clause)
    return not any(row.is_measured for row in need.rows)


def _best(fits: Mapping[int, float]) -> int:
    return max(fits, key=lambda number: (fits[number], -number))


def _row_fit(row: DraftRow) -> float:
    """How well a drafted row carries its need as it stands: a value that can be judged matters most, then the name."""
    if row.is_sound:
        return 1.0
    if row.is_measured:
        return 0.8
    return 0.75 if is_measure(row.name) else 0.45


def _fitting(need: Need, clause: GoalClause, hits: Sequence[Hit], ground: Ground) -> list[tuple[float, Indicator]]:
    near = {hit.code: ground.alike(hit) for hit in hits}
    scored = [
        (pattern_fit(pattern, clause, near.get(pattern.code, 0.0)) * date_fit(need, pattern), pattern)
        for pattern in ground.library.patterns
    ]
    fitting = [(score, p) for score, p in scored if score >= PATTERN_FITS and ground.agrees(need, p)]
    return sorted(fitting, key=lambda pair: (-pair[0], pair[1].code))[:PATTERNS_A_NEED]


def _core_merit(indicator: Indicator | None) -> float:
    return CORE_MERIT if indicator and indicator.is_core else 0.0


_BROKEN_NAME = re.compile(
    r"^\d|\d(?:[万亿余多个名人]|$)|[由至为对将把并，,；;\"]|^[类后各在就经岁及的按以]|的.{8}|(?:每年|进行|分|名额|均)$"
    r"|^[^（(]*[）)]|[（(][^）)]*$|^[^“]*”|“[^”]*$"
)
"""What is left of a sentence, and no name."""
_TELLING = frozenset(
    [
        "购置",
        "采购",
        "新建",
        "改造",
        "修缮",
        "培训",
        "检测",
        "抽检",
        "监测",
        "出版",
        "发放",
        "接种",
        "筛查",
        "翻译",
        "审校",
        "报送",
        "招募",
    ]
)
"""Actions that belong into the name of what is counted (双语读物翻译数量); 举办 or 完成 say nothing."""
_ABOUT_THE_WHOLE = frozenset({ClauseKind.TIME, ClauseKind.STANDARD, ClauseKind.COST})
