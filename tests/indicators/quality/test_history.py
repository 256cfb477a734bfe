"""Earlier values beside a target."""

import pytest

from indicators.quality.examples import row
from indicators.quality.history import Earlier, earlier_value, gives_reason, is_weaker
from indicators.quality.levels import Place
from indicators.quality.reading import ReadRow


def read(**fields):
    return ReadRow(1, row(**fields), Place())


@pytest.mark.parametrize(
    ("basis", "value"),
    [
        ("2025年实际83.5%", 83.5),
        ("上年完成72%", 72),
        ("近三年平均为90.2%", 90.2),
        ("2026年计划95%", None),
        ("2025年预算12万元", None),
    ],
)
def test_an_earlier_value_is_read_from_the_basis(basis, value):
    earlier = earlier_value(read(name="综合利用率", target="≥80%", basis=basis), 2026)

    assert (earlier.value if earlier else None) == value


@pytest.mark.parametrize(
    ("name", "target", "basis", "weaker"),
    [
        ("综合利用率", "≥80%", "2025年83.5%", True),
        ("综合利用率", "≥85%", "2025年83.5%", False),
        ("PM2.5年均浓度", "≤38微克/立方米", "上年37.2", True),
        ("平均审理天数", "≤52天", "上年57天", False),
        ("漏损率", "=9%", "上年12%", False),
    ],
)
def test_a_target_is_weaker_when_it_asks_for_less(name, target, basis, weaker):
    line = read(name=name, target=target, basis=basis)

    assert is_weaker(line, earlier_value(line, 2026)) is weaker


def test_a_reason_in_the_notes_is_heard():
    assert gives_reason(read(target="≥80%", basis="2025年83.5%，因统计口径扩大调低"))


@pytest.mark.parametrize(
    ("fields", "basis", "value"),
    [
        ({"target": "≥80%"}, "2026年实际83.5%", None),
        ({"target": "≥80%"}, "2026年实际83.5%，2025年实际82%", 82),
        ({"target": "≥80%"}, "上年实际83.5", 83.5),
        ({"target": "≥80%"}, "上年实际8350户", None),
        ({"target": "≥80‰"}, "上年实际83‰", 83),
        ({"target": "≥80‰"}, "上年实际83%", None),
        ({"target": "≥80户"}, "上年实际83", 83),
        ({"target": "≥80户"}, "上年实际83户左右", 83),
        ({"target": "≥80户次"}, "上年实际83户", 83),
        ({"target": "≥80户"}, "上年实际83人已服务", None),
        ({"target": "≥8000米"}, "上年实际83米铺设", 83),
        ({"target": "≥80公里"}, "上年实际83千米左右", 83),
        ({"target": "≥80公里"}, "上年实际83米左右", None),
        ({"target": "≥80%"}, "上年实际83某某", None),
        ({"target": "≥80户"}, "上年目标83户", None),
        ({"target": "≥80户"}, "上年实际83某某", None),
        ({"target": "≤38微克/立方米", "name": "PM2.5年均浓度"}, "上年37.2某某", 37.2),
    ],
)
def test_an_earlier_value_counts_the_same_thing(fields, basis, value):
    earlier = earlier_value(read(**{"name": "综合利用率", **fields}, basis=basis), 2026)

    assert (earlier.value if earlier else None) == value


def test_a_year_is_earlier_only_where_the_year_of_the_sheet_is_known():
    line = read(name="综合利用率", target="≥80%", basis="2025年实际83.5%")

    assert earlier_value(line, None) is None
    assert earlier_value(line, 2026).text == "2025年实际83.5%"


@pytest.mark.parametrize(
    ("fields", "before", "weaker"),
    [
        ({"target": "≥83%"}, 83, False),
        ({"target": ">82%"}, 83, True),
        ({"target": "=82%"}, 83, True),
        ({"target": "82%"}, 83, True),
        ({"target": "≥82户"}, 83, True),
        ({"target": ">82户"}, 83, True),
        ({"target": "82户"}, 83, False),
        ({"target": "=82户"}, 83, False),
        ({"target": "≤83天"}, 83, False),
        ({"target": "<84天"}, 83, True),
        ({"target": "84天"}, 83, False),
        ({"target": "优"}, 83, False),
        ({"name": "投诉率", "target": "≥2%"}, 3, False),
    ],
)
def test_only_a_bound_or_a_rate_is_weaker(fields, before, weaker):
    assert is_weaker(read(**{"name": "服务量", **fields}), Earlier(before, "上年")) is weaker
