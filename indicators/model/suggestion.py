"""A suggestion (建议): the concise core set for a sheet with weights, reasons, coverage and merge map."""

from __future__ import annotations

from typing import Literal

from indicators.model.value import Value

ValueFrom = Literal["goal", "sheet", "standard", "none"]


class SectorGuess(Value):
    """One sector and how sure: confidence in 0..1."""

    slug: str
    name: str
    confidence: float


class SectorChoice(SectorGuess):
    """The chosen sector with its alternatives, best first. ``given`` when the user named it."""

    alternatives: tuple[SectorGuess, ...] = ()
    given: bool = False


class SuggestedIndicator(Value):
    """One line of the set.

    ``value`` comes only from the user's words (``value_from`` goal or sheet) and is null otherwise; ``standard`` is the
    library's reference, shown beside it. ``slot`` holds the words that filled a pattern; ``kept`` marks a drafted row that
    stays in its wording; ``loss`` is the share of the coverage that is lost if the line is dropped. ``weight_low`` and
    ``weight_high`` bound the weight when this line alone is held for less or more important; ``drafted_weight`` is the sum
    of the drafted weights of the rows it replaces. ``derived`` is worked out from the user's numbers and is no value yet.
    """

    code: str | None
    name: str
    level1: str
    level2: str
    operator: str | None = None
    value: float | str | None = None
    unit: str = ""
    value_from: ValueFrom = "none"
    standard: str | None = None
    weight: float
    weight_low: float | None = None
    weight_high: float | None = None
    drafted_weight: float | None = None
    derived: str | None = None
    core: bool
    replaces: tuple[int, ...] = ()
    reasons: tuple[str, ...] = ()
    loss: float = 0.0
    slot: str | None = None
    kept: bool = False
    definition: str = ""
    formula: str = ""


class Coverage(Value):
    """One task of the text or the rows, and the lines that carry it; score in 0..1."""

    clause: str
    covered_by: tuple[str, ...]
    score: float


class Merge(Value):
    """Where a drafted row went."""

    row: int
    name: str
    into: str | None
    reason: str


class Nearest(Value):
    """A near indicator that was not good enough to suggest."""

    code: str
    name: str
    score: float


class Skeleton(Value):
    """What the user may write where the library has nothing: place, name pattern with its gaps in 〔〕, unit, and their own value."""

    clause: str
    level1: str
    level2: str
    name: str
    unit: str = ""
    target: str = ""


class Provenance(Value):
    """Everything that is needed to replay an answer."""

    library_version: str
    model: str
    index: str
    profile: str


class Suggestion(Value):
    """The whole answer. When ``abstained``, ``indicators`` is empty and ``nearest`` shows what came closest.

    ``skeletons`` are not from the library: one for each clause that no line covers. ``weight_reason`` can stand in the file.
    """

    sector: SectorChoice
    framework: str
    indicators: tuple[SuggestedIndicator, ...]
    weight_total: float
    weight_reason: str = ""
    coverage: tuple[Coverage, ...] = ()
    uncovered: tuple[str, ...] = ()
    skeletons: tuple[Skeleton, ...] = ()
    merge_map: tuple[Merge, ...] = ()
    abstained: bool = False
    nearest: tuple[Nearest, ...] = ()
    notes: tuple[str, ...] = ()
    provenance: Provenance
