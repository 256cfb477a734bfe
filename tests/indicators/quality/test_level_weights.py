"""Weights of level 1 are held to the official allocation, also where their sum is wrong or a level is missing."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.checker import check_sheet
from indicators.quality.examples import row, sheet

LIBRARY = Library.from_files(read_library())


def said(**weights):
    """What FE102 says of a sheet with these weights of 成本, 产出, 效益 and 满意度."""
    rows = [row(**LEVELS[name], target="≥90%", weight=weight) for name, weight in weights.items()]
    findings = check_sheet(sheet(*rows, alone=True), LIBRARY, source="example").findings
    return [finding.message for finding in findings if finding.rule == "FE102"]


LEVELS = {
    "cost": {"level1": "成本指标", "level2": "经济成本指标", "name": "采购节支率"},
    "output": {"level1": "产出指标", "level2": "质量指标", "name": "验收合格率"},
    "benefit": {"level1": "效益指标", "level2": "社会效益指标", "name": "设施年使用率"},
    "satisfaction": {"level1": "满意度指标", "level2": "服务对象满意度指标", "name": "学生满意度"},
}


def test_every_level_that_is_off_stands_in_one_finding():
    assert said(cost=10, output=50, benefit=20, satisfaction=10) == [
        "一级指标的权重：成本指标10（规定20）、产出指标50（规定40）"
    ]


def test_a_level_is_told_although_the_sum_is_wrong():
    assert said(cost=20, output=55, benefit=20, satisfaction=10) == [
        "一级指标的权重：产出指标55（规定40，按100分折算约44）"
    ]


def test_a_wrong_sum_whose_levels_are_near_the_allocation_is_the_fault_of_the_sum_alone():
    assert not said(cost=20, output=37, benefit=20, satisfaction=10)


def test_a_level_heavier_than_in_any_allocation_is_told_where_none_fits():
    assert said(cost=20, output=70, satisfaction=10) == ["一级指标的权重：产出指标70（规定50，按100分折算约56）"]


@pytest.mark.parametrize("weights", [(20, 40, 20, 10), (22, 45, 22, 11), (20, 50, 20, 10)])
def test_an_allocation_of_ninety_or_near_one_of_a_hundred_is_silent(weights):
    assert not said(**dict(zip(LEVELS, weights, strict=True)))
