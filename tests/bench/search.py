"""How fast and how well the curated library is searched: ``python -m tests.bench.search``.

Warm latencies of ``Searcher.search`` over the queries of ``queries.jsonl`` with the share spent in the model, the recall for
the thirty texts of a long sheet, and the figures of the three arms.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.search import document
from indicators.search.embedding import Embedder, load_embedder
from indicators.search.evaluate import LabelledQuery, evaluate_queries, read_queries
from indicators.search.index import Matrix, Where
from indicators.search.index.edge import open_edge
from indicators.search.retrieve import Searcher

QUERIES = Path(__file__).parent / "queries.jsonl"
SHEET = 30


class TimedEmbedder:
    """Passes on to ``embedder`` and adds up the seconds spent there."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.name, self.dimension, self.seconds = embedder.name, embedder.dimension, 0.0

    def embed(self, texts: Sequence[str]) -> Matrix:
        start = time.perf_counter()
        try:
            return self._embedder.embed(texts)
        finally:
            self.seconds += time.perf_counter() - start


def main() -> None:
    """Indexes the curated library in a scratch folder and prints the figures."""
    start = time.perf_counter()
    embedder = TimedEmbedder(load_embedder())
    print(f"model loaded in {time.perf_counter() - start:.1f} s")
    library = Library.from_files(read_library())
    queries = read_queries(QUERIES.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        index = open_edge(Path(folder), "bench", embedder.dimension)
        start = time.perf_counter()
        index.put(document.points(library.active, embedder))
        print(f"{len(library.active)} indicators, {index.count()} texts indexed in {time.perf_counter() - start:.1f} s")
        searcher = Searcher(library, index, embedder)
        print_latency(searcher, embedder, queries)
        print_recall(searcher, queries)
        print(evaluate_queries(searcher, queries).text())
        index.close()


def print_latency(searcher: Searcher, embedder: TimedEmbedder, queries: Sequence[LabelledQuery]) -> None:
    """p50 and p95 of single searches, none of them remembered from before, and the model's share."""
    searcher.search("预热")
    embedder.seconds = 0.0
    took = [_seconds(lambda asked=asked: searcher.search(asked.query, sector=asked.sector)) for asked in queries]
    p50, p95 = np.quantile(took, [0.5, 0.95]) * 1_000
    print(f"search: p50 {p50:.1f} ms, p95 {p95:.1f} ms, {embedder.seconds / sum(took):.0%} of it in the model")


def print_recall(searcher: Searcher, queries: Sequence[LabelledQuery]) -> None:
    """The dense arm for thirty texts at once, as a suggestion asks it."""
    texts = [f"{asked.query}。" for asked in queries[:SHEET]]
    embedded = _seconds(lambda: searcher.embedder.embed([f"{text}。" for text in texts]))
    rows = searcher.embedder.embed(texts)
    found = _seconds(lambda: searcher.recall(rows, where=Where(), limit=12))
    print(f"{SHEET} texts: model {embedded * 1_000:.0f} ms, recall of 12 each {found * 1_000:.0f} ms")


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
