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


QUALITY = {"level2": "质量指标"}
TIME = {"name": "完成时间", "level2": "时效指标"}


def test_a_part_without_a_name_is_called_by_its_department_project_or_number():
    drafted = [
        whole(row(name="安装路灯数量", target="≥20盏"), **fields)
        for fields in ({"department": "甲局", "project": "照明"}, {"project": "照明"}, {})
    ]

    found = [one for one in compare(whole(row(target="≥0平方米")), drafted) if one.kind == "unfounded"]

    assert [one.part for one in found] == ["甲局", "照明", "第3张"]
    assert [one.indicator for one in found] == ["安装路灯数量"] * 3


@pytest.mark.parametrize(
    ("upper", "lower", "carried"),
    [
        ("修缮面积", "老旧房屋修缮面积", True),
        ("老旧房屋修缮面积", "修缮面积", True),
        ("老旧面积", "修缮老旧面积", True),
        ("面积", "老旧房屋修缮面积", False),
        ("修缮面积", "修缮面积核定", False),
    ],
)
def test_two_names_are_one_where_the_longer_ends_in_the_shorter(upper, lower, carried):
    found = compare(whole(row(upper)), [part("甲市", row(lower))])

    assert ("lost" not in {one.kind for one in found}) is carried


def test_the_row_of_the_same_name_is_preferred_to_one_that_says_more():
    found = compare(whole(row()), [part("甲市", row(), row("老旧房屋修缮面积", "≥6000平方米"))])

    assert kinds(found) == [("T2", "unfounded")]


def test_a_model_is_asked_with_the_name_above_and_the_name_below():
    asked = []

    compare(whole(row()), [part("甲市", row("房屋维修量"))], alike=lambda *names: asked.append(names) or False)

    assert asked == [("修缮面积", "房屋维修量")]


def test_t1_is_silent_where_there_are_parts():
    assert compare(whole(row()), [part("甲市", row())], method="因素法") == ()


def test_every_gap_says_where_it_is():
    above = whole(row("验收合格率", "≥98%", "质量指标"), row(), budget=100)
    below = [part("甲市", row("验收合格率", "≥95%", "质量指标"), row(target="≥4000平方米"), budget=40)]

    short, money, weaker = compare(above, below)

    assert (short.kind, short.indicator, short.upper_row) == ("short", "修缮面积", 2)
    assert (money.kind, money.indicator, money.short, money.unit) == ("short", "资金", 60, "万元")
    assert "少60万元" in money.message
    assert (weaker.kind, weaker.indicator, weaker.upper_row) == ("weaker", "验收合格率", 1)
    assert "低于整体要求" in weaker.message


def test_t1_says_what_kind_of_gap_it_is():
    by_method = compare(whole(row()), [], method="项目法")
    by_region = compare(whole(row()), [part("甲市", row())], regions=["乙市"])

    assert kinds(by_method) == kinds(by_region) == [("T1", "missing")]


@pytest.mark.parametrize(
    ("upper", "parts", "said"),
    [
        (100, (60, 39.99), None),
        (100, (60, 39.98), "少0.02万元"),
        (100, (60, 40.5), "多0.5万元"),
        (100, (60, 0), "少40万元"),
        (100, (60, None), None),
        (None, (60, 40), None),
    ],
)
def test_the_money_of_the_parts_is_the_whole_to_the_hundred_yuan(upper, parts, said):
    areas = ("≥6000平方米", "≥4000平方米")
    lowers = [
        part(f"{n}市", row(target=area), budget=money) for n, (area, money) in enumerate(zip(areas, parts, strict=True))
    ]

    found = compare(whole(row(), budget=upper), lowers)

    assert [one.kind for one in found] == ([] if said is None else ["short" if "少" in said else "over"])
    assert all(said in one.message for one in found)


@pytest.mark.parametrize(("budget", "copied"), [(94.9, True), (95, False), (None, False), (0, False)])
def test_t5_needs_a_share_that_is_clearly_smaller(budget, copied):
    found = compare(whole(row(), budget=100), [part("甲市", row(), budget=budget)])

    assert [one.part for one in found if one.check == "T5"] == (["甲市"] if copied else [])


