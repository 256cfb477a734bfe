"""Formulas name quantities that everyone counts alike."""

import pytest

from indicators.library.integrity.formulas import quantities
from indicators.model.indicator import Method
from tests.indicators.library.integrity.builders import advice, library


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("合格数（份）÷总数×100%，按记录清点", ("合格数", "总数")),
        ("（上年件数−本年件数）÷上年件数×100%", ("上年件数",)),
        ("各期实到人次之和，按签到表清点", ()),
    ],
)
def test_quantities_are_what_stands_between_the_signs(formula, found):
    assert quantities(formula) == found


@pytest.mark.parametrize("formula", ["合格数÷总数×100%", "考核合格人数÷件数×100%", "考核合格人数÷计划数×100%"])
def test_a_number_of_nobody_knows_what_is_named(formula):
    assert any("没有说清是什么的数" in line for line in advice(library(record={"formula": formula})))


@pytest.mark.parametrize(
    "formula",
    [
        "考核合格人数÷参加考核人数×100%",
        "（本期值−基期值）÷基期值×100%",
        "考核合格人数÷在册数×100%，在册数为参加考核的人",
    ],
)
def test_quantities_that_are_told_are_accepted(formula):
    assert advice(library(record={"formula": formula})) == []


def test_shares_of_answers_need_no_telling():
    record = {"formula": "满意份数÷有效问卷份数×100%", "method": Method.SURVEY}

    assert advice(library(record=record)) == []


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"formula": "（考核合格人数÷参加考核人数×100%"}, "括号不成对"),
        ({"unit": "人"}, "公式得百分数而单位是“人”"),
        ({"formula": "考核合格人数÷参加考核人数"}, "要写×100%"),
    ],
)
def test_percent_and_brackets_are_looked_at(record, said):
    assert any(said in line for line in advice(library(record=record)))
