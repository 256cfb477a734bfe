"""The three lines and the lights: the vectors of the norms, and what is left open."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.checker import check_sheet
from indicators.quality.examples import row, sheet
from indicators.quality.profile import Thresholds
from indicators.quality.progress import light, progress
from indicators.quality.reading import read_sheet

LIBRARY = Library.from_files(read_library())
FRAMEWORK = LIBRARY.framework("mof-2021")
PEOPLE = {"name": "培训人次", "target": "≥1200人次"}
QUALITY = {"level2": "质量指标", "name": "验收合格率", "target": "≥98%"}


def read(*rows, **fields):
    return read_sheet(sheet(*rows, alone=True, **fields), FRAMEWORK)


def findings(*rows, **fields):
    drafted = sheet(*rows, alone=True, **fields)
    return check_sheet(drafted, LIBRARY, source="表.xlsx", stages=("monitoring",)).findings


def test_the_gap_is_that_of_execution_and_weighted_targets():
    rows = (
        row(**PEOPLE, actual="600人次", weight=14),
        row(**QUALITY, actual="98%", weight=6),
        row(name="期数", weight=70),
    )

    done = progress(read(*rows, spent=40, budget=100))

    assert (done.execution, done.targets, done.gap) == (40, pytest.approx(65), pytest.approx(25))
    assert (done.read, done.rows) == (2, 3)


def test_more_than_the_value_counts_as_the_value():
    done = progress(read(row(**PEOPLE, actual="2400人次"), row(**QUALITY, actual="49%")))

    assert done.targets == 75


@pytest.mark.parametrize(
    ("fields", "rate"),
    [
        ({"spent": 45, "budget": 100, "adjusted_budget": 90}, 50),
        ({"spent": 45, "budget": 90, "execution_rate": 12}, 50),
        ({"execution_rate": 12}, 12),
        ({"spent": 45}, None),
    ],
)
def test_execution_is_of_the_adjusted_budget_where_there_is_one(fields, rate):
    assert progress(read(row(), **fields)).execution == rate


@pytest.mark.parametrize(
    ("actual", "shown"), [("350人次", "red"), ("420人次", "yellow"), ("600人次", "green"), ("720人次", "blue")]
)
def test_a_quantity_is_held_against_its_share_of_the_year(actual, shown):
    (line,) = read(row(**PEOPLE, actual=actual)).rows

    assert light(line, 6) == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({**QUALITY, "actual": "98%"}, "green"),
        ({**QUALITY, "actual": "97%"}, "green"),
        ({**QUALITY, "actual": "75%"}, "yellow"),
        ({**QUALITY, "actual": "50%"}, "red"),
        ({"name": "投诉件数", "target": "≤5件", "actual": "6件"}, "red"),
        ({"name": "投诉件数", "target": "≤5件", "actual": "1件"}, "green"),
        ({"name": "平台建设", "target": "建成", "actual": "部分完成"}, "yellow"),
        ({"level1": "满意度指标", "name": "学员满意度", "target": "≥90%", "actual": "93%"}, "green"),
        ({**PEOPLE, "actual": "进展顺利"}, None),
    ],
)
def test_quality_bounds_and_words_do_not_grow_with_the_year(fields, shown):
    (line,) = read(row(**fields)).rows

    assert light(line, 6) == shown


@pytest.mark.parametrize(("month", "speaks"), [(3, False), (4, False), (6, True), (12, True)])
def test_the_line_of_execution_is_that_of_the_month(month, speaks):
    found = findings(row(), spent=30, budget=100, progress_month=month)

    assert ("slow-execution" in {one.name for one in found}) is speaks


def test_lagging_rows_are_named_once_where_the_whole_lags():
    found = findings(row(**PEOPLE, actual="100人次"), row(**QUALITY, actual="98%"), row(name="期数", target="≥10期", actual="1期"), progress_month=10)  # fmt: skip

    assert [one.name for one in found] == ["slow-targets"]
    assert "红灯第1、3行" in found[0].message
    assert "3条指标中3条能比较" in found[0].message


def test_without_a_month_no_line_is_drawn():
    drafted = sheet(row(**PEOPLE, actual="1人次"), spent=1, budget=100)

    outcomes = check_sheet(drafted, LIBRARY, source="表.xlsx", stages=("monitoring",)).outcomes

    assert {outcome.outcome for outcome in outcomes} == {"insufficient_data"}


def test_thresholds_are_given_for_every_month():
    with pytest.raises(ValueError, match="at least 12"):
        Thresholds(execution_progress=(25, 40))


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"level2": "时效指标", "name": "任务完成率", "target": "100%", "actual": "52%"}, "green"),
        ({"level2": "时效指标", "name": "任务完成率", "target": "100%", "actual": "35%"}, "yellow"),
        ({"level2": "时效指标", "name": "按时完成率", "target": "100%", "actual": "52%"}, "red"),
        ({"level2": "社会效益指标", "name": "网上立案率", "target": "≥70%", "actual": "65%"}, "green"),
        ({"level2": "时效指标", "name": "审核时限", "target": "≤30日", "actual": "45日"}, "yellow"),
        (
            {
                "level1": "成本指标",
                "level2": "经济成本指标",
                "name": "项目成本",
                "target": "≤30万元",
                "actual": "31万元",
            },
            "red",
        ),
    ],
)
def test_a_share_of_work_grows_and_a_level_may_be_made_good(fields, shown):
    (line,) = read(row(**fields)).rows

    assert light(line, 6) == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"name": "运维系统数量", "target": "=14套", "actual": "14套"}, "green"),
        ({"name": "运维系统数量", "target": "=14套", "actual": "15套"}, "blue"),
        ({"name": "安全责任事件", "target": "0起", "actual": "0起"}, "green"),
        ({"name": "安全责任事件", "target": "0起", "actual": "1起"}, "red"),
        ({"name": "重大火灾起数", "target": "0", "unit": "起", "actual": "0", "level2": "社会效益指标"}, "green"),
    ],
)
def test_what_is_met_to_the_piece_is_not_ahead(fields, shown):
    (line,) = read(row(**fields)).rows

    assert light(line, 6) == shown


@pytest.mark.parametrize(
    ("fields", "month", "shown"),
    [
        ({"level1": "满意度指标", "name": "学员满意度", "target": "≥90%", "actual": "尚未开展"}, 6, None),
        ({**QUALITY, "actual": "未开展"}, 6, None),
        ({"level2": "时效指标", "name": "完成时间", "target": "11月底前", "actual": "未完成"}, 6, None),
        ({"level2": "时效指标", "name": "完成时间", "target": "11月底前", "actual": "未完成"}, 11, "red"),
        ({"level2": "时效指标", "name": "完成时间", "target": "2027年3月底前", "actual": "未完成"}, 11, None),
        ({**PEOPLE, "actual": "尚未开展"}, 6, "red"),
    ],
)
def test_what_is_not_yet_due_has_no_light(fields, month, shown):
    (line,) = read(row(**fields)).rows

    assert light(line, month) == shown


def test_what_is_not_yet_surveyed_is_not_in_the_mean():
    survey = row(level1="满意度指标", name="学员满意度", target="≥90%", actual="尚未开展")

    done = progress(read(row(**PEOPLE, actual="600人次"), survey, progress_month=6))

    assert (done.targets, done.read) == (50, 1)


@pytest.mark.parametrize(("profile", "speaks"), [("mof-2021", False), ("strict", True)])
def test_the_gap_is_drawn_closer_by_the_strict_profile(profile, speaks):
    drafted = sheet(row(**PEOPLE, actual="600人次"), alone=True, spent=65, budget=100, progress_month=6)

    found = check_sheet(drafted, LIBRARY, source="表.xlsx", profile=profile, stages=("monitoring",)).findings

    assert ("execution-target-gap" in {one.name for one in found}) is speaks