@pytest.mark.parametrize(
    ("upper", "lower", "said"),
    [
        ({"target": "100", "unit": "户"}, {"target": "100", "unit": "栋"}, "为100栋，与整体的单位不同，无法汇总（100户）"),
        ({"target": "100户", "unit": "户"}, {"target": "100栋", "unit": "栋"}, "为100栋，与整体的单位不同，无法汇总（100户）"),
        ({"target": "100", "unit": "户"}, {"target": "100"}, None),
        ({"target": "100户"}, {"target": "较好"}, None),
        ({"target": "100户"}, {"target": "较好", "unit": "%"}, None),
    ],
)  # fmt: skip
def test_units_are_compared_where_both_are_told(upper, lower, said):
    found = compare(whole(row("修缮房屋", **upper)), [part("甲市", row("修缮房屋", **lower))])

    assert len(found) == (1 if said else 0)
    assert all(said in one.message for one in found)


@pytest.mark.parametrize(
    ("fields", "adds"),
    [
        ({}, True),
        ({"target": "≤10000平方米"}, False),
        ({"target": "<10000平方米"}, False),
        ({"name": "人均修缮面积"}, False),
        ({"name": "修缮长度", "target": "≥10公里"}, True),
        ({"name": "修缮砂石", "target": "≥10吨"}, True),
        ({"name": "修缮砂石", "target": "≥10立方米"}, True),
        ({"name": "修缮节电", "target": "≥10千瓦时"}, True),
        ({"name": "修缮用工", "target": "≥10人"}, True),
        ({"name": "修缮投入", "target": "≥10万元"}, False),
        ({"name": "修缮用工", "target": "≥10人/村"}, False),
        ({"name": "修缮次序", "target": "≥10次", "level2": "时效指标"}, False),
        ({"name": "修缮用工", "target": "≥10人", "level2": "成本指标"}, False),
        ({"target": "较多"}, False),
    ],
)
def test_only_counts_and_amounts_add_up(fields, adds):
    line = row(**fields)
    half = line.model_copy(update={"target": line.target.replace("10000", "4000").replace("10", "4")})

    found = compare(whole(line), [part("甲市", half)])

    assert ("short" in {one.kind for one in found}) is adds


@pytest.mark.parametrize(
    ("fields", "above", "below", "weaker"),
    [
        ({"name": "损耗率"}, "≤5%", "≤8%", True),
        ({"name": "损耗率"}, "<5%", "<8%", True),
        ({"name": "损耗率"}, "≤5%", "≤5%", False),
        ({"name": "损耗扣分"}, "≤5分", "≤8分", True),
        ({"name": "出水浓度"}, "≤5毫克/升", "≤8毫克/升", True),
        ({"name": "等待天数"}, "≤5天", "≤8天", False),
        ({"name": "测评得分"}, "≥90分", "≥85分", True),
        ({"name": "测评得分"}, "≥90分", "≥90分", False),
        ({"name": "利用率"}, ">90%", ">85%", True),
        ({"name": "利用率"}, "≥90%", "=85%", True),
        ({"name": "占用率"}, "≥90%", "=85%", False),
        ({"name": "验收合格率"}, "=100%", "≥95%", True),
        ({"name": "验收合格率"}, "100%", "95%", True),
        ({"name": "验收合格率"}, "100%", "100%", False),
        ({"name": "验收合格率"}, "100%", ">95%", True),
        ({"name": "验收合格率"}, "100%", "≤95%", False),
        ({"name": "验收合格户数", "level2": "数量指标"}, "=100户", "=100户", False),
        ({"name": "验收合格天数"}, "100天", "95天", False),
    ],
)
def test_t4_holds_rates_scores_and_concentrations_against_each_other(fields, above, below, weaker):
    fields = {**QUALITY, **fields}

    found = compare(whole(row(target=above, **fields)), [part("甲市", row(target=below, **fields))])

    assert kinds(found) == ([("T4", "weaker")] if weaker else [])


@pytest.mark.parametrize(
    ("above", "below", "later"),
    [
        ("2026年6月底前", "2026年9月底前", True),
        ("2026年6月底前", "2026年6月底前", False),
        ("2026年6月底前", "9月底前", False),
        ("6月底前", "2026年9月底前", False),
        ("2027年6月底前", "2026年9月底前", False),
        ("6月底前", "3月开工9月完工", False),
        ("6月底前", "9次", False),
        ("3次", "9月底前", False),
    ],
)
def test_t4_compares_two_single_dates_of_one_year(above, below, later):
    found = compare(whole(row(target=above, **TIME)), [part("甲市", row(target=below, **TIME))])

    assert ("later" in {one.kind for one in found}) is later
