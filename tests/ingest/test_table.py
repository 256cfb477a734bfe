import pytest

from indicators.errors import TooLarge, UnreadableFile
from ingest import table as table_module
from ingest.table import Area, Cell, Origin, build_table, column_letters
from tests.ingest.builders import table


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_named_as_in_a_spreadsheet(column, letters):
    assert column_letters(column) == letters


@pytest.mark.parametrize(("sheet", "place"), [("Sheet1", "Sheet1!D7"), ("", "D7")])
def test_an_origin_names_sheet_and_cell(sheet, place):
    assert str(Origin("a.xlsx", sheet, 7, 4)) == place


def test_every_place_of_a_merged_area_shows_its_first_cell():
    made = table([["产出", "数量"], ["", "质量"]], areas=[Area(1, 1, 2, 1)])

    assert made.seen(2, 1) == made.own(1, 1)
    assert made.own(2, 1) is None
    assert made.area(made.own(1, 1)) == Area(1, 1, 2, 1)


def test_a_text_under_another_cells_merged_area_is_withheld():
    made = table([["上", "右"], ["下", ""]], areas=[Area(1, 1, 2, 1)])

    assert [(entry.text, str(entry.origin)) for entry in made.withheld] == [("下", "表!A2")]
    assert made.own(2, 1) is None


def test_a_control_character_is_refused_with_its_cell():
    with pytest.raises(UnreadableFile, match="单元格 表!B3 第2个字符是控制字符（U\\+0085）"):
        build_table("f", "表", [Cell("甲\x85", Origin("f", "表", 3, 2))])


def test_an_area_over_all_rows_costs_nothing():
    made = table([["标题"], ["行"]], areas=[Area(1, 2, 1_048_576, 16_384)])

    assert made.seen(2, 3) is None


@pytest.mark.parametrize(("limit", "lines"), [("MOST_ROWS", [["a"], ["b"]]), ("MOST_CELLS", [["a", "b"]])])
def test_more_than_the_limit_is_too_large(monkeypatch, limit, lines):
    assert table(lines).rows

    monkeypatch.setattr(table_module, limit, 1)

    with pytest.raises(TooLarge, match="最多1"):
        table(lines)


def test_areas_that_lie_over_one_another_are_too_large(monkeypatch):
    monkeypatch.setattr(table_module, "MOST_MERGED_ROWS", 5)
    lines = [["a"]] * 3

    assert table(lines, areas=[Area(1, 2, 3, 2)])
    with pytest.raises(TooLarge, match="6行合并单元格"):
        table(lines, areas=[Area(1, 2, 3, 2)] * 2)


def test_too_many_merged_areas_are_too_large(monkeypatch):
    monkeypatch.setattr(table_module, "MOST_AREAS", 1)

    with pytest.raises(TooLarge, match="2处合并单元格，最多1处"):
        table([["a"]], areas=[Area(1, 1, 1, 2), Area(2, 1, 2, 2)])
