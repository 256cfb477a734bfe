"""Where a drafted row stands in the framework, however its level names are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indicators.model.framework import Framework, Level1, plain_level
from indicators.model.sheet import SheetRow

OUTPUT = frozenset({"产出指标", "履职效能"})
BENEFIT = frozenset({"效益指标", "社会效应"})
COST = frozenset({"成本指标"})
COST2 = frozenset({"成本指标", "经济成本指标", "社会成本指标", "生态环境成本指标"})
EXTERNAL_COST = frozenset({"社会成本指标", "生态环境成本指标"})
MANAGEMENT = frozenset({"管理效率", "运行成本"})
LASTING = frozenset({"可持续发展能力"})
SATISFACTION = frozenset({"满意度指标", "服务对象满意度"})
QUANTITY = frozenset({"数量指标", "履职数量"})
QUALITY = frozenset({"质量指标", "履职质量"})
TIMELINESS = frozenset({"时效指标", "履职时效"})
"""Official level names of the frameworks by the part they play."""


@dataclass(frozen=True)
class Place:
    """Official level names; None where the written words are not understood."""

    level1: str | None = None
    level2: str | None = None


def place_row(row: SheetRow, framework: Framework | None) -> Place:
    """The place of a row. Without a level 1 the level 2 decides, if it belongs to one level 1 only.

    Satisfaction written below 效益 (older forms) counts as satisfaction: 财预〔2021〕101号 二（四） sets it apart.
    """
    if framework is None:
        return Place()
    written1, written2 = level_words(row.level1), level_words(row.level2)
    if "满意" in written2 and (level := _satisfaction(framework)):
        return _within(framework, level, written2)
    if level := framework.level1(written1):
        return _within(framework, level, written2)
    return _by_level2(framework, written2) or _by_level2(framework, written1) or Place()


def level_words(written: str) -> str:
    """A level name without number, points and notes: 二、产出指标（50分） -> 产出指标."""
    text = re.sub(r"[（(\[【][^）)\]】]{0,60}[）)\]】]", "", "".join(written.split()))
    text = re.sub(r"^(?:[一二三四五六七八九十]+|\d+(?:\.\d+)*)[、.．:：]?", "", text)
    return re.sub(r"[:：]?\d*(?:\.\d+)?[分%％]?$", "", text)


_LEVEL1_WORDS = re.compile(r"产出|效益|成本|满意|预算执行|决策|过程|投入|效果")
_DEPARTMENT_WORDS = re.compile(r"运行|管理|履职|效应|可持续|效能|创新|党建|重点")
_LEVEL2_WORDS = re.compile(
    r"数量|质量|时效|成本|经济|社会|生态|环境|可持续|满意|预算执行|进度|资金|管理|立项|落实|公平|效率"
)


def is_known_level1(written: str, kind: str) -> bool:
    """Whether the words name a level 1 of any framework in use, also of one that the library does not hold."""
    words = level_words(written)
    return bool(_LEVEL1_WORDS.search(words) or (kind == "department" and _DEPARTMENT_WORDS.search(words)))


def is_known_level2(written: str) -> bool:
    """Whether the words name a level 2 of any framework of project targets."""
    return bool(_LEVEL2_WORDS.search(level_words(written)))


def _within(framework: Framework, level: Level1, written2: str) -> Place:
    lower = framework.level2(level.name, written2)
    if lower:
        return Place(level.name, lower.name)
    elsewhere = _by_level2(framework, written2)
    return Place(level.name, elsewhere.level2 if elsewhere else _by_word(level, written2))


def _by_word(level: Level1, written2: str) -> str | None:
    """The second level of which the written one only says more (工作时效 -> 履职时效), or None."""
    said = [word for word in ("数量", "质量", "时效") if word in written2]
    parts = [lower.name for lower in level.level2 if len(said) == 1 and said[0] in lower.name]
    return parts[0] if len(parts) == 1 else None


def _by_level2(framework: Framework, written: str) -> Place | None:
    wanted = plain_level(written)
    found = [
        Place(level.name, lower.name)
        for level in framework.levels
        for lower in level.level2
        if wanted and wanted in {plain_level(name) for name in (lower.name, *lower.aliases)}
    ]
    return found[0] if len({place.level1 for place in found}) == 1 else None


def _satisfaction(framework: Framework) -> Level1 | None:
    return next((level for level in framework.levels if level.name in SATISFACTION), None)
