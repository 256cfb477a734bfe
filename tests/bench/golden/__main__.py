"""How well search finds what the golden queries ask for: ``python -m tests.bench.golden``.

For each half the arms and their fusion, what fusion adds to each arm with its paired 95 % interval, the figures by pool and
tier, and the two foreign libraries.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.search import document
from indicators.search.embedding import Embedder, load_embedder
from indicators.search.evaluate import MEASURES, LabelledQuery, rankings
from indicators.search.index.edge import open_edge
from indicators.search.retrieve import Searcher
from ingest.to_indicators import read_indicators

FOLDER = Path(__file__).parent
RESAMPLES = 2_000


class Golden(NamedTuple):
    """One golden query with what it is grouped by."""

    asked: LabelledQuery
    pool: str
    tier: str


def main() -> None:
    """Prints everything."""
    embedder = load_embedder()
    library = Library.from_files(read_library())
    pools = {indicator.code: indicator.sector for indicator in library.indicators}
    searcher = indexed(library, embedder)
    for half in ("tune", "test"):
        show(half, searcher, golden(FOLDER / f"queries-{half}.jsonl", pools))
    for field in ("municipal", "esg"):
        show(field, indexed(foreign(field), embedder), golden(FOLDER / "foreign" / f"{field}.jsonl", {}))


def golden(path: Path, pools: dict[str, str]) -> list[Golden]:
    """The queries of a file that have an answer."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Golden(
            LabelledQuery(query=row["query"], relevant=tuple(row["relevant"]), sector=row["sector"]),
            pools.get(row["relevant"][0], "all"),
            row.get("tier", "all"),
        )
        for row in rows
        if row["relevant"]
    ]


def foreign(field: str) -> Library:
    """A library of another field from its CSV."""
    path = FOLDER / "foreign" / f"{field}.csv"
    read = read_indicators(path.read_bytes(), path.name)
    return Library(read.sectors, indicators=read.indicators)


def indexed(library: Library, embedder: Embedder) -> Searcher:
    """The library in an embedded index of its own."""
    index = open_edge(Path(tempfile.mkdtemp()), "bench", embedder.dimension)
    index.put(document.points(library.active, embedder))
    return Searcher(library, index, embedder)


def show(name: str, searcher: Searcher, queries: Sequence[Golden]) -> None:
    """The figures of one set of queries."""
    ranked = rankings(searcher, [query.asked for query in queries])
    print(f"\n{name}: {len(queries)} queries" + "".join(f"{measure:>12}" for measure in MEASURES))
    gains = {arm: _each(lists, queries, "ndcg@10") for arm, lists in ranked.items()}
    for arm, lists in ranked.items():
        print(f"{arm:>20}" + "".join(f"{_each(lists, queries, measure).mean():>12.3f}" for measure in MEASURES))
    for arm in ("dense", "lexical"):
        low, high = _interval(gains["fused"] - gains[arm])
        print(f"fused - {arm}: nDCG@10 {(gains['fused'] - gains[arm]).mean():+.3f} [{low:+.3f}, {high:+.3f}]")
    for group in ("pool", "tier"):
        print(f"by {group}: " + "  ".join(_groups(gains["fused"], [getattr(query, group) for query in queries])))


def _each(lists: Iterable[Sequence[str]], queries: Sequence[Golden], measure: str) -> np.ndarray:
    pairs = zip(lists, queries, strict=True)
    return np.asarray([MEASURES[measure](ranked, set(query.asked.relevant)) for ranked, query in pairs])


def _interval(differences: np.ndarray) -> tuple[float, float]:
    picks = np.random.default_rng(0).integers(0, len(differences), (RESAMPLES, len(differences)))
    low, high = np.quantile(differences[picks].mean(axis=1), [0.025, 0.975])
    return float(low), float(high)


def _groups(gains: np.ndarray, labels: Sequence[str]) -> list[str]:
    names = sorted(set(labels))
    return [f"{name} {gains[[label == name for label in labels]].mean():.3f}" for name in names]


if __name__ == "__main__":
    main()
