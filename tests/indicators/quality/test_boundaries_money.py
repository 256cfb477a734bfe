"""Costs, prices and units of money at the edges of their rules: the limit just met and just missed, and what looks like a fault and is none."""

import pytest
from judging import BENEFIT, COST, OUTPUT, check, messages, told

from indicators.quality.examples import row


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
