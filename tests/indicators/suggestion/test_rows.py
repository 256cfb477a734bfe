"""A drafted row is cleaned, placed and judged before anything is suggested for it."""

import pytest

from indicators.library.files import DATA, read_values
from indicators.model.framework import Framework
from indicators.model.sheet import SheetRow
from indicators.suggestion.rows import read_row

FRAMEWORKS = {path.stem: read_values(path, Framework)[0] for path in (DATA / "frameworks").glob("*.yaml")}


def read(name="培训人次", target="≥280人次", framework="mof-2021", **fields):
    return read_row(1, SheetRow(name=name, target=target, **fields), FRAMEWORKS[framework])


@pytest.mark.parametrize(
    ("level1", "level2", "place"),
    [
        ("产出指标", "数量指标", ("产出指标", "数量指标")),
        ("产出", "数量", ("产出指标", "数量指标")),
        ("产出指标", "成本指标", ("成本指标", "经济成本指标")),
        ("效益指标", "可持续影响指标", ("效益指标", "社会效益指标")),
        ("满意度", "", ("满意度指标", "服务对象满意度指标")),
        ("", "", ("产出指标", "数量指标")),
    ],
)
def test_a_row_is_placed_by_the_words_that_forms_use(level1, level2, place):
    row = read(level1=level1, level2=level2)

    assert (row.level1, row.level2) == place


def test_a_department_may_name_its_own_second_levels():
    row = read(level1="履职效能", level2="大气污染防治", framework="department-six-dimensions")

    assert (row.level1, row.level2) == ("履职效能", "大气污染防治")


@pytest.mark.parametrize(
    ("name", "target", "fault"),
    [
        ("资金支付进度", "100%", "资金支付"),
        ("档案管理制度健全", "健全", "常规管理"),
        ("教学质量", "较好", "无法衡量"),
        ("培训人次", "", "没有指标值"),
        ("培训人次", "若干", "没有指标值"),
        ("培训完成率", "100%", "完成率"),
        ("上级主管部门满意度", "≥90%", "上级"),
        ("按时完成", "2026年", "没有写明"),
        ("举办活动", "20", "没有单位"),
    ],
)
def test_what_should_not_stay_says_why(name, target, fault):
    assert any(fault in words for words in read(name, target).faults)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("培训人次", "≥280人次"),
        ("验收合格率", "100%"),
        ("项目完成时间", "12月底前"),
        ("服务质量", "好，分好、一般、差三档"),
    ],
)
def test_a_good_row_has_no_fault(name, target):
    assert read(name, target).faults == ()


def test_routine_rows_of_a_department_are_no_fault():
    row = read("预算执行率", "≥95%", "department-six-dimensions", level1="管理效率", level2="预算管理")

    assert row.is_sound


def test_an_action_becomes_a_measure_by_what_is_counted():
    assert read("举办主体班", "8期").name == "举办主体班期数"
