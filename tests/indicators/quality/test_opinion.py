"""The opinion: aspects, a disclosed score, and what nobody looked at."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.model.finding import ASPECTS, Finding, Outcome, Suppression
from indicators.quality.checker import check_sheet
from indicators.quality.checkpoints import checkpoints
from indicators.quality.examples import row, sheet
from indicators.quality.opinion import give_opinion, grade_of
from indicators.quality.rules import RULES_BY_ID

LIBRARY = Library.from_files(read_library())


def check(drafted):
    return check_sheet(drafted, LIBRARY, source="表.xlsx")


@pytest.mark.parametrize(
    ("score", "grade"),
    [(100, "优"), (90, "优"), (89.99, "良"), (80, "良"), (79.99, "中"), (60, "中"), (59.99, "差"), (0, "差")],
)
def test_grades_are_cut_at_90_80_and_60(score, grade):
    assert grade_of(score) == grade


def test_a_sound_sheet_is_good_and_names_what_no_rule_covers():
    opinion = check(sheet(row())).opinion

    assert [aspect.aspect for aspect in opinion.aspects] == list(ASPECTS)
    assert (opinion.score, opinion.grade) == (100, "优")
    assert any("支出标准" in line for line in opinion.unchecked)


def test_faults_cost_points_in_their_aspect_and_an_error_forbids_the_best_grade():
    opinion = check(sheet(row(name="服务质量", target="较好"))).opinion

    measurable = opinion.aspects[-1]
    assert (measurable.errors, measurable.warnings, measurable.score) == (1, 0, 12)
    assert "指标值是无法衡量的词（1处）" in measurable.judgement
    assert (opinion.score, opinion.grade) == (89, "良")


def test_a_sheet_without_benefits_is_at_most_middling():
    drafted = sheet(row(), row(level2="质量指标", name="验收合格率", target="=100%"), alone=True)

    assert check(drafted).opinion.grade == "中"


def test_the_rule_of_the_grade_says_that_the_cuts_are_not_made_for_target_review():
    rule = check(sheet(row())).opinion.grade_rule

    assert "建议口径" in rule
    assert "不用于绩效目标审核" in rule


def test_a_suppressed_finding_no_longer_counts():
    checked = check(sheet(row(name="服务质量", target="较好")))
    suppressed = [one.model_copy(update={"suppressed": Suppression(reason="按省里口径")}) for one in checked.findings]

    opinion = give_opinion(checked.outcomes, suppressed, kind="project")

    assert (checked.opinion.grade, opinion.grade) == ("良", "优")


def test_what_was_not_decided_is_listed_with_its_reason():
    opinion = check(sheet(row(level1="", level2="", name="培训人次", target="≥280人次"), alone=True)).opinion

    assert any("没有产出指标（CV101）" in line and "第1行" in line for line in opinion.unchecked)


def test_an_aspect_that_does_not_apply_is_left_out_of_the_score():
    checked = check(sheet(row(), kind="department"))
    outcomes = [one for one in checked.outcomes if not one.rule.startswith("CV")]

    opinion = give_opinion(outcomes, checked.findings, kind="department")

    coverage = opinion.aspects[2]
    assert coverage.judgement.startswith("没有适用的规则")
    assert (opinion.score, coverage.score) == (100, 0)


@pytest.mark.parametrize("kind", ["project", "department"])
def test_every_open_checkpoint_is_named(kind):
    opinion = check(sheet(row(), kind=kind)).opinion

    assert {point.question for point in checkpoints() if point.is_open(kind)} <= {
        line.split("：")[0] for line in opinion.unchecked
    }


def outcome(rule, name="pass", reason=""):
    return Outcome(rule=rule, outcome=name, reason=reason)


def fault(rule, severity="warning", row=None):
    given = RULES_BY_ID[rule]
    return Finding(
        rule=rule,
        name=given.name,
        group=given.group,
        aspect=given.aspect,
        severity=severity,
        row=row,
        message="有问题",
        why="",
        fingerprint=f"{rule}{row}",
    )


def judged(outcomes, findings=()):
    return give_opinion(outcomes, findings, kind="project")


EVERY = [outcome(rule) for rule in ("CO101", "RE101", "CV101", "CV102", "FE101", "ME101")]
"""Rules of every aspect."""


@pytest.mark.parametrize(
    ("findings", "score", "lost"),
    [
        ([fault("CO101", "warning")], 96, 4),
        ([fault("CO101", "info")], 99, 1),
        ([fault("CO101", "error")], 89, 8),
        ([fault("CV101", "error")], 79, 8),
        ([fault("CV102", "error")], 79, 8),
        ([fault("CV101", "warning")], 96, 4),
        ([fault("CO101", "warning", row) for row in range(9)], 80, 20),
    ],
)
def test_the_score_is_what_the_rule_of_the_grade_says(findings, score, lost):
    opinion = judged(EVERY, findings)

    aspect = next(one for one in opinion.aspects if one.aspect == findings[0].aspect)
    assert (opinion.score, aspect.score) == (score, 20 - lost)


def test_the_score_has_one_decimal():
    outcomes = [outcome("CO101"), outcome("RE101"), outcome("ME101")]

    assert judged(outcomes, [fault("CO101", "info")]).score == 98.3


def test_an_aspect_counts_its_errors_and_warnings():
    findings = [
        fault("CO101", "error"),
        fault("CO101", "warning", 1),
        fault("CO102", "warning"),
        fault("CO102", "info", 2),
    ]

    aspect = judged([outcome("CO101", "fail"), outcome("CO102", "fail")], findings).aspects[0]

    assert (aspect.errors, aspect.warnings) == (1, 2)
    assert aspect.judgement == "指标值没有填写，或只是占位（2处）；定量指标没有计量单位（2处）"


@pytest.mark.parametrize(
    ("outcomes", "judgement", "counts"),
    [
        ([outcome("CO101"), outcome("CO102", "fail"), outcome("CO103", "not_applicable", "无")], "检查了2条规则，没有发现问题", True),
        ([outcome("CO101", "fail")], "检查了1条规则，没有发现问题", True),
        ([outcome("CO101", "not_applicable", "不用"), outcome("CO102", "insufficient_data", "看不清")], "没有检查：看不清", True),
        ([outcome("CO101", "error", "出错")], "没有检查：出错", True),
        ([outcome("CO101", "not_applicable"), outcome("CO102", "not_applicable", "不用")], "没有适用的规则（不用），须人工核对", False),
        ([], "没有适用的规则（没有可用的规则），须人工核对", False),
    ],
)  # fmt: skip
def test_an_aspect_says_how_far_it_was_checked(outcomes, judgement, counts):
    opinion = judged([*outcomes, outcome("ME101")])

    assert opinion.aspects[0].judgement == judgement
    assert opinion.score == (100 if not counts or "检查了" in judgement else 50)


def test_a_sheet_to_which_nothing_applies_has_no_points():
    assert judged([outcome("CO101", "not_applicable", "不用")]).score == 0


def test_what_was_not_decided_is_told_once_for_each_reason():
    outcomes = [
        outcome("CO101", "error", "出错"),
        outcome("CO102", "insufficient_data", "看不清"),
        outcome("CO103", "insufficient_data", "看不清"),
        outcome("CO104", "not_applicable", "不用"),
        outcome("ME101", "fail"),
    ]

    assert judged(outcomes).unchecked[:2] == (
        "指标值没有填写，或只是占位（CO101）：出错",
        "定量指标没有计量单位（CO102）、有指标值而没有指标名称（CO103）：看不清",
    )
    assert "CO104" not in "".join(judged(outcomes).unchecked)


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (["CO101"], ""),
        (["CO101", "MO101", "SE101"], "运行监控、单位自评发现的问题不计入五个方面的评分，评分只看绩效目标本身"),
        (["MO101"], "没有检查绩效目标本身，五个方面只按运行监控的规则给出"),
    ],
)
def test_the_opinion_says_which_stages_it_judges(rules, said):
    unchecked = judged([outcome(rule) for rule in rules]).unchecked

    assert [line for line in unchecked if "绩效目标本身" in line] == ([said] if said else [])


def test_only_checkpoints_of_the_kind_and_stage_are_open():
    open_ = {line.removesuffix("：没有自动规则，请人工核对") for line in judged([outcome("CO101")]).unchecked}

    assert open_ == {
        point.question
        for point in checkpoints()
        if not point.rules and "project" in point.kinds and "target" in point.stages
    }
