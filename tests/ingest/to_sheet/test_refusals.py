"""Bad input gives one clear line in Chinese: what, where, how to mend it."""

import pytest

from indicators.errors import InvalidInput, UnreadableFile, UnsupportedFormat
from ingest.to_sheet import read_file, read_sheets
from tests.ingest.builders import HEADER, ROW, book, fill, saved, workbook

GOOD = workbook([HEADER, ROW])


@pytest.mark.parametrize(
    ("data", "name", "kind", "message"),
    [
        (
            workbook([["名称", "数值"], ["甲", "1"]]),
            "a.xlsx",
            UnreadableFile,
            "没有找到指标表头：需要有一行写着“三级指标”",
        ),
        ("名称,数值\n甲,1\n".encode(), "a.csv", UnreadableFile, "没有找到指标表头"),
        (workbook([HEADER]), "a.xlsx", UnreadableFile, "只有表头，没有填写"),
        (workbook([[]]), "a.xlsx", UnreadableFile, "没有找到指标表头"),
        (b"", "a.xlsx", UnreadableFile, "是空文件"),
        ("\u200b\n".encode(), "a.txt", UnreadableFile, "没有文字"),
        (GOOD[: len(GOOD) // 2], "a.xlsx", UnreadableFile, "已损坏"),
        (GOOD, "a.csv", UnreadableFile, "内容其实是 Excel 工作簿"),
        (b"%PDF-1.7", "a.pdf", UnsupportedFormat, "可读的格式有 .xlsx"),
        (workbook([HEADER, (*ROW[:3], 1e308)]), "a.xlsx", InvalidInput, "表!D2：数值1e\\+308超出可用范围"),
        (workbook([["预算金额", 1e308], HEADER, ROW]), "a.xlsx", InvalidInput, "表!B1：数值1e\\+308超出可用范围"),
        (workbook([["预算金额", -5], HEADER, ROW]), "a.xlsx", InvalidInput, "表!B1：预算-5小于0"),
        (workbook([HEADER, (*ROW[:3], "字" * 3000)]), "a.xlsx", InvalidInput, "表!D2：超过2000字，请精简"),
        (workbook([["年度目标", "字" * 20_000], HEADER, ROW]), "a.xlsx", InvalidInput, "表!B1：目标文本有20000字"),
        (("字" * 100_000).encode(), "a.txt", InvalidInput, "目标文本有100000字，最多10000字"),
        ("培训\x01".encode(), "a.txt", InvalidInput, "第3个字符是控制字符（U\\+0001）"),
        ("三级指标,指标值\n培\x07训,1\n".encode(), "a.csv", UnreadableFile, "单元格 A2 第2个字符是控制字符"),
        (workbook([HEADER, *[ROW] * 501]), "a.xlsx", InvalidInput, "有501项，最多500项"),
    ],
)
def test_bad_input_is_refused_with_its_cause(data, name, kind, message):
    with pytest.raises(kind, match=message) as caught:
        read_sheets(data, name)

    assert caught.value.message.startswith(name)


def test_every_faulty_cell_is_named():
    lines = [HEADER, (*ROW[:3], 1e308), (*ROW[:2], "字" * 2001, "1")]

    with pytest.raises(InvalidInput) as caught:
        read_sheets(workbook(lines), "a.xlsx")

    assert [detail.field for detail in caught.value.details] == ["表!D2", "表!C3"]


def test_sheets_without_a_header_are_told_beside_those_that_are_read():
    made = book([HEADER, ROW])
    made.create_sheet("填报说明")
    fill(made, 1, [["一、填报要求"]])
    made.create_sheet("空白表")
    fill(made, 2, [["项目名称"], HEADER, ["产出指标", "数量指标", "指标1："]])

    report = read_file(saved(made), "a.xlsx")

    assert [read.source for read in report.read] == ["a.xlsx"]
    assert [(entry.cell, entry.reason) for entry in report.unread] == [
        ("填报说明!A1", "工作表“填报说明”没有找到指标表头，整张未读入"),
        ("空白表!C3", "占位的空行，没有填写指标"),
    ]
    assert read_sheets(saved(made), "a.xlsx")[0].unread == report.unread


def test_what_the_reader_withheld_is_told():
    (found,) = read_sheets(workbook([HEADER, (*ROW[:3], "#REF!")]), "a.xlsx")

    assert found.sheet.rows[0].target == ""
    assert [(entry.cell, entry.text) for entry in found.unread] == [("表!D2", "#REF!")]
