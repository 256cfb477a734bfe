"""Indicators by meaning and by word."""

from __future__ import annotations

from indicators.model.hit import SearchAnswer
from service.resources import Resources


def search(resources: Resources, text: str, *, sector: str | None = None, limit: int = 10) -> SearchAnswer:
    """The best indicators for a text, each with its reasons. Raises InvalidInput for an empty text or unknown sector."""
    slug = resources.library.sector(sector).slug if sector else None
    return resources.searcher.search(text, sector=slug, limit=limit)
