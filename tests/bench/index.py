"""The embedded index beside the Python client's local mode, on the same points: ``python -m tests.bench.index [POINTS]``.

One hybrid query is what a search asks of an index: the nearest points by meaning and the best records by word, both within
one sector. Medians in milliseconds on this machine, and their ratio.
"""

from __future__ import annotations

import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
from qdrant_client import QdrantClient

from indicators.search.index import Point, Sparse, VectorIndex, Where, point_id
from indicators.search.index.edge import open_edge
from indicators.search.index.server import open_server

POINTS = 5_000
DIMENSION = 384
TEXTS_A_CODE = 10
TERMS, TERMS_A_CODE = 4_000, 150
SECTORS = 9
QUERIES = 20


def main() -> None:
    """Prints both medians and the ratio."""
    points = make_points(int(sys.argv[1]) if len(sys.argv) > 1 else POINTS)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # local mode advises against so many points, which is what is shown here
        edge = timed(open_edge(Path(folder) / "edge", "bench", DIMENSION), points)
        local = timed(open_server(QdrantClient(path=f"{folder}/local"), "bench", DIMENSION), points)
    print(f"{len(points)} points: embedded {edge:.2f} ms, local mode {local:.2f} ms, ratio {local / edge:.0f}")


def make_points(number: int) -> list[Point]:
    """Random unit vectors, ten a code; the first of each code with the words of an average record."""
    random = np.random.default_rng(0)
    rows = random.normal(size=(number, DIMENSION)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return [_point(place, row, random) for place, row in enumerate(rows)]


def timed(index: VectorIndex, points: list[Point]) -> float:
    """Median milliseconds of one hybrid query, after the points are put and the index is warm."""
    index.put(points)
    queries = [ask(index, number) for number in range(QUERIES)]
    for query in queries[:3]:
        query()
    took = [_milliseconds(query) for query in queries]
    index.close()
    return median(took)


def ask(index: VectorIndex, number: int) -> Callable[[], object]:
    """The ``number``-th hybrid query, ready to be asked."""
    random = np.random.default_rng(1_000 + number)
    row = random.normal(size=(1, DIMENSION)).astype(np.float32)
    row /= np.linalg.norm(row)
    words = _words(random, 25)
    where = Where(sectors=("sector-1", "sector-2"))
    return lambda: (index.by_meaning(row, limit=240, where=where), index.by_words([words], limit=30, where=where))


def _point(place: int, row: np.ndarray, random: np.random.Generator) -> Point:
    code = f"C{place // TEXTS_A_CODE:05}"
    return Point(
        id=point_id(code, place % TEXTS_A_CODE),
        code=code,
        text=f"第{place}段文本",
        sector=f"sector-{place // TEXTS_A_CODE % SECTORS}",
        level1="产出指标",
        level2="数量指标",
        core=False,
        content_hash="0",
        dense=row,
        words=_words(random, TERMS_A_CODE) if place % TEXTS_A_CODE == 0 else None,
    )


def _words(random: np.random.Generator, number: int) -> Sparse:
    terms = np.unique((random.zipf(1.3, number) - 1) % TERMS)
    return Sparse(tuple(map(int, terms)), tuple(float(weight) for weight in random.random(len(terms)) + 0.1))


def _milliseconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1_000


if __name__ == "__main__":
    main()
