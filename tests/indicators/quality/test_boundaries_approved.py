"""What was approved at the edges of their rules: the limit just met and just missed, and what looks like a fault and is none."""

import pytest
from judging import LIBRARY

from indicators.quality.checker import check_sheet
from indicators.quality.examples import row, sheet


@pytest.mark.parametrize(
    ("own", "approved", "outcome_", "rows"),
    [
        ((20, 30), (20, 30), "pass", []),
        ((20.005, 29.995), (20, 30), "pass", []),
        ((20.02, 29.98), (20, 30), "fail", [1, 2]),
        ((30, 20), (20, 30), "fail", [1, 2]),
        ((20, 31), (20, 30), "not_applicable", []),
        ((None, 30), (20, 30), "insufficient_data", []),
        ((20, 30), (None, 30), "insufficient_data", []),
        ((None, None), (None, None), "insufficient_data", []),
    ],
)
def test_points_are_held_against_those_approved_where_both_are_whole(own, approved, outcome_, rows):
    def lines(weights):
        return [
            row(name="培训人次", target="≥280", unit="人次", weight=weights[0]),
            row(level2="质量指标", name="考核合格率", target="≥95%", weight=weights[1]),
        ]

    drafted = sheet(*lines(own), alone=True, approved=lines(approved))
    checked = check_sheet(drafted, LIBRARY, source="自评表.xlsx", stages=("self-evaluation",))

    assert next(one.outcome for one in checked.outcomes if one.rule == "SE504") == outcome_
    assert [one.row for one in checked.findings if one.rule == "SE504"] == rows


def test_an_approved_value_is_shown_with_its_unit_once():
    approved = row(name="培训人次", target="≥280", unit="人次"), row(name="培训期数", target="≥5期", unit="期")
    own = row(name="培训人次", target="≥200", unit="人次"), row(name="培训期数", target="≥4期", unit="期")

    checked = check_sheet(sheet(*own, alone=True, approved=approved), LIBRARY, source="x", stages=("self-evaluation",))

    assert [one.message for one in checked.findings if one.rule == "SE501"] == [
        "“培训人次”的指标值“≥200人次”，批复的是“≥280人次”",
        "“培训期数”的指标值“≥4期”，批复的是“≥5期”",
    ]
