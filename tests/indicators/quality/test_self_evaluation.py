"""Self-evaluation: what a fair reader of the form would raise, and the silence where the form does not tell."""

import pytest
from evaluating import BENEFIT, EXECUTION, LIBRARY, PEOPLE, check, names, outcome

from indicators.quality.examples import row, sheet
from indicators.quality.profiles import choose_profile
from indicators.quality.reading import read_sheet
from indicators.quality.rule import Context
from indicators.quality.rules import RULES_BY_ID


def test_a_sound_form_has_no_finding():
    rows = (row(**PEOPLE, actual="210人次", score=50), row(**BENEFIT, actual="95%", score=40))
    form = {"budget": 100, "spent": 96, "execution_rate": 96, "execution_weight": 10, "execution_score": 9.6}

    assert names(*rows, total_score=99.6, **form) == []


@pytest.mark.parametrize(
    ("score", "found"),
    [
        (50, ["full-marks-unreached"]),
        (45, ["inflated-score"]),
        (40, []),
        (25, []),
    ],
)
def test_a_score_is_held_against_the_kindest_rule(score, found):
    assert names(row(**PEOPLE, actual="160人次", score=score, deviation="生源不足，明年提前招生")) == found


def test_a_missed_date_with_full_marks_is_told():
    line = row(level2="时效指标", name="完工时间", target="6月底前", weight=10, actual="9月底", score=10)

    assert "full-marks-unreached" in names(line)


@pytest.mark.parametrize(
    ("given", "silent"),
    [
        ({}, False),
        ({"evaluation": "已全部完成"}, False),
        ({"evaluation": "项目已完成，尾款待审计后支付"}, True),
        ({"evaluation": "因招标节约资金30万元"}, True),
    ],
)
def test_low_execution_wants_a_word_of_its_own(given, silent):
    found = names(row(**PEOPLE, actual="200人次"), budget=100, spent=60, **given)

    assert ("silent-low-execution" not in found) is silent


def test_a_reason_in_the_row_of_the_execution_is_enough():
    line = row(**EXECUTION, actual="60%", score=6, deviation="质保金未到期，到期即付")

    assert "silent-low-execution" not in names(row(**PEOPLE, actual="200人次", score=50), line)


@pytest.mark.parametrize(
    ("actual", "given", "found"),
    [
        ("100人次", {}, "unexplained-deviation"),
        ("300人次", {}, "unexplained-deviation"),
        ("180人次", {}, "unexplained-shortfall"),
        ("240人次", {}, None),
        ("100人次", {"explanation": "受疫情影响停课"}, None),
        ("180人次", {"deviation": "生源不足"}, "deviation-without-measure"),
        ("180人次", {"deviation": "生源不足，明年提前招生"}, None),
    ],
)
def test_deviations_want_a_reason_and_shortfalls_a_measure(actual, given, found):
    assert names(row(**PEOPLE, actual=actual, **given)) == ([found] if found else [])


def test_over_completion_rests_on_the_clause_on_scores():
    below, above = (check(row(**PEOPLE, actual=actual)).findings[0] for actual in ("100人次", "300人次"))

    assert below.clause.endswith("第十一条")
    assert above.clause.endswith("第十六条")


def test_figures_of_a_part_of_the_year_are_not_self_evaluated():
    assert names(row(**PEOPLE, actual="100人次"), budget=100, spent=40, progress_month=7) == []


def test_a_sheet_without_actual_values_is_not_judged():
    assert {outcome(rule, row(**PEOPLE)).outcome for rule in ("SE201", "SE301", "SE401")} == {"insufficient_data"}


def test_full_marks_do_not_excuse_from_the_reason():
    line = row(level2="时效指标", name="完工时间", target="10月底前", weight=5, actual="2024年11月", score=5)

    assert names(line) == ["full-marks-unreached", "unexplained-shortfall"]


