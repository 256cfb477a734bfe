"""The library in figures: how many records a sector holds, of which level, how sure they are, and what is thin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from indicators.library.integrity.records import LEAST_PHRASES
from indicators.library.snapshot import Library
from indicators.model.indicator import Certainty, CoreMark, Indicator
from indicators.model.value import Value


class SectorHealth(Value):
    """One sector: counts of active records by what they are; ``certainty`` counts each record by its surest source."""

    sector: str
    name: str
    indicators: int
    patterns: int
    core: dict[str, int]
    level1: dict[str, int]
    certainty: dict[str, int]
    phrases: int
    retired: int
    systems: int
    without_standard_value: int
    thin: tuple[str, ...]


class Health(Value):
    """All sectors, in the order of the library."""

    library_version: str
    indicators: int
    patterns: int
    systems: int
    sectors: tuple[SectorHealth, ...]


def health(library: Library) -> Health:
    """Counts over the whole library."""
    return Health(
        library_version=library.version,
        indicators=len(library.active),
        patterns=len(library.patterns),
        systems=len(library.systems),
        sectors=tuple(_sector(library, sector.slug, sector.name) for sector in library.sectors),
    )


def surest(indicator: Indicator) -> Certainty | None:
    """The best certainty among the record's sources, or None where no source is named."""
    order = list(Certainty)
    return min((it.certainty for it in indicator.provenance), key=order.index, default=None)


def _sector(library: Library, slug: str, name: str) -> SectorHealth:
    records = [it for it in library.active if it.sector == slug]
    return SectorHealth(
        sector=slug,
        name=name,
        indicators=len(records),
        patterns=sum(it.is_pattern for it in records),
        core=_counts((it.core.value for it in records), [mark.value for mark in CoreMark]),
        level1=_counts((it.level1 for it in records), []),
        certainty=_counts(
            (it.value if (it := surest(one)) else "不详" for one in records), [it.value for it in Certainty]
        ),
        phrases=sum(len(it.phrases) for it in records),
        retired=sum(it.sector == slug and not it.is_active for it in library.indicators),
        systems=sum(it.sector == slug for it in library.systems),
        without_standard_value=sum(not any(s.value is not None for s in it.standards) for it in records),
        thin=tuple(it.code for it in records if len(it.phrases) < LEAST_PHRASES),
    )


def _counts(words: Iterable[str], order: list[str]) -> dict[str, int]:
    counts = Counter(words)
    keys = [*order, *(word for word in counts if word not in order)]
    return {key: counts[key] for key in keys if counts[key]}
