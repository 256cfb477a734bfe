"""Levels, names, counts and the goal at the edges of their rules: the limit just met and just missed, and what looks like a fault and is none."""

import pytest
from judging import (
    BENEFIT,
    OUTPUT,
    SATISFACTION,
    TIME,
    check,
    messages,
    outcome,
    told,
    weighted,
)

from indicators.quality.examples import row


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
    ("rule", "fields", "outcome_"),
    [
        ("CO602", {"goal": " "}, "not_applicable"),
        ("CV108", {}, "not_applicable"),
        ("CV101", {"kind": "department"}, "not_applicable"),
    ],
)
def test_a_rule_is_asked_only_of_the_sheets_that_it_concerns(rule, fields, outcome_):
    assert outcome(rule, row(**OUTPUT), **fields).outcome == outcome_


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


@pytest.mark.parametrize(
    ("length", "shown"), [(60, "提升服务水平，" * 8 + "提升服务"), (61, "提升服务水平，" * 8 + "提升服务…")]
)
def test_a_long_goal_is_shown_by_its_beginning(length, shown):
    goal = ("提升服务水平，" * 9)[:length]

    (found,) = [one for one in check(row(**OUTPUT), goal=goal).findings if one.rule == "CO602"]

    assert found.evidence == shown


def test_faults_of_many_rows_show_their_number():
    places = [row(level1="", level2="", name=f"图书借阅{n}册数", target="≥5000册") for n in range(2)]

    shown = [one.evidence for one in check(*places).findings if one.rule == "CO104"]
    tiny = [one.evidence for one in check(*weighted(60, 2, 2, 2, 2, 2, 2, 2)).findings if one.rule == "FE105"]

    assert (shown, tiny) == (["2行"], ["7个"])
