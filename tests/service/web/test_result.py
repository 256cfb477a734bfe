from __future__ import annotations

import json

import pytest

from indicators.model.finding import Suppression
from indicators.model.suggestion import Merge
from service.web.result import Result
from service.web.routes import example_sheet
from tests.service import fakes


def result(suggestion=None, checked=None):
    return Result(
        example_sheet(), suggestion or fakes.suggestion(), checked or fakes.checked(), {"VA211": "目标比上年倒退"}
    )


def test_lines_stand_under_their_level_with_its_points():
    levels = result().levels

    assert [(level.name, level.points, len(level.lines)) for level in levels] == [
        ("成本指标", 20, 1),
        ("产出指标", 40, 7),
        ("效益指标", 20, 2),
        ("满意度指标", 10, 1),
    ]


def test_the_chart_holds_every_point_of_the_set():
    levels = json.loads(result().chart)

    assert sum(level["value"] for level in levels) == 90
    assert all(level["value"] == sum(child["value"] for child in level["children"]) for level in levels)


def test_every_drafted_row_says_what_became_of_it():
    drafted = result().drafted

    assert [row.number for row in drafted] == list(range(1, 24))
    assert drafted[2].into == ("购置实训设备台（套）数",)
    assert drafted[5].into == ()
    assert all(row.reason for row in drafted)


def test_a_row_that_the_suggestion_forgot_is_still_shown():
    drafted = result(fakes.suggestion(merge_map=(), indicators=())).drafted

    assert len(drafted) == 23
    assert drafted[0].into == ()


def test_a_code_that_no_line_carries_stands_for_itself():
    merge = Merge(row=1, name="第1条", into="XX001", reason="并入")
    drafted = result(fakes.suggestion(merge_map=(merge,), indicators=())).drafted

    assert drafted[0].into == ("XX001",)


def test_findings_stand_by_group_the_severest_first():
    findings = result().findings

    assert list(findings) == ["incomplete", "verbose", "unsound"]
    assert [it.severity for it in findings["verbose"]] == ["warning", "info"]


def test_a_finding_that_was_set_aside_is_not_shown():
    found = fakes.checked()
    aside = found.findings[0].model_copy(update={"suppressed": Suppression(reason="已说明")})
    findings = result(checked=fakes.checked(findings=(aside, *found.findings[1:]))).findings

    assert sum(map(len, findings.values())) == len(found.findings) - 1


def test_what_the_opinion_leaves_open_is_shown():
    assert result().open == ("目标是否倒退",)


@pytest.mark.parametrize("outcome", ["insufficient_data", "error"])
def test_a_rule_without_conclusion_is_named_and_not_counted_as_passed(outcome):
    found = fakes.checked()
    outcomes = (fakes.Outcome(rule="VA211", outcome=outcome, reason="没有上年完成值"),)
    opinion = found.opinion.model_copy(update={"unchecked": ()})
    shown = result(checked=fakes.checked(outcomes=outcomes, opinion=opinion))

    assert shown.open == ("目标比上年倒退（VA211）：没有上年完成值",)
    assert shown.outcomes["pass"] == 0


def test_tasks_name_the_lines_that_carry_them():
    shown = result()

    assert shown.tasks[0].carried_by == ("新增实训场地面积",)
    assert shown.tasks[2].carried_by == ()
    assert shown.covered == 2
