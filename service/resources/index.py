"""The index and how it follows the library: what differs, and mending it. The index is derived and may be thrown away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator
from indicators.search import document
from indicators.search.bundled_model import Progress
from indicators.search.embedding import Embedder
from indicators.search.index import VectorIndex

CODES_AT_ONCE = 64
"""Indicators embedded and put at once: what a crash during the first filling costs, a second's work."""


@dataclass(frozen=True)
class Difference:
    """Codes by what is wrong with them in the index: not there, made from an older record, or no longer in use."""

    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.codes)

    @property
    def codes(self) -> tuple[str, ...]:
        """All of them."""
        return self.missing + self.stale + self.extra


def difference(index: VectorIndex, library: Library) -> Difference:
    """Compares the index with the indicators in use, by code and content hash. Changes nothing."""
    held = index.hashes()
    wanted = {indicator.code: document.content_hash(indicator) for indicator in library.active}
    return Difference(
        missing=tuple(code for code in wanted if code not in held),
        stale=tuple(code for code, content in wanted.items() if code in held and held[code] != content),
        extra=tuple(sorted(set(held) - set(wanted))),
    )


def everything(index: VectorIndex, library: Library) -> Difference:
    """As though every record were out of date: what it takes to build an index anew."""
    wanted = tuple(indicator.code for indicator in library.active)
    return Difference(stale=wanted, extra=tuple(sorted(set(index.hashes()) - set(wanted))))


def mend(found: Difference, index: VectorIndex, library: Library, embedder: Embedder, *, progress: Progress) -> None:
    """Puts what is missing or stale and drops what is extra; durable on return. Doing it twice does no harm."""
    if found.extra:
        index.drop(found.extra)
    wanted = [library.by_code[code] for code in found.missing + found.stale]
    done = 0
    for batch in _batches(wanted):
        index.put(document.points(batch, embedder))
        done += len(batch)
        progress(f"正在建立检索索引：{done}/{len(wanted)}")


def is_copy(index: VectorIndex) -> bool:
    """Whether this is a private copy of a build that another process holds: it can be read, not written."""
    return bool(getattr(index, "read_only", False))


def _batches(indicators: Sequence[Indicator]) -> Iterator[Sequence[Indicator]]:
    return (indicators[start : start + CODES_AT_ONCE] for start in range(0, len(indicators), CODES_AT_ONCE))
