"""Stand-ins that are fast and deterministic."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from indicators.search.index import Matrix


class FakeEmbedder:
    """Vectors of hashed characters and character pairs: texts that share letters are near, and meaning plays no part."""

    name = "fake@1"
    dimension = 128

    def embed(self, texts: Sequence[str]) -> Matrix:
        rows = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for gram in [*text, *(text[i : i + 2] for i in range(len(text) - 1))]:
                digest = hashlib.blake2s(gram.encode(), digest_size=4).digest()
                row[int.from_bytes(digest, "big") % self.dimension] += len(gram)
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(norms, 1e-9), dtype=np.float32)
