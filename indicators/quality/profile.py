"""A profile (规则集): which rules are on, how heavy they weigh, and which official texts bind the sheet. Data, not code."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from indicators.model.finding import Severity
from indicators.model.value import Value

Monthly: TypeAlias = Annotated[tuple[float, ...], Field(min_length=12, max_length=12)]
"""Percent or points for January to December."""


class Thresholds(Value):
    """Numbers of the rules. None means the framework's own count.

    ``weight_totals`` are the sums accepted without a row 预算执行率, ``execution_total`` the sum with it.

    Monitoring: ``execution_progress`` and ``target_progress`` are the least percent after each month, ``progress_gap`` the most
    points between the two. None of them is official: execution follows a provincial notice [PRACTICE], which marks the ends of
    April, June, August and October; between them the last mark holds. Targets: 80 % of the time gone by, from where on a light
    is yellow [DEFAULT]. Gap: 20 points [DEFAULT]; the notice has 10, which at midyear nearly every sheet passes, since rates
    count in full from the first month (profile ``strict``).

    Self-evaluation: ``low_execution`` in percent (a district: 90), ``low_completion`` and ``over_completion`` as shares of the
    value, from which on a reason is asked for [PRACTICE].
    """

    good_indicators: int | None = Field(default=None, ge=1)
    most_indicators: int | None = Field(default=None, ge=1)
    weight_totals: tuple[float, ...] = (90.0, 100.0)
    execution_total: float = 100.0
    execution_progress: Monthly = (0, 0, 0, 25, 25, 40, 40, 60, 60, 80, 80, 80)
    target_progress: Monthly = (7, 13, 20, 27, 33, 40, 47, 53, 60, 67, 73, 80)
    progress_gap: Monthly = (20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20)
    low_execution: float = 80.0
    low_completion: float = 0.7
    over_completion: float = 1.3


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
