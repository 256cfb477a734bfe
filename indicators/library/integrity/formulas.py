"""Formulas: brackets, percent, and quantities that are named so that everyone counts the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.library.integrity.fault import Check, Fault
from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator, Method

PERCENT = "%"
_EXPLAINED = re.compile(r"[，；,;。]")
_ASIDE = re.compile(r"（[^（）]*）")
_SIGNS = re.compile(r"[÷×−＋＝（）+=]|或者?")
_FIGURE = re.compile(r"[0-9.%％]*")
_COUNTING = re.compile(
    r"实际|计划|应当|全部|本期|本年|上年|当年|年度|统计期内?|合计|之和|数量|数额|金额|总额|总量|总数|次数|件数|项数|[的应已总各数量额值]"
)
"""Words that say how something is counted, and not what."""
_OF_THE_NAME = re.compile(r"(?:基期|本期|上年|本年|期初|期末|实施前|实施后|服务前|服务后)")
"""A quantity of two moments is the one that the name speaks of."""
_OF_A_SURVEY = re.compile(r"满意|有效(?:问卷|评价|份数)|问卷")
"""Shares of satisfied answers are counted alike everywhere."""


def quantities(formula: str) -> tuple[str, ...]:
    """The quantities that a formula of ratio names: 合格数（份）÷总数×100%，按… -> 合格数, 总数."""
    said = _ASIDE.sub("", _EXPLAINED.split(formula)[0]) if "÷" in formula else ""
    parts = (part.strip() for part in _SIGNS.split(said))
    return tuple(part for part in parts if part and not _FIGURE.fullmatch(part))


def _brackets_are_closed(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        if indicator.formula.count("（") != indicator.formula.count("）"):
            yield Fault(indicator.code, f"公式“{indicator.formula}”的括号不成对；请补齐")


def _percent_agrees_with_the_unit(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        is_share = "×100%" in indicator.formula.replace(" ", "")
        if is_share and PERCENT not in indicator.all_units:
            yield Fault(indicator.code, f"公式得百分数而单位是“{indicator.unit}”；请改单位或公式")
        if "÷" in indicator.formula and indicator.unit == PERCENT and not is_share:
            yield Fault(indicator.code, "单位是%的比率，公式要写×100%")


def _quantities_are_defined(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        for quantity in quantities(indicator.formula):
            if not _is_defined(quantity, indicator):
                yield Fault(
                    indicator.code,
                    f"公式里的“{quantity}”没有说清是什么的数；请写全，或在 definition 里交代这个量",
                )


def _is_defined(quantity: str, indicator: Indicator) -> bool:
    """Whether name, definition or the formula's own explanation say what is counted."""
    if _OF_THE_NAME.match(quantity) or (indicator.method is Method.SURVEY and _OF_A_SURVEY.search(quantity)):
        return True
    what = _COUNTING.sub("", quantity)
    explained = "".join(_EXPLAINED.split(indicator.formula)[1:])
    known = "".join((indicator.name, *indicator.aliases, indicator.definition, explained))
    return bool(what) and any(pair in known for pair in _pairs(what))


def _pairs(words: str) -> list[str]:
    return [words[start : start + 2] for start in range(len(words) - 1)] or [words]


CHECKS: tuple[Check, ...] = (_brackets_are_closed, _percent_agrees_with_the_unit, _quantities_are_defined)
