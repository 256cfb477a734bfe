"""One report on many sheets: counts that add up, examples of different sheets, and what changed since an earlier check."""

import json

import pytest

from indicators.errors import InvalidInput
from service.documents.batch_report import UNKNOWN, make_report, read_earlier
from service.documents.batch_text import MOST_LINES, batch_markdown, batch_text
from tests.service.documents.builders import VAGUE, accepted, failed, reviewed

NAMELESS = ("产出指标", "数量指标", "专题培训班期数", "", "期")


def earlier(*sheets):
    """What ``check --json`` wrote of these sheets, with keys that a later version does not know."""
    written = [{**one.checked.model_dump(mode="json"), "department": one.sheet.department, "once": 1} for one in sheets]
    return read_earlier(json.dumps({"sheets": written}).encode(), "上年.json")


def test_figures_of_sheets_departments_and_rules_add_up():
    sheets = [reviewed(VAGUE), reviewed(VAGUE, NAMELESS, file="b.xlsx"), reviewed(file="c.xlsx", department="")]
    report = make_report(sheets, [failed()])

    assert sum(line.sheets for line in report.departments) == len(report.sheets) == 3
    assert sum(line.errors for line in report.departments) == sum(line.errors for line in report.sheets)
    assert sum(line.findings for line in report.rules) == sum(len(one.heard) for one in sheets)
    assert {line.department for line in report.departments} == {"某市委党校", UNKNOWN}
    assert sum(report.grades.values()) == 3
    assert report.passed == 1


def test_the_worst_sheet_and_the_most_common_fault_come_first():
    report = make_report([reviewed(file="good.xlsx"), reviewed(VAGUE, file="b.xlsx"), reviewed(VAGUE, file="c.xlsx")])
    first = next(line for line in report.rules if line.rule == "ME101")

    assert report.sheets[-1].source == "good.xlsx"
    assert [line.sheets for line in report.rules] == sorted((line.sheets for line in report.rules), reverse=True)
    assert (first.sheets, first.findings, round(first.share, 2)) == (2, 2, 0.67)


def test_examples_of_a_fault_are_of_different_sheets():
    twice = (VAGUE, ("产出指标", "质量指标", "服务质量", "良好", ""))
    report = make_report([reviewed(*twice, file=f"{number}.xlsx") for number in range(5)])
    vague = next(line for line in report.rules if line.rule == "ME101")

    assert [example.source for example in vague.examples] == ["0.xlsx", "1.xlsx", "2.xlsx"]


def test_what_is_set_aside_counts_only_as_such():
    line = make_report([reviewed(VAGUE, exemptions=(accepted(),))]).sheets[0]

    assert (line.errors, line.suppressed, line.result) == (0, 1, "通过")


def test_a_project_is_found_again_under_another_file_name_and_its_mended_fault_is_gone():
    before = earlier(reviewed(VAGUE, file="2025/党校.xlsx"))
    found = make_report([reviewed(file="党校2026.xlsx")], earlier=before).comparison

    assert (found.better, found.worse) == (1, 0)
    assert (found.sheets[0].gone, found.sheets[0].new) == (1, 0)
    assert [(it.rule, it.before, it.after) for it in found.rules if it.before != it.after] == [("ME101", 1, 0)]


def test_a_fault_that_was_not_there_before_is_new():
    found = make_report([reviewed(VAGUE)], earlier=earlier(reviewed())).comparison

    assert (found.worse, found.sheets[0].new) == (1, 1)


def test_sheets_without_their_like_are_named_and_not_compared():
    before = earlier(reviewed(file="old.xlsx", project="旧项目"))
    found = make_report([reviewed(file="new.xlsx", project="新项目")], earlier=before).comparison

    assert (found.sheets, found.only_before, found.only_now) == ((), ("old.xlsx",), ("new.xlsx",))


def test_two_sheets_of_one_project_are_told_apart_by_their_file():
    sheets = [reviewed(VAGUE, file="a.xlsx"), reviewed(file="b.xlsx")]
    found = make_report(sheets, earlier=earlier(*sheets)).comparison

    assert [(it.source, it.gone, it.new) for it in found.sheets] == [("a.xlsx", 0, 0), ("b.xlsx", 0, 0)]


@pytest.mark.parametrize("data", [b"", b"[]", b'{"sheets": [{}]}', b"\xff"])
def test_anything_but_a_result_is_refused_with_how_to_make_one(data):
    with pytest.raises(InvalidInput, match="--json"):
        read_earlier(data, "x.json")


def test_the_text_is_cut_and_says_so_where_markdown_has_every_line():
    report = make_report([reviewed(file=f"{number}.xlsx") for number in range(MOST_LINES + 3)], [failed()])

    assert "另有3行" in batch_text(report)
    assert all(f"| {line.source} |" in batch_markdown(report) for line in report.sheets)
    assert "坏.xlsx" in batch_text(report)


def test_an_empty_batch_has_a_report():
    report = make_report([], [failed()])

    assert "检查了0张表" in batch_text(report)
    assert batch_markdown(report).startswith("# ")
