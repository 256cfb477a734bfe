"""An indicator becomes points: one a text, the first with the words of the whole record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model.indicator import Indicator, Slot
from indicators.search.document import (
    LENGTH_SHARE,
    SATURATION,
    USUAL_LENGTH,
    content_hash,
    fingerprint,
    lexical,
    points,
    texts,
)
from indicators.search.index import point_id
from indicators.search.words import term_id
from tests.fakes import FakeEmbedder

INDICATOR = Indicator(
    code="TD002",
    name="培训人次",
    sector="talent",
    aliases=("参训人次",),
    phrases=("培训干部280人次", "参训人次"),
    definition="参加培训的人次。",
)
PATTERN = Indicator(
    code="CM009",
    name="〔活动〕举办场次",
    sector="common",
    slot=Slot(name="活动", kind="活动", examples=("戏曲进乡村",)),
)


def test_every_wording_is_a_text_once_and_the_name_is_first():
    assert texts(INDICATOR) == ("培训人次", "参训人次", "培训干部280人次", "培训人次：参加培训的人次。")


def test_a_pattern_is_read_with_its_slot_as_a_noun_and_filled_by_its_examples():
    assert texts(PATTERN) == ("活动举办场次", "戏曲进乡村举办场次")


def test_only_the_first_point_carries_the_words():
    made = points([INDICATOR, PATTERN], FakeEmbedder())

    assert [(p.code, p.words is not None) for p in made] == [
        ("TD002", True),
        *[("TD002", False)] * 3,
        ("CM009", True),
        ("CM009", False),
    ]


def test_a_term_of_the_name_weighs_more_than_one_of_the_definition():
    weights = dict(zip(lexical(INDICATOR).indices, lexical(INDICATOR).values, strict=True))

    assert weights[term_id("人次")] > weights[term_id("参加")]


def test_the_weight_of_a_term_is_that_of_bm25():
    record = Indicator(code="A1", name="培训", sector="talent")
    count, length = 3.0, 4 * 3.0  # the word, the pair (the same term as the word) and two characters, in the name
    norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH)

    weights = dict(zip(lexical(record).indices, lexical(record).values, strict=True))

    assert set(weights) == {term_id("培训"), term_id("培"), term_id("训")}
    assert weights[term_id("培")] == pytest.approx(count * (SATURATION + 1) / (count + norm))
    assert weights[term_id("培训")] == pytest.approx(2 * count * (SATURATION + 1) / (2 * count + norm))


@given(st.lists(st.text(st.sampled_from("培训干部人次新建污水管网PM2.5"), min_size=1, max_size=12), max_size=6))
def test_sparse_vectors_are_ascending_without_repeats_and_bounded(phrases):
    sparse = lexical(INDICATOR.model_copy(update={"phrases": tuple(phrases)}))

    assert list(sparse.indices) == sorted(set(sparse.indices))
    assert all(0 < value < 2 * (SATURATION + 1) for value in sparse.values)


def test_another_model_makes_another_build():
    other = FakeEmbedder()
    other.name = "other@1"

    assert fingerprint(FakeEmbedder()) == fingerprint(FakeEmbedder()) != fingerprint(other)


def test_points_have_ids_that_stay_the_same():
    assert [p.id for p in points([INDICATOR], FakeEmbedder())] == [p.id for p in points([INDICATOR], FakeEmbedder())]
    assert points([INDICATOR], FakeEmbedder())[0].id == point_id("TD002", 0)


def test_any_change_of_the_record_changes_its_hash():
    assert content_hash(INDICATOR) != content_hash(INDICATOR.model_copy(update={"note": "x"}))