@pytest.mark.parametrize(
    ("deviation", "found"),
    [
        ("无", ["unexplained-shortfall"]),
        ("教室检修停课", ["deviation-without-measure"]),
        ("教室检修停课，2027年补课", []),
        ("上级政策调整，符合条件的对象减少", []),
    ],
)
def test_a_text_is_read_for_what_it_says(deviation, found):
    assert names(row(**PEOPLE, actual="180人次", deviation=deviation), year=2026) == found


@pytest.mark.parametrize(
    ("evaluation", "found"),
    [
        ("因工程款未支付完毕，尾款结转下年", ["unexplained-deviation"]),
        ("因培训费未支付，尾款结转下年", []),
        ("因教室检修，部分任务未完成", []),
        ("扩大了社会影响", ["unexplained-deviation"]),
    ],
)
def test_a_reason_for_the_execution_is_none_for_the_rows(evaluation, found):
    assert names(row(**PEOPLE, actual="100人次"), evaluation=evaluation) == found


@pytest.mark.parametrize(("month", "applies"), [(None, True), (12, True), (11, False), (1, False)])
def test_only_a_whole_year_is_self_evaluated(month, applies):
    form = {"budget": 100, "spent": 60, "progress_month": month}

    assert (outcome("SE401", row(**PEOPLE, actual="200人次"), **form).outcome != "not_applicable") is applies


@pytest.mark.parametrize(
    ("weight", "actual", "score", "fires"),
    [
        (10, "160人次", 8.5, False),
        (10, "160人次", 8.6, True),
        (40, "160人次", 34, False),
        (40, "160人次", 34.1, True),
        (10, "200人次", 12, False),
        (None, "160人次", 9, False),
        (10, "160人次", None, False),
    ],
)
def test_a_score_may_lie_above_the_kindest_rule_by_a_rounding(weight, actual, score, fires):
    line = row(**{**PEOPLE, "weight": weight}, actual=actual, score=score, deviation="生源不足，明年提前招生")

    assert ("inflated-score" in names(line)) is fires


def test_a_row_that_cannot_be_judged_hides_none_below_it():
    rows = (
        row(**PEOPLE, actual="210人次", score=50),
        row(**BENEFIT, actual="45%", score=30),
        row(name="培训期数", target="≥5期", weight=5, actual="2期"),
    )

    found = [(one.name, one.row) for one in check(*rows).findings]

    assert ("inflated-score", 2) in found
    assert [place for name, place in found if name == "unexplained-deviation"] == [2, 3]


@pytest.mark.parametrize(("spent", "rules"), [(60, []), (59.9, ["full-marks-low-execution"])])
def test_full_marks_are_doubted_below_sixty_percent(spent, rules):
    line = row(**PEOPLE, actual="200人次", score=50)

    found = names(line, budget=100, spent=spent, evaluation="尾款待验收后支付，将加快支付")

    assert [name for name in found if name == "full-marks-low-execution"] == rules


def test_a_row_below_full_marks_takes_the_doubt_away():
    lines = (row(**PEOPLE, actual="200人次", score=50), row(**BENEFIT, actual="95%", score=39), row(name="期数"))
    form = {"budget": 100, "spent": 40, "evaluation": "尾款待验收后支付，将加快支付"}

    assert "full-marks-low-execution" not in names(*lines, **form)
    assert "full-marks-low-execution" in names(lines[0], lines[2], **form)


