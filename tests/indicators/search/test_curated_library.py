"""The curated library with the bundled model: phrases find their own record, and records that are alike are told apart."""

import pytest

from indicators.search.held_out import held_out, shares
from indicators.search.twins import twins


@pytest.fixture(scope="module")
def answers(library, embedder):
    return held_out(library, embedder)


def test_phrases_held_out_one_at_a_time_bring_their_own_record_first_in_every_sector(library, answers):
    figures = {name: found / asked for name, (found, asked) in shares(library, answers).items()}

    assert {name: share for name, share in figures.items() if share < 0.95} == {}, (
        "see which with: zhibiao library validate --phrases"
    )


def test_no_two_records_of_a_sector_are_alike_without_a_word_on_how_to_tell_them_apart(library, embedder):
    alike = [pair for pair in twins(library, embedder) if not pair.told_apart]

    assert [f"{pair.one.code} {pair.one.name} ~ {pair.other.code} {pair.other.name}" for pair in alike] == []
