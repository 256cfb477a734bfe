"""Scoring rules (赋分规则) S1–S8 as pure functions: weight and achievement -> points.

Rates are shares (0.8 is 80 %), weights and points are points of the form. S1–S5: 财预〔2021〕101号 三（七）, which gives its bands
as examples (“如”) to be fitted to the value; S6–S8: 财预〔2020〕10号 第十六条 (Henan: 豫财效〔2020〕10号 第十九条). What the texts
leave open is settled by a product default and marked [DEFAULT].
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

GATE = 0.6
"""及格门槛 of 101号 三（七）2, its example."""

Grade: TypeAlias = Literal["达成", "部分达成", "未达成"]
"""The three grades of 101号 三（七）3 (基本达成目标, 部分实现目标, 实现目标程度较低) and of 10号 第十六条, which are the same bands."""

EXECUTION_BANDS = ((0.8, 0.7), (0.6, 0.5))
SATISFACTION_BANDS = ((0.9, 1.0), (0.8, 0.8), (0.6, 0.5))
"""From which rate on, and the share of the weight that is then given: 101号 三（七）2 and 4, their examples for 10 points."""

OVER_COMPLETED = 1.3
"""[PRACTICE] From here on an over-completion is asked for its cause; 10号 第十六条 says 较多 and gives no number."""


class Band(NamedTuple):
    """A range of points. ``top`` belongs to it unless ``open_top``."""

    low: float
    top: float
    open_top: bool = False

    def holds(self, points: float) -> bool:
        """Whether the points lie in it."""
        below = points < self.top if self.open_top else _at_least(self.top, points)
        return _at_least(points, self.low) and below


def direct(weight: float, *, met: bool, deducted: float | None = None) -> float:
    """S1 直接赋分: met gives all points; otherwise none, or what a part ``deducted`` leaves. Source: 101号 三（七）1."""
    if met:
        return weight
    return 0.0 if deducted is None else max(0.0, weight - deducted)


def gated_proportion(weight: float, rate: float, *, gate: float = GATE) -> float:
    """S2 完成比例 with 及格门槛: below the gate 0, then (rate - gate) / (1 - gate) × weight. Source: 101号 三（七）2.

    [DEFAULT] Above 100 % the weight is the cap.
    """
    if not _at_least(rate, gate):
        return 0.0
    return weight * (min(rate, 1.0) - gate) / (1 - gate)


def execution_points(rate: float, *, finished: bool, weight: float = 10.0) -> float | None:
    """S3 预算执行率: finished within the budget 10; unfinished from 80 % 7, from 60 % 5, below 0. Source: 101号 三（七）2.

    [DEFAULT] None, for a person to score, where the text is silent: finished above the budget, or all of it spent and unfinished.
    [DEFAULT] Another weight than 10 scales the bands.
    """
    if finished:
        return weight if _at_least(1.0, rate) else None
    if _at_least(rate, 1.0):
        return None
    return weight * _share(rate, EXECUTION_BANDS)


def graded_band(weight: float, grade: Grade) -> Band:
    """S4 评判等级 and S8, for qualitative indicators: 达成 100–80 % (80 included), 部分达成 80–60 % (60 included), 未达成 60–0 %.

    Sources: 101号 三（七）3, 10号 第十六条.
    """
    if grade == "达成":
        return Band(0.8 * weight, weight)
    if grade == "部分达成":
        return Band(0.6 * weight, 0.8 * weight, open_top=True)
    return Band(0.0, 0.6 * weight, open_top=True)


def satisfaction_points(rate: float, weight: float = 10.0) -> float:
    """S5 满意度: from 90 % 10, from 80 % 8, from 60 % 5, below 0. Source: 101号 三（七）4.

    [DEFAULT] Another weight than 10 scales the bands (× weight / 10).
    """
    return weight * _share(rate, SATISFACTION_BANDS)


def plain_proportion(weight: float, rate: float) -> float:
    """S6, self-evaluation: reached gives all points, otherwise done / target × weight. Source: 10号 第十六条."""
    return weight * min(max(rate, 0.0), 1.0)


def is_over_completed(rate: float, mark: float = OVER_COMPLETED) -> bool:
    """S7: whether the achievement is so far above the value that its cause must be analysed (“完成值高于指标值较多的”).

    Source of the duty: 10号 第十六条; of the ``mark``: [PRACTICE]. If the value was 明显偏低, points are reduced 按照偏离度适度:
    the text gives no formula, so a person scores.
    """
    return rate > mark and not math.isclose(rate, mark)


def completion_rate(target: float, actual: float, *, reverse: bool = False) -> float | None:
    """Achievement as a share: actual / target. None for a target of 0, which can only be met or not (S1).

    [DEFAULT] ``reverse`` (≤) gives target / actual, capped at 1; an actual of 0 is full.
    """
    if target == 0:
        return None
    if not reverse:
        return actual / target
    return 1.0 if actual <= 0 else min(1.0, target / actual)


def without_inapplicable(points: float, inapplicable: float) -> float:
    """[PRACTICE] The total of a form of 100 points of which some do not apply: points ÷ (100 − inapplicable) × 100.

    Raises ValueError where nothing applies.
    """
    if inapplicable >= 100:
        raise ValueError("no indicator applies, so there is nothing to score")
    return points / (100 - inapplicable) * 100


def _share(rate: float, bands: Sequence[tuple[float, float]]) -> float:
    return next((share for low, share in bands if _at_least(rate, low)), 0.0)


def _at_least(value: float, mark: float) -> bool:
    """A quotient that is the mark but for its last binary digit counts as the mark: 含 means included."""
    return value >= mark or math.isclose(value, mark, rel_tol=1e-9)
