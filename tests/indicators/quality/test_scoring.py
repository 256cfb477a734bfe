"""Scoring rules S1–S8: every vector of the official texts and of the product defaults, and what must hold for any input."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.quality.scoring import (
    completion_rate,
    direct,
    execution_points,
    gated_proportion,
    graded_band,
    is_over_completed,
    plain_proportion,
    satisfaction_points,
    without_inapplicable,
)

RATES = st.floats(0, 3)
WEIGHTS = st.floats(0.5, 100)


@pytest.mark.parametrize(
    ("met", "deducted", "points"), [(True, None, 5), (False, None, 0), (False, 2, 3), (False, 9, 0)]
)
def test_s1_gives_all_or_nothing_or_deducts_a_part(met, deducted, points):
    assert direct(5, met=met, deducted=deducted) == points


@pytest.mark.parametrize(
    ("weight", "rate", "points"),
    [
        (10, 0.5999, 0),
        (10, 0.60, 0),
        (10, 0.70, 2.5),
        (10, 0.80, 5),
        (10, 0.90, 7.5),
        (10, 1.00, 10),
        (10, 1.20, 10),
        (15, 0.80, 7.5),
        (8, 0.80, 4),
    ],
)
def test_s2_gives_nothing_up_to_the_gate_and_then_the_share_above_it(weight, rate, points):
    assert gated_proportion(weight, rate) == pytest.approx(points)


@pytest.mark.parametrize(
    ("rate", "finished", "points"),
    [
        (0.72, True, 10),
        (1.0, True, 10),
        (0.999, False, 7),
        (0.80, False, 7),
        (0.799, False, 5),
        (0.60, False, 5),
        (0.599, False, 0),
        (1.01, True, None),
        (1.0, False, None),
    ],
)
def test_s3_scores_execution_by_bands_and_leaves_open_cases_to_a_person(rate, finished, points):
    assert execution_points(rate, finished=finished) == points


@pytest.mark.parametrize(
    ("grade", "inside", "outside"),
    [
        ("达成", [8.0, 9.0, 10.0], [7.9, 10.1]),
        ("部分达成", [6.0, 7.9], [8.0, 5.9]),
        ("未达成", [0.0, 5.9], [6.0]),
    ],
)
def test_s4_and_s8_give_each_grade_its_band_and_the_edges_to_the_upper_one(grade, inside, outside):
    band = graded_band(10, grade)

    assert all(band.holds(points) for points in inside)
    assert not any(band.holds(points) for points in outside)


@pytest.mark.parametrize(
    ("rate", "points"), [(0.90, 10), (0.899, 8), (0.80, 8), (0.799, 5), (0.60, 5), (0.599, 0), (1.0, 10)]
)
def test_s5_scores_satisfaction_by_bands(rate, points):
    assert satisfaction_points(rate) == points


@pytest.mark.parametrize(("weight", "points"), [(5, 4), (20, 16)])
def test_s5_scales_its_bands_to_the_weight(weight, points):
    assert satisfaction_points(0.85, weight) == pytest.approx(points)


@pytest.mark.parametrize(("rate", "points"), [(0.5, 5), (0.8, 8), (1.0, 10), (1.6, 10)])
def test_s6_is_proportional_up_to_the_value(rate, points):
    assert plain_proportion(10, rate) == pytest.approx(points)


@pytest.mark.parametrize(("rate", "over"), [(1.3, False), (1.3001, True), (1.0, False)])
def test_s7_asks_for_the_cause_above_its_mark(rate, over):
    assert is_over_completed(rate) is over


@pytest.mark.parametrize(
    ("target", "actual", "reverse", "rate"),
    [
        (50, 40, True, 1),
        (50, 62.5, True, 0.8),
        (50, 0, True, 1),
        (0, 3, True, None),
        (0, 3, False, None),
        (200, 150, False, 0.75),
        (200, 300, False, 1.5),
    ],
)
def test_completion_of_forward_and_reverse_indicators(target, actual, reverse, rate):
    assert completion_rate(target, actual, reverse=reverse) == rate


def test_the_reverse_vector_scores_8_by_10hao_and_5_by_101hao():
    rate = completion_rate(50, 62.5, reverse=True)

    assert (plain_proportion(10, rate), gated_proportion(10, rate)) == (pytest.approx(8), pytest.approx(5))


def test_points_that_do_not_apply_leave_the_denominator():
    assert without_inapplicable(72, 20) == 90

    with pytest.raises(ValueError, match="nothing to score"):
        without_inapplicable(0, 100)


@given(WEIGHTS, RATES, RATES)
def test_more_achievement_never_scores_less_and_no_rule_leaves_its_range(weight, one, other):
    low, high = sorted((one, other))
    for rule in (gated_proportion, plain_proportion, lambda w, rate: satisfaction_points(rate, w)):
        assert 0 <= rule(weight, low) <= rule(weight, high) <= weight * (1 + 1e-9)


@given(WEIGHTS, RATES)
def test_the_gate_never_scores_above_the_plain_proportion(weight, rate):
    assert gated_proportion(weight, rate) <= plain_proportion(weight, rate) + 1e-9


@pytest.mark.parametrize(("target", "actual", "rate"), [(50, 0.5, 1), (0.5, 1, 0.5), (2, 1, 1)])
def test_the_rate_of_a_reverse_indicator_is_full_only_within_its_value(target, actual, rate):
    assert completion_rate(target, actual, reverse=True) == rate


def test_an_indicator_is_forward_unless_said_otherwise():
    assert completion_rate(200, 300) == 1.5


def test_only_a_rounded_quotient_counts_as_the_mark():
    assert satisfaction_points(0.9 - 1e-12) == 10
    assert satisfaction_points(0.9 - 1e-8) == 8
