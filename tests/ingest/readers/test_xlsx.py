import re
from datetime import date, datetime

import pytest

from indicators.errors import TooLarge, UnreadableFile
from ingest.guard import let_in
from ingest.readers import xlsx, xlsx_package
from tests.ingest.builders import MAIN, RELATIONS_PART, book, edited, fill, saved, with_shared_strings, workbook
from tests.ingest.builders import SHEET_PART as SHEET

STYLES = "xl/styles.xml"


def tables(data):
    return xlsx.read(let_in(data, "a.xlsx")).tables


def texts(table):
    return {str(cell.origin): cell.text for cell in table.cells.values()}


def withheld(table):
    return {str(entry.origin): entry.reason for entry in table.withheld}


def test_texts_numbers_and_dates_are_read_with_their_cells():
    made = book([["培训人次", 280.0, 0.95, date(2026, 12, 31), datetime(2026, 5, 1, 8, 30), True]])
    made.worksheets[0]["C1"].number_format = "0%"

    read = tables(saved(made))[0]

    assert texts(read) == {
        "表!A1": "培训人次",
        "表!B1": "280",
        "表!C1": "95%",
        "表!D1": "2026-12-31",
        "表!E1": "2026-05-01 08:30",
        "表!F1": "TRUE",
    }


def test_merged_areas_are_known():
    read = tables(workbook([["产出", "数量"], [None, "质量"]], merges=["A1:A2"]))[0]

    assert read.seen(2, 1).text == "产出"


def test_hidden_rows_columns_and_sheets_are_withheld():
    made = book([["甲", "乙"], ["丙", "丁"]])
    made.create_sheet("码表")
    fill(made, 1, [["戊"]])
    made.worksheets[1].sheet_state = "hidden"
    made.worksheets[0].row_dimensions[2].hidden = True
    made.worksheets[0].column_dimensions["B"].hidden = True

    shown, hidden = tables(saved(made))

    assert texts(shown) == {"表!A1": "甲"}
    assert withheld(shown) == {"表!B1": "隐藏列，未读入", "表!A2": "隐藏行，未读入", "表!B2": "隐藏行，未读入"}
    assert (texts(hidden), withheld(hidden)) == ({}, {"码表!A1": "隐藏的工作表，未读入"})


def test_a_formula_gives_its_saved_value():
    package = edited(workbook([["=1+1"]]), SHEET, lambda xml: re.sub("<v ?/>|<v></v>", "<v>2</v>", xml))

    assert texts(tables(package)[0]) == {"表!A1": "2"}


def test_a_formula_that_was_never_calculated_is_withheld_not_blank():
    read = tables(workbook([["=1+1"]]))[0]

    assert texts(read) == {}
    assert withheld(read) == {"表!A1": "公式没有保存计算结果，请用 Excel 或 WPS 打开并保存后再上传"}


@pytest.mark.parametrize("target", ["=100%", "=280", "=12.5"])
def test_a_target_that_was_typed_with_an_equals_sign_is_itself(target):
    assert texts(tables(workbook([[target]]))[0]) == {"表!A1": target}


def test_an_error_value_is_withheld():
    read = tables(workbook([["#REF!"]]))[0]

    assert withheld(read) == {"表!A1": "单元格是错误值 #REF!，请修正公式"}


def test_shared_strings_are_read_without_their_phonetic_guide():
    package = with_shared_strings(["<t>甲</t>", "<r><t>培训</t></r><rPh><t>peixun</t></rPh><r><t>人次</t></r>"])

    assert texts(tables(package)[0]) == {"表!A1": "甲", "表!B1": "培训人次"}


