"""How alike two texts are under the model in use, on a scale that means the same for every model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indicators.library.snapshot import Library
from indicators.search.embedding import Embedder

Matrix = NDArray[np.float32]


@dataclass(frozen=True)
class Likeness:
    """Cosines of one model on the scale 0 (as unrelated texts are) to 1 (as two wordings of one thing are)."""

    low: float
    high: float

    def __call__(self, cosines: Matrix) -> Matrix:
        return np.asarray(np.clip((cosines - self.low) / (self.high - self.low), 0.0, 1.0), dtype=np.float32)

    def of(self, cosine: float) -> float:
        """One cosine on the scale."""
        return float(min(1.0, max(0.0, (cosine - self.low) / (self.high - self.low))))


def fit_likeness(library: Library, embedder: Embedder, *, most: int = 150) -> Likeness:
    """Measures the model on the library's own phrases: unrelated pairs give 0, two phrases of one indicator give 1."""
    records = [i for i in library.active if len(i.phrases) > 1]
    sample = records[:: max(1, len(records) // most)][:most]
    if len(sample) < 2:
        return Likeness(0.80, 0.93)
    first = embedder.embed([i.phrases[0] for i in sample])
    second = embedder.embed([i.phrases[1] for i in sample])
    cosines = first @ second.T
    unrelated = cosines[~np.eye(len(sample), dtype=bool)]
    low, high = float(np.quantile(unrelated, 0.6)), float(np.quantile(np.diag(cosines), 0.9))
    return Likeness(low, max(high, low + 0.02))
