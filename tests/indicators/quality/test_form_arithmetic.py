"""The arithmetic of the self-evaluation form: scores within weights, sums, rates, and what a rounding may hide."""

import pytest
from evaluating import BENEFIT, EXECUTION, PEOPLE, check, names, outcome

from indicators.quality.examples import row


def test_a_finding_on_a_score_names_its_cell():
    (finding,) = check(row(**PEOPLE, actual="210人次", score=60, cells={"score": "表!H7"}), row(**BENEFIT)).findings[:1]

    assert (finding.name, finding.cell) == ("score-above-weight", "表!H7")


def test_points_on_another_scale_are_not_judged():
    rows = [
        row(name=f"{letter}项培训人次", target="≥200人次", weight=10, actual="200人次", score=100)
        for letter in "甲乙丙"
    ]

    assert outcome("SE101", *rows).reason == "多数得分远高于分值，可能按百分制填写"
    assert outcome("SE101", row(**{**PEOPLE, "weight": 0.5}, actual="200人次", score=50)).outcome == "insufficient_data"


def test_rounding_is_no_fault():
    deviation = "1人退学，明年加强管理"

    assert names(row(**PEOPLE, actual="199.9人次", score=50, deviation=deviation)) == []
    assert names(row(**PEOPLE, actual="199人次", score=50, deviation=deviation)) == ["full-marks-unreached"]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"total_score": 97}, "wrong-score-total"),
        ({"total_score": 99.6}, None),
        ({"total_score": 99}, "wrong-score-total"),
        ({"total_score": 100}, None),
        ({"total_score": 99.3}, "wrong-score-total"),
        ({"total_score": 90}, "wrong-score-total"),
    ],
)
def test_the_total_is_the_sum_with_the_execution(fields, rule):
    rows = (row(**PEOPLE, actual="210人次", score=50), row(**BENEFIT, actual="95%", score=40))
    found = names(*rows, execution_weight=10, execution_score=9.6, **fields)

    assert found == ([rule] if rule else [])


def test_the_execution_may_be_a_row_of_the_table():
    rows = (row(**PEOPLE, actual="210人次", score=50), row(**BENEFIT, actual="95%", score=40))

    assert names(*rows, row(**EXECUTION, actual="96%", score=9.6), total_score=99.6) == []
    assert names(*rows, row(**EXECUTION, actual="96%", score=9.6), total_score=95) == ["wrong-score-total"]


def test_a_total_cannot_be_judged_without_the_score_of_the_execution():
    rows = (row(**PEOPLE, actual="210人次", score=50), row(**BENEFIT, actual="95%", score=40))

    assert outcome("SE102", *rows, total_score=99.6).outcome == "insufficient_data"
    assert outcome("SE102", *rows).reason == "没有读到总分"


@pytest.mark.parametrize(
    ("rate", "spent", "fires"),
    [(95.65, 1100, False), (91.67, 1100, False), (99, 1100, True), (96, 1100, False), (95.2, 1100, True)],
)
def test_the_rate_is_recomputed_on_each_budget_that_the_form_gives(rate, spent, fires):
    found = names(row(), budget=1200, adjusted_budget=1150, spent=spent, execution_rate=rate)

    assert ("wrong-execution-rate" in found) is fires


@pytest.mark.parametrize(
    ("total", "found"),
    [(59.6, ["unscored-indicator"]), (99.6, ["unscored-indicator"]), (70, ["unscored-indicator", "wrong-score-total"])],
)
def test_a_blank_score_may_stand_in_the_total_and_not_make_up_any_sum(total, found):
    rows = (row(**PEOPLE, actual="210人次", score=50), row(**BENEFIT, actual="95%"))

    assert sorted(names(*rows, execution_weight=10, execution_score=9.6, total_score=total)) == found


@pytest.mark.parametrize(("total", "fires"), [(99, False), (101.5, True), (85, True)])
def test_a_total_that_no_execution_can_make_up_is_wrong(total, fires):
    rows = (row(**PEOPLE, actual="210人次", score=50), row(**BENEFIT, actual="95%", score=40))

    assert ("wrong-score-total" in names(*rows, total_score=total)) is fires


@pytest.mark.parametrize(("score", "fires"), [(50, False), (50.01, True), (51, True)])
def test_a_score_up_to_the_weight_is_no_fault(score, fires):
    assert ("score-above-weight" in names(row(**PEOPLE, actual="210人次", score=score))) is fires


@pytest.mark.parametrize(
    ("execution_weight", "fires"),
    [(10, False), (10.05, False), (10.06, True), (9.9, True), (11, True)],
)
def test_the_weights_with_the_execution_are_a_hundred(execution_weight, fires):
    found = names(row(**PEOPLE), row(**BENEFIT), execution_weight=execution_weight)

    assert ("wrong-evaluation-weight-total" in found) is fires


@pytest.mark.parametrize(
    ("scored", "fires"), [((50, None, None), False), ((50, 40, None, None), True), ((None, None, None), False)]
)
def test_a_blank_score_is_told_where_not_most_are_blank(scored, fires):
    rows = [row(name=f"{n}项培训人次", target="≥200人次", weight=50, score=score) for n, score in enumerate(scored)]

    assert ("unscored-indicator" in names(*rows)) is fires


