"""Which rules concern a sheet, and how heavily: by its kind, profile, framework, levels and weights, and what stays open."""

import pytest
from judging import LIBRARY, findings, outcomes
from judging import check_whole as check

from indicators.errors import InvalidInput
from indicators.library.snapshot import Library
from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality import checker
from indicators.quality.checker import check_sheet
from indicators.quality.examples import row, sheet
from indicators.quality.profiles import choose_profile


@pytest.mark.parametrize(
    ("kind", "profile", "clause", "clause_kind"),
    [
        ("project", "henan-2022", "《河南省省级预算绩效目标管理办法》（豫财效〔2022〕4号）第十五条（三）", "依据"),
        ("department", None, None, "参考"),
    ],
)
def test_a_clause_is_shown_only_inside_its_scope(kind, profile, clause, clause_kind):
    drafted = sheet(row(name="服务质量", target="较好"), kind=kind)

    (finding,) = findings(check(drafted, profile=profile), "ME101")

    assert (finding.clause, finding.clause_kind) == (clause, clause_kind)


def test_a_goal_text_alone_is_not_called_sound():
    checked = check(TargetSheet(goal="改造实训室3间并于8月底前投入使用，培训学员280人次，学员满意度90%以上"))

    assert not checked.findings
    passed = {outcome.rule for outcome in checked.outcomes if outcome.outcome == "pass"}
    assert {rule[:3] for rule in passed} <= {"CO6", "RE3"}  # rules that read the goal text
    assert outcomes(checked)["CV101"].outcome == "insufficient_data"
    assert outcomes(checked)["ME101"].outcome == "not_applicable"
    assert checked.opinion.grade in {"中", "差"}


def test_rows_without_levels_leave_coverage_open():
    checked = check(sheet(row(level1="", level2="", name="培训人次", target="≥280人次"), alone=True))

    assert {outcomes(checked)[rule].outcome for rule in ("CV101", "CV102", "CV103", "CV104")} == {"insufficient_data"}
    assert "第1行" in outcomes(checked)["CV102"].reason


@pytest.mark.parametrize(
    ("level1", "level2"), [("", "数量指标"), ("二、产出指标（50分）", "1.数量"), ("产出", "数量 指标")]
)
def test_levels_are_understood_however_they_are_written(level1, level2):
    drafted = sheet(row(level1=level1, level2=level2, name="培训人次", target="≥280人次"), alone=True)

    checked = check(drafted)

    assert outcomes(checked)["CV101"].outcome == "pass"
    assert outcomes(checked)["CV103"].outcome == "pass"


def test_a_sheet_without_weights_is_not_judged_by_weights():
    checked = check(sheet(row()))

    assert outcomes(checked)["FE101"].outcome == "not_applicable"
    assert outcomes(checked)["FE102"].outcome == "not_applicable"


@pytest.mark.parametrize(
    ("weights", "outcome"),
    [
        ((50, 40), "pass"),
        ((0.5, 0.4), "pass"),
        ((60, 40), "pass"),
        ((50, 30), "fail"),
        ((50, None), "insufficient_data"),
    ],
)
def test_weights_must_sum_to_an_accepted_total(weights, outcome):
    output, benefit = weights
    drafted = sheet(
        row(weight=output),
        row(level1="效益指标", level2="社会效益指标", name="设施使用率", target="≥70%", weight=benefit),
        alone=True,
    )

    assert outcomes(check(drafted))["FE101"].outcome == outcome


@pytest.mark.parametrize(("weight", "outcome"), [(10, "pass"), (20, "fail")])
def test_with_the_execution_row_the_sum_is_100(weight, outcome):
    drafted = sheet(
        row(weight=50),
        row(level1="效益指标", level2="社会效益指标", name="设施使用率", target="≥70%", weight=40),
        row(level1="预算执行率", level2="", name="预算执行率", target="", weight=weight),
        alone=True,
    )

    checked = check(drafted)

    assert outcomes(checked)["FE101"].outcome == outcome
    assert outcomes(checked)["CO101"].outcome == "pass"


def test_a_profile_without_weight_clauses_does_not_use_the_weight_rules():
    drafted = sheet(row(weight=7))

    checked = check(drafted, profile="henan-2022")

    assert outcomes(checked)["FE101"].outcome == "not_applicable"
    assert "henan-2022" in outcomes(checked)["FE101"].reason


