from __future__ import annotations

import csv
import io

import pytest

from indicators.model.suggestion import Suggestion
from service.actions import read
from service.web import exports
from tests.service import fakes


def lines(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_every_line_of_the_set_is_a_line_of_the_file():
    header, *rest = lines(exports.to_csv(fakes.suggestion()))

    assert header == list(exports.HEADER)
    assert len(rest) == 11
    assert rest[1][:6] == ["产出指标", "数量指标", "新增实训场地面积", "≥1200", "平方米", "6"]


def test_a_reference_stands_in_a_column_of_its_own():
    rows = lines(exports.to_csv(fakes.suggestion()))
    empty = next(row for row in rows if row[2] == "主要实训设备利用率")

    assert empty[3] == ""
    assert "80%" in empty[6]


def test_the_file_opens_with_the_mark_by_which_excel_knows_chinese():
    assert exports.to_csv(fakes.suggestion()).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-5%以内", "@SUM(A1)", "\tx"])
def test_no_cell_is_a_formula(name):
    line = fakes.suggestion().indicators[0].model_copy(update={"name": name})
    row = lines(exports.to_csv(fakes.suggestion(indicators=(line,))))[1]

    assert row[2] == f"'{name}"


def test_the_file_can_be_read_again():
    (sheet,) = read.read(exports.to_csv(fakes.suggestion()), "建议.csv")

    assert [row.name for row in sheet.sheet.rows] == [line.name for line in fakes.suggestion().indicators]
    assert [row.weight for row in sheet.sheet.rows] == [line.weight for line in fakes.suggestion().indicators]


def test_json_is_the_suggestion_itself():
    assert Suggestion.model_validate_json(exports.to_json(fakes.suggestion())) == fakes.suggestion()