def test_a_row_of_the_execution_gives_the_rate_that_is_recomputed():
    line = row(**EXECUTION, actual="99%", score=9.6)

    assert "wrong-execution-rate" in names(row(**PEOPLE), line, budget=100, spent=96)
    assert outcome("SE103", row(**PEOPLE), line).outcome == "insufficient_data"
    assert outcome("SE103", row(**PEOPLE), budget=100, spent=96).outcome == "insufficient_data"


@pytest.mark.parametrize(
    ("rate", "fires"), [(96.2, False), (96.3, True), (95.8, False), (95, False), (97, False), (97.1, True), (98, True)]
)
def test_a_whole_rate_may_be_rounded_further_than_one_with_decimals(rate, fires):
    found = names(row(**PEOPLE), budget=100, spent=96, execution_rate=rate)

    assert ("wrong-execution-rate" in found) is fires


@pytest.mark.parametrize(
    ("total", "given", "found"),
    [
        (90, {}, []),
        (89.9, {}, []),
        (89.8, {}, ["wrong-score-total"]),
        (100.1, {}, []),
        (100.2, {}, ["wrong-score-total"]),
        (95.1, {"execution_weight": 5}, []),
        (95.2, {"execution_weight": 5}, ["wrong-score-total"]),
    ],
)
def test_without_its_score_the_execution_may_have_any_up_to_its_weight(total, given, found):
    rows = (row(**PEOPLE, actual="210人次", score=50), row(**BENEFIT, actual="95%", score=40))

    assert [name for name in names(*rows, total_score=total, **given) if name == "wrong-score-total"] == found


@pytest.mark.parametrize(("weight", "fires"), [(40, True), (49.9, True), (50, False)])
def test_the_total_may_leave_out_the_execution_where_the_rows_carry_all_points(weight, fires):
    rows = (row(**PEOPLE, actual="210人次", score=50), row(**{**BENEFIT, "weight": weight}, actual="95%", score=40))

    found = names(*rows, execution_weight=10, execution_score=9, total_score=90)

    assert ("wrong-score-total" in found) is fires


def test_rows_without_a_score_are_named_beside_a_wrong_total():
    rows = (row(**PEOPLE, actual="210人次", score=50), row(**BENEFIT, actual="95%"))
    whole = (row(**PEOPLE, actual="210人次", score=50), row(**BENEFIT, actual="95%", score=40))
    form = {"execution_weight": 10, "execution_score": 9.6, "total_score": 70}

    blank, wrong = (
        next(one for one in check(*lines, **form).findings if one.name == "wrong-score-total")
        for lines in (rows, whole)
    )

    assert blank.message.endswith("各项得分合计59.6（第2行没有得分）")
    assert wrong.message.endswith("各项得分合计99.6")


@pytest.mark.parametrize(
    ("weights", "scores", "open_"),
    [
        ((0.5, 0.4), (0.5, 0.4), True),
        ((0.5, 0.5), (0.5, 0.5), True),
        ((1, 1), (1, 1), False),
        ((0.8, 0.5), (0.8, 0.5), False),
        ((10, 10, 10), (20, 20, 10), True),
        ((10, 10, 10), (20, 19, 10), False),
        ((10, 10), (20, 20), False),
        ((10, 10, 10, 10), (20, 20, 10, 10), False),
        ((10, 10, 10, None), (20, 20, 10, 90), True),
    ],
)
def test_points_on_two_scales_are_left_open(weights, scores, open_):
    rows = [
        row(name=f"{n}项培训人次", target="≥200人次", actual="200人次", weight=weight, score=score)
        for n, (weight, score) in enumerate(zip(weights, scores, strict=True))
    ]

    assert (outcome("SE101", *rows).outcome == "insufficient_data") is open_


def test_a_row_without_points_counts_nothing_in_the_total():
    rows = (row(**PEOPLE, actual="210人次", score=50), row(**BENEFIT, actual="95%", score=40), row(name="期数"))

    assert outcome("SE102", *rows, total_score=90).outcome == "pass"


@pytest.mark.parametrize(("weight", "fires"), [(39.5, True), (40, False)])
def test_a_row_without_a_weight_does_not_make_the_points_whole(weight, fires):
    rows = (
        row(**{**PEOPLE, "weight": 60}, actual="210人次", score=60),
        row(**{**BENEFIT, "weight": weight}, actual="95%", score=weight),
        row(name="期数"),
    )

    found = names(*rows, execution_weight=10, execution_score=5, total_score=60 + weight)

    assert ("wrong-score-total" in found) is fires


def test_a_total_that_no_execution_makes_up_is_shown():
    rows = (row(**PEOPLE, actual="210人次", score=50), row(**BENEFIT, actual="95%", score=40))

    (found,) = [one for one in check(*rows, total_score=85).findings if one.name == "wrong-score-total"]

    assert found.evidence == "85"
