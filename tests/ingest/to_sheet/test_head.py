import pytest

from ingest.report import Ledger
from ingest.table import Area
from ingest.to_sheet.head import read_head
from tests.ingest.builders import table


def read(lines, *, areas=()):
    made = table(lines, areas=areas)
    ledger = Ledger()
    head = read_head(made, made.rows, ledger)
    return head, {entry.cell: entry.reason for entry in ledger.unread(made, made.rows)}


@pytest.mark.parametrize(
    ("lines", "amount"),
    [
        ([["预算金额（元）", "1,640,000"]], 164),
        ([["年度资金总额", "164"]], 164),
        ([["年度资金总额", "2000"]], 2000),
        ([["年度资金总额", "1.2亿元"]], 12000),
        ([["资金总额：164万元"]], 164),
        ([["单位：元"], ["年度资金总额", "1640000"]], 164),
        ([["项目资金（元）", "年度资金总额", "1640000"]], 164),
        ([["项目资金（万元）", "实施期资金总额", "500"], ["", "年度资金总额", "164"]], 164),
        ([["年度资金总额", "待定"]], None),
        ([["年度资金总额", "164公里"]], None),
        ([["其中：财政拨款", "164"]], None),
    ],
)
def test_the_budget_is_the_years_total_in_ten_thousands(lines, amount):
    assert read(lines)[0].values.get("budget") == amount


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        ([["（2026年度）"]], 2026),
        ([["( 2026 年 度 )"]], 2026),
        ([["2026"]], 2026),
        ([["2026年项目支出绩效目标申报表"]], 2026),
        ([["年度", "2026"]], 2026),
        ([["预算年度：2026年"]], 2026),
        ([["填报日期", "2025年11月"], ["（2026年度）"]], 2026),
        ([["（ 年度）"]], None),
        ([["年度资金总额", "2026"]], None),
        ([["填报日期", "2025年"]], None),
        ([["项目名称", "2025年续建工程"]], None),
    ],
)
def test_the_year_is_read_where_it_is_said(lines, year):
    assert read(lines)[0].values.get("year") == year


def test_of_two_bodies_the_one_in_charge_is_the_department():
    head, left = read([["实施单位", "某院", "主管部门", "某厅"]])

    assert head.values["department"] == "某厅"
    assert left == {"表!B1": "已采用“某厅”，未采用这一处"}


def test_the_doing_body_stands_in_where_none_is_in_charge():
    assert read([["主管部门", "", "实施单位", "某院"]])[0].values["department"] == "某院"


def test_a_blank_value_does_not_take_the_next_label():
    assert read([["项目名称", "", "主管部门", "某厅"]])[0].values == {"department": "某厅"}


def test_goal_lines_over_several_rows_are_joined():
    head, _ = read([["年度目标", "目标1：培训280人次"], ["", "目标2：", "建基地5个"], ["分解目标"]])

    assert head.values["goal"] == "目标1：培训280人次\n目标2：建基地5个"
    assert head.cells["goal"] == "表!B1"


def test_goals_of_the_term_and_the_year_side_by_side_below_their_labels():
    head, left = read([["实施期目标", "年度目标"], ["三年培养600人", "培养200人"]])

    assert head.values["goal"] == "培养200人"
    assert left == {"表!A2": "实施期目标未采用"}


def test_a_goal_that_was_not_filled_in_is_reported():
    head, left = read([["年度目标", "目标1：\n目标2：......"], ["分解目标", "某文字"]])

    assert "goal" not in head.values
    assert left == {"表!B1": "占位，没有填写目标", "表!B2": "没有认出这一格的用途，未读入"}


def test_a_general_goal_yields_to_the_years():
    head, left = read([["总体目标", "完成全部工程"], ["年度目标", "新建管网12公里"]])

    assert head.values["goal"] == "新建管网12公里"
    assert left == {"表!B1": "已采用另一处绩效目标，未采用这一处"}


def test_tasks_without_a_header_line_are_lines_of_the_goal():
    head, _ = read([["年度目标", "提升服务"], ["年度主要任务", "开展检查600家次"]])

    assert head.values["goal"] == "提升服务\n开展检查600家次"


def test_sums_beside_tasks_are_left():
    lines = [["年度主要任务", "任务名称", "主要内容", "预算数"], ["", "执法", "检查600家次", "300"]]

    head, left = read(lines, areas=[Area(1, 1, 2, 1)])

    assert head.values["goal"] == "执法：检查600家次"
    assert left == {"表!D2": "任务的分项资金不属于绩效目标的内容，未采用"}


def test_labels_that_a_target_sheet_does_not_use_are_told():
    _, left = read([["联系人", "某某", "项目期限", "3年"]])

    assert left == dict.fromkeys(("表!B1", "表!D1"), "绩效目标不用这一项，未采用")


@pytest.mark.parametrize("title", ["部门整体支出绩效目标申报表", "部门（单位）整体支出绩效目标表（2026年度）"])
def test_a_title_tells_the_sheet_of_a_whole_department(title):
    assert read([[title]])[0].values["kind"] == "department"
