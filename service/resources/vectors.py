"""Vectors of the library's own texts, kept in a file that all homes of a user share.

Embedding them takes half a minute, reading them a tenth of a second: a second home, a rebuilt index and every start of the
command line are spared it. What users write is never kept. The file may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from indicators.search.embedding import Embedder
from indicators.search.index import Matrix, Vector

KEYS_AT_ONCE = 500
"""SQLite refuses statements with very many variables."""

logger = logging.getLogger(__name__)


class RememberingEmbedder:
    """Answers as ``embedder`` does, from the file where it can. A file that cannot be used is no fault."""

    def __init__(self, embedder: Embedder, file: Path) -> None:
        self._embedder = embedder
        self._file = file

    @property
    def name(self) -> str:
        return self._embedder.name

    @property
    def dimension(self) -> int:
        return self._embedder.dimension

    def embed(self, texts: Sequence[str]) -> Matrix:
        keys = {text: self._key(text) for text in texts}
        known = self._recall(list(keys.values()))
        missing = [text for text, key in keys.items() if key not in known]
        rows = self._embedder.embed(missing) if missing else ()
        fresh = dict(zip((keys[text] for text in missing), rows, strict=True))
        self._keep(fresh)
        found = {**known, **fresh}
        return np.stack([found[keys[text]] for text in texts]) if texts else self._embedder.embed(texts)

    def _key(self, text: str) -> bytes:
        return hashlib.blake2b(f"{self.name}\0{text}".encode(), digest_size=16).digest()

    def _recall(self, keys: Sequence[bytes]) -> dict[bytes, Vector]:
        if not self._file.exists():
            return {}
        try:
            with closing(self._open()) as connection:
                stored = [pair for batch in _batches(keys) for pair in _select(connection, batch)]
        except sqlite3.Error as error:
            logger.warning("the kept vectors in %s cannot be read: %s", self._file, error)
            return {}
        size = self.dimension * 4
        return {key: np.frombuffer(row, np.float32) for key, row in stored if len(row) == size}

    def _keep(self, rows: Mapping[bytes, Vector]) -> None:
        if not rows:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as connection, connection:
                connection.execute("CREATE TABLE IF NOT EXISTS vector (key BLOB PRIMARY KEY, row BLOB NOT NULL)")
                values = ((key, row.astype(np.float32).tobytes()) for key, row in rows.items())
                connection.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?)", values)
        except (sqlite3.Error, OSError) as error:
            logger.warning("vectors cannot be kept in %s: %s", self._file, error)

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file, timeout=10)


def _select(connection: sqlite3.Connection, keys: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
    marks = ", ".join("?" * len(keys))
    return connection.execute(f"SELECT key, row FROM vector WHERE key IN ({marks})", list(keys)).fetchall()


def _batches(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (keys[start : start + KEYS_AT_ONCE] for start in range(0, len(keys), KEYS_AT_ONCE))
