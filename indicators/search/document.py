"""An indicator -> the texts to embed, one point a text, and the weighted terms of its one lexical document.

The lexical document carries BM25 weights without IDF; IDF comes from the index's own frequencies when a query is asked, so
that it is the same on both engines and right after every put and drop.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Sequence

from indicators.model.indicator import Indicator
from indicators.search import words
from indicators.search.embedding import Embedder
from indicators.search.index import Point, Sparse, point_id

RULES = "4"
"""Raised whenever an equal record would give other texts or weights: the index is then built anew."""

FIELD_WEIGHTS = {"name": 3.0, "aliases": 2.0, "phrases": 1.0, "keywords": 1.5, "definition": 0.5, "formula": 0.25}
SATURATION = 1.2
LENGTH_SHARE = 0.2
USUAL_LENGTH = 340.0
"""Weighted terms of an average record, as measured. Records are of one kind, so their length says little: a small share."""


def fingerprint(embedder: Embedder) -> str:
    """Ten hex digits for everything that shapes a point beside the record itself: model, word cutting, these rules."""
    return hashlib.sha256("\n".join((embedder.name, words.fingerprint(), RULES)).encode()).hexdigest()[:10]


def content_hash(indicator: Indicator) -> str:
    """Twelve hex digits over the whole record: another hash means that its points are out of date."""
    return hashlib.sha256(indicator.model_dump_json().encode()).hexdigest()[:12]


def texts(indicator: Indicator) -> tuple[str, ...]:
    """What is embedded, the name first: names, phrases, the definition; for a pattern also its filled examples."""
    filled = [indicator.filled(example) for example in indicator.slot.examples] if indicator.slot else []
    defined = [f"{plain_name(indicator)}：{indicator.definition}"] if indicator.definition else []
    return tuple(dict.fromkeys([plain_name(indicator), *indicator.aliases, *indicator.phrases, *filled, *defined]))


def plain_name(indicator: Indicator) -> str:
    """The name with a pattern's slot as a common noun: 〔活动〕举办场次 -> 活动举办场次."""
    return indicator.name.replace("〔", "").replace("〕", "")


def terms(indicator: Indicator) -> dict[str, float]:
    """Terms of the record with the weights of the fields they stand in, added up."""
    weights: dict[str, float] = {}
    for field, weight in FIELD_WEIGHTS.items():
        for term in words.words("。".join(_field(indicator, field))):
            weights[term] = weights.get(term, 0.0) + weight
    return weights


def lexical(indicator: Indicator) -> Sparse:
    """The sparse vector of BM25 term weights (Robertson and Zaragoza, 2009), without IDF."""
    counts = terms(indicator)
    length = sum(counts.values())
    norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH)
    weights: dict[int, float] = {}
    for term, count in counts.items():
        number = words.term_id(term)
        weights[number] = weights.get(number, 0.0) + count * (SATURATION + 1) / (count + norm)
    return Sparse(tuple(sorted(weights)), tuple(weights[number] for number in sorted(weights)))


def idf(documents: int, held: int) -> float:
    """Inverse document frequency of a term that ``held`` of ``documents`` records hold (BM25, never negative)."""
    return math.log(1 + (documents - held + 0.5) / (held + 0.5))


def points(indicators: Iterable[Indicator], embedder: Embedder) -> list[Point]:
    """All points of these records; the first point of a record carries its lexical document."""
    records = list(indicators)
    all_texts = [(indicator, text, place) for indicator in records for place, text in enumerate(texts(indicator))]
    rows = embedder.embed([text for _, text, _ in all_texts])
    hashes = {indicator.code: content_hash(indicator) for indicator in records}
    return [
        Point(
            id=point_id(indicator.code, place),
            code=indicator.code,
            text=text,
            sector=indicator.sector,
            level1=indicator.level1,
            level2=indicator.level2,
            core=indicator.is_core,
            content_hash=hashes[indicator.code],
            dense=row,
            words=lexical(indicator) if place == 0 else None,
        )
        for (indicator, text, place), row in zip(all_texts, rows, strict=True)
    ]


def _field(indicator: Indicator, field: str) -> Sequence[str]:
    if field == "name":
        return (plain_name(indicator),)
    value = getattr(indicator, field)
    return (value,) if isinstance(value, str) else value
