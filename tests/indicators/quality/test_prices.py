"""Amounts, prices and the quantities that they are prices of."""

from indicators.model.sheet import TargetSheet
from indicators.quality.examples import row
from indicators.quality.prices import bills, is_price, yuan
from indicators.quality.reading import read_sheet

COST = {"level1": "成本指标", "level2": "经济成本指标"}


def read(library, *rows):
    return read_sheet(TargetSheet(goal="采购", rows=rows), library.framework("mof-2021"))


def test_an_amount_is_read_in_yuan(library):
    (line,) = read(library, row(**COST, name="单台采购成本", target="≤1.2", unit="万元/台")).rows

    assert yuan(line) == 12000
    assert is_price(line)


def test_a_price_is_paired_with_the_output_counted_in_its_unit(library):
    (bill,) = bills(
        read(library, row(name="课桌采购数量", target="1200套"), row(**COST, name="课桌单价", target="≤260元/套"))
    )

    assert (bill.quantity.number, bill.price.number, bill.yuan) == (1, 2, 312_000)


def test_a_quantity_in_ten_thousands_counts_in_full(library):
    (bill,) = bills(
        read(library, row(name="建设面积", target="2万亩"), row(**COST, name="亩均成本", target="≤3000元/亩"))
    )

    assert bill.yuan == 60_000_000


def test_of_two_outputs_the_one_that_shares_words_is_paired(library):
    (bill,) = bills(
        read(
            library,
            row(name="小学课桌采购数量", target="900套"),
            row(name="教师电脑采购数量", target="80套"),
            row(**COST, name="教师电脑单价", target="≤5000元/套"),
        )
    )

    assert bill.quantity.number == 2


def test_a_price_for_a_time_is_left_out(library):
    assert not bills(
        read(library, row(name="补贴人数", target="60人"), row(**COST, name="补贴标准", target="1500元/人·月"))
    )


def test_two_prices_of_one_quantity_are_left_out(library):
    assert not bills(
        read(
            library,
            row(name="道路养护里程", target="1216公里"),
            row(**COST, name="县道养护成本", target="≤10000元/公里"),
            row(**COST, name="乡道养护成本", target="≤5000元/公里"),
        )
    )
