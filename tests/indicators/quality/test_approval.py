"""Rows of a self-evaluation and the approved rows: what pairs, what counts as altered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.quality.approval import held_against_approved
from indicators.quality.examples import row, sheet
from indicators.quality.reading import read_sheet
from indicators.quality.transfer_rows import differs


def held(approved, own):
    return held_against_approved(read_sheet(sheet(*own, alone=True, approved=approved), None), None)


def names(rows):
    return [one.name for one in rows]


def test_rows_pair_by_name_however_it_is_typed():
    found = held([row(name="培训人次")], [row(name="数量指标：培训 人次")])

    assert [(pair.approved.name, pair.own.name) for pair in found.pairs] == [("培训人次", "数量指标：培训 人次")]
    assert (found.dropped, found.added) == ((), ())


def test_a_row_of_the_same_level_and_value_was_only_renamed():
    found = held(
        [row(name="培训人次", target="≥280人次"), row(name="教材册数", target="≥300册")],
        [row(name="培训干部人次", target="≥280人次")],
    )

    assert [(pair.approved.name, pair.own.name) for pair in found.pairs] == [("培训人次", "培训干部人次")]
    assert (names(found.dropped), names(found.added)) == (["教材册数"], [])


def test_totals_and_the_execution_rate_are_no_indicators_on_either_side():
    beside = [row(name="合计", target=""), row(level1="预算执行率", level2="", name="预算执行率", target="100%")]

    assert held(beside, []).dropped == ()
    assert held([], beside).added == ()


@pytest.mark.parametrize(
    ("approved", "own", "altered"),
    [
        ("≥280人次", "280人次", False),
        ("≥280人次", "≥0.028万人次", False),
        ("≥280人次", "≥281人次", True),
        ("≥95%", "≤95%", True),
        ("≥95%", "95%", False),
        ("2026年11月底前", "2026年12月底前", True),
        ("良好", "良好", False),
        ("良好", "≥95%", True),
        ("≥95%", "≥95人", True),
    ],
)
def test_what_counts_as_another_value(approved, own, altered):
    [pair] = held([row(name="某指标", target=approved)], [row(name="某指标", target=own)]).pairs

    assert differs(pair.approved, pair.own) is altered


ROWS = st.lists(
    st.builds(row, name=st.sampled_from("甲乙丙丁"), target=st.sampled_from(["≥1个", "≥2个", "好"])), max_size=6
)


@given(ROWS, ROWS)
def test_every_row_of_both_sides_is_accounted_for_once(approved, own):
    found = held(approved, own)

    assert sorted(names([*found.dropped, *(pair.approved for pair in found.pairs)])) == sorted(names(approved))
    assert sorted(names([*found.added, *(pair.own for pair in found.pairs)])) == sorted(names(own))
