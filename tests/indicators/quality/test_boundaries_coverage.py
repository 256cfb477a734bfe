"""What is missing, and what does not belong at the edges of their rules: the limit just met and just missed, and what looks like a fault and is none."""

import pytest
from judging import BENEFIT, OUTPUT, messages, outcome, told

from indicators.quality.examples import row

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


def test_an_outdated_plan_is_named_once_in_the_goal_and_in_each_row():
    rows = (row(name="“十三五”规划目标完成数", target="≥9项"), row(name="“十三五”规划任务完成数", target="≥9项"))

    assert told("RE301", *rows, year=2026) == [1, 2]
    assert told("RE301", row(**OUTPUT), year=2026, goal="落实“十三五”规划，改造实训室600平方米") == [None]
    assert told("RE301", row(**OUTPUT), year=2020, goal="落实“十三五”规划，改造实训室600平方米") == []


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
