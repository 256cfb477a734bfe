"""The layouts that departments use, each read whole."""

import pytest

from ingest.to_sheet import read_sheets
from tests.ingest.builders import HEADER, ROW, workbook

N = None


def only(data, name="a.xlsx"):
    (found,) = read_sheets(data, name)
    return found


def rows(found, *fields):
    return [tuple(getattr(row, field) for field in fields) for row in found.sheet.rows]


def unread(found):
    return {entry.cell: entry.reason for entry in found.unread}


HENAN = [
    ["省级部门预算项目支出绩效目标表"],
    ["（ 2026 年度）"],
    ["项目名称", N, "文物修缮项目"],
    ["主管部门", N, "某省文物局"],
    ["实施单位", N, "某省文物局"],
    ["项目资金(万元)", "年度资金总额", 320.5],
    [N, "其中:政府预算资金", 300],
    [N, "财政专户管理资金", 0],
    [N, "单位资金", 20.5],
    ["年度目标", "目标1:修缮古建筑6处\n目标2:开放参观\n......"],
    ["分解目标"],
    ["一级指标", "二级指标", "三级指标", "指标值", "指标值说明"],
    ["成本指标", "经济成本指标", "指标1:每处修缮成本", "≤50万元", "含设计"],
    [N, N, "……"],
    ["产出指标", "数量指标", "指标1:修缮处数", "≥6处"],
    [N, N, "指标2:"],
    [N, "质量指标", "验收合格率", "100%"],
    ["效益指标", "社会效益指标", "接待参观人次", "≥2万人次"],
]
HENAN_MERGES = ["A1:E1", "A2:E2", "A6:A9", "B10:E10", "A11:E11", "A13:A14", "B13:B14", "A15:A17", "B15:B16"]


def test_the_project_form_of_henan():
    found = only(workbook(HENAN, merges=HENAN_MERGES))

    sheet = found.sheet
    assert (sheet.project, sheet.department, sheet.year, sheet.budget, sheet.kind) == (
        "文物修缮项目",
        "某省文物局",
        2026,
        320.5,
        "project",
    )
    assert sheet.goal == "目标1:修缮古建筑6处\n目标2:开放参观"
    assert rows(found, "level1", "level2", "name", "target", "explanation") == [
        ("成本指标", "经济成本指标", "每处修缮成本", "≤50万元", "含设计"),
        ("产出指标", "数量指标", "修缮处数", "≥6处", ""),
        ("产出指标", "质量指标", "验收合格率", "100%", ""),
        ("效益指标", "社会效益指标", "接待参观人次", "≥2万人次", ""),
    ]
    assert unread(found) == {
        "表!C7": "分项资金不属于绩效目标的内容，未采用",
        "表!C9": "分项资金不属于绩效目标的内容，未采用",
        "表!C14": "占位的空行，没有填写指标",
        "表!C16": "占位的空行，没有填写指标",
    }


def test_every_field_of_a_row_tells_its_cell_and_levels_theirs():
    found = only(workbook(HENAN, merges=HENAN_MERGES))

    assert found.sheet.rows[2].cell == "表!C17"
    assert found.sheet.rows[2].cells == {
        "level1": "表!A15",
        "level2": "表!B17",
        "name": "表!C17",
        "target": "表!D17",
    }


def test_the_transfer_form_with_several_indicators_in_a_cell():
    lines = [
        ["项目名称：防汛应急补助"],
        ["省级主管部门", N, "某省水利厅", "市县主管部门", "某县水利局"],
        HEADER,
        ["产出指标", "数量指标", "指标1:加固堤防\n指标2:清淤河道\n......", "≥12公里\n≥8公里"],
        [N, "质量指标", "指标1:\n指标2:\n......"],
    ]

    found = only(workbook(lines, merges=["A4:A5"]))

    assert found.sheet.project == "防汛应急补助"
    assert found.sheet.department == "某省水利厅"
    assert rows(found, "level2", "name", "target", "cell") == [
        ("数量指标", "加固堤防", "≥12公里", "表!C4"),
        ("数量指标", "清淤河道", "≥8公里", "表!C4"),
    ]


