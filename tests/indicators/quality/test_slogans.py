"""Slogans and words of praise."""

import pytest

from indicators.model.sheet import TargetSheet
from indicators.quality.examples import row
from indicators.quality.reading import read_sheet
from indicators.quality.slogans import praise, slogan


@pytest.fixture
def read(library):
    def one(level1, level2, name, target, **fields):
        drafted = row(level1=level1, level2=level2, name=name, target=target, **fields)
        return read_sheet(TargetSheet(goal="做好", rows=[drafted]), library.framework("mof-2021")).rows[0]

    return one


@pytest.mark.parametrize(
    ("name", "target"),
    [("促进教育公平", "显著"), ("社会反响", "良好"), ("水清岸绿", "基本实现"), ("提升产业链韧性", "增强")],
)
def test_an_effect_without_a_measure_is_a_slogan(read, name, target):
    assert slogan(read("效益指标", "社会效益指标", name, target))


@pytest.mark.parametrize(
    ("name", "target", "explanation"),
    [
        ("促进教育公平", "≥95%", ""),
        ("社会反响", "好", "分好、一般、差三档"),
        ("出境断面水质", "达到Ⅲ类", ""),
        ("社会保障水平", "不低于上年", ""),
        ("辍学率", "下降", ""),
    ],
)
def test_what_can_be_judged_is_no_slogan(read, name, target, explanation):
    assert not slogan(read("效益指标", "社会效益指标", name, target, explanation=explanation))


def test_a_fact_is_praise_only_as_an_effect(read):
    assert praise(read("效益指标", "社会效益指标", "产业园知名度", "建成"))
    assert not praise(read("产出指标", "质量指标", "产业园", "建成"))


def test_a_quality_is_no_praise_where_the_name_asks_for_it(read):
    assert not praise(read("产出指标", "质量指标", "资料真实性", "真实可靠"))
    assert praise(read("产出指标", "质量指标", "活动圆满成功", "圆满"))
