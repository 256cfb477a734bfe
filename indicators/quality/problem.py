"""What a rule says of a sheet: problems, or a verdict that it could not or need not look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from indicators.model.finding import Fix


@dataclass(frozen=True)
class Problem:
    """One fault. ``row`` counts from 1 and is None for the whole sheet; ``cell`` is the field that holds the fault.

    ``subject`` is what the fault is about in words that do not change when rows are moved; the fingerprint rests on it.
    ``clause`` overrides the clause of the rule.
    """

    message: str
    subject: str
    row: int | None = None
    cell: str = "name"
    evidence: str = ""
    fix: Fix | None = None
    clause: str | None = None


@dataclass(frozen=True)
class Verdict:
    """Why a rule did not come to pass or fail."""

    outcome: Literal["not_applicable", "insufficient_data"]
    reason: str


Problems: TypeAlias = Iterator[Problem | Verdict]


def not_applicable(reason: str) -> Verdict:
    """The rule does not concern this sheet."""
    return Verdict("not_applicable", reason)


def insufficient(reason: str) -> Verdict:
    """The rule concerns this sheet and cannot be decided from what it holds."""
    return Verdict("insufficient_data", reason)
