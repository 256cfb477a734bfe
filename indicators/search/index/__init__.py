"""The derived index: one Protocol, two engines (embedded and server) that pass one conformance suite.

A build is named by a fingerprint of everything that shapes its points (``document.fingerprint``): a new embedder or new
cutting rules make a new build beside the old one, and ``promote`` puts it in the old one's place.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
Matrix = NDArray[np.float32]
"""Unit rows, shape (n, dimension)."""

CODES_AT_ONCE = 100
"""Indicators written in one operation: some thousand points."""
TIES = 10
"""How many more points than asked for the engines are asked, so that equal scores at the border are ordered by code."""

_POINTS = uuid.UUID("6d2c9f3e-35c5-5d0f-9d0b-0f3f2a2c7f11")


@dataclass(frozen=True)
class Sparse:
    """A sparse vector: ``indices`` are term ids (ascending, no repeats), ``values`` their weights."""

    indices: tuple[int, ...]
    values: tuple[float, ...]


@dataclass(frozen=True)
class Point:
    """One text of one indicator.

    ``id`` is stable for (code, position); ``dense`` has unit length; ``words`` stands only on an indicator's first point.
    ``content_hash`` is the hash of the record the point was made from, for the doctor.
    """

    id: str
    code: str
    text: str
    sector: str
    level1: str
    level2: str
    core: bool
    content_hash: str
    dense: Vector
    words: Sparse | None = None


@dataclass(frozen=True)
class Where:
    """Which points count: every given field must match. Empty = all."""

    sectors: tuple[str, ...] = ()
    level1: str | None = None
    level2: str | None = None
    core: bool | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A point that a query found, with that arm's score (cosine, or BM25)."""

    code: str
    text: str
    score: float


@dataclass(frozen=True)
class Frequencies:
    """How many indicators the index holds, and in how many of them each term stands: what IDF is made of."""

    documents: int
    of: Mapping[int, int]


class VectorIndex(Protocol):
    """Points by code, searched by meaning and by word. Ties are broken by code, then text.

    Queries come in batches and are answered in their order: one call for the thirty texts of a sheet is several times
    cheaper than thirty calls. All methods may be called from several threads at once. Failures are MissingResource.
    """

    @property
    def name(self) -> str:
        """Engine and build, for provenance, e.g. edge:1a2b3c."""
        ...

    def put(self, points: Sequence[Point]) -> None:
        """Adds or replaces; all points of a code that is put again are replaced. Durable on return."""
        ...

    def drop(self, codes: Iterable[str]) -> None:
        """Removes all points of these codes; unknown codes are no fault. Durable on return."""
        ...

    def hashes(self) -> Mapping[str, str]:
        """code -> content hash of everything held."""
        ...

    def count(self) -> int:
        """Number of points."""
        ...

    def frequencies(self) -> Frequencies:
        """Over all indicators held, after every put and drop of this process."""
        ...

    def by_meaning(self, queries: Matrix, *, limit: int, where: Where) -> list[list[Found]]:
        """For each row the best points by cosine, at most ``limit`` points."""
        ...

    def by_words(self, queries: Sequence[Sparse], *, limit: int, where: Where) -> list[list[Found]]:
        """For each query the best indicators by the dot product, at most ``limit``; only scores above 0."""
        ...

    def promote(self) -> None:
        """Makes this build the current one; builds that nobody needs any more are removed."""
        ...

    def close(self) -> None:
        """Releases files and connections."""
        ...


def point_id(code: str, position: int) -> str:
    """The UUID of the text at ``position`` of indicator ``code``; equal on every machine."""
    return str(uuid.uuid5(_POINTS, f"{code}\n{position}"))


def batches(points: Iterable[Point], codes: int) -> Iterator[list[Point]]:
    """The points of so many codes at a time; those of one code stay together, so that no crash comes between them."""
    by_code: dict[str, list[Point]] = {}
    for point in points:
        by_code.setdefault(point.code, []).append(point)
    groups = iter(by_code.values())
    while batch := [point for group in islice(groups, codes) for point in group]:
        yield batch


def ranked(found: Iterable[Found], limit: int) -> list[Found]:
    """Best first, ties by code, then text. Scores equal to six digits are ties: engines differ in the last bits."""
    return sorted(found, key=lambda f: (-round(f.score, 6), f.code, f.text))[:limit]


def frequencies_of(documents: Iterable[Iterable[int]]) -> Frequencies:
    """Counts over the term ids of each document."""
    counts: Counter[int] = Counter()
    number = 0
    for indices in documents:
        counts.update(indices)
        number += 1
    return Frequencies(number, counts)
