"""The opinion: aspects, a disclosed score, and what nobody looked at."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.model.finding import ASPECTS, Suppression
from indicators.quality.checker import check_sheet
from indicators.quality.checkpoints import checkpoints
from indicators.quality.examples import row, sheet
from indicators.quality.opinion import give_opinion, grade_of

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
