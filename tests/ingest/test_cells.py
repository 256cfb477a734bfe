import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cells import clean, is_placeholder, number_of, numbered_items, one_line, operator_of, strip_numbering


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("\u200b培训\u3000人次\ufeff ", "培训 人次"),
        ("＞＝２８０", "≥280"),
        ("<=９９．５％", "≤99.5%"),
        ("ＰＭ２．５", "PM2.5"),
        ("目标1\n\n \n目标2", "目标1\n目标2"),
        ("（好、一般、差）", "（好、一般、差）"),
        ("面积100㎡", "面积100㎡"),
    ],
)
def test_a_text_is_typed_plainly_and_says_the_same(written, value):
    assert clean(written) == value


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("农村生活污水\n治理率", "农村生活污水治理率"),
        ("PM 2.5", "PM 2.5"),
        ("Wi\nFi", "Wi Fi"),
        ("≥280\n人次", "≥280人次"),
    ],
)
def test_a_wrapped_text_becomes_one_line(written, value):
    assert one_line(written) == value


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("指标1：培训人次", "培训人次"),
        ("指标 2:培训人次", "培训人次"),
        ("1.培训人次", "培训人次"),
        ("（1）培训人次", "培训人次"),
        ("①培训人次", "培训人次"),
        ("一、培训人次", "培训人次"),
        ("3、培训人次", "培训人次"),
    ],
)
def test_numbering_before_a_name_goes(written, name):
    assert strip_numbering(written) == name


@pytest.mark.parametrize(
    "name",
    [
        "1.5米管径管网长度",
        "2026年培训人次",
        "5G基站数",
        "1:500地形图测绘面积",
        "3个片区改造",
        "十四五规划完成率",
        "一次性补贴",
    ],
)
def test_a_number_that_counts_something_stays(name):
    assert strip_numbering(name) == name


@pytest.mark.parametrize(
    "text", ["", "……", "...", "......", "/", "—", "无", "指标1：", "指标2", "XX", "***", "目标3：......"]
)
def test_placeholders_are_known(text):
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["无事故天数", "0", "≥1", "XX县道路里程", "/元", "指标1：培训"])
def test_texts_that_say_something_are_no_placeholders(text):
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("≥280", ("≥", "280")),
        ("不低于95%", ("≥", "95%")),
        ("不少于 3 次", ("≥", "3 次")),
        ("大于等于", ("≥", "")),
        ("大于", (">", "")),
        ("不超过168万元", ("≤", "168万元")),
        ("小于或等于5", ("≤", "5")),
        ("不高于99%", ("≤", "99%")),
        ("定性", ("", "定性")),
        ("280", ("", "280")),
    ],
)
def test_an_operator_is_read_in_signs_and_words(written, read):
    assert operator_of(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1,640.50万元", (1640.5, "万元")),
        ("￥35", (35, "")),
        ("10分", (10, "分")),
        ("1e+308", (1e308, "")),
        ("约164", None),
        ("", None),
    ],
)
def test_a_number_comes_with_what_follows_it(written, read):
    assert number_of(written) == read


def test_numbered_lines_are_items_and_a_wrapped_line_stays_with_its_item():
    assert numbered_items("指标1：培训\n人次\n指标2：期数") == ["培训人次", "期数"]


def test_lines_without_numbers_are_one_item():
    assert numbered_items("农村生活污水\n治理率") == ["农村生活污水\n治理率"]
