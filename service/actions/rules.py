"""The rule handbook."""

from __future__ import annotations

from indicators.quality import handbook
from indicators.quality.handbook import RuleEntry
from indicators.quality.profiles import DEFAULTS

DEFAULT = DEFAULTS["project"]
"""The profile of rules that are shown for no sheet in particular."""


def list_rules(profile: str = DEFAULT) -> tuple[RuleEntry, ...]:
    """Every rule as a profile has it, in the order of the table of contents. Raises InvalidInput for an unknown profile."""
    return handbook.entries(profile)


def explain(rule: str, profile: str = DEFAULT) -> RuleEntry:
    """One rule by its id as a profile has it. Raises NotFound naming the nearest ids, InvalidInput for an unknown profile."""
    return handbook.explain(rule, profile)
