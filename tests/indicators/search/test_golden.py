"""What the curated library must always find: every code and every name first, and the stable golden queries."""

import json
from pathlib import Path

import pytest

from indicators.search.evaluate import MEASURES, LabelledQuery, rankings

GOLDEN = Path(__file__).parents[2] / "bench" / "golden"
STABLE_RECALL = 0.98
"""Share of the stable queries whose answer stands among the first ten; the rest may not grow."""


def queries(half, tier):
    rows = [json.loads(line) for line in (GOLDEN / f"queries-{half}.jsonl").read_text("utf-8").splitlines()]
    return [
        LabelledQuery(query=row["query"], relevant=tuple(row["relevant"]), sector=row["sector"])
        for row in rows
        if row["relevant"] and row["tier"] == tier
    ]


def test_every_code_finds_its_own_record_first(searcher):
    wrong = [it.code for it in searcher.library.active if searcher.search(it.code, limit=1).hits[0].code != it.code]

    assert wrong == []


def test_every_name_finds_a_record_of_that_name_first(searcher):
    wrong = [it.name for it in searcher.library.active if searcher.search(it.name, limit=1).hits[0].name != it.name]

    assert wrong == []


@pytest.mark.parametrize("half", ["tune", "test"])
def test_the_stable_queries_stay_found(searcher, half):
    asked = queries(half, "stable")
    ranked = rankings(searcher, asked)["fused"]
    found = [MEASURES["recall@10"](codes, set(query.relevant)) > 0 for codes, query in zip(ranked, asked, strict=True)]

    assert sum(found) / len(found) >= STABLE_RECALL
