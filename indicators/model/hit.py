"""What a search gives: indicators with scores and the reasons for their rank."""

from __future__ import annotations

from indicators.model.value import Value


class Hit(Value):
    """One indicator found. ``score`` is the fused score; ``dense`` (cosine) and ``lexical`` (BM25) are the arms' own."""

    code: str
    name: str
    sector: str
    level1: str
    level2: str
    core: bool
    score: float
    dense: float | None = None
    lexical: float | None = None
    reasons: tuple[str, ...] = ()


class SearchAnswer(Value):
    """Hits, best first. ``degraded`` when an arm was down."""

    query: str
    hits: tuple[Hit, ...]
    library_version: str
    degraded: bool = False
