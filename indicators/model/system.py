"""An indicator system (指标体系): the concise core set of a sector, or of one of its branches, with weights."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from indicators.model.value import Value


class SystemEntry(Value):
    """One line of a system: an indicator, its points, and the codes that may stand in its place; ``slot`` fills a pattern."""

    code: str
    weight: Annotated[float, Field(gt=0, le=100)]
    instead: tuple[str, ...] = ()
    slot: str = ""


class Change(Value):
    """One line of the change log."""

    version: str
    what: str


class IndicatorSystem(Value):
    """A first-class set with a version; the weights sum to ``total`` exactly."""

    slug: str
    name: str
    sector: str
    branch: str = ""
    framework: str
    total: float = 90
    version: str = "1"
    usage: str = ""
    entries: tuple[SystemEntry, ...]
    changes: tuple[Change, ...] = ()
