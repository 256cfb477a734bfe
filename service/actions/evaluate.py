"""How well search finds what labelled queries ask for."""

from __future__ import annotations

from indicators.search.evaluate import Evaluation, evaluate_queries, read_queries
from service.resources import Resources


def evaluate(resources: Resources, text: str) -> Evaluation:
    """Measures of the three arms over JSON lines of queries. Raises InvalidInput naming a bad line."""
    return evaluate_queries(resources.searcher, read_queries(text))
