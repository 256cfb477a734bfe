"""Weights at the edges of their rules: the limit just met and just missed, and what looks like a fault and is none."""

import pytest
from judging import (
    BENEFIT,
    COST,
    EXECUTION,
    OUTPUT,
    QUALITY,
    SATISFACTION,
    messages,
    outcome,
    told,
    weighted,
)

from indicators.quality.examples import row


@pytest.mark.parametrize(
    ("weights", "execution", "fires"),
    [
        ((50.05, 40), None, False),
        ((50.06, 40), None, True),
        ((60, 40), None, False),
        ((55, 40), None, True),
        ((50, 40), 10, False),
        ((60, 40), 10, True),
        ((60, 30), 0, False),
        ((0.5, 0.5), None, False),
        ((0.6, 0.6), None, True),
        ((0.5, 0.4), 0.1, False),
        ((50, 30), 10, True),
        ((1, 1), None, True),
    ],
)
def test_the_sum_of_the_weights_is_met_to_the_rounding(weights, execution, fires):
    rows = [row(**OUTPUT, weight=weights[0]), row(**BENEFIT, weight=weights[1])]
    if execution is not None:
        rows.append(row(**EXECUTION, weight=execution))

    assert bool(told("FE101", *rows)) is fires


@pytest.mark.parametrize(
    ("weights", "told_rows"),
    [
        ((30, 20, 40), []),
        ((30.05, 20, 39.95), []),
        ((30.1, 20, 39.9), [None]),
        ((0.3, 0.2, 0.4), []),
        ((0.3, 0.1, 0.5), [None]),
        ((30, 25.5, 44.5), []),
        ((29, 20, 51), [None]),
        ((30, 20.5, 49.5), []),
        ((30, 18, 47), []),
        ((30, None, 60), [None]),
        ((50, None, 40), []),
        ((48, None, 42), [None]),
        ((0.5, None, 0.4), []),
        ((30, 16.5, 47), [None]),
    ],
)
def test_the_weights_of_level_1_have_their_leeway(weights, told_rows):
    rows = [row(**one, weight=weight) for one, weight in zip((OUTPUT, QUALITY, BENEFIT), weights, strict=True)]

    assert told("FE102", *rows) == told_rows


def test_weights_of_levels_that_are_not_understood_are_left_open():
    rows = (row(**OUTPUT, weight=50), row(**{**BENEFIT, "level1": "工作指标", "level2": "任务指标"}, weight=40))

    assert outcome("FE102", *rows).outcome == "insufficient_data"
    assert outcome("RE103", row(**OUTPUT)).outcome == "not_applicable"


@pytest.mark.parametrize(
    ("weights", "rows"),
    [((30, None), [2]), ((30, None, None), []), ((30, 20, None), [3]), ((30, None, 20, None), [2, 4])],
)
def test_a_missing_weight_is_told_where_not_most_are_missing(weights, rows):
    assert told("FE103", *weighted(*weights)) == rows


@pytest.mark.parametrize(
    ("weights", "fires"),
    [
        ((10, 10, 10, 10), True),
        ((10, 10, 10), False),
        ((10, 10, 10, 20), False),
        ((10, 10, 10, 10, None, None, None), True),
        ((10, 10, 10, 10, None, None, None, None), False),
        ((10, 10, 10, 10, 0), False),
    ],
)
def test_equal_weights_are_told_from_four_rows_on(weights, fires):
    assert bool(told("FE104", *weighted(*weights))) is fires


@pytest.mark.parametrize(
    ("weights", "rows"),
    [
        ((48, 2), [2]),
        ((47, 2), []),
        ((47, 2, None), []),
        ((47, 3), []),
        ((48, 2.9, None), [2]),
        ((60, 2, 2, 2, 2, 2, 2), [2, 3, 4, 5, 6, 7]),
        ((60, 2, 2, 2, 2, 2, 2, 2), [None]),
    ],
)
def test_tiny_weights_are_told_one_by_one_up_to_six(weights, rows):
    assert told("FE105", *weighted(*weights)) == rows


@pytest.mark.parametrize(
    ("core", "soft", "fires"),
    [
        ((5, 3), (10, 30), True),
        ((5, 3), (8, 9), False),
        ((6, 3), (10, 30), False),
        ((5, 3), (10, 4), True),
        ((None, None), (10, 30), False),
    ],
)
def test_a_light_core_is_told_beside_what_is_twice_as_heavy(core, soft, fires):
    rows = (
        row(**BENEFIT, weight=core[0]),
        row(**{**BENEFIT, "name": "设备完好率"}, weight=core[1]),
        row(**{**BENEFIT, "name": "办学条件满足程度", "target": "较高"}, weight=soft[0]),
        row(name="管理制度数", target="≥3项", weight=soft[1]),
        row(**OUTPUT, weight=60),
    )

    found = messages("FE106", *rows)

    assert bool(found) is fires
    assert all(f"权重{max(soft)}，" in one for one in found)


@pytest.mark.parametrize(("output", "outcome_"), [(61.6, "fail"), (61.5, "not_applicable"), (55, "not_applicable")])
def test_a_level_is_too_heavy_where_no_allocation_gives_so_much(output, outcome_):
    rows = (
        row(**COST, name="采购节支率", target="≥5%", weight=20),
        row(**OUTPUT, weight=output),
        row(**SATISFACTION, name="学生满意度", target="≥90%", weight=10),
    )

    assert outcome("FE102", *rows).outcome == outcome_


def test_words_beside_an_output_are_no_soft_effect():
    rows = (row(**BENEFIT, weight=5), row(name="展厅布置", target="较高", weight=30), row(**OUTPUT, weight=60))

    assert told("FE106", *rows) == []
