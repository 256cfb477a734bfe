import pytest

from indicators.errors import TooLarge, UnreadableFile
from ingest.guard import let_in
from ingest.readers import csv


def cells(text, name="a.csv"):
    table = csv.read(let_in(text.encode(), name)).tables[0]
    return {str(cell.origin): cell.text for cell in table.cells.values()}


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_delimiter_is_told_by_the_lines(delimiter):
    assert cells(f"指标{delimiter}值\n甲{delimiter}1\n") == {"A1": "指标", "B1": "值", "A2": "甲", "B2": "1"}


def test_commas_in_prose_are_no_delimiters():
    read = cells("指标\t说明\n甲\ta, b, c, d, e\n乙\tf, g\n")

    assert read["B2"] == "a, b, c, d, e"


def test_a_tsv_file_is_cut_at_tabs_alone():
    assert cells("甲\ta,b\n", "a.tsv") == {"A1": "甲", "B1": "a,b"}


def test_quoted_cells_keep_their_lines_and_delimiters():
    assert cells('目标,"第一行\n第二行,还有"\n') == {"A1": "目标", "B1": "第一行\n第二行,还有"}


@pytest.mark.parametrize(
    ("written", "text"), [('"=""012"""', "012"), ("'-5%", "-5%"), ("'=1", "=1"), ("'x", "'x"), ("-5%", "-5%")]
)
def test_marks_that_force_a_text_are_taken_off(written, text):
    assert cells(f"值,{written}\n")["B1"] == text


def test_too_many_lines_are_refused(monkeypatch):
    monkeypatch.setattr(csv, "MOST_ROWS", 2)

    with pytest.raises(TooLarge, match="超过2行"):
        cells("a\nb\nc\n")


def test_a_cell_beyond_measure_is_refused():
    with pytest.raises(UnreadableFile, match="不是规范的 CSV"):
        cells("a," + "字" * 140_000)
