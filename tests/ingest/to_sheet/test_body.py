import pytest

from ingest.to_sheet import read_sheets
from ingest.to_sheet.body import level_name, points_of
from tests.ingest.builders import HEADER, ROW, workbook

N = None
FULL = ("一级指标", "二级指标", "三级指标", "指标值", "单位", "权重", "备注", "依据")


def read(*lines, header=HEADER, merges=()):
    (found,) = read_sheets(workbook([header, *lines], merges=merges), "a.xlsx")
    return found


def levels(found):
    return [(row.level1, row.level2, row.name) for row in found.sheet.rows]


def unread(found):
    return {entry.cell: entry.reason for entry in found.unread}


def test_levels_are_carried_down_and_a_new_first_level_ends_the_second():
    found = read(
        ["产出指标", "数量指标", "甲"],
        [N, N, "乙"],
        [N, "质量指标", "丙"],
        ["效益指标", N, "丁"],
        ["效益指标", "社会效益指标", "戊"],
        ["效益指标", N, "己"],
    )

    assert levels(found) == [
        ("产出指标", "数量指标", "甲"),
        ("产出指标", "数量指标", "乙"),
        ("产出指标", "质量指标", "丙"),
        ("效益指标", "", "丁"),
        ("效益指标", "社会效益指标", "戊"),
        ("效益指标", "社会效益指标", "己"),
    ]


def test_a_level_that_stands_alone_on_its_row_holds_for_those_below():
    found = read(["产出"], [N, "数量", "甲"], ["效益"], [N, "社会效益", "乙"])

    assert levels(found) == [("产出", "数量", "甲"), ("效益", "社会效益", "乙")]


def test_a_band_over_the_table_names_the_first_level():
    found = read(
        ["一、产出指标（50分）"],
        [N, "数量指标", "甲"],
        ["二、效益指标（30分）"],
        [N, N, "乙"],
        merges=["A2:D2", "A4:D4"],
    )

    assert levels(found) == [("产出指标", "数量指标", "甲"), ("效益指标", "", "乙")]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("产出指标\n（50分）", "产出指标"),
        ("一、效益指标", "效益指标"),
        ("数量\n指标", "数量指标"),
        ("质量指标（必填）", "质量指标"),
        ("产出", "产出"),
    ],
)
def test_a_level_is_its_bare_name(written, name):
    assert level_name(written) == name


@pytest.mark.parametrize(
    ("written", "points"), [("10", 10), ("10分", 10), ("12.5%", 12.5), ("一般", None), ("", None), ("10公里", None)]
)
def test_points_are_read_with_their_mark(written, points):
    assert points_of(written) == points


def test_a_weight_that_is_no_number_is_reported():
    found = read(["产出指标", "数量指标", "甲", "1", "个", "十分", "说明", "计划"], header=FULL)

    assert found.sheet.rows[0].weight is None
    assert unread(found) == {"表!F2": "权重不是数字，未读入"}


@pytest.mark.parametrize("total", ["合计", "总分", "总 计", "合计（90分）", "小计："])
def test_total_rows_are_no_indicators(total):
    found = read(ROW, [total, N, N, "90"])

    assert len(found.sheet.rows) == 1
    assert unread(found) == {"表!A3": "合计行，不是指标", "表!D3": "合计行，不是指标"}


@pytest.mark.parametrize("note", ["备注：另附表", "注：1.略", "填报人：某某", "其他需要说明的问题", "说明：…"])
def test_notes_below_the_table_are_no_indicators(note):
    found = read(ROW, [note], merges=["A3:D3"])

    assert len(found.sheet.rows) == 1
    assert unread(found) == {"表!A3": "表下说明，不是指标"}


@pytest.mark.parametrize("name", ["注册企业数", "总分馆建设数", "说明会场次", "合计划拨资金"])
def test_names_that_begin_like_totals_or_notes_are_indicators(name):
    found = read([name, "≥5"], header=("指标名称", "指标值"))

    assert [row.name for row in found.sheet.rows] == [name]


def test_a_target_without_a_name_stays_a_row():
    found = read(ROW, [N, N, N, "≥95%"], [N, N, "指标1：", "≥90%"])

    assert [(row.name, row.target, row.cell) for row in found.sheet.rows[1:]] == [
        ("", "≥95%", "表!C3"),
        ("", "≥90%", "表!C4"),
    ]


def test_a_name_over_two_rows_is_a_row_for_each_target():
    found = read(["产出指标", "数量指标", "培训人次", "线上≥100"], [N, N, N, "线下≥200"], merges=["C2:C3"])

    assert [(row.name, row.target) for row in found.sheet.rows] == [("培训人次", "线上≥100"), ("培训人次", "线下≥200")]


def test_a_name_over_two_columns_is_one_name():
    header = ("一级指标", "三级指标", N, "指标值")

    found = read(["产出指标", "指标1：", "培训人次", "≥280"], [N, "指标2：", N, N], header=header, merges=["B1:C1"])

    assert [(row.name, row.target) for row in found.sheet.rows] == [("培训人次", "≥280")]
    assert unread(found) == {"表!B3": "占位的空行，没有填写指标"}


def test_a_weight_over_several_rows_counts_once_and_a_target_for_each():
    lines = [["产出指标", "数量指标", "甲", "100%", "", 10], [N, N, "乙"]]

    found = read(*lines, header=FULL, merges=["F2:F3", "D2:D3"])

    assert [(row.name, row.target, row.weight) for row in found.sheet.rows] == [
        ("甲", "100%", 10),
        ("乙", "100%", None),
    ]


def test_a_stroke_says_nothing_except_as_a_target():
    found = read(["产出指标", "数量指标", "甲", "/", "—", "/", "无", "/"], header=FULL)

    row = found.sheet.rows[0]
    assert (row.target, row.unit, row.weight, row.explanation, row.basis) == ("/", "", None, "", "")


def test_explanations_in_several_columns_are_joined():
    header = ("三级指标", "指标值", "指标解释", "评分标准", "备注")

    found = read(["甲", "好", "服务评价", "分好、一般、差三档", "年底评"], header=header)

    assert found.sheet.rows[0].explanation == "服务评价\n分好、一般、差三档\n年底评"


def test_of_two_columns_for_one_field_the_better_word_wins():
    found = read(["甲", "1", "个", "10", "8"], header=("三级指标", "指标值", "单位", "权重", "标准分"))

    assert found.sheet.rows[0].weight == 10
    assert unread(found) == {"表!E1": "与另一列重复，未采用“标准分”列"}


def test_a_column_that_is_not_known_is_reported_once():
    found = read(["甲", "1", "某处"], ["乙", "2", "某处"], header=("三级指标", "指标值", "责任处室"))

    assert unread(found) == {"表!C1": "没有认出“责任处室”这一列，整列未读入"}


def test_numbers_of_lines_are_not_reported():
    assert read([1, "甲", "1"], header=("序号", "三级指标", "指标值")).unread == ()


def test_a_second_level_without_an_indicator_is_no_row():
    found = read(ROW, [N, "质量指标"], ["效益指标", "社会效益指标", "……"])

    assert len(found.sheet.rows) == 1
    assert unread(found) == {"表!C4": "占位的空行，没有填写指标"}
