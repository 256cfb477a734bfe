"""Pieces of one task are told together; tasks of their own are left apart."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.examples import row, sheet
from indicators.quality.pieces import pieces
from indicators.quality.reading import read_sheet

FRAMEWORK = Library.from_files(read_library()).framework("mof-2021")
DAM = [("水库除险加固座数", "5座"), ("灌浆长度", "8600米"), ("溢洪道衬砌长度", "1200米"), ("更换闸门数量", "11扇")]
ROAD = ("防汛道路硬化长度", "3.2公里")


def found(*told, **fields):
    rows = [row(name=name, target=target) for name, target in told]
    read = read_sheet(sheet(*rows, **fields, alone=True), FRAMEWORK)
    return [[line.number for line in group] for group in pieces(read)]


def test_bare_things_in_one_unit_are_pieces_and_named_counts_are_not():
    things = [("交换机", "40台"), ("防火墙", "4台"), ("UPS电源", "6台"), ("机房空调", "8台")]

    assert found(*things) == [[1, 2, 3, 4]]
    assert found(*((f"{name}购置台数", target) for name, target in things)) == []


def test_rows_that_open_with_whereof_belong_to_the_row_before_them():
    told = [("公厕座数", "6座"), ("清运车", "6辆"), ("其中：3吨车", "4辆"), ("其中：5吨车", "2辆"), ("垃圾桶", "90个")]

    assert found(*told) == [[2, 3, 4]]
    assert found(("论文数", "30篇"), ("其中：SCI论文数", "18篇"), ("专利数", "8件")) == []


def test_one_deed_with_one_value_in_turns_is_one_task():
    turns = [("建设运行中心", "1个"), ("建设数据中台", "1个"), ("建设移动端应用", "1个")]

    assert found(*turns) == [[1, 2, 3]]
    assert found(*turns[:2], ("建设移动端应用", "3个")) == []


@pytest.mark.parametrize(
    ("project", "groups"),
    [("乡村旅游文化节", [[1, 3]]), ("反诈宣传活动", []), ("文化馆音响设备购置", []), ("节水灌溉工程", [])],
)
def test_props_are_told_by_the_event_unless_they_are_what_the_project_spreads(project, groups):
    assert found(("主舞台搭建", "1个"), ("演出场次", "6场"), ("宣传海报", "2000张"), project=project) == groups


@pytest.mark.parametrize(
    ("told", "fields", "groups"),
    [
        ([*DAM, ROAD], {"budget": 1860}, [[1, 2, 3, 4, 5]]),
        ([*DAM, ROAD], {"budget": 1860, "goal": "灌浆8600米，衬砌溢洪道1200米，更换闸门11扇，硬化防汛道路3.2公里"}, []),
        (DAM, {"budget": 1860}, []),
        ([*DAM, ROAD], {"budget": 20}, []),
        ([*DAM[:3], ("受益人口数", "3万人"), ("安全检查次数", "12次")], {"budget": 1860}, []),
    ],
)
def test_works_of_one_building_are_pieces_where_the_goal_does_not_set_them(told, fields, groups):
    assert found(*told, **{"project": "小型水库除险加固工程", "goal": "消除安全隐患", **fields}) == groups
