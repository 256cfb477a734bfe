"""The rule handbook."""

from __future__ import annotations

from indicators.quality import handbook
from indicators.quality.handbook import RuleEntry


def list_rules() -> tuple[RuleEntry, ...]:
    """Every rule, in the order of the table of contents."""
    return handbook.entries()


def explain(rule: str) -> RuleEntry:
    """One rule by its id. Raises NotFound naming the nearest ids."""
    return handbook.explain(rule)
