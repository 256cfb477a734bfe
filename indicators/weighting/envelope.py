"""Level-1 points by the official envelope, and their split inside a level in whole points with an exact sum."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from indicators.errors import InvalidInput
from indicators.model.framework import LEAST_POINTS, Envelope, Framework


def envelope_for(framework: Framework, levels: Collection[str]) -> Envelope:
    """The framework's envelope for exactly these level-1 names; where it names none, one by the nearest envelope.

    The derived one keeps the points of the levels that are set and shares the rest in proportion. Raises InvalidInput for
    an empty set. Source of the official cases: 财预〔2021〕101号 三（六）.
    """
    wanted = frozenset(levels)
    if not wanted:
        raise InvalidInput("没有任何一级指标，无法分配权重")
    for envelope in framework.envelopes:
        if envelope.levels == wanted:
            return envelope
    nearest = max(framework.envelopes, key=lambda e: len(e.levels & wanted) - len(e.levels - wanted), default=None)
    known = nearest.weights if nearest else {}
    share = sum(known.values()) / len(known) if known else 1.0
    raw = {level.name: known.get(level.name, share) for level in framework.levels if level.name in wanted}
    points = split(framework.total, list(raw.values()), least=0)
    return Envelope(id="derived", weights=dict(zip(raw, points, strict=True)), derived=True)


def level_points(envelope: Envelope, total: float) -> dict[str, int]:
    """The envelope's points for a sheet that sums to ``total``: 20/40/20/10 at 100 -> 22/45/22/11 (largest remainder)."""
    points = split(total, list(envelope.weights.values()), least=0)
    return dict(zip(envelope.weights, points, strict=True))


def split(total: float, importances: Sequence[float], *, least: int = LEAST_POINTS) -> list[int]:
    """``total`` whole points shared by importance; largest remainder, ties by order; the sum is exact.

    Everyone gets at least ``least`` where the total allows it, otherwise as much as it allows. Importances must be finite
    and not negative; all zero counts as equal. [40 over 3,2,1,1,1] -> 15,10,5,5,5.
    """
    if not importances:
        return []
    if any(not math.isfinite(value) or value < 0 for value in importances):
        raise InvalidInput("权重的重要程度须是不小于0的数字")
    whole = round(total)
    floor = min(least, whole // len(importances))
    shares = _shares(whole, importances, floor)
    points = [math.floor(share + 1e-9) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda i: (points[i] - shares[i], i))
    for index in by_remainder[: whole - sum(points)]:
        points[index] += 1
    return points


def _shares(total: int, importances: Sequence[float], floor: int) -> list[float]:
    """Proportional shares in which nobody is below the floor: those who would be get it, the rest share what is left."""
    values = list(importances) if sum(importances) > 0 else [1.0] * len(importances)
    lifted: set[int] = set()
    while True:
        left = total - floor * len(lifted)
        weight = sum(value for index, value in enumerate(values) if index not in lifted)
        shares = [
            float(floor) if index in lifted else left * value / weight if weight else left / len(values)
            for index, value in enumerate(values)
        ]
        low = {index for index, share in enumerate(shares) if index not in lifted and share < floor}
        if not low:
            return shares
        lifted |= low