SELF_EVALUATION = [
    ["项目支出绩效自评表（2025年度）"],
    ["项目名称", N, N, "污水管网建设项目"],
    ["主管部门", N, "某市水务局", N, N, "实施单位", N, "某市排水中心"],
    ["项目资金\n(万元)", N, N, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    [N, N, "年度资金总额", 1200, 1150, 1100, 10, 0.9565, 9.57],
    [N, N, "其中:当年财政拨款", 1200, 1150, 1100, "—", 0.95, "—"],
    ["年度总体目标", "预期目标", N, N, N, "实际完成情况"],
    [N, "目标1：新建管网12公里\n目标2：改造泵站2座", N, N, N, "已全部完成"],
    [
        "绩\n效\n指\n标",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
    ],
    [N, "产出指标\n(50分)", "数量指标", "新建污水管网长度", "≥12公里", "12.3公里", 15, 15, "无"],
    [N, N, "质量指标", "工程验收合格率", "=100%", "100%", 15, 15],
    [N, "效益指标\n(30分)", "可持续影响指标", "……"],
    [N, N, "社会效益指标", "受益人口", "≥2万人", "2.1万人", 20, 20],
    ["总分", N, N, N, N, N, 100, 99.57],
    ["填报人：某某", N, N, N, "联系电话：0000"],
]
SELF_EVALUATION_MERGES = [
    *("A4:B6", "A7:A8", "B7:E7", "F7:I7", "B8:E8", "F8:I8", "A9:A13", "B10:B11", "B12:B13", "A14:F14"),
]


def test_the_self_evaluation_form():
    found = only(workbook(SELF_EVALUATION, merges=SELF_EVALUATION_MERGES))

    assert (found.sheet.year, found.sheet.budget) == (2025, 1200)
    assert found.sheet.goal == "目标1：新建管网12公里\n目标2：改造泵站2座"
    assert rows(found, "level1", "level2", "name", "target", "actual", "weight", "score") == [
        ("产出指标", "数量指标", "新建污水管网长度", "≥12公里", "12.3公里", 15, 15),
        ("产出指标", "质量指标", "工程验收合格率", "=100%", "100%", 15, 15),
        ("效益指标", "社会效益指标", "受益人口", "≥2万人", "2.1万人", 20, 20),
    ]
    left = unread(found)
    assert left["表!H3"] == "已采用“某市水务局”，未采用这一处"
    assert left["表!A14"] == left["表!G14"] == "合计行，不是指标"
    assert left["表!E15"] == "表下说明，不是指标"


def test_the_execution_and_the_total_of_the_self_evaluation_form():
    sheet = only(workbook(SELF_EVALUATION, merges=SELF_EVALUATION_MERGES)).sheet

    assert (sheet.adjusted_budget, sheet.spent) == (1150, 1100)
    assert (sheet.execution_rate, sheet.execution_weight, sheet.execution_score) == (95.65, 10, 9.57)
    assert (sheet.total_score, sheet.evaluation, sheet.progress_month) == (99.57, "已全部完成", None)


def test_the_reason_of_a_deviation_is_read_from_one_column_or_two():
    one = [
        ["三级指标", "指标值", "完成值", "得分", "偏差原因分析及改进措施"],
        ["培训人次", "≥280", "200", 7.1, "招生晚，\n明年提前"],
    ]
    two = [["三级指标", "指标值", "完成值", "偏差原因", "改进措施"], ["培训人次", "≥280", "200", "招生晚", "明年提前"]]

    assert rows(only(workbook(one)), "score", "deviation") == [(7.1, "招生晚，\n明年提前")]
    assert rows(only(workbook(two)), "score", "deviation") == [(None, "招生晚\n明年提前")]


def test_a_score_that_is_no_number_is_told():
    lines = [["三级指标", "指标值", "完成值", "得分"], ["培训人次", "≥280", "300", "满分"]]

    found = only(workbook(lines))

    assert rows(found, "score") == [(None,)]
    assert unread(found) == {"表!D2": "得分不是数字，未读入"}


def test_a_score_that_several_rows_share_counts_once():
    lines = [
        ["三级指标", "指标值", "完成值", "分值", "得分"],
        ["培训人次", "≥280", "300", 10, 9],
        ["培训期数", "≥5", "5"],
    ]

    assert rows(only(workbook(lines, merges=["D2:D3", "E2:E3"])), "weight", "score") == [(10, 9), (None, None)]


MONITORING = [
    ["项目支出绩效监控情况表（2026年8月）"],
    ["项目名称", N, "污水管网建设项目"],
    ["项目资金（万元）", N, "年初预算数", "1-7月执行数", "1-7月执行率", "全年预计执行数"],
    [N, "年度资金总额", 1200, 480, "40%", 1200],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "1-7月执行情况", "全年预计完成情况", "偏差原因分析"],
    ["产出指标", "数量指标", "新建污水管网长度", "≥12公里", "7.8公里", "12公里", "雨季停工"],
]


