"""Labelled queries -> nDCG@10, recall@10, recall@20 and MRR@10 for each arm, with 95 % bootstrap intervals.

Gains are binary. Measures are computed by ir-measures' definitions; kept here because they are a line each.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence

import numpy as np
from pydantic import ConfigDict, Field

from indicators.errors import InvalidInput
from indicators.model.refusal import accept
from indicators.model.sector import COMMON_SECTOR
from indicators.model.value import Value
from indicators.search.index import Where
from indicators.search.retrieve import DEPTH, Searcher

DEEPEST = 20
RESAMPLES = 1_000
MEASURES: dict[str, Callable[[Sequence[str], set[str]], float]] = {
    "ndcg@10": lambda ranked, relevant: ndcg(ranked, relevant, 10),
    "recall@10": lambda ranked, relevant: recall(ranked, relevant, 10),
    "recall@20": lambda ranked, relevant: recall(ranked, relevant, 20),
    "mrr@10": lambda ranked, relevant: reciprocal_rank(ranked, relevant, 10),
}


class LabelledQuery(Value):
    """One line of QUERIES.jsonl: a query, the codes that answer it, and the sector to search in (slug, name or null)."""

    query: str = Field(min_length=1)
    relevant: tuple[str, ...] = Field(min_length=1)
    sector: str | None = None


class ArmFigures(Value):
    """Means of one arm and their 95 % intervals."""

    model_config = ConfigDict(populate_by_name=True, frozen=True)

    ndcg_10: float = Field(alias="ndcg@10")
    recall_10: float = Field(alias="recall@10")
    recall_20: float = Field(alias="recall@20")
    mrr_10: float = Field(alias="mrr@10")
    interval: dict[str, tuple[float, float]]


class Evaluation(Value):
    """The figures of all arms over ``queries`` queries."""

    queries: int
    arms: dict[str, ArmFigures]
    gains: tuple[float, ...] = Field(default=(), exclude=True)
    """nDCG@10 of the fused arm, query by query."""

    def text(self) -> str:
        """A small table."""
        lines = [f"{self.queries} 条查询", f"{'':10}" + "".join(f"{name:>12}" for name in MEASURES)]
        for arm, figures in self.arms.items():
            values = figures.model_dump(by_alias=True)
            lines.append(f"{arm:10}" + "".join(f"{values[name]:>12.3f}" for name in MEASURES))
        return "\n".join(lines)


def read_queries(text: str) -> list[LabelledQuery]:
    """The queries of a JSON lines text. Raises InvalidInput naming the first line that does not fit."""
    queries = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except json.JSONDecodeError as error:
            raise InvalidInput(f"第{number}行不是有效的 JSON：{error.msg}；每行写一个对象") from error
        queries.append(accept(LabelledQuery, data, what=f"第{number}行"))
    if not queries:
        raise InvalidInput('文件里没有查询；每行写 {"query": …, "relevant": [编码, …], "sector": null}')
    return queries


def evaluate_queries(searcher: Searcher, queries: Sequence[LabelledQuery]) -> Evaluation:
    """Figures of the arms dense, lexical and fused. Raises InvalidInput for a sector that the library does not know."""
    relevant = [set(query.relevant) for query in queries]
    ranked = rankings(searcher, queries)
    return Evaluation(
        queries=len(queries),
        arms={arm: _figures(lists, relevant) for arm, lists in ranked.items()},
        gains=tuple(round(ndcg(*pair, 10), 6) for pair in zip(ranked["fused"], relevant, strict=True)),
    )


def rankings(searcher: Searcher, queries: Sequence[LabelledQuery]) -> dict[str, list[list[str]]]:
    """For each arm the first codes for every query, in the order of the queries."""
    ranked: dict[str, list[list[str]]] = {arm: [[] for _ in queries] for arm in ("dense", "lexical", "fused")}
    for sector in dict.fromkeys(query.sector for query in queries):
        places = [place for place, query in enumerate(queries) if query.sector == sector]
        texts, where = [queries[place].query for place in places], _where(searcher, sector)
        dense = searcher.dense(texts, where=where, limit=DEPTH)
        lexical = searcher.lexical(texts, where=where, limit=DEPTH)
        for place, one, other in zip(places, dense, lexical, strict=True):
            ranked["dense"][place] = list(one.scores)[:DEEPEST]
            ranked["lexical"][place] = list(other.scores)[:DEEPEST]
            ranked["fused"][place] = searcher.fused(queries[place].query, one, other, where=where)[:DEEPEST]
    return ranked


def ndcg(ranked: Sequence[str], relevant: set[str], depth: int) -> float:
    """Normalised discounted cumulative gain with binary gains."""
    gained = sum(1 / math.log2(rank + 1) for rank, code in enumerate(ranked[:depth], 1) if code in relevant)
    best = sum(1 / math.log2(rank + 1) for rank in range(1, min(len(relevant), depth) + 1))
    return gained / best


def recall(ranked: Sequence[str], relevant: set[str], depth: int) -> float:
    """Share of the relevant that stand among the first ``depth``."""
    return len(relevant & set(ranked[:depth])) / len(relevant)


def reciprocal_rank(ranked: Sequence[str], relevant: set[str], depth: int) -> float:
    """1 / rank of the first relevant, 0 beyond ``depth``."""
    return next((1 / rank for rank, code in enumerate(ranked[:depth], 1) if code in relevant), 0.0)


def _where(searcher: Searcher, sector: str | None) -> Where:
    if sector is None:
        return Where()
    return Where(sectors=tuple(dict.fromkeys((searcher.library.sector(sector).slug, COMMON_SECTOR))))


def _figures(rankings: Sequence[Sequence[str]], relevant: Sequence[set[str]]) -> ArmFigures:
    means, intervals = {}, {}
    picks = np.random.default_rng(0).integers(0, len(relevant), (RESAMPLES, len(relevant)))
    for name, measure in MEASURES.items():
        scores = np.asarray([measure(ranked, wanted) for ranked, wanted in zip(rankings, relevant, strict=True)])
        low, high = np.quantile(scores[picks].mean(axis=1), [0.025, 0.975])
        means[name] = round(float(scores.mean()), 4)
        intervals[name] = (round(float(low), 4), round(float(high), 4))
    return ArmFigures(**means, interval=intervals)
