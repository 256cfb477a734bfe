"""The points of the lines: level 1 by rule, inside a level by guide and coverage; each with its band, and the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indicators.library.snapshot import Library
from indicators.model.framework import LEAST_POINTS, Envelope, Framework
from indicators.suggestion.candidates import Candidate
from indicators.text.values import written
from indicators.weighting.envelope import envelope_for, level_points, split

USUAL_GUIDE, MOST_GUIDE = 6.0, 15.0
"""Guide of a line that has none in the library, and the most that a guide may say."""
LESS, MORE = 0.75, 1 / 0.75
"""What the worth of one line is multiplied with to see how far its points move: the band."""
WITHOUT_FRAMEWORK = 100.0


@dataclass(frozen=True)
class Points:
    """The points of a line, and the least and most it has when it alone is held for a quarter less or a third more."""

    weight: float
    low: float
    high: float


@dataclass(frozen=True)
class Scale:
    """How points are given: the sum at drafting (90 or 100) and the smallest step (1 or 0.5)."""

    total: float = 90
    step: float = 1

    def split(self, points: float, worth: Sequence[float]) -> list[float]:
        """``points`` by worth in whole steps, at least three points a line where they suffice; the sum is exact."""
        shares = split(points / self.step, worth, least=round(LEAST_POINTS / self.step))
        return [share * self.step for share in shares]


WHOLE_POINTS = Scale()


@dataclass(frozen=True)
class Weighing:
    """The points of all lines in their order, and a sentence that can stand in the file."""

    points: tuple[Points, ...]
    reason: str
    notes: tuple[str, ...] = ()


def weigh(
    framework: Framework | None,
    lines: Sequence[Candidate],
    importance: Sequence[float],
    *,
    scale: Scale,
    library: Library,
) -> Weighing:
    """Level 1 by the framework's envelope, inside a level by the library's guide and by what a line covers."""
    worth = [_worth(candidate, importance) for candidate in lines]
    if framework is None or not lines:
        groups: Iterable[tuple[float, list[int]]] = [(WITHOUT_FRAMEWORK, list(range(len(lines))))]
        return Weighing(_points(groups, worth, scale), _reason(None, {}, lines, library))
    envelope = envelope_for(framework, {candidate.level1 for candidate in lines})
    by_level = level_points(envelope, framework.total if framework.total == WITHOUT_FRAMEWORK else scale.total)
    groups = [(float(points), _places(lines, level1)) for level1, points in by_level.items()]
    return Weighing(_points(groups, worth, scale), _reason(envelope, by_level, lines, library))


def keep(weighing: Weighing, drafted: Sequence[float | None], *, scale: Scale) -> Weighing:
    """The drafted points stay as they are; lines without any share what is left by their suggested points.

    Where the drafted points leave too little, or do not make up the total, they are scaled, and a note says so.
    """
    total = sum(points.weight for points in weighing.points)
    held = {place: weight for place, weight in enumerate(drafted) if weight}
    if not held:
        return Weighing(weighing.points, weighing.reason, ("草稿没有写权重，权重仍是建议的分配",))
    others = [place for place in range(len(drafted)) if place not in held]
    left = total - sum(held.values())
    weights = dict(held)
    notes = [f"保留草稿的权重（{len(held)}条）"]
    if left < LEAST_POINTS * len(others) or (not others and left):
        room = total - LEAST_POINTS * len(others)
        weights = dict(zip(held, scale.split(room, list(held.values())), strict=True))
        left = total - sum(weights.values())
        notes.append(f"这几条原来合计{written(sum(held.values()))}分，按比例折算为{written(room)}分")
    suggested = [weighing.points[place].weight for place in others]
    weights |= dict(zip(others, scale.split(left, suggested), strict=True)) if others else {}
    points = tuple(Points(weights[place], weights[place], weights[place]) for place in range(len(drafted)))
    return Weighing(
        points, "权重沿用草稿" + ("，新增的指标分配余下的分值" if others else "") + "。", ("；".join(notes),)
    )


def _points(groups: Iterable[tuple[float, list[int]]], worth: Sequence[float], scale: Scale) -> tuple[Points, ...]:
    found: dict[int, Points] = {}
    for points, places in groups:
        mine = [worth[place] for place in places]
        for number, (place, weight) in enumerate(zip(places, scale.split(points, mine), strict=True)):
            low, high = (scale.split(points, _moved(mine, number, by))[number] for by in (LESS, MORE))
            found[place] = Points(weight, min(low, weight), max(high, weight))
    return tuple(found[place] for place in range(len(worth)))


def _moved(worth: Sequence[float], number: int, by: float) -> list[float]:
    return [value * by if place == number else value for place, value in enumerate(worth)]


def _places(lines: Sequence[Candidate], level1: str) -> list[int]:
    return [number for number, candidate in enumerate(lines) if candidate.level1 == level1]


def _worth(candidate: Candidate, importance: Sequence[float]) -> float:
    """The square root of the guide keeps a heavy guide from leaving the rest at the floor."""
    guide = candidate.indicator.weight if candidate.indicator and candidate.indicator.weight else USUAL_GUIDE
    covers = sum(importance[need] * score for need, score in candidate.fits.items())
    return float(min(guide, MOST_GUIDE) ** 0.5 * (0.4 + min(covers, 2.0)))


def _reason(
    envelope: Envelope | None, by_level: Mapping[str, float], lines: Sequence[Candidate], library: Library
) -> str:
    inside = f"同一类内按体现主要任务的程度和指标库的参考权重分配，每条一般不少于{LEAST_POINTS}分。"
    if envelope is None or not lines:
        return f"权重{inside}" if lines else ""
    points = "、".join(f"{level1}{written(float(value))}分" for level1, value in by_level.items())
    clause = library.clauses_by_id.get(envelope.clause or "")
    if clause is None or not clause.is_official:
        return f"一级指标没有规定的分配，建议{points}；{inside}"
    follows = "推出的情形" if envelope.derived else "规定的情形"
    return f"一级指标按{clause.citation}{follows}设为{points}；{inside}"
