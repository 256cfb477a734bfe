"""A framework (体系框架): the levels that a target sheet must use, its obligations and its weight envelopes."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field

from indicators.model.value import Value

LEAST_POINTS = 3
"""Below this an indicator does not discriminate (product default)."""


class Level2(Value):
    """二级指标: its official name, what it reflects, and how many indicators are concise (``most``, a product default)."""

    name: str
    aliases: tuple[str, ...] = ()
    meaning: str = ""
    most: int = 3


class Level1(Value):
    """一级指标 with its second levels.

    ``open_level2`` where the framework prescribes no second level; ``at_drafting`` is false for 预算执行率, which carries
    points only at self-evaluation.
    """

    name: str
    aliases: tuple[str, ...] = ()
    meaning: str = ""
    level2: tuple[Level2, ...] = ()
    open_level2: bool = False
    at_drafting: bool = True


class Obligation(Value):
    """What a sheet must, shall or should hold: at least ``least`` indicators at ``level1`` (and ``level2``).

    ``project_types`` empty means every project; ``force`` is the word of the text (必须, 应, 原则上, 一般).
    """

    id: str
    level1: str
    level2: str | None = None
    least: int = 1
    force: Annotated[str, Field(pattern="^(必须|应|原则上|一般|按需)$")]
    clause: str | None = None
    project_types: tuple[str, ...] = ()
    public_service: bool = False


class Envelope(Value):
    """Level-1 weights for one case: which level 1 are set, and their points. ``derived`` = follows from the clause."""

    id: str
    weights: dict[str, float]
    clause: str | None = None
    derived: bool = False

    @property
    def levels(self) -> frozenset[str]:
        return frozenset(self.weights)

    @property
    def total(self) -> float:
        return sum(self.weights.values())


class Count(Value):
    """How many indicators are concise: good from ``good_low`` to ``good_high``, verbose above ``verbose``."""

    good_low: int
    good_high: int
    verbose: int


class Framework(Value):
    """One official arrangement of a target sheet. ``moves`` maps a placement of the library's own framework into this one."""

    slug: str
    name: str
    kind: Annotated[str, Field(pattern="^(project|department)$")]
    clause: str | None = None
    note: str = ""
    levels: tuple[Level1, ...]
    obligations: tuple[Obligation, ...] = ()
    envelopes: tuple[Envelope, ...] = ()
    total: float = 90
    count: Count
    moves: dict[str, str] = Field(default_factory=dict)

    @cached_property
    def _moves(self) -> dict[str, str]:
        return {"/".join(map(plain_level, source.split("/"))): target for source, target in self.moves.items()}

    def level1(self, written: str) -> Level1 | None:
        """The level that a user's words name, or None."""
        wanted = plain_level(written)
        for level in self.levels:
            if wanted and wanted in {plain_level(name) for name in (level.name, *level.aliases)}:
                return level
        return None

    def level2(self, level1: str, written: str) -> Level2 | None:
        """The second level below ``level1`` that a user's words name, or None."""
        upper, wanted = self.level1(level1), plain_level(written)
        for level in upper.level2 if upper else ():
            if wanted and wanted in {plain_level(name) for name in (level.name, *level.aliases)}:
                return level
        return None

    def place(self, level1: str, level2: str) -> tuple[str, str]:
        """Official names for a placement: moved where the framework says so, otherwise by name; unknown words stay."""
        plain = f"{plain_level(level1)}/{plain_level(level2)}"
        first, _, second = self._moves.get(plain, f"{level1}/{level2}").partition("/")
        upper = self.level1(first)
        lower = self.level2(first, second)
        return (upper.name if upper else first, lower.name if lower else second)


def plain_level(written: str) -> str:
    """A level name without blanks and its trailing 指标, so that 产出 and 产出指标 are one."""
    return "".join(written.split()).removesuffix("指标")
