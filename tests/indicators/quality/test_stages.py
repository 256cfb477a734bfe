"""Stages as people write them, and what a check at another stage says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.errors import InvalidInput
from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality.checker import check_sheet
from indicators.quality.examples import row, sheet
from indicators.quality.rules import RULES
from indicators.quality.stages import read_stages

LIBRARY = Library.from_files(read_library())

DONE = {"name": "培训人次", "target": "≥200人次", "weight": 90, "actual": "160人次", "score": 90}


def check(drafted, *stages, **given):
    return check_sheet(drafted, LIBRARY, source="表.xlsx", stages=stages, **given)


@pytest.mark.parametrize(
    ("written", "stages"),
    [
        ("target", ("target",)),
        ("", ("target",)),
        ("self-evaluation,target", ("target", "self-evaluation")),
        (" Monitoring ， target,", ("target", "monitoring")),
    ],
)
def test_a_comma_list_names_the_stages_in_the_order_of_the_loop(written, stages):
    assert read_stages(written) == stages


def test_an_unknown_stage_is_one_line_with_the_choices():
    with pytest.raises(InvalidInput, match="monitoring（运行监控）") as caught:
        read_stages("target,planning")

    assert "planning" in caught.value.message
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("stage", ["monitoring", "self-evaluation"])
def test_a_stage_gives_the_outcomes_of_its_rules_alone(stage):
    checked = check(sheet(row(**DONE)), stage)

    assert [outcome.rule for outcome in checked.outcomes] == [rule.id for rule in RULES if rule.stage == stage]
    assert "error" not in {outcome.outcome for outcome in checked.outcomes}


def test_a_sheet_that_was_not_filled_in_is_not_said_to_be_sound():
    checked = check(sheet(row()), "monitoring", "self-evaluation")

    assert {outcome.outcome for outcome in checked.outcomes} == {"insufficient_data", "not_applicable"}
    assert all(outcome.reason for outcome in checked.outcomes)


def test_faults_of_other_stages_do_not_change_the_grade_of_the_target():
    drafted = sheet(row(**DONE))

    alone, both = check(drafted, "target"), check(drafted, "target", "self-evaluation")

    assert len(both.findings) > len(alone.findings)
    assert (both.opinion.score, both.opinion.aspects) == (alone.opinion.score, alone.opinion.aspects)
    assert any("不计入五个方面的评分" in line for line in both.opinion.unchecked)


def test_an_opinion_without_the_target_says_so():
    opinion = check(sheet(row(**DONE)), "self-evaluation").opinion

    assert any("没有检查绩效目标本身" in line for line in opinion.unchecked)
    assert any("批复" in line for line in opinion.unchecked)


def test_clauses_of_self_evaluation_are_shown_as_the_profile_has_them():
    (general, *_) = check(sheet(row(**DONE)), "self-evaluation").findings
    (local, *_) = check(sheet(row(**DONE)), "self-evaluation", profile="henan-2022").findings

    assert general.clause == "《项目支出绩效评价管理办法》（财预〔2020〕10号）第十六条"
    assert local.clause == "《河南省省级预算项目支出绩效评价管理办法》（豫财效〔2020〕10号）第十九条"


def test_no_finding_of_monitoring_shows_a_clause():
    drafted = sheet(row(**DONE), budget=100, spent=10, progress_month=10)

    findings = check(drafted, "monitoring").findings

    assert findings
    assert {finding.clause for finding in findings} == {None}


TEXTS = st.sampled_from(
    [
        "",
        "≥200人次",
        "200",
        "98%",
        "0.98",
        "6月底前",
        "2026年1月3日",
        "部分完成",
        "未完成",
        "已完成",
        "无",
        "80%-90%",
        "2万元",
        "≤50元",
        "0",
    ]
) | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="eE"), max_size=8)
NUMBERS = st.none() | st.floats(-10, 1e6)
ROWS = st.builds(
    SheetRow,
    level1=st.sampled_from(["产出指标", "成本指标", "满意度指标", "预算执行率", ""]),
    level2=st.sampled_from(["数量指标", "质量指标", "时效指标", ""]),
    name=TEXTS,
    target=TEXTS,
    actual=TEXTS,
    deviation=TEXTS,
    weight=st.none() | st.floats(0, 100),
    score=NUMBERS,
)
FORMS = st.builds(
    TargetSheet,
    goal=st.just("培训干部"),
    rows=st.lists(ROWS, max_size=6).map(tuple),
    budget=st.none() | st.floats(0, 1e6),
    adjusted_budget=NUMBERS,
    spent=NUMBERS,
    execution_rate=NUMBERS,
    execution_weight=NUMBERS,
    execution_score=NUMBERS,
    total_score=NUMBERS,
    progress_month=st.none() | st.integers(1, 12),
)


@settings(max_examples=200, deadline=None)
@given(FORMS)
def test_no_form_makes_a_rule_fail_to_run(form):
    checked = check(form, "monitoring", "self-evaluation")

    assert "error" not in {outcome.outcome for outcome in checked.outcomes}
    failed = {outcome.rule for outcome in checked.outcomes if outcome.outcome == "fail"}
    assert failed == {finding.rule for finding in checked.findings}
