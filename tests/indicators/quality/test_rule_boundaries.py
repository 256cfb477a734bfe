"""Rules at their edges: the limit just met and just missed, and the cases that look like a fault and are none."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.checker import check_sheet
from indicators.quality.examples import row, sheet

LIBRARY = Library.from_files(read_library())
OUTPUT = {"name": "改造面积", "target": "≥500平方米"}
QUALITY = {"level2": "质量指标", "name": "验收合格率", "target": "≥98%"}
BENEFIT = {"level1": "效益指标", "level2": "社会效益指标", "name": "设施年使用率", "target": "≥70%"}
EXECUTION = {"level1": "预算执行率", "level2": "", "name": "预算执行率", "target": "=100%"}


def check(*rows, **fields):
    checked = check_sheet(sheet(*rows, alone=True, **fields), LIBRARY, source="表.xlsx")
    assert "error" not in {one.outcome for one in checked.outcomes}
    return checked


def told(rule, *rows, **fields):
    """The rows of which a rule speaks, None for the whole sheet."""
    return [one.row for one in check(*rows, **fields).findings if one.rule == rule]


def outcome(rule, *rows, **fields):
    return next(one for one in check(*rows, **fields).outcomes if one.rule == rule)


def messages(rule, *rows, **fields):
    return [one.message for one in check(*rows, **fields).findings if one.rule == rule]


@pytest.mark.parametrize(
    ("name", "target", "fires"),
    [
        ("改造40栋校舍的栋数", "=38栋", True),
        ("改造40栋校舍的栋数", "=40栋", False),
        ("改造0.4万栋校舍的栋数", "=4000栋", False),
        ("改造4000栋校舍的栋数", "=0.4万栋", False),
        ("改造4000栋校舍的栋数", "=0.5万栋", True),
        ("改造40栋、维护20栋的栋数", "=38栋", False),
        ("改造四十栋校舍的栋数", "=38栋", False),
        ("改造40栋校舍的面积", "=38平方米", False),
        ("改造40栋以上校舍的栋数", "=38栋", False),
        ("40岁以上人数", "≥38人", False),
        ("培训40人班人数", "=38人/期", False),
        ("培训40人的班", "较好", False),
        ("培训40人的班", "=38", False),
    ],
)
def test_another_number_in_the_name_is_one_of_the_same_unit(name, target, fires):
    assert bool(told("FE502", row(name=name, target=target))) is fires


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({"name": "确诊患者治愈率", "target": "100%"}, True),
        ({"name": "确诊患者治愈率", "target": "≥99%"}, False),
        ({"name": "确诊患者治愈率", "target": "≤100%"}, False),
        ({"name": "确诊患者治愈率", "target": "<100%"}, False),
        ({"name": "治愈率统计覆盖面", "target": "100%"}, False),
        ({"name": "命案破案率", "target": "100%"}, False),
        ({"name": "盗窃案破案率", "target": "100%"}, True),
        ({"name": "糖尿病新发病例数", "target": "0例"}, True),
        ({"name": "糖尿病新发病例数", "target": "≤5例"}, False),
        ({"name": "糖尿病新发病例数", "target": "无"}, False),
        ({"name": "糖尿病新发病例数统计表", "target": "0例"}, False),
        ({"name": "达到国内领先水平", "target": "是"}, True),
        ({"name": "达到国内领先水平的企业数", "target": "≥3家"}, True),
        ({"name": "达到国内领先水平的企业数", "target": "≥3"}, True),
        ({"name": "达到国内领先水平的企业占比", "target": "≥30%"}, False),
        ({"name": "水质保持Ⅰ类", "target": "是"}, True),
        ({"name": "水质保持Ⅰ类标准", "target": "是"}, False),
        ({"name": "建成科技强省", "target": "是"}, True),
        ({"name": "建成科技强省展厅", "target": "是"}, False),
    ],
)
def test_a_target_out_of_reach_is_told(fields, fires):
    assert bool(told("FE602", row(**{**BENEFIT, **fields}))) is fires


@pytest.mark.parametrize(
    ("levels", "told_rows"),
    [
        ([("", "")] * 2, [None]),
        ([("", ""), ("产出指标", "数量指标")], [1]),
        ([("", ""), ("", ""), ("产出指标", "数量指标"), ("产出指标", "数量指标")], [1, 2]),
        ([("", ""), ("", ""), ("产出指标", "数量指标")], [None]),
        ([("", "")] * 2 + [("产出指标", "数量指标")] * 3, [1, 2]),
        ([("", "")], [1]),
        ([("", "数量指标")], []),
        ([("产出指标", "")], [1]),
        ([("满意度指标", "")], []),
        ([("工作指标", "数量指标")], []),
        ([("管理效率", "预算管理")], [1]),
    ],
)
def test_rows_without_a_place_are_told_one_by_one_until_they_are_most(levels, told_rows):
    rows = [
        row(level1=one, level2=two, name=f"图书借阅{n}册数", target="≥5000册") for n, (one, two) in enumerate(levels)
    ]

    assert told("CO104", *rows) == told_rows


@pytest.mark.parametrize(
    ("level1", "level2", "said"),
    [
        ("", "", "“图书借阅册数”没有写一级指标"),
        ("工作指标", "任务指标", "“图书借阅册数”的一级指标“工作指标”不是体系里的层级"),
        ("产出指标", "", "“图书借阅册数”没有写二级指标"),
        ("产出指标", "任务指标", "“图书借阅册数”的二级指标“任务指标”不是体系里的层级"),
    ],
)
def test_what_is_wrong_with_a_place_is_said(level1, level2, said):
    assert messages("CO104", row(level1=level1, level2=level2, name="图书借阅册数", target="≥5000册")) == [said]


@pytest.mark.parametrize(("level1", "told_rows"), [("管理效率", []), ("产出指标", []), ("工作指标", [1])])
def test_the_levels_of_a_department_have_no_second_one_to_name(level1, told_rows):
    assert (
        told("CO104", row(level1=level1, level2="别的", name="图书借阅册数", target="≥5000册"), kind="department")
        == told_rows
    )


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


def test_one_sign_of_each_kind_is_turned():
    rows = (
        row(**{**QUALITY, "name": "设备正常运行率", "target": "<99%"}),
        row(**{**BENEFIT, "name": "有效投诉件数", "target": ">5件"}),
    )

    fixes = [one.fix.after for one in check(*rows).findings if one.rule == "FE201"]

    assert fixes == ["≥99%", "≤5件"]


@pytest.mark.parametrize(
    ("rule", "fields", "outcome_"),
    [
        ("CO602", {"goal": " "}, "not_applicable"),
        ("CV108", {}, "not_applicable"),
        ("CV101", {"kind": "department"}, "not_applicable"),
    ],
)
def test_a_rule_is_asked_only_of_the_sheets_that_it_concerns(rule, fields, outcome_):
    assert outcome(rule, row(**OUTPUT), **fields).outcome == outcome_


def test_weights_of_levels_that_are_not_understood_are_left_open():
    rows = (row(**OUTPUT, weight=50), row(**{**BENEFIT, "level1": "工作指标", "level2": "任务指标"}, weight=40))

    assert outcome("FE102", *rows).outcome == "insufficient_data"
    assert outcome("RE103", row(**OUTPUT)).outcome == "not_applicable"


COST = {"level1": "成本指标", "level2": "经济成本指标"}
SATISFACTION = {"level1": "满意度指标", "level2": "服务对象满意度指标"}
TIME = {"level2": "时效指标"}


@pytest.mark.parametrize(
    ("fields", "budget", "fires"),
    [
        ({"target": "≤164万元"}, 164, True),
        ({"target": "≤164.08万元"}, 164, True),
        ({"target": "≤164.1万元"}, 164, False),
        ({"target": "≤1640000元"}, 164, True),
        ({"target": "≤164", "unit": "万元"}, 164, True),
        ({"target": "≤164"}, 164, True),
        ({"target": "≤164%"}, 164, False),
        ({"target": "≤164元"}, 164, True),
        ({"target": "≤16.4万元"}, 164, False),
        ({"target": "≤164.5万元"}, 1645, True),
        ({"target": "≤164.57万元"}, 16457, True),
        ({"target": "≤164万元"}, None, False),
        ({"target": "预算之内"}, None, True),
        ({"target": "≤164万元", "level1": "效益指标", "level2": "经济效益指标"}, 164, False),
        ({"target": "≤164元", "name": "人均服务成本"}, 164, False),
        ({"target": "≤164万元", "name": "人均服务成本"}, 164, True),
        ({"target": "≤164万元/人", "name": "人均服务成本"}, 164, False),
    ],
)
def test_a_cost_is_the_budget_in_yuan_or_slipped_by_a_unit(fields, budget, fires):
    lines = (row(**{**COST, "name": "项目成本", **fields}), row(**{**COST, "name": "设备成本", "target": "≤9万元"}))

    assert (1 in told("FE301", *lines, budget=budget)) is fires


def test_a_row_that_is_no_cost_hides_none_below_it():
    assert told("FE301", row(**OUTPUT), row(**COST, name="项目成本", target="≤164万元"), budget=164) == [2]


@pytest.mark.parametrize(
    ("price", "fires"),
    [("1148", False), ("1149", True), ("21866", True), ("21867", False)],
)
def test_prices_times_quantities_may_be_five_percent_above_the_budget(price, fires):
    quantity = row(name="学生用床采购数量", target="≥1500张")

    found = told("FE302", quantity, row(**COST, name="学生用床单价", target=f"≤{price}元/张"), budget=164)

    assert found == ([2] if fires else [])


def test_the_last_price_is_named_with_all_sums():
    rows = (
        row(name="记录仪采购数量", target="=800台"),
        row(name="移动终端采购数量", target="=300台"),
        row(**COST, name="记录仪单价", target="≤1800元/台"),
        row(name="移动终端单价", target="≤4200元/台"),
    )

    assert messages("FE302", *rows, budget=240) == ["第3行×第1行＋第4行×第2行＝270万元，超过预算240万元"]
    assert told("FE302", *rows, budget=240) == [4]


@pytest.mark.parametrize(
    ("fields", "budget", "fires"),
    [
        ({**COST, "name": "人均培训成本", "target": "≤2000万元/人"}, 46, True),
        ({**COST, "name": "场馆建设单价", "target": "≤46.5万元/座"}, 46, True),
        ({**COST, "name": "场馆建设单价", "target": "≤46万元/座"}, 46, False),
        ({**COST, "name": "场馆建设单价", "target": "≤465000元/座"}, 46, False),
        ({**COST, "name": "项目支出", "target": "≤9001万元"}, 45, True),
        ({**COST, "name": "项目支出", "target": "≤9000万元"}, 45, False),
        ({**COST, "name": "项目支出", "target": "≤1234.5万元"}, 12345, True),
        ({**COST, "name": "项目支出", "target": "≤123万元"}, 1230, False),
        ({**COST, "name": "展厅租赁费", "target": "≤499元"}, 500, True),
        ({**COST, "name": "展厅租赁费", "target": "≤500元"}, 600, False),
        ({**COST, "name": "展厅租赁费", "target": "≤180元"}, 181, True),
        ({**COST, "name": "展厅租赁费", "target": "≤182元"}, 181, False),
        ({**COST, "name": "展厅门票", "target": "≤45元"}, 180, False),
        ({**COST, "name": "设备体检费", "target": "≤45元"}, 180, False),
        ({**COST, "name": "展厅租赁费", "target": "≤0元"}, 180, False),
        ({**COST, "name": "展厅租赁费", "target": "≤45元"}, None, False),
        ({**BENEFIT, "name": "拉动旅游消费", "target": "≥36000元"}, 180, False),
        ({**BENEFIT, "name": "拉动旅游消费", "target": "≥35999元"}, 180, True),
        ({**BENEFIT, "name": "拉动旅游消费", "target": "≥99999元"}, 9000, True),
        ({**BENEFIT, "name": "拉动旅游消费", "target": "≥100000元"}, 9000, False),
        ({**BENEFIT, "name": "招商项目签约额", "target": "≥999元"}, 1, True),
        ({**BENEFIT, "name": "招商项目签约额", "target": "≥1000元"}, 1, False),
        ({**BENEFIT, "name": "招商项目签约额情况", "target": "≥20元"}, 1, False),
        ({**BENEFIT, "name": "职工年销售额", "target": "≥20元"}, 180, False),
        ({**BENEFIT, "name": "农户拉动消费", "target": "≥20元"}, 180, False),
        ({**BENEFIT, "name": "人均拉动消费", "target": "≥20元"}, 180, False),
        ({**BENEFIT, "name": "服务收入", "target": "≥1000000万元"}, 900, True),
        ({**BENEFIT, "name": "服务收入", "target": "≥1000000万元"}, 1000, False),
        ({**BENEFIT, "name": "服务收入", "target": "≥990000万元"}, 900, False),
        ({**BENEFIT, "name": "服务收入", "target": "≥1000001万元"}, 900, False),
        ({**BENEFIT, "name": "服务收入", "target": "≥1000000元"}, 900, False),
        ({**BENEFIT, "name": "产业收入", "target": "≥1000000万元"}, 900, False),
        ({"name": "拉动旅游消费", "target": "≥3000元"}, 180, False),
    ],
)
def test_yuan_and_ten_thousand_yuan_are_told_apart_by_the_budget(fields, budget, fires):
    assert bool(told("FE303", row(**fields), budget=budget)) is fires


@pytest.mark.parametrize(
    ("fields", "field", "after"),
    [
        ({"target": "≤2000", "unit": "万元/人"}, "unit", "元/人"),
        ({"target": "≤2000万元/人"}, "target", "≤2000元/人"),
        ({"target": "≤2000万元/人（含10万元设备）"}, "target", "≤2000元/人(含10万元设备)"),
    ],
)
def test_the_unit_of_money_is_mended_where_it_stands(fields, field, after):
    (found,) = [
        one for one in check(row(**COST, name="人均培训成本", **fields), budget=46).findings if one.rule == "FE303"
    ]

    assert (found.fix.field, found.fix.after) == (field, after)


@pytest.mark.parametrize(("target", "after"), [("≥20元", "≥20万元"), ("≥20元（每元计）", "≥20万元(每元计)")])
def test_yuan_become_ten_thousand_yuan_once(target, after):
    line = row(**{**BENEFIT, "name": "招商项目签约额", "target": target})

    assert [one.fix.after for one in check(line, budget=180).findings if one.rule == "FE303"] == [after]


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


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({"name": "讲座参与人次", "target": "=800人次"}, True),
        ({"name": "讲座参与人次", "target": "=0人次"}, False),
        ({"name": "保洁人员人数", "target": "=80人"}, False),
        ({"name": "保洁员人数", "target": "=80人"}, False),
        ({"name": "讲座参与人次统计", "target": "=800次"}, False),
        ({**BENEFIT, "name": "讲座参与人次", "target": "=800人次"}, False),
    ],
)
def test_only_an_open_count_is_pinned(fields, fires):
    assert bool(told("FE203", row(**fields))) is fires


@pytest.mark.parametrize(
    ("name", "target", "fires"),
    [
        ("设备完好率", "≥100.5%", True),
        ("设备完好率", "≥100%", False),
        ("设备完好率", "≤105%", False),
        ("设备完好率", "<105%", False),
        ("设备完好率", "≥105‰", False),
        ("设备完好率", "提高105个百分点", False),
        ("设备完好率", "≥105天", False),
        ("产值增长率", "≥105%", False),
    ],
)
def test_a_share_does_not_exceed_the_whole(name, target, fires):
    lines = (row(**TIME, name="完成时间", target="6月底前"), row(**{**QUALITY, "name": name, "target": target}))

    assert told("FE204", *lines) == ([2] if fires else [])


@pytest.mark.parametrize(
    ("fields", "fires", "after"),
    [
        ({"name": "教材合格率", "target": "≥98.56%"}, True, None),
        ({"name": "教材合格率", "target": "≥98.5%"}, False, None),
        ({"name": "教材合格率", "target": "≥10.25%"}, True, None),
        ({"name": "教材合格率", "target": "≥9.25%"}, False, None),
        ({"name": "教材合格率", "target": "≥9.255%"}, True, None),
        ({"name": "教材合格率", "target": "≥1.255%"}, True, None),
        ({"name": "教材合格率", "target": "≥0.255%"}, False, None),
        ({"name": "教材合格率", "target": "≥0.2555%"}, True, None),
        ({"name": "教材合格率", "target": "≥98.00%"}, True, "≥98%"),
        ({"name": "教材合格率", "target": "≥10.00%"}, True, "≥10%"),
        ({"name": "教材合格率", "target": "≥1.000%"}, True, "≥1%"),
        ({"name": "教材合格率", "target": "≥98.00%（上年97.55）"}, True, "≥98%（上年97.55）"),
        ({"name": "系统可用率", "target": "≥99.99%"}, False, None),
        ({"name": "系统可用知晓率", "target": "≥99.99%"}, True, None),
        ({"name": "学员满意率", "target": "≥95.5%"}, True, None),
        ({"name": "学员满意率", "target": "≥95.0%"}, False, None),
        ({"name": "政策知晓率", "target": "≥95.5%"}, True, None),
        ({"name": "群众安全感满意度", "target": "≥95.5%"}, False, None),
        ({"name": "教材合格率", "target": "≥98.56%", "explanation": "上年98.12"}, False, None),
        ({"name": "教材合格率", "target": "≥98.56%", "explanation": "上年98.1"}, True, None),
        ({"name": "教材厚度", "target": "≥98.56毫米"}, False, None),
    ],
)
def test_decimals_are_held_to_what_can_be_counted(fields, fires, after):
    lines = (row(**OUTPUT), row(**{**QUALITY, **fields}))

    found = [one for one in check(*lines).findings if one.rule == "FE205"]

    assert [one.row for one in found] == ([2] if fires else [])
    assert [one.fix.after if one.fix else None for one in found] == ([after] if fires else [])


@pytest.mark.parametrize(
    ("targets", "fires"),
    [
        (["100%", "100%", "100%", "98%", "97%"], True),
        (["100%", "100%", "98%", "97%", "96%"], False),
        (["100%", "100%", "≤100%", "<100%", "96%"], False),
        (["100%", "100%", "1000‰", "100‰", "96%"], False),
        (["100%", "100%", "100%", "98%"], False),
    ],
)
def test_full_rates_are_told_from_five_rows_on_where_they_are_two_fifths(targets, fires):
    rows = [row(level2="质量指标", name=f"{n}类设备合格率", target=target) for n, target in enumerate(targets)]

    assert bool(told("FE206", *rows)) is fires


def weighted(*weights):
    names = (
        "改造面积",
        "更换门窗数",
        "管线长度",
        "实训工位数",
        "绿化面积",
        "亮化面积",
        "围墙长度",
        "操场面积",
        "座椅数量",
    )
    return [row(name=name, target="≥60个", weight=weight) for name, weight in zip(names, weights, strict=False)]


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


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({"target": "2025年10月"}, True),
        ({"target": "2025-10-01"}, True),
        ({"target": "2026年10月"}, False),
        ({"target": "2025年10月至2026年3月"}, False),
        ({"target": "2027年2月底前"}, False),
        ({"target": "2027年3月底前"}, True),
        ({"target": "2028年1月底前"}, True),
        ({"target": "较2025年提前"}, False),
        ({"target": "编号12025年", "level2": "时效指标"}, False),
        ({"target": "2025年10月", "level2": "数量指标"}, True),
        ({"target": "≥30个2025年样点", "level2": "数量指标"}, False),
        ({"name": "2026年建设课程", "target": "≥8门", "level2": "数量指标"}, False),
        ({"name": "2025年建设课程", "target": "≥8门", "level2": "数量指标"}, True),
    ],
)
def test_a_date_of_another_year_is_told(fields, fires):
    lines = (row(name="2025年建设教材", target="≥8门"), row(**OUTPUT), row(**TIME, name="开始时间", target="2026年3月"))

    found = told("FE401", *lines, row(**{**TIME, "name": "工程开工时间", **fields}), year=2026)

    assert found == ([1, 4] if fires else [1])


@pytest.mark.parametrize(
    ("target", "said"),
    [("2025年10月", "已经过去"), ("2028年10月", "在2026年以后"), ("2024年1月至2025年2月", "已经过去")],
)
def test_a_date_outside_is_past_or_to_come(target, said):
    (message,) = messages("FE401", row(**TIME, name="工程开工时间", target=target), year=2026)

    assert message == f"“工程开工时间”的日期“{target}”{said}，本表是2026年度"


@pytest.mark.parametrize(
    ("fields", "given", "fires"),
    [
        ({"name": "三年累计整治河道长度", "target": "≥180公里"}, {}, True),
        ({"name": "三年累计整治河道长度", "target": "≥180公里", "explanation": "本年60公里"}, {}, False),
        ({"name": "三年累计整治达标率", "target": "≥98%"}, {}, False),
        ({"name": "近三年累计整治河道长度", "target": "≥180公里"}, {}, False),
        ({"name": "到2028年整治河道长度", "target": "≥180公里"}, {}, True),
        ({"name": "到2027年整治河道长度", "target": "≥180公里"}, {}, True),
        ({"name": "到2026年整治河道长度", "target": "≥180公里"}, {}, False),
        ({"name": "2024-2026年整治河道长度", "target": "≥180公里"}, {}, False),
        ({"name": "2024-2027年整治河道长度", "target": "≥180公里"}, {}, True),
        ({"name": "五年内容更新数", "target": "≥180条"}, {}, False),
        ({"explanation": "2026—2028年累计"}, {}, True),
        ({"explanation": "2026—2027年累计"}, {}, True),
        ({"explanation": "2024—2026年累计"}, {}, False),
        ({"explanation": "2026—2028年平均总量"}, {}, False),
        ({"explanation": "2026—2028年任务"}, {}, True),
        ({"explanation": "2026—2028年任务书要求"}, {}, False),
        ({"explanation": "见《规划2026—2028年任务》"}, {}, False),
        ({"explanation": "见《2026—2028年累计任务表》"}, {}, False),
        ({"explanation": "2026—2028年累计", "target": "≥98%"}, {}, False),
        ({"explanation": "2026—2028年累计", "target": "较好"}, {}, False),
        ({"level2": "时效指标", "name": "项目实施周期", "target": "2年"}, {}, True),
        ({"level2": "时效指标", "name": "项目实施周期", "target": "1.9年"}, {}, False),
        ({"level2": "时效指标", "name": "项目实施周期", "target": "24个月"}, {}, True),
        ({"level2": "时效指标", "name": "项目实施周期", "target": "23个月"}, {}, False),
        ({"level2": "时效指标", "name": "项目实施周期", "target": "36天"}, {}, False),
        ({"level2": "时效指标", "name": "工期", "target": "3年"}, {}, True),
        ({"level2": "时效指标", "name": "工期", "target": "24", "unit": "月"}, {}, True),
        ({"level2": "时效指标", "name": "工期", "target": "23", "unit": "月"}, {}, False),
        ({"level2": "时效指标", "name": "工期安排", "target": "3年"}, {}, False),
        ({"level2": "时效指标", "name": "工程质保期", "target": "3年"}, {}, False),
        ({"level2": "时效指标", "name": "项目期限内巡检间隔", "target": "3年"}, {}, False),
        ({**COST, "name": "项目总投资", "target": "≤121万元"}, {"budget": 100, "goal": "其中2026年安排100万元"}, True),
        ({**COST, "name": "项目总投资", "target": "≤120万元"}, {"budget": 100, "goal": "其中2026年安排100万元"}, False),
        ({**COST, "name": "项目总投资", "target": "≤121万元"}, {"budget": 100, "goal": "建成泵站"}, False),
        ({**COST, "name": "设备总投资", "target": "≤121万元"}, {"budget": 100, "goal": "其中2026年安排100万元"}, False),
        (
            {**COST, "name": "项目总投资收益", "target": "≤121万元"},
            {"budget": 100, "goal": "其中2026年安排100万元"},
            False,
        ),
    ],
)
def test_what_spans_years_beyond_this_one_is_told(fields, given, fires):
    line = row(**{"name": "整治河道长度", "target": "≥180公里", **fields})

    assert bool(told("FE402", line, year=2026, **given)) is fires


def test_a_span_is_told_also_where_the_year_is_not_given():
    assert told("FE402", row(name="到2026年整治河道长度", target="≥180公里")) == [1]
    assert told("FE402", row(name="整治河道长度", target="≥180公里", explanation="2026—2028年累计")) == []


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


@pytest.mark.parametrize(("count", "rules"), [(12, []), (13, ["CO502"]), (18, ["CO502"]), (19, ["CO501"])])
def test_the_number_of_indicators_has_two_limits(count, rules):
    rows = [
        row(name=f"{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申'[n]}地清扫面积", target="≥3万平方米") for n in range(count)
    ]

    assert [one.rule for one in check(*rows).findings if one.rule in {"CO501", "CO502"}] == rules


@pytest.mark.parametrize(
    ("level2", "count", "fires"),
    [("数量指标", 4, False), ("数量指标", 5, True), ("质量指标", 4, False), ("质量指标", 5, True), ("", 5, False)],
)
def test_a_class_may_hold_so_many_rows(level2, count, fires):
    rows = [row(level2=level2, name=f"{'甲乙丙丁戊己'[n]}地设备合格率", target="≥98%") for n in range(count)]

    assert (told("CO503", *rows) == [None]) is fires


def test_a_class_is_left_open_only_where_no_row_has_one():
    levelless = {"level1": "", "level2": "", "name": "培训人次"}

    assert outcome("CO503", row(**levelless)).outcome == "not_applicable"
    assert outcome("CO503", row(**levelless), row(**OUTPUT)).outcome == "pass"
    assert outcome("CO503", row(**OUTPUT)).outcome == "pass"


ROAD = {"project": "农村公路改建", "budget": 2600}


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({}, True),
        ({"level1": "成本指标", "level2": "经济成本指标", "name": "单价"}, False),
        ({"name": "单位成本"}, False),
        ({"level1": "工作指标", "level2": "任务指标"}, False),
    ],
)
def test_a_cost_may_stand_at_any_level_under_its_name(fields, fires):
    assert bool(told("CV105", row(**OUTPUT), row(**{"name": "绿化面积", "target": "≥9亩", **fields}), **ROAD)) is fires


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({}, True),
        ({"level1": "满意度指标", "level2": "服务对象满意度指标", "name": "受助群众评价"}, False),
        ({"name": "受助群众满意度"}, False),
        ({"name": "受助群众满意情况"}, False),
        ({"level2": "满意情况"}, False),
        ({"level1": "工作指标", "level2": "任务指标"}, False),
    ],
)
def test_people_are_asked_wherever_the_row_stands(fields, fires):
    rows = (row(**OUTPUT), row(**{"name": "发放物资", "target": "≥9吨", **fields}))

    assert bool(told("CV106", *rows, project="自然灾害生活救助")) is fires


@pytest.mark.parametrize(
    ("fields", "fires"),
    [({}, True), ({"name": "施工扬尘超标次数"}, False), ({"level1": "成本指标", "level2": "社会成本指标"}, False)],
)
def test_a_burden_is_held_by_a_cost_or_a_restraint(fields, fires):
    rows = (row(**OUTPUT), row(**{"name": "绿化面积", "target": "≤9亩", **fields}))

    assert bool(told("CV109", *rows, **ROAD)) is fires


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({"name": "出行保障评价", "target": "好"}, True),
        ({"name": "设备合格率", "target": "≥98%"}, True),
        ({"name": "设备年使用率", "target": "≥70%"}, False),
    ],
)
def test_what_was_bought_wants_an_effect_in_figures(fields, fires):
    rows = (row(**OUTPUT), row(**{**BENEFIT, **fields}))

    assert bool(told("CV110", *rows, project="教学仪器设备购置", budget=2600)) is fires


@pytest.mark.parametrize(
    ("fields", "outcome_"),
    [
        ({}, "fail"),
        ({"level2": "质量指标"}, "pass"),
        ({"level2": "别的"}, "insufficient_data"),
        ({"level1": "", "level2": ""}, "insufficient_data"),
        ({"level1": "效益指标", "level2": "别的"}, "fail"),
    ],
)
def test_a_missing_second_level_is_sure_only_where_all_outputs_are_read(fields, outcome_):
    assert outcome("CV104", row(**OUTPUT), row(**{"name": "绿化面积", "target": "≥9亩", **fields})).outcome == outcome_


def test_what_no_framework_demands_is_missing_nowhere():
    department = {"kind": "department", "goal": "办理行政许可"}

    assert outcome("CV102", row(**OUTPUT), **department).outcome == "not_applicable"
    assert outcome("CV104", row(**OUTPUT), **department).outcome == "not_applicable"


DIMENSIONS = ("运行成本", "管理效率", "履职效能", "社会效应", "可持续发展能力", "服务对象满意度")


@pytest.mark.parametrize(
    ("levels", "missing"),
    [
        (DIMENSIONS, []),
        (DIMENSIONS[:5], ["六个维度里没有服务对象满意度"]),
        (DIMENSIONS[:3], ["六个维度里没有社会效应、可持续发展能力、服务对象满意度"]),
        (DIMENSIONS[:2], []),
        ([f"{name}指标" for name in DIMENSIONS[:5]], ["六个维度里没有服务对象满意度"]),
    ],
)
def test_a_dimension_is_missing_where_the_form_shows_three_of_its_own(levels, missing):
    rows = [row(level1=level1, level2="", name=f"{level1}改造面积", target="≥9亩") for level1 in levels]

    assert messages("CV108", *rows, kind="department", goal="办理行政许可") == missing


@pytest.mark.parametrize(("length", "fires"), [(20, False), (21, True)])
def test_a_name_has_twenty_characters_without_its_brackets(length, fires):
    assert bool(told("CO204", row(name="道" * (length - 2) + "面积（含支线道路和桥梁）", target="≥9亩"))) is fires


def test_a_long_name_is_shortened_where_that_is_enough():
    short, long = ("数量指标：" + "道" * length + "面积" for length in (18, 19))

    fixes = [
        one.fix and one.fix.after
        for one in check(row(name=short, target="≥9亩"), row(name=long, target="≥9亩")).findings
        if one.rule == "CO204"
    ]

    assert fixes == ["道" * 18 + "面积", None]


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({"name": "数量指标：培训人次"}, True),
        ({**SATISFACTION, "name": "满意度", "target": "≥90%"}, False),
        ({**SATISFACTION, "name": "满意度指标：学员满意度", "target": "≥90%"}, True),
    ],
)
def test_a_class_word_is_told_where_more_than_it_stands_in_the_name(fields, fires):
    assert bool(told("CO203", row(**fields))) is fires


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({}, True),
        ({**BENEFIT, "target": "较好"}, False),
        ({**BENEFIT, "target": "≥12项"}, True),
        ({"target": "较好"}, True),
    ],
)
def test_objects_may_be_joined_in_the_words_of_an_effect(fields, fires):
    line = row(**{"target": "≥12项", **fields, "name": "论文、专利、软件著作权数量"})

    assert bool(told("CO205", line)) is fires


@pytest.mark.parametrize(
    ("fields", "given", "fires"),
    [
        ({"name": "变压器", "target": "≥15台"}, {}, True),
        ({"name": "变压器数量", "target": "≥15台"}, {}, False),
        ({**BENEFIT, "name": "变压器", "target": "≥15台"}, {}, False),
        ({**TIME, "name": "变压器", "target": "6月底前"}, {}, False),
        ({"name": "其中：变压器", "target": "≥15台"}, {}, False),
        ({"name": "举办非遗展演", "target": "≥8场"}, {}, False),
        ({"name": "编制规划", "target": "1部"}, {}, True),
        ({"level1": "管理效率", "level2": "", "name": "资产管理", "target": "规范"}, {"kind": "department"}, True),
        ({"level1": "管理效率", "level2": "", "name": "资产管理", "target": "规范"}, {}, False),
        ({"level1": "社会效应", "level2": "", "name": "资产管理", "target": "规范"}, {"kind": "department"}, False),
        ({"level1": "管理效率", "level2": "", "name": "资产情况", "target": "规范"}, {"kind": "department"}, False),
    ],
)
def test_a_thing_without_a_measure_is_told_where_it_is_work(fields, given, fires):
    lines = (row(**BENEFIT), row(**fields))

    assert told("CO206", *lines, **given) == ([2] if fires else [])


@pytest.mark.parametrize(("words", "fires"), [(2, False), (3, True)])
def test_words_are_too_many_where_they_are_more_than_half(words, fires):
    rows = [row(level2="质量指标", name=f"{'甲乙丙'[n]}类服务", target="良好") for n in range(words)]
    rows += [row(name=f"{'丁戊己'[n]}类面积", target="≥9亩") for n in range(4 - words)]

    assert bool(told("ME103", *rows)) is fires


def test_an_outdated_plan_is_named_once_in_the_goal_and_in_each_row():
    rows = (row(name="“十三五”规划目标完成数", target="≥9项"), row(name="“十三五”规划任务完成数", target="≥9项"))

    assert told("RE301", *rows, year=2026) == [1, 2]
    assert told("RE301", row(**OUTPUT), year=2026, goal="落实“十三五”规划，改造实训室600平方米") == [None]
    assert told("RE301", row(**OUTPUT), year=2020, goal="落实“十三五”规划，改造实训室600平方米") == []


@pytest.mark.parametrize(
    ("length", "shown"), [(60, "提升服务水平，" * 8 + "提升服务"), (61, "提升服务水平，" * 8 + "提升服务…")]
)
def test_a_long_goal_is_shown_by_its_beginning(length, shown):
    goal = ("提升服务水平，" * 9)[:length]

    (found,) = [one for one in check(row(**OUTPUT), goal=goal).findings if one.rule == "CO602"]

    assert found.evidence == shown


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


@pytest.mark.parametrize(
    ("rows", "budget", "said"),
    [
        ([{**COST, "name": "展品单价", "target": "≤50万元/件"}], 46, "作为单价，超过了全部预算"),
        ([{**COST, "name": "展品单价", "target": "≤46万元/件"}], 46, None),
        ([{**COST, "name": "展品单价", "target": "≤500000元/件"}], 46, None),
        ([{"name": "展品单价", "target": "≤50万元/件"}], 46, None),
        ([{"name": "展品单价", "target": "≤50万元/件"}], 2.5, None),
        ([{"name": "展品单价", "target": "≤50万元/件"}], 2.4, "作为单价，超过了全部预算"),
        ([{"name": "展品单价", "target": "≤50万元"}], 2.4, None),
        ([{**COST, "name": "展品单价", "target": "≤5万元/件"}, {"name": "展品件数", "target": "≥200件"}], 50, None),
        (
            [{**COST, "name": "展品单价", "target": "≤5万元/件"}, {"name": "展品件数", "target": "≥201件"}],
            50,
            "作为单价，超过了全部预算",
        ),
    ],
)
def test_a_price_in_ten_thousands_is_held_against_the_whole_budget(rows, budget, said):
    found = messages("FE303", *(row(**fields) for fields in rows), budget=budget)

    assert [one.rpartition("”")[2] for one in found] == ([said] if said else [])


@pytest.mark.parametrize(("output", "outcome_"), [(61.6, "fail"), (61.5, "not_applicable"), (55, "not_applicable")])
def test_a_level_is_too_heavy_where_no_allocation_gives_so_much(output, outcome_):
    rows = (
        row(**COST, name="采购节支率", target="≥5%", weight=20),
        row(**OUTPUT, weight=output),
        row(**SATISFACTION, name="学生满意度", target="≥90%", weight=10),
    )

    assert outcome("FE102", *rows).outcome == outcome_


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


@pytest.mark.parametrize(
    ("fields", "told_rows"),
    [
        ({"project": "县政府办公楼修缮", "goal": "修缮办公楼600平方米"}, [1]),
        ({"project": "国有林场管护", "goal": "管护林地"}, []),
        ({"goal": "修缮办公楼600平方米"}, []),
        ({"kind": "department", "department": "县林业局", "goal": "办理行政许可"}, []),
        ({"kind": "department", "department": "县残联", "goal": "管护林地"}, [1]),
    ],
)
def test_a_figure_of_a_whole_place_belongs_to_whose_matter_it_is(fields, told_rows):
    line = row(**{**BENEFIT, "name": "森林覆盖率", "target": "≥40%"})

    assert told("RE202", line, **fields) == told_rows


@pytest.mark.parametrize(("department", "told_rows"), [("省档案馆", []), ("省教育厅", [1])])
def test_archives_are_the_work_of_who_keeps_them(department, told_rows):
    assert told("RE201", row(name="档案完整率", target="≥98%"), project="馆舍维护", department=department) == told_rows


def test_an_effect_out_of_reach_is_shown_by_its_words():
    found = [
        one.evidence
        for one in check(row(**{**BENEFIT, "name": "达到国内领先水平", "target": "是"})).findings
        if one.rule == "FE602"
    ]

    assert found == ["达到国内领先"]


def test_faults_of_many_rows_show_their_number():
    places = [row(level1="", level2="", name=f"图书借阅{n}册数", target="≥5000册") for n in range(2)]

    shown = [one.evidence for one in check(*places).findings if one.rule == "CO104"]
    tiny = [one.evidence for one in check(*weighted(60, 2, 2, 2, 2, 2, 2, 2)).findings if one.rule == "FE105"]

    assert (shown, tiny) == (["2行"], ["7个"])


def test_words_beside_an_output_are_no_soft_effect():
    rows = (row(**BENEFIT, weight=5), row(name="展厅布置", target="较高", weight=30), row(**OUTPUT, weight=60))

    assert told("FE106", *rows) == []
