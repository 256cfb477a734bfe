"""Weights follow the official envelope and always sum exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import InvalidInput
from indicators.library.files import DATA, read_values
from indicators.model.framework import Framework
from indicators.weighting.envelope import envelope_for, level_points, split

MOF_2021 = read_values(DATA / "frameworks" / "mof-2021.yaml", Framework)[0]


@pytest.mark.parametrize(
    ("levels", "points"),
    [
        (("成本指标", "产出指标", "效益指标", "满意度指标"), [20, 40, 20, 10]),
        (("产出指标", "效益指标", "满意度指标"), [50, 30, 10]),
        (("成本指标", "产出指标", "效益指标"), [20, 40, 30]),
        (("产出指标", "效益指标"), [50, 40]),
    ],
)
def test_each_official_case_has_its_envelope(levels, points):
    envelope = envelope_for(MOF_2021, levels)

    assert [envelope.weights[level] for level in levels] == points
    assert envelope.total == 90


@pytest.mark.parametrize(
    ("levels", "points"),
    [
        (("成本指标", "产出指标", "效益指标", "满意度指标"), [22, 45, 22, 11]),
        (("产出指标", "效益指标", "满意度指标"), [56, 33, 11]),
        (("成本指标", "产出指标", "效益指标"), [22, 45, 33]),
        (("产出指标", "效益指标"), [56, 44]),
    ],
)
def test_a_hundred_point_sheet_scales_the_envelope_by_largest_remainder(levels, points):
    scaled = level_points(envelope_for(MOF_2021, levels), 100)

    assert [scaled[level] for level in levels] == points


@pytest.mark.parametrize(
    ("total", "importances", "points"),
    [(40, [3, 2, 1, 1, 1], [15, 10, 5, 5, 5]), (30, [1, 1, 1, 1], [8, 8, 7, 7]), (10, [1, 1], [5, 5])],
)
def test_the_vectors_of_the_norms_hold(total, importances, points):
    assert split(total, importances) == points


@given(st.integers(1, 200), st.lists(st.floats(0, 1000), min_size=1, max_size=30))
def test_any_split_sums_exactly_and_respects_the_floor(total, importances):
    points = split(total, importances)

    assert sum(points) == total
    assert min(points) >= min(3, total // len(points))


def test_an_importance_that_is_no_number_is_refused():
    with pytest.raises(InvalidInput):
        split(10, [1.0, float("nan")])


def test_levels_without_an_official_case_still_sum_to_the_total():
    assert envelope_for(MOF_2021, ["产出指标", "满意度指标"]).total == 90
