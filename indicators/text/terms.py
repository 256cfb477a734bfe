"""The words of drafts (``data/terms.yaml``): units, operators, vague words and the like; one source for everyone."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

import yaml

from indicators.library.files import DATA
from indicators.model.value import Value


class Terms(Value):
    """Word lists by what they are for.

    ``units`` maps a kind of quantity to its units; ``conversions`` a unit to its base unit and factor; ``vague`` holds the
    words that cannot be measured by what they claim, ``plain_within`` the terms in which such a word is none;
    ``dictionary`` the set terms of funds and fields, for the word cutter.
    """

    units: dict[str, tuple[str, ...]]
    conversions: dict[str, tuple[str, float]]
    operators: dict[str, tuple[str, ...]]
    vague: dict[str, tuple[str, ...]]
    plain_within: tuple[str, ...]
    vague_time: tuple[str, ...]
    placeholders: tuple[str, ...]
    name_verbs: tuple[str, ...]
    class_words: tuple[str, ...]
    routine: tuple[str, ...]
    payment: tuple[str, ...]
    filler_openings: tuple[str, ...]
    filler_words: tuple[str, ...]
    task_verbs: tuple[str, ...]
    verbs_within: tuple[str, ...]
    effect_verbs: tuple[str, ...]
    quality_words: tuple[str, ...]
    satisfaction_words: tuple[str, ...]
    time_words: tuple[str, ...]
    cost_words: tuple[str, ...]
    money_limits: tuple[str, ...]
    money_effects: tuple[str, ...]
    mishaps: tuple[str, ...]
    lower_is_better: tuple[str, ...]
    higher_is_better: tuple[str, ...]
    satisfaction_groups: tuple[str, ...]
    superior_bodies: tuple[str, ...]
    public_service: tuple[str, ...]
    project_types: dict[str, tuple[str, ...]]
    dictionary: dict[str, tuple[str, ...]]

    def unit_kind(self, unit: str) -> str | None:
        """The kind of quantity that a unit counts (万人次 as 人次 does), or None for an unknown unit."""
        plain = unit if unit in self.kinds else unit[1:] if unit[:1] in _MANY else unit
        return self.kinds.get(plain)

    @cached_property
    def vague_words(self) -> tuple[str, ...]:
        """Every word that cannot be measured, those of time (及时) included, longest first."""
        words = {*self.vague_time, *(word for group in self.vague.values() for word in group)}
        return tuple(sorted(words, key=lambda word: (-len(word), word)))

    @cached_property
    def for_cutting(self) -> tuple[str, ...]:
        """What the word cutter must not break: the dictionary, and units of two characters and more."""
        units = (unit for unit in self.kinds if len(unit) > 1 and unit.isalpha())
        return tuple(dict.fromkeys([*(word for group in self.dictionary.values() for word in group), *units]))

    @cached_property
    def kinds(self) -> dict[str, str]:
        """unit -> kind, for every unit."""
        return {unit: kind for kind, units in self.units.items() for unit in units}

    def base(self, unit: str) -> tuple[str, float]:
        """The base unit and the factor to it: 万元 -> (元, 10000), 万人次 -> (人次, 10000); others are their own base."""
        if unit in self.conversions:
            return self.conversions[unit]
        many = _MANY.get(unit[:1])
        if many and unit not in self.kinds and unit[1:] in self.kinds:
            base, factor = self.base(unit[1:])
            return base, many * factor
        return unit, 1.0

    def comparable(self, one: str, other: str) -> bool:
        """Whether two units measure the same thing (元 and 万元 do, 人 and 人次 do not)."""
        return self.base(one)[0] == self.base(other)[0]


@lru_cache(maxsize=1)
def terms(path: Path = DATA / "terms.yaml") -> Terms:
    """The words of drafts, read once."""
    return Terms.model_validate(yaml.safe_load(path.read_text("utf-8")))


_MANY = {"万": 1e4, "亿": 1e8}
