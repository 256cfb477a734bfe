"""Target values on their own: placeholders, missing units, and signs against the meaning of the name."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.examples import row, sheet
from indicators.quality.reading import read_sheet
from indicators.quality.targets import (
    contradictory_sign,
    cost_at_least,
    is_high_name,
    is_low_name,
    lacks_unit,
    placeholder,
    with_sign,
)

LIBRARY = Library.from_files(read_library())
FRAMEWORK = LIBRARY.framework("mof-2021")


def read(**fields):
    return read_sheet(sheet(row(**fields), alone=True), FRAMEWORK).rows[0]


@pytest.mark.parametrize(
    ("name", "target", "held"),
    [
        ("图书册数", "", ""),
        ("图书册数", "——", "——"),
        ("图书册数", "……", "……"),
        ("图书册数", "○○", "○○"),
        ("图书册数", "X", "X"),
        ("图书册数", "若干", "若干"),
        ("图书册数", "若干册", "若干册"),
        ("图书册数", "一批", "一批"),
        ("图书册数", "≥N", "≥N"),
        ("图书册数", "无", "无"),
        ("安全事故", "无", None),
        ("图书册数", "多样", None),
        ("图书册数", "12", None),
        ("抽检合格率", "≥9X%", None),
        ("图书册数", "待定", "待定"),
        ("图书册数", "全部", None),
    ],
)
def test_a_value_that_only_holds_a_place_is_none(name, target, held):
    assert placeholder(read(name=name, target=target)) == held


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({"name": "养护面积", "target": "≥5000"}, True),
        ({"name": "养护面积", "target": "≥5,000"}, True),
        ({"name": "养护面积", "target": "≥5000", "unit": "亩"}, False),
        ({"name": "养护面积", "target": "≥5000亩"}, False),
        ({"name": "养护面积", "target": "0"}, False),
        ({"name": "养护面积（亩）", "target": "≥5000"}, False),
        ({"name": "养护面积（单位：亩）", "target": "≥5000"}, False),
        ({"name": "养护面积（亩）情况", "target": "≥5000"}, True),
        ({"name": "养护面积（含支线）", "target": "≥5000"}, True),
        ({"name": "培训人次", "target": "≥5000"}, False),
        ({"name": "服务企业家数", "target": "≥50"}, False),
        ({"name": "服务家数占地", "target": "≥50"}, True),
        ({"name": "价格指数", "target": "≤103"}, False),
        ({"name": "指数编制", "target": "≥12"}, True),
        ({"level2": "时效指标", "name": "完成时间", "target": "2026.9"}, False),
        ({"level2": "时效指标", "name": "完成时间", "target": "2026"}, False),
        ({"level2": "时效指标", "name": "完成时间", "target": "1900"}, True),
        ({"level2": "时效指标", "name": "完成时间", "target": "30"}, True),
        ({"name": "养护里程", "target": "2026.9"}, True),
        ({"level2": "质量指标", "name": "抽检合格率", "target": "0.98"}, False),
        ({"level2": "质量指标", "name": "抽检合格率", "target": "1"}, False),
        ({"level2": "质量指标", "name": "抽检合格率", "target": "2"}, True),
        ({"level2": "质量指标", "name": "合格率抽检方案", "target": "0.5"}, True),
        ({"name": "养护面积", "target": "0.5"}, True),
    ],
)
def test_a_bare_number_wants_a_unit_unless_the_name_tells_it(fields, lacks):
    assert lacks_unit(read(**fields)) is lacks


@pytest.mark.parametrize(
    ("fields", "sign"),
    [
        ({"name": "设备故障次数", "target": ">5次"}, ">"),
        ({"name": "设备故障次数", "target": "≥1次"}, "≥"),
        ({"name": "设备故障次数", "target": "≥0次"}, None),
        ({"name": "设备故障次数（含短时）", "target": "≥5次"}, "≥"),
        ({"name": "设备故障次数", "target": "≤5次"}, None),
        ({"name": "设备故障次数", "target": "较少"}, None),
        ({"level2": "质量指标", "name": "抽检合格率", "target": "<95%"}, "<"),
        ({"level2": "质量指标", "name": "抽检合格率", "target": "≤95"}, "≤"),
        ({"level2": "质量指标", "name": "服务对象满意度", "target": "≤95分"}, "≤"),
        ({"level2": "质量指标", "name": "抽检合格率", "target": "≤3天"}, None),
        ({"level2": "质量指标", "name": "合格率抽检", "target": "≤95%"}, None),
    ],
)
def test_a_sign_runs_against_a_name_whose_direction_is_sure(fields, sign):
    assert contradictory_sign(read(**fields)) == sign


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("投诉件数", True, False),
        ("投诉件数增长率", True, False),
        ("投诉件数下降率", False, True),
        ("投诉件数下降率统计", False, False),
        ("投诉处理率", False, False),
        ("投诉热线建设", False, False),
        ("零投诉率", False, False),
        ("劣Ⅴ类水体比例", True, False),
        ("重污染天数", True, False),
        ("重污染天数减少", False, False),
        ("重污染天数统计", False, False),
        ("故障响应时间登记", False, False),
        ("整改后事故率", False, False),
        ("PM2.5年均浓度", True, False),
        ("PM2.5年均浓度监测点", False, False),
        ("碳排放总量下降", False, False),
        ("平均响应时间", True, False),
        ("故障响应时间", True, False),
        ("响应时间缩短", False, False),
        ("响应时间间隔缩短响应时间", False, False),
        ("旅游收入增长率", False, True),
        ("旅游收入增长率排名", False, False),
        ("就业支出增幅", False, False),
        ("抽检合格率", False, True),
        ("抽检不合格率", True, False),
    ],
)
def test_names_tell_whether_less_or_more_is_surely_better(name, low, high):
    assert (is_low_name(name), is_high_name(name)) == (low, high)


@pytest.mark.parametrize(
    ("fields", "floor"),
    [
        ({"level1": "成本指标", "level2": "经济成本指标", "name": "单台购置成本", "target": ">3万元"}, True),
        ({"level1": "成本指标", "level2": "经济成本指标", "name": "单台购置成本", "target": "≤3万元"}, False),
        ({"level1": "成本指标", "level2": "经济成本指标", "name": "节约资金", "target": "≥3万元"}, False),
        ({"level1": "成本指标", "level2": "经济成本指标", "name": "硬件投资", "target": "≥3万元"}, True),
        ({"name": "单台设备造价", "target": "≥3万元"}, True),
        ({"name": "造价咨询服务额度", "target": "≥3万元"}, False),
        ({"level1": "效益指标", "level2": "经济效益指标", "name": "减免费用", "target": "≥3万元"}, False),
        ({"level1": "效益指标", "level2": "经济效益指标", "name": "产品单价", "target": "≥3万元"}, False),
        ({"name": "单台设备造价", "target": "≥3台"}, False),
    ],
)
def test_a_cost_has_no_floor(fields, floor):
    assert cost_at_least(read(**fields)) is floor


@pytest.mark.parametrize(
    ("name", "floor"),
    [("公用经费", True), ("公用经费总额", True), ("压减公用经费", False), ("公用经费标准", False)],
)
def test_running_costs_of_a_department_have_no_floor_though_they_sound_like_an_outlay(name, floor):
    drafted = sheet(row(level1="运行成本", level2="", name=name, target="≥30万元"), alone=True, kind="department")

    (line,) = read_sheet(drafted, LIBRARY.framework("department-six-dimensions")).rows

    assert cost_at_least(line) is floor


@pytest.mark.parametrize(
    ("target", "sign", "turned"),
    [
        ("≥3万元/台", "≤", "≤3万元/台"),
        (">=3万元", "≤", "≤3万元"),
        ("约 <5 起", "≥", "约 ≥5 起"),
        ("不低于95%", "≤", ""),
    ],
)
def test_a_written_sign_is_turned_where_it_stands(target, sign, turned):
    assert with_sign(target, sign) == turned
