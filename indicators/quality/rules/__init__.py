"""The table of contents: every rule, in the order in which sheets are checked. To add one: declare it in its family's file."""

from __future__ import annotations

from types import MappingProxyType

from indicators.quality.rules import (  # noqa: F401 - each declares its rules into a family
    approved,
    conciseness,
    contradictions,
    dimensions,
    form_arithmetic,
    goal,
    meanings,
    money,
    naming_faults,
    no_indicators,
    periods,
    repetition,
    strictness,
    tasks,
    units,
    values,
    weights,
)
from indicators.quality.rules.completeness import COMPLETE
from indicators.quality.rules.coverage import COVERING
from indicators.quality.rules.feasibility import FEASIBLE
from indicators.quality.rules.measurability import MEASURABLE
from indicators.quality.rules.monitoring import MONITORING
from indicators.quality.rules.relevance import RELEVANT
from indicators.quality.rules.self_evaluation import EVALUATED

FAMILIES = (COMPLETE, RELEVANT, COVERING, FEASIBLE, MEASURABLE, MONITORING, EVALUATED)
RULES = tuple(rule for family in FAMILIES for rule in sorted(family.rules, key=lambda rule: rule.id))
RULES_BY_ID = MappingProxyType({rule.id: rule for rule in RULES})
