"""Pairs of indicators that are alike in meaning: what a curator merges, or tells apart in ``like`` and ``note``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator
from indicators.search.document import plain_name
from indicators.search.embedding import Embedder
from indicators.search.index import Matrix

ALIKE = 0.95
"""Mean cosine of names and of definitions from which on two records of one sector must be told apart."""


@dataclass(frozen=True)
class Pair:
    """Two active indicators of one sector, the earlier code first; ``told_apart`` when one names the other in ``like``."""

    one: Indicator
    other: Indicator
    likeness: float

    @property
    def told_apart(self) -> bool:
        return self.other.code in self.one.like or self.one.code in self.other.like


def twins(library: Library, embedder: Embedder, *, least: float = ALIKE, sector: str | None = None) -> list[Pair]:
    """Pairs inside a sector whose likeness (0..1) is at least ``least``, the likest first. ``sector`` is a slug."""
    pairs: list[Pair] = []
    for slug in [sector] if sector else [it.slug for it in library.sectors]:
        pairs += _inside([it for it in library.active if it.sector == slug], embedder, least)
    return sorted(pairs, key=lambda pair: (-pair.likeness, pair.one.code, pair.other.code))


def _inside(records: Sequence[Indicator], embedder: Embedder, least: float) -> list[Pair]:
    if len(records) < 2:
        return []
    likeness = _likeness(records, embedder)
    places = zip(*(found.tolist() for found in np.nonzero(np.triu(likeness >= least, 1))), strict=True)
    return [Pair(records[i], records[j], round(float(likeness[i, j]), 4)) for i, j in places]


def _likeness(records: Sequence[Indicator], embedder: Embedder) -> Matrix:
    names = embedder.embed([plain_name(it) for it in records])
    whole = embedder.embed([f"{plain_name(it)}：{it.definition}" for it in records])
    likeness: Matrix = ((names @ names.T + whole @ whole.T) / 2).astype(np.float32)
    return likeness
