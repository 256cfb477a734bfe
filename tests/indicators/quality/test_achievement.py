"""What a row achieved: compared where both sides are surely of one kind, silent everywhere else."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.achievement import Achievement, achievement, most_points
from indicators.quality.examples import row, sheet
from indicators.quality.reading import read_sheet

FRAMEWORK = Library.from_files(read_library()).framework("mof-2021")
COST = {"level1": "成本指标", "level2": "经济成本指标", "name": "单台成本"}
QUALITY = {"level2": "质量指标", "name": "验收合格率"}
TIME = {"level2": "时效指标", "name": "完成时间"}


def read(**fields):
    return read_sheet(sheet(row(**fields), alone=True), FRAMEWORK).rows[0]


@pytest.mark.parametrize(
    ("fields", "rate", "reached"),
    [
        ({"target": "≥200人次", "actual": "150人次"}, 0.75, False),
        ({"target": "≥200", "unit": "人次", "actual": "150"}, 0.75, False),
        ({"target": "200人次", "actual": "300"}, 1.5, True),
        ({"target": "≥1.2万人次", "actual": "6000人次"}, 0.5, False),
        ({"target": "≥98%", "actual": "0.98", **QUALITY}, 1, True),
        ({"target": "≥98%", "actual": "49%", **QUALITY}, 0.5, False),
        ({"target": "≤50元", "actual": "40元", **COST}, 1, True),
        ({"target": "≤50元", "actual": "62.5元", **COST}, 0.8, False),
        ({"target": "≤2万元", "actual": "25000元", **COST}, 0.8, False),
        ({"target": "0起", "actual": "2起", "name": "安全事故数"}, None, False),
        ({"target": "0起", "actual": "0起", "name": "安全事故数"}, None, True),
        ({"target": "0", "unit": "起", "actual": "1", "name": "泄密事件"}, None, False),
        ({"target": "≥200人次", "actual": "150人"}, 0.75, False),
        ({"target": "≥20场次", "actual": "15次"}, 0.75, False),
        ({"target": "≥20家", "actual": "15个"}, 0.75, False),
        ({"target": "≥200人次", "actual": "150人次（其中线上60人次）"}, 0.75, False),
        ({"target": "≥200人次", "actual": "截至7月底完成150人次"}, 0.75, False),
        ({"target": "=100%", "actual": "96%", "level2": "质量指标", "name": "资金发放准确性"}, 0.96, False),
        ({"target": "30日内", "actual": "45日", "level2": "时效指标", "name": "办结期限"}, 2 / 3, False),
    ],
)
def test_numbers_are_set_against_each_other(fields, rate, reached):
    done = achievement(read(**fields))

    assert (done.rate, done.reached) == (rate, reached)


@pytest.mark.parametrize(
    ("target", "actual", "reached"),
    [
        ("6月底前", "6月30日", True),
        ("6月底前", "7月15日", False),
        ("2026年12月31日前", "2026年11月20日", True),
        ("2025年12月底前", "2026年1月10日", False),
        ("12月31日前", "12月", True),
        ("2026年6月30日前", "2026-07-02", False),
        ("2026年第三季度", "2026年10月", False),
        ("第三季度", "9月20日", True),
        ("2026年内", "2027年3月", False),
        ("12月底前", "次年1月完成", False),
        ("2026年12月底前", "2026年底", True),
        ("10月底前", "预计11月20日完成", False),
    ],
)
def test_dates_are_met_or_late(target, actual, reached):
    assert achievement(read(target=target, actual=actual, **TIME)).reached is reached


@pytest.mark.parametrize(
    ("actual", "grade"),
    [("已完成", "达成"), ("部分完成", "部分达成"), ("未完成", "未达成"), ("尚未开展", "未达成"), ("建成", "达成")],
)
def test_words_are_graded(actual, grade):
    assert achievement(read(name="平台建设", target="建成", actual=actual)).grade == grade


@pytest.mark.parametrize(
    "fields",
    [
        {"target": "≥200人次", "actual": None},
        {"target": "≥200人次", "actual": "3期120人次"},
        {"target": "≥200人次", "actual": "150公里"},
        {"target": "80%-90%", "actual": "70%", **QUALITY},
        {"target": "≥200人次", "actual": "良好"},
        {"target": "50元", "actual": "62元", **COST},
        {"target": "5.5%", "actual": "5%", "name": "城镇调查失业率", "level2": "社会效益指标"},
        {"target": "5.5%", "actual": "6%", "name": "城镇调查失业率", "level2": "社会效益指标"},
        {"target": "次年3月前", "actual": "4月", **TIME},
        {"target": "10月底前", "actual": "预计9月完成", **TIME},
        {"target": "10月底前", "actual": "已完成", **TIME},
        {"target": "≥200人次", "actual": "计划培训200人次"},
        {"target": "≥200人次", "actual": "150/200"},
        {"target": "≥200人次", "actual": "150个"},
        {"target": "≥200人次", "actual": "3次"},
        {"target": "12月底前", "actual": "100%", **TIME},
        {"target": "6月底前", "actual": "已完成12.3公里", **TIME},
        {"target": "6月底前", "actual": "3月开工，9月完工", **TIME},
        {"target": "≤5%", "actual": "-8%", "name": "费用增长率", "level2": "社会效益指标"},
        {"target": "≥5%", "actual": "下降8%", "name": "产值增长率", "level2": "社会效益指标"},
        {"name": "平台建设", "target": "建成", "actual": "设备已到货"},
        {"name": "平台建设", "target": "建成", "actual": "完成率较低"},
    ],
)
def test_what_is_not_sure_is_left_alone(fields):
    assert achievement(read(**fields)) is None


@pytest.mark.parametrize(
    ("fields", "points"),
    [
        ({"target": "≥200人次", "actual": "150人次"}, 7.5),
        ({"target": "≥200人次", "actual": "300人次"}, 10),
        ({"name": "平台建设", "target": "建成", "actual": "部分完成"}, 8),
        ({"target": "6月底前", "actual": "7月", **TIME}, None),
        ({"name": "学员满意度", "target": "≥95%", "actual": "92%"}, 10),
        ({"name": "学员满意度", "target": "≥95%", "actual": "76%"}, 8),
    ],
)
def test_the_most_points_are_those_of_the_kindest_official_rule(fields, points):
    line = read(weight=10, **fields)

    assert most_points(line, achievement(line)) == (None if points is None else pytest.approx(points))


def test_a_row_without_a_weight_has_no_points():
    line = read(target="≥200人次", actual="150人次")

    assert most_points(line, achievement(line)) is None


@pytest.mark.parametrize(
    ("actual", "grade"),
    [("未完工", "未达成"), ("部分未完工", "部分达成"), ("正在施工", "部分达成"), ("招标中", "部分达成")],
)
def test_a_thing_with_a_date_may_be_unfinished(actual, grade):
    assert achievement(read(target="12月底前", actual=actual, **TIME)).grade == grade


@pytest.mark.parametrize(
    ("done", "share"),
    [
        (Achievement(reached=True, rate=1.5), 1),
        (Achievement(reached=False, rate=-0.5), 0),
        (Achievement(reached=False, rate=0.4), 0.4),
        (Achievement(reached=True, grade="达成"), 1),
        (Achievement(reached=False, grade="部分达成"), 0.7),
        (Achievement(reached=False, grade="未达成"), 0.3),
        (Achievement(reached=True), 1),
        (Achievement(reached=False), 0),
    ],
)
def test_the_share_is_the_rate_within_bounds_or_that_of_the_grade(done, share):
    assert done.share == share


@pytest.mark.parametrize(
    ("fields", "reached"),
    [
        ({"target": "建成", "actual": "已完成"}, True),
        ({"target": "建成", "actual": "已完成，将投用"}, True),
        ({"target": "建成", "actual": "部分完成"}, False),
        ({"target": "建成", "actual": "未完成"}, False),
        ({"target": "12月底前", "actual": "未完工", **TIME}, False),
        ({"target": "12月底前", "actual": "正在施工", **TIME}, False),
    ],
)
def test_only_what_is_done_is_reached(fields, reached):
    assert achievement(read(**{"name": "平台建设", **fields})).reached is reached


@pytest.mark.parametrize(
    ("fields", "rate", "reached"),
    [
        ({"target": "50元", "actual": "50元", **COST}, 1, True),
        ({"target": "<5起", "actual": "3起", "name": "设备故障次数"}, 1, True),
        ({"target": ">30分钟", "actual": "20分钟", "name": "平均时长"}, 2 / 3, False),
        ({"target": "≥200人次", "actual": "计划内培训200人次"}, 1, True),
        ({"target": "≥200人次", "actual": "可完成培训200人次"}, 1, True),
        ({"target": ">200人次", "actual": "100人次"}, 0.5, False),
        ({"target": "≥98%", "actual": "1", **QUALITY}, 100 / 98, True),
        ({"target": "≥98%", "actual": "2", **QUALITY}, 2 / 98, False),
        ({"target": "≥1%", "actual": "0.5", **QUALITY}, 0.5, False),
        ({"target": "≥5000人次", "actual": "0.6万人次"}, 1.2, True),
        ({"target": "30日内", "actual": "30日", "level2": "时效指标", "name": "办结期限"}, 1, True),
        ({"target": "30日内", "actual": "办结12件，用时40日", "level2": "时效指标", "name": "办结期限"}, 0.75, False),
    ],
)
def test_bounds_and_units_are_read_to_the_letter(fields, rate, reached):
    done = achievement(read(**fields))

    assert (done.rate, done.reached) == (pytest.approx(rate), reached)


@pytest.mark.parametrize(
    ("target", "actual", "reached"),
    [
        ("6月30日前", "6月30日", True),
        ("6月1日前", "6月", True),
        ("上半年", "6月20日", True),
        ("上半年", "7月2日", False),
        ("2026年6月底前", "7月15日", False),
        ("2026年6月底前", "6月15日", True),
    ],
)
def test_the_last_day_is_still_in_time(target, actual, reached):
    assert achievement(read(target=target, actual=actual, **TIME)).reached is reached


@pytest.mark.parametrize(
    "fields",
    [
        {"target": "≥200人次", "actual": "120人次、线上30人次"},
        {"target": "≥20次", "actual": "15个"},
        {"target": "建成", "actual": "完成3座"},
        {"target": "12月底前", "actual": "设备正在路上", **TIME},
        {"target": "12月底前", "actual": "施工中标", **TIME},
        {"target": "≥200", "actual": "150人次"},
        {"target": "5件", "actual": "3件", "name": "投诉件数"},
        {"target": "30分钟", "actual": "20分钟", "name": "平均时长"},
        {"target": "100%", "actual": "95%", **COST},
        {"target": "6月底前", "actual": "去年5月", **TIME},
        {"target": "6月底前", "actual": "5月完成80%", **TIME},
        {"target": "6月底前", "actual": "用时30日", **TIME},
        {"target": "30日内", "actual": "20日和40日", "level2": "时效指标", "name": "办结期限"},
    ],
)
def test_what_may_be_read_in_two_ways_is_left_alone(fields):
    assert achievement(read(**fields)) is None


@pytest.mark.parametrize(
    ("fields", "weight", "points"),
    [
        ({"target": "6月底前", "actual": "5月", **TIME}, 10, 10),
        ({"name": "学员满意度", "target": "≥95%", "actual": "90%"}, 10, 10),
        ({"name": "学员满意度", "target": "≥95%", "actual": "92%"}, 20, 20),
        ({"name": "学员满意度", "target": "≥95分", "actual": "76分"}, 10, 8),
        ({"name": "学员满意度得分", "target": "≥95分", "actual": "92分"}, 10, 920 / 95),
        ({**QUALITY, "target": "≥95%", "actual": "92%"}, 10, 920 / 95),
    ],
)
def test_satisfaction_in_percent_alone_has_the_kinder_bands(fields, weight, points):
    line = read(weight=weight, **fields)

    assert most_points(line, achievement(line)) == pytest.approx(points)
