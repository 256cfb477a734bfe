"""Candidates -> the concise set, chosen exactly (a mixed-integer programme solved by HiGHS).

Maximises what is covered, needs weighted by importance, plus the merit of the lines, less a price for every line; under
the most lines in all, the framework's obligations, and no two near-duplicates; lines above the cap of a second level cost more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from indicators.suggestion.candidates import Candidate

LINE_PRICE = 0.15
"""A line must bring more than this: less is not worth a reader's time."""
PRICE_ABOVE_CAP = 0.08
"""What each line above the cap of its second level costs more: the cap yields only to tasks that would else be lost."""
SECONDS = 2.0


@dataclass(frozen=True)
class Limits:
    """What the set must respect. ``least`` and ``most_level2`` are by (level1, level2); ``rivals`` are pairs that exclude each other."""

    most: int
    most_level2: Mapping[tuple[str, str], int]
    least: Mapping[tuple[str, str | None], int]
    rivals: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True)
class Choice:
    """The chosen candidates by number, and which of them carries each need."""

    chosen: tuple[int, ...]
    carrier: Mapping[int, int]


@dataclass
class _Rows:
    """Constraint rows while they are gathered: triplets and bounds."""

    rows: list[int]
    columns: list[int]
    values: list[float]
    low: list[float]
    high: list[float]

    def add(self, terms: Sequence[tuple[int, float]], low: float, high: float) -> None:
        number = len(self.low)
        for column, value in terms:
            self.rows.append(number)
            self.columns.append(column)
            self.values.append(value)
        self.low.append(low)
        self.high.append(high)


def select(candidates: Sequence[Candidate], importance: Sequence[float], limits: Limits) -> Choice:
    """The best set. Obligations that no candidate can meet are waived; ties go to the earlier candidate."""
    if not candidates:
        return Choice((), {})
    pairs = [(j, i, score) for j, c in enumerate(candidates) for i, score in sorted(c.fits.items())]
    gains = np.concatenate([_gains(candidates, importance, pairs), np.full(len(limits.most_level2), -PRICE_ABOVE_CAP)])
    constraint = _constraints(candidates, pairs, limits)
    solution = milp(
        -gains,
        constraints=constraint,
        integrality=np.concatenate([np.ones(len(candidates)), np.zeros(len(pairs) + len(limits.most_level2))]),
        bounds=Bounds(0, np.concatenate([np.ones(len(gains) - len(limits.most_level2)), _room(limits)])),
        options={"time_limit": SECONDS, "mip_rel_gap": 1e-4},
    )
    if solution.x is None:  # obligations beyond the number of lines: the most valuable lines without them
        return select(candidates, importance, Limits(limits.most, limits.most_level2, {}, limits.rivals))
    chosen = tuple(j for j in range(len(candidates)) if solution.x[j] > 0.5)
    return Choice(chosen, carriers(candidates, chosen))


def carriers(candidates: Sequence[Candidate], chosen: Sequence[int]) -> dict[int, int]:
    """For each need that any chosen line covers, the line that covers it best (the earlier one on a tie)."""
    best: dict[int, int] = {}
    for j in chosen:
        for need, score in candidates[j].fits.items():
            if need not in best or score > candidates[best[need]].fits[need]:
                best[need] = j
    return best


def losses(candidates: Sequence[Candidate], chosen: Sequence[int], importance: Sequence[float]) -> dict[int, float]:
    """For each chosen line, the share of the coverage that is lost without it (others take over what they can)."""
    whole = _covered(candidates, chosen, importance)
    return {
        j: round((whole - _covered(candidates, [k for k in chosen if k != j], importance)) / whole, 3) if whole else 0.0
        for j in chosen
    }


def _covered(candidates: Sequence[Candidate], chosen: Sequence[int], importance: Sequence[float]) -> float:
    carrier = carriers(candidates, chosen)
    return sum(importance[need] * candidates[j].fits[need] for need, j in carrier.items())


def _room(limits: Limits) -> NDArray[np.float64]:
    """How far each cap may yield: not at all where nothing is allowed."""
    return np.asarray([limits.most if most else 0 for most in limits.most_level2.values()], dtype=float)


def _gains(
    candidates: Sequence[Candidate], importance: Sequence[float], pairs: Sequence[tuple[int, int, float]]
) -> NDArray[np.float64]:
    lines = [candidate.merit - LINE_PRICE - 1e-6 * number for number, candidate in enumerate(candidates)]
    return np.asarray(lines + [importance[need] * score for _, need, score in pairs])


def _constraints(
    candidates: Sequence[Candidate], pairs: Sequence[tuple[int, int, float]], limits: Limits
) -> LinearConstraint:
    rows, width = _Rows([], [], [], [], []), len(candidates)
    rows.add([(j, 1.0) for j in range(width)], 0, limits.most)
    for number, (j, _, _) in enumerate(pairs):
        rows.add([(width + number, 1.0), (j, -1.0)], -np.inf, 0)
    by_need: dict[int, list[tuple[int, float]]] = {}
    for number, (_, need, _) in enumerate(pairs):
        by_need.setdefault(need, []).append((width + number, 1.0))
    for shares in by_need.values():
        rows.add(shares, -np.inf, 1)
    first_above = width + len(pairs)
    for number, (place, most) in enumerate(limits.most_level2.items()):
        here = [(j, 1.0) for j, c in enumerate(candidates) if (c.level1, c.level2) == place]
        rows.add([*here, (first_above + number, -1.0)], -np.inf, most)
    for (level1, level2), least in limits.least.items():
        able = [j for j, c in enumerate(candidates) if c.level1 == level1 and level2 in {None, c.level2}]
        if able:
            rows.add([(j, 1.0) for j in able], min(least, len(able)), np.inf)
    for one, other in limits.rivals:
        rows.add([(one, 1.0), (other, 1.0)], 0, 1)
    shape = (len(rows.low), first_above + len(limits.most_level2))
    return LinearConstraint(
        coo_array((rows.values, (rows.rows, rows.columns)), shape=shape).tocsr(), rows.low, rows.high
    )
