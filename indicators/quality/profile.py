"""A profile (规则集): which rules are on, how heavy they weigh, and which official texts bind the sheet. Data, not code."""

from __future__ import annotations

from pydantic import Field

from indicators.model.finding import Severity
from indicators.model.value import Value


class Thresholds(Value):
    """Numbers of the rules. None means the framework's own count.

    ``weight_totals`` are the sums accepted without a row 预算执行率, ``execution_total`` the sum with it; ``alike`` is the
    similarity from which a model may call two names one.
    """

    good_indicators: int | None = Field(default=None, ge=1)
    most_indicators: int | None = Field(default=None, ge=1)
    weight_totals: tuple[float, ...] = (90.0, 100.0)
    execution_total: float = 100.0
    alike: float = Field(default=0.96, ge=0, le=1)


class Profile(Value):
    """``scope`` names the documents (slugs of clause ids) that bind the sheet: only their clauses are shown as 依据.

    ``clauses`` puts the local clause in the place of a rule's own, ``disabled`` gives the reason for each rule that is out.
    """

    slug: str
    name: str
    kind: str = Field(pattern="^(project|department)$")
    framework: str
    note: str = ""
    scope: tuple[str, ...] = ()
    thresholds: Thresholds = Thresholds()
    severities: dict[str, Severity] = Field(default_factory=dict)
    clauses: dict[str, str] = Field(default_factory=dict)
    disabled: dict[str, str] = Field(default_factory=dict)

    @property
    def rule_ids(self) -> frozenset[str]:
        """Every rule that the profile speaks of."""
        return frozenset({*self.severities, *self.clauses, *self.disabled})
