"""Earlier values beside a target."""

import pytest

from indicators.quality.examples import row
from indicators.quality.history import earlier_value, gives_reason, is_weaker
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