def test_a_strict_workbook_is_read():
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    package = with_shared_strings(["<t>甲</t>"])
    for part in (SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"):
        package = edited(package, part, lambda xml: xml.replace(MAIN, strict))

    assert texts(tables(package)[0]) == {"表!A1": "甲"}


def test_cells_without_numbers_follow_on():
    package = edited(
        workbook([["甲", "乙"]]),
        SHEET,
        lambda xml: xml.replace('<row r="1"', "<row").replace(' r="A1"', "").replace(' r="B1"', ""),
    )

    assert texts(tables(package)[0]) == {"表!A1": "甲", "表!B1": "乙"}


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (STYLES, lambda xml: xml.replace("<fill>", "<fill/><fill>", 1)),
        (STYLES, lambda xml: xml.replace('<family val="2"', '<family val="34"')),
        (STYLES, lambda xml: xml.replace('<color theme="1"', '<color rgb="#FFF"')),
        (SHEET, lambda xml: xml.replace("<sheetView ", '<sheetView view="foo" ')),
        (
            SHEET,
            lambda xml: xml.replace(
                "</sheetData>",
                '</sheetData><dataValidations><dataValidation type="foo" sqref="A1"/></dataValidations>',
            ),
        ),
    ],
    ids=["empty fill", "font family", "colour", "view", "validation"],
)
def test_faults_of_mere_looks_do_not_keep_a_workbook_from_being_read(part, change):
    assert texts(tables(edited(workbook([["甲"]]), part, change))[0]) == {"表!A1": "甲"}


@pytest.mark.parametrize("written", ["乙_x0001_", "乙&#x85;"])
def test_a_control_character_is_refused_with_its_cell(written):
    assert tables(with_shared_strings(["<t>甲</t>", "<t>乙</t>"]))

    with pytest.raises(UnreadableFile, match="单元格 表!B1 第2个字符是控制字符（U\\+00"):
        tables(with_shared_strings(["<t>甲</t>", f"<t>{written}</t>"]))


def test_a_line_end_that_is_written_as_an_escape_is_a_line_end():
    assert texts(tables(with_shared_strings(["<t>甲_x000D_\n乙</t>"]))[0]) == {"表!A1": "甲\n乙"}


def test_broken_xml_in_a_sheet_is_refused_near_its_cell():
    package = edited(workbook([[1], [2]]), SHEET, lambda xml: xml.replace("<v>2</v>", "<v>\x01</v>"))

    with pytest.raises(UnreadableFile, match=r"在单元格 表!A2 附近"):
        tables(package)


def test_an_entity_bomb_is_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    package = edited(workbook([[1]]), SHEET, lambda xml: f"{bomb}{xml.replace('<v>1</v>', '<v>&b;</v>')}")

    with pytest.raises(UnreadableFile, match="不安全"):
        tables(package)


def test_a_merged_area_over_all_cells_is_read_at_once():
    package = workbook([[1, 2]], merges=["A3:B3"])
    package = edited(package, SHEET, lambda xml: xml.replace('"A3:B3"', '"B1:XFD1048576"'))

    assert texts(tables(package)[0]) == {"表!A1": "1", "表!B1": "2"}


def test_too_many_cells_are_refused_while_reading(monkeypatch):
    assert tables(workbook([[1, 2, 3]]))

    monkeypatch.setattr(xlsx, "MOST_CELLS", 2)

    with pytest.raises(TooLarge, match="工作表“表”超过2个单元格"):
        tables(workbook([[1, 2, 3]]))


def test_a_large_part_is_refused(monkeypatch):
    monkeypatch.setattr(xlsx_package, "LARGEST_PART", 10)

    with pytest.raises(TooLarge, match="展开后超过"):
        tables(workbook([[1]]))


@pytest.mark.parametrize("place", ["A0", "XFE1"])
def test_a_cell_outside_the_sheet_is_damage(place):
    with pytest.raises(UnreadableFile, match="已损坏"):
        tables(edited(workbook([[1]]), SHEET, lambda xml: xml.replace('r="A1"', f'r="{place}"')))


def test_external_links_are_not_followed():
    package = edited(
        workbook([["甲"]]),
        RELATIONS_PART,
        lambda xml: xml.replace(
            "</Relationships>",
            '<Relationship Id="rX" TargetMode="External" Target="http://example.invalid/x" '
            'Type="http://x/sharedStrings"/></Relationships>',
        ),
    )

    assert texts(tables(package)[0]) == {"表!A1": "甲"}
