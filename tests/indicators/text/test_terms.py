"""One source of words: units convert, what must stay apart stays apart, vague words have their contexts."""

import pytest

from indicators.text.names import is_vague
from indicators.text.terms import terms


@pytest.mark.parametrize(
    ("unit", "base", "factor"),
    [
        ("万元", "元", 1e4),
        ("亿元", "元", 1e8),
        ("公顷", "亩", 15),
        ("公里", "米", 1e3),
        ("万人次", "人次", 1e4),
        ("人", "人", 1),
    ],
)
def test_units_convert_to_their_base(unit, base, factor):
    assert terms().base(unit) == (base, factor)


@pytest.mark.parametrize(
    ("one", "other"), [("人", "人次"), ("元", "元/人"), ("亩", "平方米"), ("天", "个工作日"), ("场", "场次")]
)
def test_units_that_count_other_things_are_kept_apart(one, other):
    assert not terms().comparable(one, other)


def test_every_conversion_ends_at_a_base_of_its_own_kind():
    for unit, (base, factor) in terms().conversions.items():
        assert factor > 0
        assert base not in terms().conversions
        assert terms().unit_kind(unit) == terms().unit_kind(base)


def test_no_unit_stands_in_two_kinds():
    seen: dict[str, str] = {}
    for kind, units in terms().units.items():
        for unit in units:
            assert seen.setdefault(unit, kind) == kind


def test_a_plain_term_holds_a_vague_word_and_that_is_why_it_is_listed():
    assert [term for term in terms().plain_within if not any(word in term for word in terms().vague_words)] == []


@pytest.mark.parametrize("text", ["显著提升", "较好", "及时", "不断改善"])
def test_vague_words_are_vague(text):
    assert is_vague(text)


def test_set_terms_are_words_of_two_characters_and_more_and_stand_once():
    listed = [word for group in terms().dictionary.values() for word in group]

    assert len(listed) == len(set(listed))
    assert min(map(len, listed)) >= 2
