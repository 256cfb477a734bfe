"""A past year in the name of a task is outside the period; satisfaction under 效益 leaves the benefit missing."""

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.checker import check_sheet
from indicators.quality.examples import row, sheet

LIBRARY = Library.from_files(read_library())


def found(drafted):
    return {finding.rule for finding in check_sheet(drafted, LIBRARY, source="example").findings}


def test_a_task_of_a_past_year_in_the_name_is_outside_the_period():
    assert "FE401" in found(sheet(row(name="2025年建设精品课程", target="≥8门"), year=2026))


def test_a_past_year_that_says_which_thing_is_meant_is_no_date():
    assert "FE401" not in found(sheet(row(name="2025年建成泵站的维护座数", target="≥8座"), year=2026))


def test_satisfaction_in_the_place_of_a_benefit_leaves_it_missing():
    rows = (
        row(name="改造面积", target="≥500平方米"),
        row(level2="质量指标", name="验收合格率", target="=100%"),
        row(level1="效益指标", level2="社会效益指标", name="学生满意度", target="≥90%"),
    )

    assert {"CV102", "CV107"} <= found(sheet(*rows, alone=True))