@pytest.mark.parametrize(("spent", "fires"), [(80, False), (79.9, True)])
def test_an_execution_of_eighty_percent_needs_no_word(spent, fires):
    assert ("silent-low-execution" in names(row(**PEOPLE, actual="200人次"), budget=100, spent=spent)) is fires


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"target": "≥200人次", "actual": "140人次"}, "unexplained-shortfall"),
        ({"target": "≥200人次", "actual": "139人次"}, "unexplained-deviation"),
        ({"target": "≥200人次", "actual": "260人次"}, None),
        ({"target": "≥200人次", "actual": "261人次"}, "unexplained-deviation"),
        ({"name": "平台建设", "target": "建成", "actual": "未完成"}, "unexplained-deviation"),
        ({"name": "平台建设", "target": "建成", "actual": "部分完成"}, "unexplained-shortfall"),
        ({"name": "发表论文数", "target": "≥2篇", "actual": "4篇"}, None),
        ({"name": "发表论文数", "target": "≥3篇", "actual": "5篇"}, "unexplained-deviation"),
    ],
)
def test_how_far_is_far_is_a_setting(fields, found):
    assert names(row(**{**PEOPLE, **fields})) == ([found] if found else [])


def test_the_mark_of_over_completion_is_that_of_the_profile():
    drafted = sheet(row(**PEOPLE, actual="250人次"), alone=True)
    profile = choose_profile(drafted)
    closer = profile.model_copy(update={"thresholds": profile.thresholds.model_copy(update={"over_completion": 1.2})})

    assert spoken("SE301", drafted, profile) == []
    assert spoken("SE301", drafted, closer) == ["mof-2020-10/第十六条"]


def test_the_clause_on_over_completion_follows_that_on_scores():
    drafted = sheet(row(**PEOPLE, actual="300人次"), alone=True)
    local = choose_profile(drafted).model_copy(update={"clauses": {"SE201": "henan-2020-10/第十九条"}})

    assert spoken("SE301", drafted, local) == ["henan-2020-10/第十九条"]


def spoken(rule, drafted, profile):
    """The clauses of the problems that one rule finds under a profile."""
    framework = LIBRARY.framework(profile.framework)
    context = Context(LIBRARY, profile, framework, drafted.kind)
    return [one.clause for one in RULES_BY_ID[rule].check(read_sheet(drafted, framework), context)]


def test_an_explained_row_hides_none_below_it():
    rows = (row(**PEOPLE, actual="100人次", deviation="停课，明年补课"), row(**BENEFIT, actual="30%"))

    assert [(one.name, one.row) for one in check(*rows).findings] == [("unexplained-deviation", 2)]


def test_a_later_year_is_a_plan_only_beside_the_year_of_the_form():
    line = row(**PEOPLE, actual="180人次", deviation="教室检修停课，2027年完成")

    assert names(line, year=2026) == []
    assert names(line, year=2027) == ["deviation-without-measure"]
    assert names(line) == ["deviation-without-measure"]


def test_a_deviation_is_told_with_its_share_where_there_is_one():
    shown = [
        check(row(**{**PEOPLE, **fields})).findings[0].message
        for fields in ({"actual": "100人次"}, {"actual": "300人次"}, {"target": "建成", "actual": "未完成"})
    ]

    assert shown == [
        "“培训人次”指标值≥200人次，完成100人次（50%），没有说明原因",
        "“培训人次”指标值≥200人次，完成300人次（150%），没有说明超额的原因",
        "“培训人次”指标值建成，完成未完成，没有说明原因",
    ]


def test_a_deviation_points_at_the_actual_value():
    cells = {"actual": "表!F7"}

    assert [check(row(**PEOPLE, actual=actual, cells=cells)).findings[0].cell for actual in ("100人次", "300人次")] == [
        "表!F7",
        "表!F7",
    ]


@pytest.mark.parametrize(
    ("own", "approved", "fires"),
    [
        ({"target": "95%"}, {"target": "≤95%"}, False),
        ({"target": "≥95%"}, {"target": "≤95%"}, True),
        ({"target": "甲级", "unit": "级"}, {"target": "甲", "unit": "级"}, False),
        ({"target": "甲级", "unit": "级"}, {"target": "乙级", "unit": "级"}, True),
    ],
)
def test_a_value_differs_from_the_approved_one_by_more_than_its_writing(own, approved, fires):
    one, other = (row(level2="质量指标", name="考核合格情况", **fields) for fields in (own, approved))

    assert ("altered-target" in names(one, approved=[other])) is fires
