"""Chinese word cutting: words, pairs and characters, without numbers and glue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.search.words import term_id, whole_words, words


def test_a_text_gives_words_pairs_and_characters():
    assert {"培训", "人次", "训人", "培"} <= set(words("培训人次"))


@pytest.mark.parametrize(("text", "term"), [("PM2.5年均浓度", "pm2.5"), ("ＰＭ２．５浓度", "pm2.5"), ("5G基站", "5g")])
def test_latin_terms_stay_whole_whatever_their_width(text, term):
    assert term in words(text)


@pytest.mark.parametrize("text", ["280", "2026", "、。！", "", "不少于"])
def test_numbers_marks_and_operators_are_no_terms(text):
    assert whole_words(text) == ()


@pytest.mark.parametrize("text", ["的", "和", "“”", "≥95%", "12345"])
def test_glue_marks_and_numbers_give_no_terms_at_all(text):
    assert words(text) == ()


def test_no_pair_reaches_over_glue_numbers_or_marks():
    assert not {"训和", "和考", "训考", "核人", "人次"} & set(words("培训和考核，人9次"))


def test_words_are_shown_whole_and_once():
    shown = whole_words("空气质量改善情况，空气质量")

    assert {"空气质量", "改善", "情况"} <= set(shown)
    assert len(shown) == len(set(shown))
    assert "气质" not in shown


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("发放国家助学金", "国家助学金"),
        ("双师型教师占比", "双师型"),
        ("惠民演出42场次", "场次"),
        ("三公经费变动率", "三公经费"),
    ],
)
def test_set_terms_of_funds_and_fields_are_not_broken(text, term):
    assert term in whole_words(text)


def test_term_ids_are_the_same_on_every_machine():
    assert term_id("培训") == 1617926092


@given(st.text(st.sampled_from("培训人次空气质量的和Pm2.5a5G %≥，"), max_size=40))
def test_width_and_case_make_no_difference(text):
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)

    assert words(wide) == words(text.upper()) == words(text)


@given(st.text(max_size=100))
def test_term_ids_fit_32_bits_and_terms_are_not_empty(text):
    assert all(term and 0 <= term_id(term) < 2**32 for term in words(text))