def test_the_monitoring_form():
    found = only(workbook(MONITORING, merges=["A3:A4"]))

    sheet = found.sheet
    assert (sheet.progress_month, sheet.budget, sheet.spent, sheet.execution_rate) == (7, 1200, 480, 40)
    assert rows(found, "name", "target", "actual", "deviation") == [
        ("新建污水管网长度", "≥12公里", "7.8公里", "雨季停工")
    ]
    assert unread(found)["表!F5"] == "“全年预计完成情况”列不属于绩效目标的内容，未采用"


def test_the_export_of_a_budget_platform_with_a_column_of_operators():
    lines = [
        ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分"],
        ["产出指标", "数量指标", "培训人次", "≥", 280, "人次", 300, 10, 10],
        [N, "质量指标", "合格率", "大于等于", 95, "%", 95, 10, 10],
        ["效益指标", "社会效益指标", "影响力", "定性", "优良中低差", "/", N, 20],
        ["成本指标", "经济成本指标", "人均成本", "≤", "≤550", "元", N, 10],
        ["预算执行率", N, N, "≥", 90, "%", N, 10],
    ]

    found = only(workbook(lines, merges=["A6:C6"]))

    assert rows(found, "level1", "name", "target", "unit", "actual", "weight") == [
        ("产出指标", "培训人次", "≥280", "人次", "300", 10),
        ("产出指标", "合格率", "≥95", "%", "95", 10),
        ("效益指标", "影响力", "优良中低差", "", None, 20),
        ("成本指标", "人均成本", "≤550", "元", None, 10),
        ("预算执行率", "预算执行率", "≥90", "%", None, 10),
    ]


TWO_SETS = [
    ["项目名称", N, "人才项目"],
    ["总体目标", "实施期目标（2024年—2026年）", N, N, N, "年度目标"],
    [N, "三年培养600人", N, N, N, "培养200人\n引进10人"],
    ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"],
    [N, "产出指标", "数量指标", "培养人数", "≥600人", "数量指标", "培养人数", "≥200人"],
    [N, "效益指标", "社会效益指标", "留存率", "≥80%", "社会效益指标", "三年留存率", "≥75%"],
]
TWO_SETS_MERGES = ["A2:A3", "B2:E2", "F2:H2", "B3:E3", "F3:H3", "A4:A6"]


def test_of_two_sets_side_by_side_the_years_is_taken():
    found = only(workbook(TWO_SETS, merges=TWO_SETS_MERGES))

    assert found.sheet.goal == "培养200人\n引进10人"
    assert rows(found, "level1", "level2", "name", "target") == [
        ("产出指标", "数量指标", "培养人数", "≥200人"),
        ("效益指标", "社会效益指标", "三年留存率", "≥75%"),
    ]
    left = unread(found)
    assert {left[cell] for cell in ("表!B3", "表!C5", "表!D5", "表!E5", "表!D6")} == {"实施期目标未采用"}


def test_where_the_years_set_is_empty_the_terms_is_taken():
    lines = [[*line[:5]] if place > 1 and place != 3 else line for place, line in enumerate(TWO_SETS)]

    found = only(workbook(lines, merges=TWO_SETS_MERGES))

    assert found.sheet.goal == "三年培养600人"
    assert rows(found, "name", "target") == [("培养人数", "≥600人"), ("留存率", "≥80%")]


def test_of_two_value_columns_the_years_is_taken():
    lines = [
        ["一级指标", "二级指标", "三级指标", "实施周期目标值", "年度目标值"],
        ["产出指标", "数量指标", "里程", "≥30公里", "≥10公里"],
    ]

    found = only(workbook(lines))

    assert rows(found, "target") == [("≥10公里",)]
    assert unread(found) == {"表!D2": "实施期目标未采用"}


def test_a_header_of_two_lines():
    lines = [
        ["绩效指标", N, N, "年度指标值", N, N, "评分标准", "权重"],
        ["一级指标", "二级指标", "三级指标", "符号", "值", "单位"],
        ["产出指标", "数量指标", "里程", "≥", 10, "公里", "分好、一般、差三档", 10],
    ]

    found = only(workbook(lines, merges=["A1:C1", "D1:F1", "G1:G2", "H1:H2"]))

    assert rows(found, "name", "target", "unit", "explanation", "weight") == [
        ("里程", "≥10", "公里", "分好、一般、差三档", 10)
    ]


