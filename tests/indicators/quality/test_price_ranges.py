"""A price is slipped where only 元 and 万元 changed over bring it back to what one piece can cost."""

import pytest

from indicators.model.framework import Framework
from indicators.quality.examples import row, sheet
from indicators.quality.price_ranges import RANGES, TEN_THOUSAND, slipped_price
from indicators.quality.reading import read_sheet

NO_FRAMEWORK: Framework | None = None


def reason(name, target):
    drafted = sheet(row(level1="成本指标", level2="经济成本指标", name=name, target=target), alone=True)
    return slipped_price(read_sheet(drafted, NO_FRAMEWORK).rows[0])


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("中修工程单价", "≤25元/公里"),
        ("移动排涝泵车单价", "≤55元/台"),
        ("单位面积物业费", "≤120万元/平方米"),
        ("课题平均资助强度", "≤200元/项"),
        ("博士人均生活补贴", "≤6000万元/年"),
        ("农村公路每公里造价", "≤90元"),
        ("单页加工成本", "≤0.75万元/页"),
        ("泵站改造单价", "≤80元/座"),
    ],
)
def test_a_price_ten_thousand_times_off_is_told(name, target):
    assert "不合常理" in reason(name, target)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("中修工程单价", "≤25万元/公里"),
        ("地铁建设每公里造价", "≤8亿元/公里"),
        ("园区亩均投资强度", "≥400万元/亩"),
        ("道路清扫单价", "≤6.5元/平方米·年"),
        ("单件诉求受理成本", "≤6.5元/件"),
        ("院士安家费", "≤300万元/人"),
        ("吨水处理成本", "≤1.35元/吨"),
        ("云服务总费用", "≤9800万元"),
    ],
)
def test_a_possible_price_or_a_total_is_silent(name, target):
    assert not reason(name, target)


def test_every_range_is_wide_enough_to_hold_honest_prices_and_has_room_for_a_slip():
    assert all(one.most / one.least >= TEN_THOUSAND / 10 for one in RANGES)
