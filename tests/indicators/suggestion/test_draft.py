"""A sheet is read as a whole: its project types, whom it serves, and what it is mainly about."""

from indicators.model.sheet import SheetRow, TargetSheet
from indicators.suggestion.draft import read_draft


def draft(goal="", rows=(), **fields):
    return read_draft(TargetSheet(goal=goal, rows=rows, **fields), None)


def test_filler_is_not_part_of_a_draft():
    assert [c.core for c in draft("坚持以人民为中心，举办演出60场。").clauses] == ["举办演出"]


def test_one_renovated_room_makes_no_renovation_project():
    read = draft("举办培训班8期，培训干部280人次，组织研修，开展轮训，改造教室4间。")

    assert "培训会议" in read.types
    assert "大型修缮" not in read.types


def test_the_group_that_is_named_most_is_the_beneficiary():
    assert draft("为残疾人发放补贴，服务残疾人1200名，带动群众就业").beneficiary == "残疾人"


def test_a_department_names_no_single_beneficiary():
    assert draft("服务企业1200家，惠及企业", kind="department").beneficiary == ""


def test_rows_without_a_name_are_left_out():
    read = draft("举办演出60场", rows=(SheetRow(name="", target="3"), SheetRow(name="演出场次", target="60场")))

    assert [row.number for row in read.rows] == [2]
