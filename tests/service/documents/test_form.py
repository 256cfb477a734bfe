"""The official form as a workbook and as a Word document: the same lines, values as they are written, nothing that runs."""

from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from indicators.model.sheet import TargetSheet
from service.documents.form import COLUMNS, target_form
from service.documents.form_docx import target_form_docx
from tests.service.fakes import suggestion

SHEET = TargetSheet(
    project="=1+1", department="某学院", year=2026, budget=480.5, goal="目标1：新增场地\n目标2：购置设备"
)


@pytest.fixture(scope="module")
def book():
    return load_workbook(BytesIO(target_form(SHEET, suggestion()))).active


@pytest.fixture(scope="module")
def document():
    return Document(BytesIO(target_form_docx(SHEET, suggestion())))


def test_no_text_of_the_form_is_a_formula(book):
    cells = [cell for row in book.iter_rows() for cell in row]

    assert {"=1+1", "=100%"} <= {cell.value for cell in cells}
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


def test_the_word_form_has_the_head_and_every_line(document):
    head, lines = document.tables

    assert [row.cells[1].text for row in head.rows] == ["=1+1", "某学院", "480.5", SHEET.goal]
    assert tuple(cell.text for cell in lines.rows[0].cells) == COLUMNS
    assert [row.cells[2].text for row in lines.rows[1:-1]] == [it.name for it in suggestion().indicators]
    assert [cell.text for cell in lines.rows[-1].cells][-1] == "90"


def test_rows_of_one_level_share_its_cell(document):
    lines = document.tables[1]
    outputs = [row.cells[0] for row in lines.rows if row.cells[0].text == "产出指标"]

    assert len(outputs) == sum(it.level1 == "产出指标" for it in suggestion().indicators)
    assert len({id(cell._tc) for cell in outputs}) == 1


def test_values_that_the_draft_does_not_hold_stay_open(document):
    values = [row.cells[3].text for row in document.tables[1].rows]

    assert "待填（参考≥80%（其他标准））" in values
