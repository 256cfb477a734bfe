"""Fixes are applied only where asked for, checked again, and taken back where they made a row no better."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.errors import InvalidInput
from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.model.finding import Fix
from indicators.quality.checker import check_sheet
from indicators.quality.examples import COMPANIONS, row, sheet
from indicators.quality.fixing import apply_fixes, fix_sheet
from indicators.quality.rules import RULES

LIBRARY = Library.from_files(read_library())


def check(drafted, stage="target"):
    return check_sheet(drafted, LIBRARY, source="表.xlsx", stages=(stage,))


def fixed(*rows, only=(), **fields):
    return fix_sheet(sheet(*rows, **fields), check, only)


def finding(drafted, rule):
    return next(one for one in check(drafted).findings if one.rule == rule)


FIXABLE = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.bad)
    if any(one.rule == rule.id and one.fix for one in check(example, rule.stage).findings)
]


@pytest.mark.parametrize(("rule", "example"), FIXABLE)
def test_the_fix_of_every_bad_example_stands_the_second_check(rule, example):
    after = fix_sheet(example, lambda drafted: check(drafted, rule.stage), [rule.id])

    assert after.applied
    assert not after.left
    assert {one.rule for one in after.applied} == {rule.id}
    assert not [one for one in after.appeared if one.severity != "info"]


def test_only_the_fix_that_is_asked_for_is_applied():
    rows = (row(name="确保档案完好率", target="≥98%"), row(level2="质量指标", name="设备运行率", target="≤99%"))

    after = fixed(*rows, only=["CO202"])

    assert [one.rule for one in after.applied] == ["CO202"]
    assert [one.name for one in after.sheet.rows[:2]] == ["档案完好率", "设备运行率"]
    assert after.sheet.rows[1].target == "≤99%"
    assert after.sheet.rows[2:] == COMPANIONS


@pytest.mark.parametrize("name", ["CO202", "verb-in-name", "co202", "1", "fingerprint"])
def test_a_fix_is_asked_for_by_rule_row_or_fingerprint(name):
    drafted = sheet(row(name="确保档案完好率", target="≥98%"))
    asked = finding(drafted, "CO202").fingerprint if name == "fingerprint" else name

    after = fix_sheet(drafted, check, [asked])

    assert [one.rule for one in after.applied] == ["CO202"]


def test_a_name_that_meets_no_fix_is_refused_with_what_there_is():
    with pytest.raises(InvalidInput, match=r"“CO999”没有可以采用的修改.*CO202（第1行）".replace("CO999", "co999")):
        fixed(row(name="确保档案完好率", target="≥98%"), only=["CO999"])


def test_a_fix_that_makes_another_fault_is_taken_back_and_told():
    after = fixed(row(name="完成文化活动24场", target="=100%"), only=["CO201"])

    [left] = after.left
    assert after.sheet.rows[0].name == "完成文化活动24场"
    assert (after.applied, after.appeared) == ((), ())
    assert "改后这一行出现新问题" in left.reason


def test_of_two_fixes_of_one_cell_the_first_holds_and_the_other_is_told():
    after = fixed(row(name="数量指标：举办主体班", target="≥8期"))

    assert [one.rule for one in after.applied] == ["CO203"]
    assert [one.finding.rule for one in after.left] in ([], ["CO206"])


def test_a_sheet_without_fixes_stays_as_it_is():
    drafted = sheet(row())

    after = fix_sheet(drafted, check)

    assert (after.sheet, after.applied, after.left, after.solved, after.appeared) == (drafted, (), (), (), ())


def test_what_is_set_aside_is_not_fixed():
    drafted = sheet(row(name="确保档案完好率", target="≥98%"))
    aside = {"reason": "按省里口径", "who": "预算科", "until": None}

    def check_with_exemption(one):
        checked = check(one)
        findings = [it.model_validate({**it.model_dump(), "suppressed": aside}) for it in checked.findings]
        return checked.model_copy(update={"findings": tuple(findings)})

    assert fix_sheet(drafted, check_with_exemption).applied == ()


def folding(number, into, drafted):
    fix = Fix(row=number, field="row", before=drafted.rows[number - 1].name, after="", into=into)
    return finding(drafted, "CO201").model_copy(update={"fix": fix, "row": number})


def test_a_row_that_is_folded_gives_its_points_to_the_row_that_stays():
    drafted = sheet(
        row(name="2026年培训人次", weight=10),
        row(name="培训人次", weight=5),
        row(name="培训人次", weight=3),
        alone=True,
    )

    attempt = apply_fixes(drafted, [folding(3, 2, drafted), folding(2, 1, drafted)])

    assert [(one.name, one.weight) for one in attempt.sheet.rows] == [("2026年培训人次", 18)]
    assert attempt.numbers == (1,)


def test_a_fix_of_a_folded_row_clashes():
    drafted = sheet(row(name="培训人次"), row(name="2026年培训人次"), alone=True)
    named = finding(drafted, "CO201")

    attempt = apply_fixes(drafted, [named, folding(2, 1, drafted)])

    assert attempt.clashes == {named.fingerprint: "这一行已并入第1行"}


ROWS = st.lists(
    st.builds(
        row,
        level1=st.sampled_from(["产出指标", "效益指标", ""]),
        level2=st.sampled_from(["数量指标", "质量指标", "社会效益指标", ""]),
        name=st.sampled_from(
            ["确保档案完好率", "完成文化活动24场", "设备运行率", "培训人次", "数量指标：举办主体班", "服务对象满意度", "变压器", "单台成本"]
        ),
        target=st.sampled_from(["≥98%", "≤99%", "=100%", "若干", "", "≥24场", "3万元/台", "≥300人"]),
        weight=st.sampled_from([None, 5.0, 10.0]),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_fixing_never_adds_a_fault_to_a_row_it_fixed_and_accounts_for_every_fix(rows):
    drafted = sheet(*rows, alone=True)
    before = check(drafted)

    after = fix_sheet(drafted, check)

    offered = {one.fingerprint for one in before.findings if one.fix}
    assert {one.fingerprint for one in after.applied} | {one.finding.fingerprint for one in after.left} == offered
    assert after.checked == check(after.sheet)
    assert Counter(one.rule for one in after.checked.findings) == (
        Counter(one.rule for one in before.findings)
        - Counter(one.rule for one in after.solved)
        + Counter(one.rule for one in after.appeared)
    )
    assert {one.fingerprint for one in after.applied} <= {one.fingerprint for one in after.solved}


def test_a_row_that_says_nothing_of_its_own_is_folded_into_the_first():
    twice = [row(name="参训干部人次", target="≥80人次", weight=weight) for weight in (10, 5)]

    after = fixed(*twice, only=["CO401"])

    assert [(one.name, one.weight) for one in after.sheet.rows[:2]] == [
        ("参训干部人次", 15),
        (COMPANIONS[0].name, None),
    ]
    assert after.applied[0].suggestion.startswith("并入第1行")


@pytest.mark.parametrize("other", [{"target": "≥90人次"}, {"level2": "质量指标", "target": "≥80人次"}])
def test_two_rows_that_differ_in_value_or_place_are_for_a_person_to_fold(other):
    drafted = sheet(row(name="参训干部人次", target="≥80人次"), row(name="参训干部人次", **other))

    assert finding(drafted, "CO401").fix is None


def test_a_value_that_leaves_the_name_goes_to_its_empty_cell():
    after = fixed(row(name="培训基层干部280人次", target=""), only=["CO201"])

    assert (after.sheet.rows[0].name, after.sheet.rows[0].target) == ("培训基层干部人次", "280人次")


@pytest.mark.parametrize(
    "name", ["2026年底前完成全部培训", "2026年11月完工", "其中：3吨车", "完成教育体育工作任务", "培训合格证书"]
)
def test_a_name_that_would_be_torn_is_left_to_a_person(name):
    findings = check(sheet(row(name=name, target="=100%"))).findings

    assert not [one.fix.after for one in findings if one.fix and one.fix.field == "name"]


def test_a_year_in_the_name_is_no_value():
    drafted = sheet(row(name="2026年新招教师数", target=""))

    assert finding(drafted, "CO101").fix is None


def test_a_satisfaction_moves_with_both_levels():
    after = fixed(row(level1="效益指标", level2="社会效益指标", name="沿线商户满意度", target="≥85%"), only=["CV107"])

    assert (after.sheet.rows[0].level1, after.sheet.rows[0].level2) == ("满意度指标", "服务对象满意度指标")
