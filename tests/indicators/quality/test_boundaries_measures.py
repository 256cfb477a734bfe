"""Units, levels and words at the edges of their rules: the limit just met and just missed, and what looks like a fault and is none."""

import pytest
from judging import BENEFIT, QUALITY, SATISFACTION, check, told

from indicators.quality.examples import row


@pytest.mark.parametrize(
    ("target", "unit", "after"),
    [
        ("≥95", "人", "%"),
        ("≥20", "人", "%"),
        ("≥19", "人", None),
        ("≥100", "人", "%"),
        ("≥101", "人", None),
        ("≥95人", "", None),
    ],
)
def test_a_count_that_may_be_a_percentage_is_mended_to_one(target, unit, after):
    line = row(**SATISFACTION, name="受检妇女满意度", target=target, unit=unit)

    (found,) = [one for one in check(line).findings if one.rule == "ME201"]

    assert (found.fix.after if found.fix else None) == after


def test_a_rate_that_is_no_share_is_not_mended_to_a_percentage():
    line = row(**BENEFIT | {"name": "产值增长率", "target": "≥95", "unit": "万元"})

    assert [one.fix for one in check(line).findings if one.rule == "ME201"] == [None]


@pytest.mark.parametrize(
    ("notes", "fires"), [("", True), ("实际/计划", False), ("实际÷计划", False), ("与上年之比", False)]
)
def test_a_count_may_be_a_rate_where_its_formula_stands_beside(notes, fires):
    assert bool(told("ME202", row(name="高层次人才引进人数", target="≥10%", explanation=notes))) is fires


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({"name": "帮扶农户", "target": "≥12.6户"}, True),
        ({"name": "帮扶农户", "target": "≥12户"}, False),
        ({"name": "平均帮扶农户", "target": "≥12.6户"}, False),
        ({"name": "整修长度", "target": "≥12.6公里"}, False),
        ({"name": "接待游客人次", "target": "≥49人次"}, True),
        ({"name": "接待游客人次", "target": "≥50人次"}, False),
        ({"name": "接待游客人数", "target": "≥8人"}, True),
        ({"name": "接待游客批次", "target": "≥8批"}, False),
        ({"name": "接待游客人次", "target": "≤8人次"}, False),
        ({"name": "接待游客人次", "target": "<8人次"}, False),
        ({"name": "接待游客人次", "target": "0人次"}, False),
        ({"name": "接待游客人次", "target": "1人次"}, True),
        ({"name": "接待游客人次调查", "target": "≥8人次"}, False),
        ({"name": "接待游客人次", "target": "较多"}, False),
        ({**BENEFIT, "name": "全县粮食产量", "target": "≥999吨"}, True),
        ({**BENEFIT, "name": "全县粮食产量", "target": "≥1000吨"}, False),
        ({**BENEFIT, "name": "全县粮食产量", "target": "≥999公斤"}, False),
        ({**BENEFIT, "name": "示范田粮食产量", "target": "≥999吨"}, False),
        ({**BENEFIT, "name": "粮食产量监测点", "target": "≥9吨"}, False),
        ({"name": "上门服务次数", "target": "≥2880小时"}, True),
        ({"name": "上门服务次数", "target": "≥2880学时"}, False),
        ({"name": "上门服务次数系数", "target": "≥2880小时"}, False),
    ],
)
def test_a_unit_or_number_that_cannot_be_meant_is_told(fields, fires):
    assert bool(told("ME203", row(**fields))) is fires


def test_a_missing_ten_thousand_is_put_into_the_unit_cell():
    lines = (
        row(name="帮扶农户", target="≥12.6", unit="户"),
        row(name="帮扶牧户", target="≥12.6户"),
        row(name="接待游客人次", target="≥8", unit="人次"),
    )

    fixes = [one.fix and (one.fix.field, one.fix.after) for one in check(*lines).findings if one.rule == "ME203"]

    assert fixes == [("unit", "万户"), None, ("unit", "万人次")]


@pytest.mark.parametrize(("words", "fires"), [(2, False), (3, True)])
def test_words_are_too_many_where_they_are_more_than_half(words, fires):
    rows = [row(level2="质量指标", name=f"{'甲乙丙'[n]}类服务", target="良好") for n in range(words)]
    rows += [row(name=f"{'丁戊己'[n]}类面积", target="≥9亩") for n in range(4 - words)]

    assert bool(told("ME103", *rows)) is fires


