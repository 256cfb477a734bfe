from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import InvalidInput
from indicators.model.sheet import SheetRow, TargetSheet
from service.web.draft import Draft, completed, from_sheet, pasted, read_draft, rows_to_text
from service.web.routes import example_sheet

BLOCK = "产出指标\t数量指标\t培训人次\t≥280\t人次\t20\n\t质量指标\t培训合格率\t≥95\t%\t10\n"


def test_a_block_from_excel_is_read_column_by_column():
    rows = pasted(BLOCK).sheet.rows

    assert [(row.level1, row.level2, row.name, row.target, row.unit, row.weight) for row in rows] == [
        ("产出指标", "数量指标", "培训人次", "≥280", "人次", 20),
        ("产出指标", "质量指标", "培训合格率", "≥95", "%", 10),
    ]


def test_a_block_with_its_own_header_is_read_by_that():
    rows = pasted("三级指标\t指标值\t一级指标\n培训人次\t≥280\t产出指标\n").sheet.rows

    assert [(row.level1, row.name, row.target) for row in rows] == [("产出指标", "培训人次", "≥280")]


def test_pasted_rows_point_to_no_cell_of_a_file_that_nobody_has():
    rows = pasted(BLOCK).sheet.rows

    assert all(row.cell is None and not row.cells for row in rows)


def test_what_was_not_understood_of_a_block_is_told():
    found = read_draft(Draft(rows=BLOCK.replace("\t20\n", "\t二十多\n")))

    assert [entry.text for entry in found.unread] == ["二十多"]


def test_the_example_comes_back_from_the_form_as_it_was():
    sheet = example_sheet()

    assert read_draft(from_sheet(sheet)).sheet == sheet


NAMES = st.text(alphabet="培训人次合格率设备验收\"'，%", min_size=2, max_size=12).filter(
    lambda name: any("\u4e00" <= char <= "\u9fff" for char in name) and not name.startswith("'")
)


@given(st.lists(st.tuples(NAMES, st.sampled_from(["≥280", "=100%", "较好", "-5%", "1—2"])), min_size=1, max_size=6))
def test_names_and_values_come_back_from_the_text_as_they_were(drafted):
    rows = tuple(
        SheetRow(level1="产出指标", level2="数量指标", name=name, target=target, weight=10) for name, target in drafted
    )

    found = pasted(rows_to_text(rows)).sheet.rows

    assert [(row.name, row.target) for row in found] == [(row.name, row.target) for row in rows]


@pytest.mark.parametrize(("typed", "budget"), [("480", 480), ("1,480.5", 1480.5), ("480万元", 480), ("", None)])
def test_a_budget_is_understood_as_people_type_it(typed, budget):
    assert read_draft(Draft(goal="培训280人次", budget=typed)).sheet.budget == budget


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"budget": "很多"}, "budget"), ({"year": "26"}, "year"), ({"kind": "x"}, "kind"), ({"goal": ""}, "")],
)
def test_what_cannot_be_a_sheet_is_refused_by_field(wrong, field):
    with pytest.raises(InvalidInput) as refused:
        read_draft(Draft(**{"goal": "培训280人次", **wrong}))

    assert refused.value.details[0].field == field


def test_a_file_is_completed_with_what_was_typed_and_keeps_what_it_says():
    in_file = TargetSheet(project="文件里的项目", sector="人才发展", rows=(SheetRow(name="培训人次", cell="C2"),))
    typed = Draft(project="填的项目", goal="填的目标文本", budget="10", sector="procurement")

    sheet = completed(in_file, typed)

    assert sheet.project == "文件里的项目"
    assert sheet.goal == "填的目标文本"
    assert sheet.budget == 10
    assert sheet.sector == "procurement"
    assert sheet.rows == in_file.rows


@pytest.mark.parametrize(("rows", "count"), [("", 0), (BLOCK, 2), (rows_to_text(example_sheet().rows), 23)])
def test_drafted_rows_are_counted_without_their_header(rows, count):
    assert Draft(rows=rows).row_count == count
