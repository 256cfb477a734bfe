"""The three lines and the lights: the vectors of the norms, and what is left open."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.checker import check_sheet
from indicators.quality.examples import row, sheet
from indicators.quality.profile import Thresholds
from indicators.quality.progress import Progress, light, progress
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


@pytest.mark.parametrize(("actual", "shown"), [("360人次", "yellow"), ("480人次", "green"), ("719人次", "green")])
def test_a_mark_that_is_just_met_counts_as_met(actual, shown):
    (line,) = read(row(**PEOPLE, actual=actual)).rows

    assert light(line, 6) == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"level2": "质量指标", "name": "抽检次数", "target": "≥4次", "actual": "2次"}, "red"),
        ({"level2": "时效指标", "name": "按期报送次数", "target": "≥4次", "actual": "2次"}, "red"),
        ({"level1": "成本指标", "level2": "生态环境成本指标", "name": "补植棵数", "target": "≥100棵", "actual": "50棵"}, "red"),
        ({"level1": "满意度指标", "name": "表示满意人数", "target": "≥100人", "actual": "50人"}, "red"),
        ({"name": "巡检次数", "target": "≥4次", "actual": "2次"}, "green"),
        ({"level2": "社会效益指标", "name": "测评得分", "target": "≥80分", "actual": "70分"}, "green"),
        ({"level2": "生态效益指标", "name": "PM2.5年均浓度", "target": "≤35微克/立方米", "actual": "40微克/立方米"}, "green"),
        ({"level2": "质量指标", "name": "完成率达标村占比", "target": "≥60%", "actual": "40%"}, "yellow"),
        ({"level2": "时效指标", "name": "及时完成率", "target": "100%", "actual": "52%"}, "red"),
        ({"level2": "时效指标", "name": "按期完成率", "target": "100%", "actual": "52%"}, "red"),
        ({"level2": "时效指标", "name": "如期完成率", "target": "100%", "actual": "52%"}, "red"),
        ({"name": "平台建设", "target": "建成", "actual": "已完成"}, "green"),
        ({"level1": "满意度指标", "name": "学员满意情况", "target": "满意", "actual": "未达到"}, "red"),
    ],
)  # fmt: skip
def test_only_what_adds_up_is_held_against_its_share_of_the_year(fields, shown):
    (line,) = read(row(**fields)).rows

    assert light(line, 6) == shown


@pytest.mark.parametrize(("month", "counted"), [(6, 0), (11, 1), (None, 1)])
def test_a_date_counts_in_the_mean_from_its_month_on(month, counted):
    date = row(level2="时效指标", name="完成时间", target="11月底前", actual="未完成")

    assert progress(read(date, progress_month=month)).read == counted


def test_a_row_without_a_weight_counts_one_beside_weighted_rows():
    done = progress(read(row(**PEOPLE, actual="600人次", weight=3), row(**QUALITY, actual="98%")))

    assert done.targets == pytest.approx(62.5)


@pytest.mark.parametrize(("execution", "targets"), [(None, 50), (50, None)])
def test_without_one_of_the_two_there_is_no_gap(execution, targets):
    assert Progress(execution, targets, read=0, rows=0).gap is None


@pytest.mark.parametrize(
    ("rule", "fields", "fires"),
    [
        ("slow-execution", {"spent": 40, "progress_month": 6}, False),
        ("slow-execution", {"spent": 39.9, "progress_month": 6}, True),
        ("slow-targets", {"actual": "960人次", "progress_month": 12}, False),
        ("slow-targets", {"actual": "959人次", "progress_month": 12}, True),
        ("execution-target-gap", {"spent": 70, "actual": "600人次", "progress_month": 6}, False),
        ("execution-target-gap", {"spent": 71, "actual": "600人次", "progress_month": 6}, True),
        ("execution-target-gap", {"spent": 29, "actual": "600人次", "progress_month": 6}, True),
    ],
)
def test_a_line_that_is_just_met_is_met(rule, fields, fires):
    given = {name: fields[name] for name in ("spent", "progress_month") if name in fields}

    found = findings(row(**PEOPLE, actual=fields.get("actual", "")), budget=100, **given)

    assert (rule in {one.name for one in found}) is fires


@pytest.mark.parametrize(
    ("fields", "open_"),
    [
        ({"spent": 40}, {"MO101", "MO103"}),
        ({"spent": 40, "budget": 100}, {"MO102", "MO103"}),
    ],
)
def test_a_line_without_its_figures_stays_open(fields, open_):
    drafted = sheet(
        row(**PEOPLE, actual="" if "budget" in fields else "1200人次"), alone=True, progress_month=6, **fields
    )

    outcomes = check_sheet(drafted, LIBRARY, source="表.xlsx", stages=("monitoring",)).outcomes

    assert {one.rule for one in outcomes if one.rule < "MO2" and one.outcome == "insufficient_data"} == open_


def test_lights_stay_open_where_no_reading_can_be_compared():
    drafted = sheet(row(**PEOPLE, actual="进展顺利"), alone=True, progress_month=6)

    outcomes = check_sheet(drafted, LIBRARY, source="表.xlsx", stages=("monitoring",)).outcomes

    assert {one.rule: one.outcome for one in outcomes if one.rule > "MO2"} == {
        "MO201": "insufficient_data",
        "MO202": "insufficient_data",
        "MO203": "insufficient_data",
    }


def test_one_reading_is_enough_for_the_lights():
    drafted = sheet(row(**PEOPLE, actual="600人次"), row(**QUALITY, actual=""), alone=True, progress_month=6)

    outcomes = check_sheet(drafted, LIBRARY, source="表.xlsx", stages=("monitoring",)).outcomes

    assert {one.outcome for one in outcomes if one.rule > "MO2"} == {"pass"}


def test_what_lags_is_told_by_its_colour():
    found = findings(row(**PEOPLE, actual="700人次"), row(name="期数", target="≥10期", actual="1期"), progress_month=12)

    assert found[0].message.endswith("；红灯第1、2行")
    assert findings(row(**PEOPLE, actual="800人次"), progress_month=12)[0].message.endswith("；黄灯第1行")


def test_what_lags_is_told_by_its_light_of_the_month():
    rows = (row(**PEOPLE, actual="700人次", weight=1), row(name="期数", target="≥10期", actual="1期", weight=9))

    assert findings(*rows, progress_month=6)[0].message.endswith("；红灯第2行")
