"""The official form as a workbook and as a Word document: the same lines, values as they are written, nothing that runs."""

from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from indicators.errors import InvalidInput
from indicators.model.sheet import SheetRow, TargetSheet
from ingest.to_sheet import read_sheets
from service.documents.form import SUGGESTED, drafted_table, suggested_table, target_form
from service.documents.form_docx import target_form_docx
from tests.service.fakes import suggestion

SHEET = TargetSheet(
    project="=1+1", department="某学院", year=2026, budget=480.5, goal="目标1：新增场地\n目标2：购置设备"
)

DRAFTED = TargetSheet(
    project="某县道路养护",
    year=2026,
    budget=120,
    goal="养护道路80公里",
    rows=(
        SheetRow(level1="产出指标", level2="数量指标", name="养护里程", target="≥80", unit="公里", weight=20),
        SheetRow(level1="产出指标", level2="数量指标", name="桥梁检测座数", target="=6", unit="座", weight=12.5),
        SheetRow(level1="产出指标", level2="质量指标", name="路面完好率", target="=95%", explanation="完好里程/总里程"),
        SheetRow(level1="效益指标", level2="社会效益指标", name="通行事故下降率", target="≥5", unit="%", weight=10),
    ),
)


@pytest.fixture(scope="module")
def book():
    return load_workbook(BytesIO(target_form(SHEET, suggested_table(suggestion())))).active


@pytest.fixture(scope="module")
def document():
    return Document(BytesIO(target_form_docx(SHEET, suggested_table(suggestion()))))


def test_no_text_of_the_form_is_a_formula(book):
    cells = [cell for row in book.iter_rows() for cell in row]

    assert {"=1+1", "=100%"} <= {cell.value for cell in cells}
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


def test_the_word_form_has_the_head_and_every_line(document):
    head, lines = document.tables

    assert [row.cells[1].text for row in head.rows] == ["=1+1", "某学院", "480.5", SHEET.goal]
    assert tuple(cell.text for cell in lines.rows[0].cells) == tuple(SUGGESTED)
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


def test_a_drafted_sheet_written_as_form_is_read_as_it_was():
    [read] = read_sheets(target_form(DRAFTED, drafted_table(DRAFTED)), "改后.xlsx")

    rows = tuple(row.model_copy(update={"cell": None, "cells": {}}) for row in read.sheet.rows)
    assert rows == DRAFTED.rows
    assert (read.sheet.project, read.sheet.year, read.sheet.budget, read.sheet.goal) == (
        DRAFTED.project, 2026, 120, DRAFTED.goal,
    )  # fmt: skip


def test_a_drafted_sheet_has_the_columns_that_it_fills_and_its_total():
    table = drafted_table(DRAFTED)

    assert [*table.columns] == ["一级指标", "二级指标", "三级指标", "指标值", "计量单位", "指标值说明", "权重"]
    assert table.rows[-1] == ("合计", "", "", "", "", "", 42.5)


def test_what_the_form_has_no_place_for_is_not_dropped_in_silence():
    filled = DRAFTED.rows[0].model_copy(update={"actual": "82公里"})

    with pytest.raises(InvalidInput, match=r"执行数、实际完成值.*json"):
        drafted_table(DRAFTED.model_copy(update={"spent": 60, "rows": (filled,)}))
