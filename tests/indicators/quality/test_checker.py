"""A check as a whole: an outcome for every rule, findings in order, fingerprints that survive moved rows, no exceptions."""

from drafted_rows import SILENT, SPEAKING
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import LIBRARY, findings, outcomes
from judging import check_whole as check

from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality.checker import conclude
from indicators.quality.examples import row, sheet
from indicators.quality.fingerprint import fingerprint
from indicators.quality.problem import insufficient
from indicators.quality.profiles import choose_profile
from indicators.quality.reading import read_sheet
from indicators.quality.rule import Context, family
from indicators.quality.rules import RULES, RULES_BY_ID

DRAFTED = [*SILENT, *SPEAKING]
WORDS = st.sampled_from(sorted({text for one in DRAFTED for text in (one.name, one.target, one.unit, one.explanation)}))
TEXTS = WORDS | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="eE"), max_size=12)
LEVELS = st.sampled_from(
    ["", "产出指标", "二、效益指标（30分）", "满意度", "预算执行率", "数量指标", "时效", "管理效率", "别的"]
)
ROWS = st.builds(
    SheetRow,
    level1=LEVELS,
    level2=LEVELS,
    name=TEXTS,
    target=TEXTS,
    unit=TEXTS,
    explanation=TEXTS,
    weight=st.none() | st.floats(0, 200),
)
SHEETS = st.builds(
    TargetSheet,
    goal=st.just("改造实训室"),
    kind=st.sampled_from(["project", "department"]),
    rows=st.lists(ROWS, max_size=8).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(SHEETS, st.sampled_from([None, "mof-2020", "henan-2022", "department"]))
def test_every_rule_gives_an_outcome_in_order_and_none_fails_to_run(drafted, profile):
    checked = check(drafted, profile=profile)

    assert [outcome.rule for outcome in checked.outcomes] == [rule.id for rule in RULES if rule.stage == "target"]
    assert "error" not in {outcome.outcome for outcome in checked.outcomes}
    assert all(outcome.reason for outcome in checked.outcomes if outcome.outcome not in {"pass", "fail"})


@settings(max_examples=150, deadline=None)
@given(SHEETS)
def test_a_rule_fails_where_and_only_where_it_has_findings(drafted):
    checked = check(drafted)

    failed = {outcome.rule for outcome in checked.outcomes if outcome.outcome == "fail"}
    assert failed == {finding.rule for finding in checked.findings}


@settings(max_examples=150, deadline=None)
@given(SHEETS, st.randoms(use_true_random=False))
def test_moving_rows_keeps_every_fingerprint(drafted, random):
    rows = list(drafted.rows)
    random.shuffle(rows)

    moved = check(drafted.model_copy(update={"rows": tuple(rows)}))

    before = check(drafted)
    assert sorted(one.fingerprint for one in moved.findings) == sorted(one.fingerprint for one in before.findings)


@settings(max_examples=100, deadline=None)
@given(SHEETS)
def test_fingerprints_of_one_sheet_differ(drafted):
    checked = check(drafted)

    assert len({one.fingerprint for one in checked.findings}) == len(checked.findings)


def test_findings_come_by_severity_then_by_row():
    drafted = sheet(
        row(name="数量指标：培训人次", target="≥280人次"),
        row(name="确保档案完好率", target="≥98%"),
        row(level2="质量指标", name="服务质量", target="较好"),
        row(level2="质量指标", name="抽检合格率", target=""),
    )

    checked = check(drafted)

    assert [(one.severity, one.row) for one in checked.findings] == [
        ("error", 3),
        ("error", 4),
        ("warning", 2),
        ("info", 1),
    ]


def test_a_finding_names_the_cell_of_the_faulty_field():
    drafted = sheet(row(name="服务质量", target="较好", cell="Sheet1!C7", cells={"target": "Sheet1!D7"}))

    (finding,) = check(drafted).findings

    assert finding.cell == "Sheet1!D7"


def test_a_finding_without_the_cell_of_its_field_names_the_row():
    drafted = sheet(row(name="服务质量", target="较好", cell="Sheet1!C7"))

    (finding,) = check(drafted).findings

    assert finding.cell == "Sheet1!C7"


def test_a_finding_carries_clause_reason_and_mend():
    drafted = sheet(row(level2="质量指标", name="设备正常运行率", target="≤99%"), row(name="服务质量", target="较好"))

    vague, sign = sorted(check(drafted).findings, key=lambda one: one.rule, reverse=True)

    assert vague.clause == "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）一（二）3"
    assert vague.clause_kind == "依据"
    assert "较好" in vague.evidence
    assert (sign.clause, sign.clause_kind) == (None, "建议")
    assert (sign.fix.row, sign.fix.field, sign.fix.before, sign.fix.after) == (1, "target", "≤99%", "≥99%")


def test_a_row_that_one_rule_has_named_is_left_to_it():
    drafted = sheet(row(name="业务培训次数", target="≥8次"), row(name="业务培训次数", target="≥8次"))

    checked = check(drafted)

    assert [one.rule for one in checked.findings] == ["CO401"]


def test_a_sheet_without_outputs_is_not_also_told_that_quantity_is_missing():
    drafted = sheet(row(level1="效益指标", level2="社会效益指标", name="设施使用率", target="≥70%"), alone=True)

    checked = check(drafted)

    assert [one.rule for one in checked.findings] == ["CV101"]
    assert outcomes(checked)["CV103"].outcome == "insufficient_data"
    assert "CV101" in outcomes(checked)["CV103"].reason


def test_a_rule_that_raises_is_an_error_and_hides_no_other():
    broken, sound = family("XX", "完整性"), family("YY", "完整性")
    declared = {"group": "verbose", "severity": "info", "basis": "practice", "bad": [], "good": []}

    @broken.rule(101, "broken", **declared)
    def raising(sheet, context):
        """题目。

        为什么: 理由。
        怎么改: 改法。
        """
        raise KeyError("gone")

    @sound.rule(101, "sound", **declared)
    def speaking(sheet, context):
        """题目。

        为什么: 理由。
        怎么改: 改法。
        """
        yield sheet.problem("有问题")

    drafted = sheet(row())
    profile = choose_profile(drafted)
    framework = LIBRARY.framework(profile.framework)
    context = Context(LIBRARY, profile, framework, "project")

    first, second = conclude((*broken.rules, *sound.rules), read_sheet(drafted, framework), context)

    assert (first.outcome.outcome, second.outcome.outcome) == ("error", "fail")
    assert "KeyError" in first.outcome.reason


def test_the_summary_counts_what_was_found():
    drafted = sheet(row(name="服务质量", target="较好"), row(name="确保档案完好率", target="≥98%"))

    summary = check(drafted).summary

    assert (summary.errors, summary.warnings, summary.infos, summary.rows) == (1, 1, 0, 5)


def test_a_value_in_the_name_is_moved_to_the_empty_value_cell_and_out_of_the_name():
    drafted = sheet(row(name="培训基层干部280人次", target=""))

    empty, named = check(drafted).findings

    assert (empty.rule, empty.fix.field, empty.fix.after) == ("CO101", "target", "280人次")
    assert (named.rule, named.fix.field, named.fix.after) == ("CO201", "name", "培训基层干部人次")


def test_a_verb_is_mended_to_the_measure_that_the_unit_implies():
    (finding,) = check(sheet(row(name="完成老旧管网改造", target="≥12公里"))).findings

    assert (finding.rule, finding.fix.after) == ("CO202", "老旧管网改造长度")


def test_twins_of_one_line_have_fingerprints_of_their_own():
    twin = row(level2="质量指标", name="服务质量", target="较好")

    found = findings(check(sheet(twin, row(), twin, project="老年助餐")), "ME101")

    assert [(one.row, one.fingerprint) for one in found] == [
        (number, fingerprint("ME101", "服务质量|较好", sheet="老年助餐", occurrence=place))
        for place, number in ((1, 1), (2, 3))
    ]


def test_a_fault_of_the_whole_sheet_comes_before_those_of_its_rows():
    checked = check(sheet(row(target=""), alone=True))

    assert [(one.rule, one.row) for one in checked.findings if one.severity == "error"] == [
        ("CV102", None),
        ("CO101", 1),
    ]


def test_what_another_rule_has_said_is_named_with_its_place():
    without_outputs = sheet(row(level1="效益指标", level2="社会效益指标", name="设施使用率", target="≥70%"), alone=True)
    without_a_value = sheet(row(), row(name="确保数量指标：培训", target=""))

    assert outcomes(check(without_outputs))["CV103"].reason == "本表已由CV101指出，改后再查"
    assert outcomes(check(without_a_value))["CO206"].reason == "第2行已由CO101指出，改后再查"


def test_the_suggestion_begins_with_the_fix_where_there_is_one():
    drafted = sheet(row(level2="质量指标", name="设备正常运行率", target="≤99%"), row(name="服务质量", target="较好"))

    vague, sign = sorted(check(drafted).findings, key=lambda one: one.rule, reverse=True)

    assert sign.suggestion == f"改为“≥99%”。{RULES_BY_ID['FE201'].how}"
    assert vague.suggestion == RULES_BY_ID["ME101"].how


def test_a_rule_that_found_and_could_not_look_further_says_both():
    partly = family("XX", "完整性")

    @partly.rule(101, "partly", group="verbose", severity="info", basis="practice", bad=[], good=[])
    def speaking(sheet, context):
        """题目。

        为什么: 理由。
        怎么改: 改法。
        """
        yield insufficient("第2行看不清")
        yield sheet.problem("有问题")

    drafted = sheet(row())
    profile = choose_profile(drafted)
    context = Context(LIBRARY, profile, LIBRARY.framework(profile.framework), "project")

    (conclusion,) = conclude(partly.rules, read_sheet(drafted, None), context)

    assert (conclusion.outcome.outcome, conclusion.outcome.reason) == ("fail", "第2行看不清")


def test_a_rule_that_passes_or_fails_needs_no_reason():
    checked = check(sheet(row(name="服务质量", target="较好")))

    assert {one.reason for one in checked.outcomes if one.outcome in {"pass", "fail"}} == {""}


def test_an_outcome_of_a_rule_that_raised_names_the_rule():
    broken = family("XX", "完整性")

    @broken.rule(101, "broken", group="verbose", severity="info", basis="practice", bad=[], good=[])
    def raising(sheet, context):
        """题目。

        为什么: 理由。
        怎么改: 改法。
        """
        raise KeyError("gone")

    drafted = sheet(row())
    context = Context(LIBRARY, choose_profile(drafted), None, "project")

    (conclusion,) = conclude(broken.rules, read_sheet(drafted, None), context)

    assert (conclusion.rule.id, conclusion.outcome.rule, conclusion.problems) == ("XX101", "XX101", ())


def test_infos_are_counted_too():
    assert check(sheet(row(name="数量指标：培训人次", target="≥280人次"))).summary.infos == 1
