"""A row's name is cleaned to the measure alone."""

import pytest

from indicators.text.names import clean_name, is_measure, is_vague, measure_name


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("数量指标：培训人次", "培训人次"),
        ("指标1：培训人次", "培训人次"),
        ("确保设备完好率", "设备完好率"),
        ("举办培训班不少于8期", "举办培训班"),
        ("2026年新建实训室3间", "新建实训室"),
        ("完成率", "完成率"),
        ("实现情况", "实现情况"),
        ("PM2.5年均浓度", "PM2.5年均浓度"),
        ("PM2.5浓度", "PM2.5浓度"),
        ("12345热线办结率", "12345热线办结率"),
        ("验收合格率", "验收合格率"),
        ("5A级景区数量", "5A级景区数量"),
    ],
)
def test_names_are_cleaned_without_losing_the_measure(name, clean):
    assert clean_name(name) == clean


@pytest.mark.parametrize(
    "words", ["较好", "显著提升", "不断提高", "及时", "有效改善", "明显增强", "效果明显", "成效显著"]
)
def test_words_that_nobody_can_measure_are_vague(words):
    assert is_vague(words)


@pytest.mark.parametrize("words", ["建立长效机制", "达到国家一级标准", "发布年度报告", "无重大事故"])
def test_words_that_can_be_judged_are_not_vague(words):
    assert not is_vague(words)


@pytest.mark.parametrize(
    ("name", "measure"), [("图书购置数量", True), ("群众满意度", True), ("购置图书", False), ("搭建舞台", False)]
)
def test_a_measure_ends_in_what_is_measured(name, measure):
    assert is_measure(name) is measure


@pytest.mark.parametrize(
    ("name", "unit", "measure"),
    [
        ("举办主体班", "期", "举办主体班期数"),
        ("课题研究", "项", "课题研究数量"),
        ("工业企业深度治理", "家", "工业企业深度治理家数"),
        ("道路绿化", "万平方米", "道路绿化面积"),
        ("培训人次", "人次", "培训人次"),
        ("活动质量", "", "活动质量"),
    ],
)
def test_a_thing_becomes_a_measure_by_its_unit(name, unit, measure):
    assert measure_name(name, unit) == measure
