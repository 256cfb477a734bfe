"""An embedder that is loaded when it is first asked: listing the library or reading a sheet needs no model."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from indicators.search.embedding import Embedder
from indicators.search.index import Matrix


class LazyEmbedder:
    """Stands for ``load()``, called once, by whichever thread asks first; a failed load is tried again next time."""

    def __init__(self, load: Callable[[], Embedder]) -> None:
        self._load = load
        self._loaded: Embedder | None = None
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        return self._embedder().name

    @property
    def dimension(self) -> int:
        return self._embedder().dimension

    @property
    def is_loaded(self) -> bool:
        """Whether a model is in memory."""
        return self._loaded is not None

    def embed(self, texts: Sequence[str]) -> Matrix:
        return self._embedder().embed(texts)

    def _embedder(self) -> Embedder:
        if self._loaded is None:
            with self._lock:
                self._loaded = self._loaded or self._load()
        return self._loaded
