"""The self-evaluation form as it is read: points with and without the execution, its rate, and texts that give a reason."""

import pytest

from indicators.quality.evaluation import (
    execution,
    execution_is_explained,
    is_explained,
    recomputed_rates,
    scores_with_execution,
    weights_with_execution,
    written_in_row,
)
from indicators.quality.examples import row, sheet
from indicators.quality.reading import read_sheet

EXECUTION = {"level1": "预算执行率", "level2": "", "name": "预算执行率", "target": "100%"}


def read(*rows, **fields):
    return read_sheet(sheet(*rows, alone=True, **fields), None)


@pytest.mark.parametrize(
    ("actual", "rate"),
    [("96%", 96), ("96", 96), ("0.96", 96), ("1", 100), ("2%", 2), ("", None), ("较好", None)],
)
def test_the_row_of_the_execution_gives_its_rate_in_percent(actual, rate):
    assert written_in_row(read(row(), row(**EXECUTION, actual=actual))) == rate


def test_the_first_row_of_the_execution_that_tells_a_rate_is_taken():
    rows = [row(**EXECUTION, actual=actual) for actual in ("", "70%", "80%")]

    assert written_in_row(read(*rows)) == 70


@pytest.mark.parametrize(
    ("fields", "rate"),
    [({}, 80), ({"execution_rate": 70}, 70), ({"execution_rate": 70, "spent": 60, "budget": 100}, 60)],
)
def test_the_execution_of_the_head_comes_before_that_of_the_row(fields, rate):
    assert execution(read(row(**EXECUTION, actual="80%"), **fields)) == rate


@pytest.mark.parametrize(
    ("weight", "fields", "total"),
    [(None, {}, None), (None, {"execution_weight": 10}, 60), (8, {"execution_weight": 10}, 58), (8, {}, 58)],
)
def test_the_weight_of_the_execution_is_that_of_its_row_or_of_the_head(weight, fields, total):
    assert weights_with_execution(read(row(weight=50), row(), row(**EXECUTION, weight=weight), **fields)) == total


@pytest.mark.parametrize(
    ("score", "fields", "total"),
    [(None, {}, None), (None, {"execution_score": 9}, 54), (0, {"execution_score": 9}, 45), (8, {}, 53)],
)
def test_the_score_of_the_execution_is_that_of_its_row_or_of_the_head(score, fields, total):
    assert scores_with_execution(read(row(score=45), row(), row(**EXECUTION, score=score), **fields)) == total


@pytest.mark.parametrize(
    ("fields", "rates"),
    [
        ({"spent": 45, "budget": 100, "adjusted_budget": 90}, (50, 45)),
        ({"spent": 45, "budget": 100}, (45,)),
        ({"spent": 45, "budget": 0}, ()),
        ({"budget": 100}, ()),
        ({"spent": 0, "budget": 100}, (0,)),
    ],
)
def test_a_rate_is_recomputed_on_every_budget_that_is_given(fields, rates):
    assert recomputed_rates(sheet(row(), **fields)) == rates


@pytest.mark.parametrize(
    ("fields", "evaluation", "explained"),
    [
        ({"deviation": "生源不足"}, "", True),
        ({"deviation": "无"}, "", False),
        ({"explanation": "受疫情影响停课"}, "", True),
        ({"explanation": "教室检修"}, "", False),
        ({}, "因教室检修，部分任务未完成", True),
        ({}, "部分任务未完成", False),
        ({"name": "培训"}, "因培训费未支付，尾款结转下年", True),
        ({"name": "人次培训"}, "因培训费未支付，尾款结转下年", True),
        ({"name": "巡检次数"}, "因培训费未支付，尾款结转下年", False),
    ],
)
def test_a_row_is_explained_by_its_own_text_or_one_that_may_mean_it(fields, evaluation, explained):
    read_ = read(row(**{"name": "培训人次", **fields}), evaluation=evaluation)

    assert is_explained(read_.rows[0], read_.sheet) is explained


@pytest.mark.parametrize(
    ("fields", "given", "explained"),
    [
        ({}, {}, False),
        ({"deviation": "无"}, {}, False),
        ({"deviation": "验收未到期"}, {}, True),
        ({"explanation": "由于验收未到期"}, {}, True),
        ({"explanation": "验收未到期"}, {}, False),
        ({}, {"evaluation": "尾款待审计"}, True),
        ({}, {"evaluation": "任务完成较好"}, False),
    ],
)
def test_the_execution_is_explained_by_its_row_or_any_word_on_the_money(fields, given, explained):
    assert execution_is_explained(read(row(), row(**EXECUTION, **fields), **given)) is explained


def test_the_text_of_another_row_may_speak_of_the_money():
    assert execution_is_explained(read(row(deviation="经费到位较晚")))
