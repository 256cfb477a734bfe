"""The table of contents: every rule, in the order in which sheets are checked. To add one: declare it in its family's file."""

from __future__ import annotations

from types import MappingProxyType

from indicators.quality.rules.completeness import COMPLETE
from indicators.quality.rules.coverage import COVERING
from indicators.quality.rules.feasibility import FEASIBLE
from indicators.quality.rules.measurability import MEASURABLE
from indicators.quality.rules.relevance import RELEVANT

FAMILIES = (COMPLETE, RELEVANT, COVERING, FEASIBLE, MEASURABLE)
RULES = tuple(rule for family in FAMILIES for rule in family.rules)
RULES_BY_ID = MappingProxyType({rule.id: rule for rule in RULES})
