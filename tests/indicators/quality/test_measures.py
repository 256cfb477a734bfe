"""What a name measures: rates, shares that cannot exceed the whole, counts, and kinds of unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.quality.examples import row
from indicators.quality.levels import Place
from indicators.quality.measures import decimals, is_count, is_rate, is_share, is_work_quality, unit_kind, wanted_kinds
from indicators.quality.reading import ReadRow


def read(**fields):
    return ReadRow(1, row(**fields), Place())


@pytest.mark.parametrize("name", ["验收合格率", "学员满意度", "国产设备占比（台数）", "案件下降率"])
def test_a_rate_is_told_by_its_ending(name):
    assert is_rate(name)


@pytest.mark.parametrize("name", ["审批效率", "巡查频率", "采样分辨率", "年换手周转率", "培训人次"])
def test_efficiency_frequency_and_the_like_are_no_rates(name):
    assert not is_rate(name)


@pytest.mark.parametrize("name", ["旅游收入增长率", "高中阶段毛入学率", "拨备覆盖率", "病床使用率", "任务完成率"])
def test_what_may_exceed_the_whole_is_no_share(name):
    assert not is_share(name)


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("引进人才人数", True),
        ("空气优良天数", True),
        ("优良天数占比", False),
        ("旅游人次增长幅度", False),
        ("惠及村数", True),
    ],
)
def test_a_count_is_told_from_its_share_and_its_growth(name, counted):
    assert is_count(name) is counted


@pytest.mark.parametrize(
    ("name", "kind"), [("绿化面积", "area"), ("管网长度", "length"), ("服务时长", "time"), ("受益学生数", "count")]
)
def test_an_ending_says_which_units_can_measure_it(name, kind):
    assert kind in wanted_kinds(name)


def test_a_change_or_a_share_leaves_the_unit_open():
    assert wanted_kinds("绿化面积增长率") == wanted_kinds("缩短时间比例") == frozenset()


def test_a_mixed_unit_has_no_kind():
    assert unit_kind(read(name="孕产妇死亡率", target="≤12", unit="人/10万")) is None


def test_the_quality_of_work_is_told_from_that_of_people():
    assert is_work_quality("设备安装调试合格率")
    assert not is_work_quality("学生体质健康合格率")


@given(st.integers(0, 999), st.integers(1, 999))
def test_decimals_are_counted_as_written(whole, part):
    assert decimals(f"≥{whole}.{part}%") == len(str(part))
