"""How well suggestions serve labelled drafts: ``python -m tests.bench.drafts [a|b] [--misses]``.

For each file: the share of must-have concepts that a suggested name meets, lines a draft, droppable rows that are gone, sectors
that are right, and abstention on what is no draft; beside them two baselines over the same drafts: the ten nearest names by
the dense arm, and the core indicators of the right sector.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.model.refusal import accept
from indicators.model.sheet import TargetSheet
from indicators.model.suggestion import Suggestion
from indicators.search.embedding import load_embedder
from indicators.search.index import Where
from indicators.search.retrieve import Searcher
from indicators.suggestion.suggest import Suggester, fit_suggester
from tests.bench.golden.__main__ import indexed

FOLDER = Path(__file__).parent / "golden"
NEAREST = 10


def main() -> None:
    """Prints the figures of the files that are named, both by default."""
    files = [word for word in sys.argv[1:] if word in {"a", "b"}] or ["a", "b"]
    searcher = indexed(Library.from_files(read_library()), load_embedder())
    suggester = fit_suggester(searcher)
    for file in files:
        lines = (FOLDER / f"drafts-{file}.jsonl").read_text("utf-8").splitlines()
        show(file, [json.loads(line) for line in lines], suggester, misses="--misses" in sys.argv)


def show(name: str, drafts: Sequence[dict[str, Any]], suggester: Suggester, *, misses: bool) -> None:
    """The figures of one file."""
    took, answers = [], []
    for draft in drafts:
        start = time.perf_counter()
        answers.append(suggester.suggest(accept(TargetSheet, draft["sheet"])))
        took.append(time.perf_counter() - start)
    inside = [(draft, answer) for draft, answer in zip(drafts, answers, strict=True) if draft["scope"] == "in"]
    met = [_met(draft, [line.name for line in answer.indicators]) for draft, answer in inside]
    sizes = [len(answer.indicators) for _, answer in inside]
    print(f"\ndrafts-{name}: {len(inside)} drafts, {sum(map(len, met))} concepts")
    print(f"covered {_share(met):.3f}  lines median {np.median(sizes):.0f}, most {max(sizes)}")
    print(f"baselines: nearest names {_share(_by_nearest(inside, suggester.searcher)):.3f}", end="  ")
    print(f"core of the right sector {_share(_by_core(inside, suggester.library)):.3f}")
    print(f"droppable rows gone {_dropped(inside):.3f}  sound rows lost {_lost(inside):.3f}")
    known = [(draft, answer) for draft, answer in inside if draft["sector"]]
    print(f"sector right {np.mean([d['sector'] == a.sector.slug for d, a in known]):.3f} of {len(known)}")
    refused = [draft["scope"] for draft, answer in zip(drafts, answers, strict=True) if answer.abstained]
    print(f"abstained {Counter(refused)} of {Counter(draft['scope'] for draft in drafts)}")
    print(f"p50 {np.quantile(took, 0.5) * 1000:.0f} ms, p95 {np.quantile(took, 0.95) * 1000:.0f} ms")
    if misses:
        for (draft, answer), found in zip(inside, met, strict=True):
            _print_misses(draft, answer, found)


def _met(draft: dict[str, Any], names: Sequence[str]) -> list[bool]:
    return [any(re.search(word, name) for word in must["any"] for name in names) for must in draft["must"]]


def _share(met: Sequence[Sequence[bool]]) -> float:
    return float(np.mean([one for found in met for one in found]))


def _by_nearest(inside: Sequence[tuple[dict[str, Any], Suggestion]], searcher: Searcher) -> list[list[bool]]:
    texts = ["\n".join((d["sheet"].get("project") or "", d["sheet"].get("goal") or ""))[:500] for d, _ in inside]
    arms = searcher.dense(texts, where=Where(), limit=NEAREST)
    by_code = searcher.library.by_code
    return [
        _met(draft, [by_code[code].name for code in arm.scores]) for (draft, _), arm in zip(inside, arms, strict=True)
    ]


def _by_core(inside: Sequence[tuple[dict[str, Any], Suggestion]], library: Library) -> list[list[bool]]:
    core = {
        sector.slug: [it.name for it in library.active if it.sector == sector.slug and it.is_core]
        for sector in library.sectors
    }
    return [_met(draft, core.get(draft["sector"] or "common", [])) for draft, _ in inside]


def _dropped(inside: Sequence[tuple[dict[str, Any], Suggestion]]) -> float:
    """Share of droppable rows that do not stand as a line in their own wording."""
    kept = [(d, _kept(a)) for d, a in inside]
    rows = [row not in stay for d, stay in kept for row in d["droppable"]]
    return float(np.mean(rows)) if rows else 1.0


def _lost(inside: Sequence[tuple[dict[str, Any], Suggestion]]) -> float:
    """Share of the other rows that no line stands for."""
    gone = [merge.into is None for d, a in inside for merge in a.merge_map if merge.row not in d["droppable"]]
    return float(np.mean(gone)) if gone else 0.0


def _kept(answer: Suggestion) -> set[int]:
    return {line.replaces[0] for line in answer.indicators if line.kept and len(line.replaces) == 1}


def _print_misses(draft: dict[str, Any], answer: Suggestion, found: Sequence[bool]) -> None:
    print(
        f"\n{draft['id']} {draft['sector']} -> {answer.sector.slug} {answer.sector.confidence} {draft['sheet']['project']}"
    )
    print("  GOAL", (draft["sheet"].get("goal") or "")[:400].replace("\n", " / "))
    print(
        "  ROWS",
        "；".join(f"{n}{row['name']}{row.get('target', '')}" for n, row in enumerate(draft["sheet"]["rows"], 1))[:700],
    )
    print(
        "  HAS ",
        "、".join(
            f"{line.name}[{line.code}]{line.operator or ''}{line.value or ''}{line.unit}" for line in answer.indicators
        ),
    )
    print(
        "  MISS",
        "；".join(
            f"{must['concept']} {must['any']}" for must, hit in zip(draft["must"], found, strict=True) if not hit
        ),
    )


if __name__ == "__main__":
    main()
