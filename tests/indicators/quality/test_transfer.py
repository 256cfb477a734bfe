"""The whole against its parts: the vectors of T1–T5, and no finding where parts and whole agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality.transfer import Part, compare


def row(name="修缮面积", target="≥10000平方米", level2="数量指标", **fields):
    return SheetRow(level1="产出指标", level2=level2, name=name, target=target, **fields)


def whole(*rows, **fields):
    return TargetSheet.model_validate({"goal": "修缮老旧房屋", **fields, "rows": rows})


def part(name, *rows, **fields):
    return Part(name=name, sheet=whole(*rows, **fields))


def kinds(findings):
    return [(one.check, one.kind) for one in findings]


def test_parts_that_reach_the_whole_pass():
    areas = ("≥4000平方米", "≥3500平方米", "≥2500平方米")
    parts = [part(f"{number}市", row(target=area)) for number, area in enumerate(areas)]

    assert compare(whole(row()), parts) == ()


def test_t3_tells_by_how_much_the_parts_fall_short():
    parts = [part("甲市", row(target="≥4000平方米")), part("乙市", row(target="≥3500平方米"))]

    (short,) = compare(whole(row()), parts)

    assert (short.check, short.kind, short.severity) == ("T3", "short", "error")
    assert (short.short, short.unit) == (2500, "平方米")
    assert "差2500平方米" in short.message


def test_t3_adds_what_is_written_in_different_units_of_one_measure():
    parts = [part("甲市", row(target="≥9亩")), part("乙市", row(target="≥4.5亩"))]

    (short,) = compare(whole(row(target="≥1公顷")), parts)

    assert (short.short, short.unit) == (0.1, "公顷")


def test_t4_tells_a_weaker_rate():
    rate = {"name": "验收合格率", "level2": "质量指标"}

    (weaker,) = compare(whole(row(target="≥98%", **rate)), [part("甲市", row(target="≥95%", **rate))])

    assert (weaker.check, weaker.kind, weaker.part, weaker.lower_row) == ("T4", "weaker", "甲市", 1)


@pytest.mark.parametrize(("above", "below"), [("≥98%", "≥98%"), ("≥98%", "=100%"), ("=100%", "=100%")])
def test_t4_is_silent_where_the_part_asks_for_as_much_or_more(above, below):
    rate = {"name": "验收合格率", "level2": "质量指标"}

    assert compare(whole(row(target=above, **rate)), [part("甲市", row(target=below, **rate))]) == ()


@pytest.mark.parametrize(
    ("above", "below", "later"),
    [("6月底前", "9月底前", True), ("2026年12月底前", "2027年3月底前", True), ("9月底前", "6月底前", False)],
)
def test_t4_tells_a_later_deadline(above, below, later):
    time = {"name": "完成时间", "level2": "时效指标"}

    found = compare(whole(row(target=above, **time)), [part("甲市", row(target=below, **time))])

    assert kinds(found) == ([("T4", "later")] if later else [])


def test_t4_tells_another_unit():
    found = compare(whole(row(name="修缮房屋", target="≥100户")), [part("甲市", row(name="修缮房屋", target="≥100栋"))])

    assert kinds(found) == [("T4", "other-unit")]


def test_t2_tells_what_was_lost_and_what_stands_alone():
    above = whole(row(), row("受益居民", "≥2000户"))
    below = part("甲市", row(), row("安装路灯数量", "≥20盏"))

    found = compare(above, [below])

    assert kinds(found) == [("T2", "lost"), ("T2", "unfounded")]
    assert (found[0].indicator, found[0].upper_row, found[1].lower_row) == ("受益居民", 2, 2)


def test_a_name_that_says_more_of_the_same_thing_is_one():
    parts = [part("甲市", row("老旧房屋修缮面积", "≥6000平方米")), part("乙市", row("修缮面积", "≥4000平方米"))]

    assert compare(whole(row()), parts) == ()


def test_names_that_a_model_calls_one_are_one():
    found = compare(whole(row()), [part("甲市", row("房屋维修面积"))], alike=lambda *_: True)

    assert found == ()


@pytest.mark.parametrize(("method", "wanted"), [("因素法", "区域绩效目标"), ("项目法", "明细项目绩效目标")])
def test_t1_tells_that_the_level_below_is_missing(method, wanted):
    (missing,) = compare(whole(row()), [], method=method)

    assert (missing.check, missing.part) == ("T1", wanted)


def test_t1_tells_the_regions_without_a_sheet():
    found = compare(whole(row()), [part("甲市.xlsx", row())], regions=["甲市", "乙市"])

    assert [(one.check, one.part) for one in found] == [("T1", "乙市")]


@pytest.mark.parametrize(("budgets", "kind"), [((60, 30), "short"), ((60, 50), "over"), ((60, 40), None)])
def test_t3_adds_the_money(budgets, kind):
    areas = ("≥6000平方米", "≥4000平方米")
    parts = [part(f"{money}市", row(target=area), budget=money) for money, area in zip(budgets, areas, strict=True)]

    found = compare(whole(row(), budget=100), parts)

    assert kinds(found) == ([("T3", kind)] if kind else [])


def test_t5_tells_a_copy_for_a_share_of_the_money():
    rows = (row(), row("验收合格率", "≥98%", "质量指标"))

    found = compare(whole(*rows, budget=100), [part("甲市", *rows, budget=40), part("乙市", *rows, budget=60)])

    assert kinds(found) == [("T5", "copied"), ("T5", "copied")]


def test_the_only_part_may_be_the_whole():
    assert compare(whole(row(), budget=100), [part("甲市", row(), budget=100)]) == ()


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=6), st.integers(0, 5_000))
def test_t3_speaks_exactly_where_the_sum_is_short(amounts, short):
    parts = [part(f"{number}市", row(target=f"≥{amount}平方米")) for number, amount in enumerate(amounts)]

    found = compare(whole(row(target=f"≥{sum(amounts) + short}平方米")), parts)

    assert [one.short for one in found if one.check == "T3"] == ([short] if short else [])
