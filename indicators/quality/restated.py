"""Whether the amount of a task stands elsewhere in a sheet, so that its 完成率 adds nothing."""

from __future__ import annotations

import re

from indicators.quality.reading import ReadRow, ReadSheet, plain
from indicators.text.clauses import read_goal
from indicators.text.names import name_pairs

_GENERAL = re.compile(
    r"(?:全年|年度|本年|各项|重点|主要|全部|工作|任务|计划|项目|建设|采购|实施|目标|方案|总体|活动|会议|培训|工程|服务|保障|监督|检查|开展|的)+"
)
LEAST_SHARE = 0.3
"""Share of the pairs of characters of a task that must be found in one name or clause."""


def is_counted_elsewhere(line: ReadRow, matter: str, sheet: ReadSheet, kind: str) -> bool:
    """Whether a count row or a clause of the goal gives the amount of ``matter``.

    A matter of general words only (年度工作任务) is counted by any count; in a department sheet that is regular content.
    """
    counts = [row.name for row in sheet.rows if row is not line and row.is_output and row.value.kind in _AMOUNTS]
    clauses = [clause.text for clause in read_goal(sheet.sheet.goal) if clause.counts]
    thing = _GENERAL.sub("", matter)
    if not thing:
        return kind == "project" and bool(counts or clauses)
    return any(_shares(matter, words) for words in (*counts, *clauses))


_AMOUNTS = frozenset({"count", "area", "length", "mass", "volume", "data", "energy"})


def _shares(matter: str, words: str) -> bool:
    pairs = name_pairs(plain(matter))
    return len(pairs & name_pairs(plain(words))) >= LEAST_SHARE * len(pairs)