def test_a_header_whose_values_are_headed_one_line_above():
    lines = [
        [N, N, N, "年度指标值", "权重"],
        ["一级指标", "二级指标", "三级指标"],
        ["产出指标", "数量指标", "里程", "≥10公里", 10],
    ]

    found = only(workbook(lines, merges=["A1:C1", "D1:D2", "E1:E2"]))

    assert rows(found, "name", "target", "weight") == [("里程", "≥10公里", 10)]


def test_the_form_of_a_whole_department():
    lines = [
        ["部门（单位）整体支出绩效目标表"],
        ["部门(单位)名称：某市民政局"],
        ["年度履职目标", "目标1：保障困难群众\n目标2：......"],
        ["年度主要任务", "任务名称", N, "主要内容"],
        [N, "社会救助", N, "保障低保对象1.2万人"],
        [N, "任务2", N, "......"],
        ["预算情况", "部门预算总额(万元)", N, 5600],
        [N, "1.资金来源:(1)政府预算资金", N, 5600],
        ["一级指标", "二级指标", "三级指标", "指标值", "指标值说明"],
        ["投入管理指标", "预算和财务管理", "预算执行率", "≥95%", "预算完成数÷预算数"],
        ["产出指标", "重点工作任务完成", "低保对象保障人数", "≥1.2万人"],
        [N, N, "……"],
        ["备注：略"],
    ]

    found = only(workbook(lines, merges=["A4:A6", "A7:A8", "B4:C4", "B5:C5", "B6:C6", "B7:C7", "B8:C8", "A13:E13"]))

    assert (found.sheet.kind, found.sheet.department, found.sheet.budget) == ("department", "某市民政局", 5600)
    assert found.sheet.goal == "目标1：保障困难群众\n社会救助：保障低保对象1.2万人"
    assert rows(found, "name") == [("预算执行率",), ("低保对象保障人数",)]
    assert unread(found)["表!A13"] == "表下说明，不是指标"


def test_six_dimensions_as_first_levels_make_a_department():
    lines = [HEADER, ["运行成本", "公用经费", "公用经费控制率", "≤100%"], ["履职效能", "履职数量", "检查次数", "≥5次"]]

    assert only(workbook(lines)).sheet.kind == "department"


@pytest.mark.parametrize("header", [("指标类别", "指标内容", "指标值"), ("一级指标", "二级指标", "指标值")])
def test_a_table_without_a_third_level_has_its_names_in_the_nearest_column(header):
    found = only(workbook([header, ["产出指标", "培训人次", "≥280人次"]]))

    assert rows(found, "level1", "name", "target") == [("产出指标", "培训人次", "≥280人次")]


def test_several_sheets_of_a_workbook_and_several_forms_of_a_sheet():
    first = [["项目名称", "甲"], HEADER, ROW, ["项目支出绩效目标表"], ["项目名称", "乙"], HEADER, ROW]
    found = read_sheets(workbook(first), "a.xlsx")

    assert [(each.source, each.sheet.project) for each in found] == [("a.xlsx#表", "甲"), ("a.xlsx#表（2）", "乙")]


def test_a_header_that_is_repeated_after_a_page_break_goes_on():
    found = only(workbook([HEADER, ROW, HEADER, [N, N, "培训期数", "8期"]]))

    assert rows(found, "level2", "name") == [("数量指标", "培训人次"), ("数量指标", "培训期数")]


def test_a_csv_file_with_labels_above_its_table():
    text = "项目名称,某培训项目\n预算金额（元）,1640000\n年度目标,培训干部280人次\n一级指标,三级指标,指标值\n产出,培训人次,≥280\n"

    found = only(text.encode("gb18030"), "a.csv")

    assert (found.sheet.project, found.sheet.budget, found.sheet.goal) == ("某培训项目", 164, "培训干部280人次")
    assert rows(found, "level1", "name", "target", "cell") == [("产出", "培训人次", "≥280", "B5")]


def test_a_text_is_a_goal_and_nothing_more():
    found = only("\ufeff培训干部280人次。\r\n\r\n合格率达到98％。".encode(), "a.txt")

    assert found.sheet.goal == "培训干部280人次。\n合格率达到98%。"
    assert found.sheet.rows == ()
