"""Numbers, units, operators and dates are read as they stand, and nothing is read that is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.text.values import chinese_number, moments, quantities, read_target, written


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("举办主体班8期，培训干部280人次", [(8, "期", None), (280, "人次", None)]),
        ("合格率达到95%以上", [(95, "%", "≥")]),
        ("覆盖1.2万人次", [(1.2, "万人次", None)]),
        ("投入164万元", [(164, "万元", None)]),
        ("百分之九十五以上的群众", [(95, "%", "≥")]),
        ("三百二十名学员", [(320, "名", None)]),
        ("修缮面积1,200平方米", [(1200, "平方米", None)]),
        ("购置设备50台（套）", [(50, "台(套)", None)]),
        ("人均成本不超过550元/人·天", [(550, "元/人·天", "≤")]),
        ("控制在5%以内", [(5, "%", "≤")]),
        ("不少于两个项目", [(2, "个", "≥")]),
        ("出动3千余人次", [(3000, "人次", None)]),
        ("两万五千亩", [(25000, "亩", None)]),
        ("PM2.5年均浓度≤35微克/立方米", [(35, "微克/立方米", "≤")]),
        ("收集率由62%提高到75%以上", [(75, "%", "≥")]),
        ("建设1个平台、2个中心", [(1, "个", None), (2, "个", None)]),
        ("满意度均不低于九成", [(90, "%", "≥")]),
        ("投诉率降至万分之一以下", [(0.01, "%", "≤")]),
        ("每期培训专业技术人员70名", [(70, "名/期", None)]),
        ("按照每人每月2500元标准发放", [(2500, "元/人·月", None)]),
    ],
)
def test_quantities_come_with_unit_and_operator(text, found):
    assert [(q.value, q.unit, q.operator) for q in quantities(text)] == found


@pytest.mark.parametrize(
    "text", ["第3期", "一批项目", "十四五期间", "四级联动", "2026年", "5G", "PM2.5", "一系列", "写一首诗"]
)
def test_numbers_that_count_nothing_are_left_alone(text):
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12月底前完工", ["12月底"]),
        ("2026年6月30日前发放到位，15个工作日内办结", ["2026年6月30日", "15个工作日内"]),
        ("一季度完成", ["一季度"]),
        ("2026-12-31", ["2026-12-31"]),
        ("年底前", ["年底"]),
        ("十一月底以前全部完成", ["十一月底"]),
        ("培训干部280人次", []),
    ],
)
def test_dates_and_terms_are_read_in_their_own_words(text, found):
    assert [moment.text for moment in moments(text)] == found


@pytest.mark.parametrize(
    ("target", "unit", "parts"),
    [
        ("≥280", "人次", ("≥", 280.0, "人次", "count")),
        ("280人次", "", (None, 280.0, "人次", "count")),
        ("大于等于95%", "", ("≥", 95.0, "%", "rate")),
        ("12月底前", "", ("≤", "12月底", "", "date")),
        ("较好", "", ("定性", "较好", "", "words")),
        ("", "", (None, None, "", "empty")),
        ("0", "起", (None, 0.0, "起", "count")),
        ("2026年", "", ("≤", "2026年", "", "date")),
        ("≤35微克/立方米", "", ("≤", 35.0, "微克/立方米", "concentration")),
        ("不高于1,500元", "", ("≤", 1500.0, "元", "money")),
    ],
)
def test_a_target_is_taken_apart(target, unit, parts):
    read = read_target(target, unit)

    assert (read.operator, read.value, read.unit, read.kind) == parts
    assert read.raw == target


@pytest.mark.parametrize(
    ("words", "number"), [("三百二十", 320), ("两万五千", 25000), ("十二", 12), ("一亿二千万", 120000000)]
)
def test_chinese_numerals_are_numbers(words, number):
    assert chinese_number(words) == number


@pytest.mark.parametrize("words", ["十四五", "三五", "甲", ""])
def test_what_is_no_numeral_is_none(words):
    assert chinese_number(words) is None


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading_and_every_span_is_real(text):
    for quantity in quantities(text):
        assert 0 <= quantity.start < quantity.end <= len(text)
    read_target(text)


@given(st.integers(2, 10**9), st.sampled_from(["人次", "台", "公里", "万元", "%"]))
def test_a_written_number_is_read_back(number, unit):
    assert [(q.value, q.unit) for q in quantities(f"完成{number}{unit}")] == [(float(number), unit)]


@given(st.integers(-(10**9), 10**9).map(lambda n: n / 100))
def test_written_numbers_have_no_exponent(number):
    assert float(written(number)) == pytest.approx(number)
    assert "e" not in written(number)


@pytest.mark.parametrize(
    ("text", "value", "unit"), [("错误率控制在千分之三以内", 3, "‰"), ("优良率达到百分之九十五", 95, "%")]
)
def test_shares_in_words_are_rates(text, value, unit):
    (found,) = quantities(text)

    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize("text", ["学前教育关系千家万户", "千人口献血率稳步提高", "百年老校"])
def test_a_multiplier_alone_is_no_number(text):
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "found"), [("每月20日前发放", "每月20日"), ("国庆节前完工", "国庆节"), ("12月底前完成", "12月底")]
)
def test_dates_of_every_month_and_of_festivals_are_moments(text, found):
    assert [moment.text for moment in moments(text)] == [found]


@pytest.mark.parametrize(
    ("text", "duration"), [("24小时内", (24.0, "小时")), ("十五个工作日内", (15.0, "个工作日")), ("12月底前", None)]
)
def test_a_term_has_a_length_and_a_date_has_none(text, duration):
    assert moments(text)[0].duration == duration
