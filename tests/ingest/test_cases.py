"""The sample sheets are understood as their writers meant them, and are what their script writes."""

from pathlib import Path

import pytest

from ingest.to_sheet import read_sheets
from tests.cases import make_cases
from tests.ingest.builders import saved

CASES = Path(make_cases.__file__).parent
EXPECTED = {
    "verbose.xlsx": ("干部教育培训专项经费", "中共某市委党校", "project", 2026, 164, 26),
    "thin.csv": ("群众文化活动专项经费", "某县文化广电和旅游局", "project", 2026, 35, 5),
    "decent.xlsx": ("老城片区污水管网工程", "某市城市管理局", "project", 2026, 2100, 10),
    "department.xlsx": ("", "某市生态环境局", "department", 2026, 8650, 16),
}


def read(name):
    (found,) = read_sheets((CASES / name).read_bytes(), name)
    return found


@pytest.mark.parametrize("name", EXPECTED)
def test_the_head_of_a_sample_is_understood(name):
    sheet = read(name).sheet

    facts = (sheet.project, sheet.department, sheet.kind, sheet.year, sheet.budget, len(sheet.rows))
    assert facts == EXPECTED[name]
    assert all(row.name and row.level1 and row.level2 and row.target and row.cell for row in sheet.rows)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("verbose.xlsx", lambda: saved(make_cases.make_verbose())),
        ("thin.csv", make_cases.make_thin),
        ("decent.xlsx", lambda: saved(make_cases.make_decent())),
        ("department.xlsx", lambda: saved(make_cases.make_department())),
    ],
)
def test_a_sample_is_what_its_script_writes(name, make):
    assert read_sheets(make(), name) == [read(name)]


def test_the_verbose_sample_keeps_its_faults():
    sheet = read("verbose.xlsx").sheet

    assert sheet.goal == make_cases.VERBOSE_GOAL
    assert 380 <= len(sheet.goal) <= 480
    written = [(row.level1, row.level2, row.name, row.target, row.explanation) for row in sheet.rows]
    assert written == list(make_cases.VERBOSE_ROWS)
    assert not any(row.level1.startswith("成本") for row in sheet.rows)
    assert sum(row.name.startswith("数量指标：") for row in sheet.rows) == 4


def test_the_thin_sample_has_no_units_and_no_benefit():
    found = read("thin.csv")

    assert [(row.name, row.target) for row in found.sheet.rows] == [
        ("举办文化活动", "20"),
        ("培训文艺骨干", "/"),
        ("活动质量", "高"),
        ("按时完成", "2026年"),
        ("群众满意度", "90%"),
    ]
    assert not any(row.unit or row.level1 == "效益指标" for row in found.sheet.rows)
    assert [(entry.cell, entry.text, entry.reason) for entry in found.unread] == [
        ("C12", "……", "占位的空行，没有填写指标")
    ]


def test_the_decent_sample_has_whole_targets_and_ninety_points():
    found = read("decent.xlsx")

    rows = {row.name: row for row in found.sheet.rows}
    assert sum(row.weight for row in found.sheet.rows) == 90
    assert (rows["管网单位建设成本"].target, rows["管网单位建设成本"].unit) == ("≤168", "万元/公里")
    assert [rows[name].target for name in ("工程验收合格率", "生活污水收集率", "通水时间")] == [
        "=100%",
        "≥75%",
        "≤2026-11-30",
    ]
    assert all(row.explanation and row.basis for row in found.sheet.rows)
    assert {entry.reason for entry in found.unread} == {"合计行，不是指标"}


def test_the_department_sample_has_its_tasks_in_the_goal():
    found = read("department.xlsx")

    assert found.sheet.goal.startswith(make_cases.DEPARTMENT_GOAL)
    assert found.sheet.goal.endswith("能力建设：升级空气自动监测站6个，培训执法人员180人次")
    assert {row.level1 for row in found.sheet.rows} == {
        "运行成本",
        "管理效率",
        "履职效能",
        "社会效应",
        "可持续发展能力",
    }
