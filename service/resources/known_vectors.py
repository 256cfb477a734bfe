"""Vectors of the texts of many sheets, embedded some hundreds at a time and each text once, whatever sheets it stands in.

One sheet has some twenty texts, too few to fill the batches of a model: alone they take 6 ms a text, five hundred together 2 ms
(two cores). Nothing is kept beyond the process: sheets are not ours.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indicators.search.embedding import Embedder
from indicators.search.index import Matrix, Vector

MOST_KNOWN = 20_000
"""Texts in memory: 30 MB at 384 dimensions, the texts of a thousand sheets."""


class KnownVectors:
    """Answers as ``embedder`` does, from what it has learnt where it can."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, Vector] = {}

    @property
    def name(self) -> str:
        return self._embedder.name

    @property
    def dimension(self) -> int:
        return self._embedder.dimension

    def learn(self, texts: Sequence[str]) -> None:
        """Embeds those of the texts that are not known, all at once; the oldest are forgotten when there are too many."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if not missing:
            return
        # in one step: another thread may be asking meanwhile
        grown = {**self._known, **dict(zip(missing, self._embedder.embed(missing), strict=True))}
        self._known = dict(list(grown.items())[-max(MOST_KNOWN, len(missing)) :])

    def embed(self, texts: Sequence[str]) -> Matrix:
        known = self._known
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing or not texts:
            return self._embedder.embed(texts)
        return np.stack([known[text] for text in texts])