def test_budget_management_is_regular_content_of_a_department_sheet():
    drafted = TargetSheet(
        kind="department",
        goal="办理行政许可事项1.2万件，按期办结率98%以上，群众办事满意度90%以上，严格预算管理",
        rows=(
            SheetRow(level1="管理效率", level2="预算管理", name="预算执行率", target="≥95%"),
            SheetRow(level1="产出指标", level2="数量指标", name="项目资金支付率", target="≥95%"),
            SheetRow(level1="投入管理指标", level2="预算和财务管理", name="管理制度健全性", target="健全"),
        ),
    )

    checked = check(drafted)

    assert not checked.findings
    assert outcomes(checked)["CO301"].outcome == "not_applicable"
    assert outcomes(checked)["CV101"].outcome == "not_applicable"


def test_a_profile_of_the_other_kind_is_said_in_the_opinion():
    checked = check(sheet(row(), kind="department"), profile="mof-2021")

    assert "部门整体" in checked.opinion.unchecked[0]


def test_an_unknown_profile_is_refused_with_the_choices():
    with pytest.raises(InvalidInput, match=r"mof-2021.*henan-2022"):
        check(sheet(row()), profile="mof-1999")


def test_a_library_without_the_framework_leaves_levels_open_and_still_judges_rows():
    bare = Library(sectors=LIBRARY.sectors)

    checked = check_sheet(sheet(row(name="服务质量", target="较好")), bare, source="x")

    assert [(one.rule, one.clause) for one in checked.findings] == [("ME101", None)]
    assert outcomes(checked)["CV101"].outcome == "insufficient_data"


def test_the_framework_of_the_sheet_chooses_the_profile():
    drafted = sheet(row(level2="成本指标", name="单台成本", target="≤3万元"), framework="mof-2020")

    checked = check(drafted)

    assert outcomes(checked)["CV103"].reason == "本体系框架没有这项要求"


def test_an_unknown_framework_is_refused_with_the_choices():
    with pytest.raises(InvalidInput, match="mof-2021"):
        check(sheet(row(), framework="mof-1999"))


def test_severities_come_from_the_profile(monkeypatch):
    strict = choose_profile(sheet(row())).model_copy(update={"severities": {"CO203": "error"}})
    monkeypatch.setattr(checker, "choose_profile", lambda *_: strict)

    (finding,) = check(sheet(row(name="数量指标：培训人次", target="≥280人次"))).findings

    assert finding.severity == "error"


def test_rows_without_any_levels_are_told_once():
    drafted = sheet(
        *(
            row(level1="", level2="", name=f"{group}培训人次", target=f"≥{number}人次")
            for number, group in enumerate(("教师", "学生"), 30)
        ),
        alone=True,
    )

    (finding,) = findings(check(drafted), "CO104")

    assert finding.row is None


@pytest.mark.parametrize(("project", "outcome"), [("", "insufficient_data"), ("机房运行维护", "fail")])
def test_routine_work_is_judged_only_where_the_project_is_named(project, outcome):
    drafted = sheet(row(name="签订服务合同数", target="=1份"), project=project)

    assert outcomes(check(drafted))["RE201"].outcome == outcome


def test_a_sheet_of_a_hundred_points_is_held_to_the_scaled_envelope_with_leeway():
    def drafted(output, benefit, group):
        return sheet(
            row(name="改造面积", target="≥500平方米", weight=output - 20),
            row(level2="质量指标", name="验收合格率", target="≥98%", weight=20),
            row(level1="效益指标", level2="社会效益指标", name="设施年使用率", target="≥70%", weight=benefit),
            row(level1="满意度指标", level2="服务对象满意度指标", name="学生满意度", target="≥90%", weight=group),
            alone=True,
        )

    assert "FE102" not in {finding.rule for finding in check(drafted(60, 30, 10)).findings}
    assert "FE102" in {finding.rule for finding in check(drafted(75, 15, 10)).findings}


@pytest.mark.parametrize(
    ("kind", "profile", "said"),
    [
        ("project", "mof-2021", None),
        (
            "department",
            "mof-2021",
            "本表是部门整体绩效目标，而规则集“mof-2021”用于项目支出；部门整体的专门要求没有检查",
        ),
        (
            "project",
            "department",
            "本表是项目支出绩效目标，而规则集“department”用于部门整体；项目支出的专门要求没有检查",
        ),
    ],
)
def test_the_opinion_says_what_the_other_kind_leaves_open(kind, profile, said):
    unchecked = check(sheet(row(), kind=kind), profile=profile).opinion.unchecked

    assert [line for line in unchecked if "规则集" in line and "专门要求" in line] == ([said] if said else [])
