"""Suggestion and check of a sheet of twenty rows, warm, in one process: ``python -m tests.bench.sheets``.

Prints p50 and p95 in milliseconds and the share of the suggestion that is spent in embedding.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.model.sheet import TargetSheet
from indicators.quality.checker import check_sheet
from indicators.search import document
from indicators.search.embedding import load_embedder
from indicators.search.index.edge import open_edge
from indicators.search.retrieve import Searcher
from indicators.suggestion.suggest import fit_suggester
from ingest.to_sheet import read_sheets
from tests.bench.search import TimedEmbedder

SAMPLE = Path(__file__).parents[1] / "cases" / "verbose.xlsx"
ROWS = 20
ROUNDS = 40


def main() -> None:
    """Prints the figures of suggestion and check."""
    library, embedder = Library.from_files(read_library()), TimedEmbedder(load_embedder())
    whole = read_sheets(SAMPLE.read_bytes(), SAMPLE.name)[0].sheet
    sheet = whole.model_copy(update={"rows": whole.rows[:ROWS]})
    with tempfile.TemporaryDirectory() as folder:
        index = open_edge(Path(folder), "bench", embedder.dimension)
        index.put(document.points(library.active, embedder))
        suggester = fit_suggester(Searcher(library, index, embedder))
        suggester.suggest(sheet)
        embedder.seconds = 0.0
        # a project name of its own each round, so that nothing is answered from memory
        took = timed(lambda number: suggester.suggest(renamed(sheet, number)))
        share = embedder.seconds / (sum(took) / 1000)
        print(f"suggest, {len(sheet.rows)} rows: {figures(took)}, {share:.0%} in embedding")
        print(
            f"check, {len(sheet.rows)} rows: {figures(timed(lambda number: check_sheet(renamed(sheet, number), library, source='bench')))}"
        )
        index.close()


def renamed(sheet: TargetSheet, number: int) -> TargetSheet:
    """The same sheet under another project name."""
    return sheet.model_copy(update={"project": f"项目{number}"})


def timed(call: Callable[[int], object]) -> list[float]:
    """Milliseconds of each round."""
    took = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        call(number)
        took.append((time.perf_counter() - start) * 1000)
    return took


def figures(took: Sequence[float]) -> str:
    """p50 and p95."""
    return f"p50 {np.percentile(took, 50):.0f} ms, p95 {np.percentile(took, 95):.0f} ms"


if __name__ == "__main__":
    main()