@pytest.mark.parametrize(
    ("name", "fires"),
    [
        ("老人服务人次", True),
        ("老人服务人次登记簿", False),
        ("竣工验收", True),
        ("竣工验收登记簿", False),
        ("许可受理件数", True),
        ("许可受理件数登记簿", False),
        ("讲座举办场次", True),
        ("讲座举办场次登记簿", False),
        ("覆盖行政村数", True),
        ("覆盖行政村数登记簿", False),
        ("食品抽检批次", True),
        ("食品抽检批次登记簿", False),
        ("教师招聘人数", True),
        ("教师招聘人数登记簿", False),
        ("监测报告份数", True),
        ("监测报告份数登记簿", False),
        ("参展企业数", True),
        ("参展企业数登记簿", False),
        ("年检查人次", False),
        ("百年检查人次", True),
        ("新增引进人数", True),
        ("新增服务人次", False),
    ],
)
def test_an_own_service_is_no_benefit_where_the_name_ends_in_it(name, fires):
    assert bool(told("ME302", row(**{**BENEFIT, "name": name, "target": "≥5人次"}))) is fires


@pytest.mark.parametrize(
    ("name", "target", "fires"),
    [
        ("纠纷下降率", "≥5%", True),
        ("纠纷下降率登记", "≥5%", False),
        ("优良天数比例", "≥80%", True),
        ("优良天数比例登记", "≥80%", False),
        ("水质优良比例", "≥80%", True),
        ("水质优良比例登记", "≥80%", False),
        ("年均开机机时", "≥800小时", True),
        ("年均开机机时登记", "≥800小时", False),
        ("森林覆盖率", "≥40%", True),
        ("森林覆盖率登记", "≥40%", False),
        ("政策知晓率", "≥90%", True),
        ("政策知晓率登记", "≥90%", False),
        ("计划知晓率", "≥90%", False),
        ("改善群众健康水平", "≥80分", False),
        ("改善群众健康水平登记", "有", False),
        ("不改善群众健康水平", "有", False),
        ("改善服务群众水平", "有", False),
    ],
)
def test_an_effect_is_no_output_where_the_name_is_one(name, target, fires):
    lines = (row(name="改善群众健康水平", target="≥80分"), row(**{**QUALITY, "name": name, "target": target}))

    assert told("ME303", *lines) == ([2] if fires else [])


def test_a_wrong_level_names_where_the_row_stands_and_the_clause_of_where_it_belongs():
    line = row(level1="效益指标", level2="社会效益指标", name="设备安装调试合格率", target="≥98%")

    (found,) = [one for one in check(line).findings if one.rule == "ME301"]

    assert found.message == "“设备安装调试合格率”放在“社会效益指标”下，应属“质量指标”"
    assert found.clause.endswith("二（二）2")


@pytest.mark.parametrize(("count", "fires"), [("≥120万页", False), ("≥120页", True), ("≥121页", False)])
def test_a_number_of_the_goal_without_its_ten_thousand_is_told(count, fires):
    amount, unit = (count[:-2], "万页") if "万" in count else (count[:-1], "页")
    line = row(name="扫描档案页数", target=amount, unit=unit)

    found = [
        one for one in check(line, goal="扫描档案120万页，方便群众查阅，提升服务水平").findings if one.rule == "ME203"
    ]

    assert [(one.evidence, one.fix.field, one.fix.after) for one in found] == (
        [("扫描档案120万页", "unit", "万页")] if fires else []
    )


def test_a_unit_of_another_kind_than_that_of_the_goal_points_at_its_cell():
    line = row(name="河道清淤量", target="≥12", unit="万吨", cells={"unit": "表!E7"})

    (found,) = [one for one in check(line, goal="完成河道清淤12万立方米，水质明显改善").findings if one.rule == "ME203"]

    assert (found.evidence, found.cell) == ("完成河道清淤12万立方米", "表!E7")


def test_hours_of_study_are_no_wrong_unit_of_a_rate():
    assert told("ME201", row(level2="质量指标", name="学习完成率", target="≥30学时")) == []
