"""The indicator of the library that a row surely is: near in meaning and, so that no neighbour is taken for it, in words."""

from __future__ import annotations

from indicators.model.indicator import Direction, Indicator
from indicators.quality.meaning import Meaning
from indicators.quality.measures import bare_name
from indicators.quality.reading import ReadRow
from indicators.text.names import name_pairs, overlap

_LIKE = 0.95
_SHARED = 0.5


def sure_indicator(meaning: Meaning | None, row: ReadRow) -> Indicator | None:
    """The nearest indicator where meaning, most of the wording and the measured thing (its last character) agree, or None."""
    name = bare_name(row.name)
    for near in meaning.nearest.get(row.number, ()) if meaning else ():
        indicator = near.indicator
        if near.likeness < _LIKE:
            return None
        if not indicator.is_pattern and any(
            _is_alike(name, bare_name(other)) for other in (indicator.name, *indicator.aliases)
        ):
            return indicator
    return None


def runs_against(row: ReadRow, indicator: Indicator) -> bool:
    """Whether the sign of the row is the opposite of the indicator's direction, which also allows no such sign."""
    sign = row.value.operator
    if not row.value.is_number or row.value.value == 0 or row.value.kind == "money":
        return False
    if sign in {"≥", ">"}:
        return indicator.direction is Direction.LOWER and not {"≥", ">"} & set(indicator.operators)
    return sign in {"≤", "<"} and indicator.direction is Direction.HIGHER and not {"≤", "<"} & set(indicator.operators)


def _is_alike(name: str, other: str) -> bool:
    return name[-1:] == other[-1:] and overlap(name_pairs(name), name_pairs(other)) >= _SHARED
