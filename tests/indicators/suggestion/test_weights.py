"""Points follow the official case and always sum exactly; drafted points stay when the user says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.suggestion.candidates import Candidate
from indicators.suggestion.weights import Scale, keep, weigh


def line(name, level1="产出指标", fit=1.0):
    return Candidate(key=name, name=name, level1=level1, level2="数量指标", fits={0: fit})


@pytest.fixture
def framework(library):
    return library.framework("mof-2021")


def test_the_reason_names_the_clause_of_the_case_at_hand(library, framework):
    lines = [line("甲"), line("乙", "效益指标"), line("丙", "满意度指标")]

    reason = weigh(framework, lines, [1.0], scale=Scale(), library=library).reason

    assert "财预〔2021〕101号" in reason
    assert "产出指标50分、效益指标30分、满意度指标10分" in reason


def test_a_case_that_only_follows_from_the_clause_says_so(library, framework):
    reason = weigh(framework, [line("甲"), line("乙", "效益指标")], [1.0], scale=Scale(), library=library).reason

    assert "推出的情形" in reason


def test_the_band_holds_the_weight_and_moves_only_where_others_stand_beside(library, framework):
    lines = [line("甲"), line("乙"), line("丙", "效益指标")]

    one, other, alone = weigh(framework, lines, [1.0], scale=Scale(), library=library).points

    assert one.low < one.weight < one.high
    assert other.low < other.weight < other.high
    assert alone.low == alone.weight == alone.high == 40


@given(st.lists(st.floats(0.1, 1), min_size=1, max_size=12), st.sampled_from([90, 100]), st.sampled_from([1, 0.5]))
def test_points_sum_exactly_in_whole_steps(library, fits, total, step):
    lines = [line(str(n), level1, fit) for n, fit in enumerate(fits) for level1 in ("产出指标", "效益指标")]

    points = weigh(library.framework("mof-2021"), lines, [1.0], scale=Scale(total, step), library=library).points

    assert sum(point.weight for point in points) == total
    assert all((point.weight / step).is_integer() for point in points)


def test_kept_points_stay_and_new_lines_share_the_rest(library, framework):
    scale = Scale()
    weighing = weigh(framework, [line("甲"), line("乙"), line("丙", "效益指标")], [1.0], scale=scale, library=library)

    kept = keep(weighing, [35.0, None, 30.0], scale=scale)

    assert [point.weight for point in kept.points] == [35, 25, 30]
    assert kept.notes == ("保留草稿的权重（2条）",)


def test_kept_points_that_do_not_make_the_sum_are_scaled_and_told(library, framework):
    scale = Scale()
    weighing = weigh(framework, [line("甲"), line("乙", "效益指标")], [1.0], scale=scale, library=library)

    kept = keep(weighing, [20.0, 10.0], scale=scale)

    assert [point.weight for point in kept.points] == [60, 30]
    assert "原来合计30分，按比例折算为90分" in kept.notes[0]


def test_a_draft_without_weights_has_none_to_keep(library, framework):
    scale = Scale()
    weighing = weigh(framework, [line("甲"), line("乙", "效益指标")], [1.0], scale=scale, library=library)

    assert keep(weighing, [None, None], scale=scale).points == weighing.points
