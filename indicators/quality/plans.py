"""Plans and papers that a sheet cites although they have run out for its year."""

from __future__ import annotations

import re

from indicators.text.values import fold

_FIVE_YEARS = {"十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030}
_NUMBERED = re.compile(
    r"[“\"]?(?P<number>十[二三四五])[·•]?五[”\"]?(?!收官|末|总结|以来|期间|时期|成果|基础|结转|遗留|续建|跨年)"
)
_SPANNED = re.compile(
    r"20\d{2}年?[-—–~～至]+(?P<end>20\d{2})年?[)）]?[^，,。；;]{0,12}?(?:规划|计划|纲要|行动|方案)"
    r"|(?:规划|计划|纲要|方案)[（(]20\d{2}年?[-—–~～至]+(?P<after>20\d{2})年?"
)
_REPEALED = re.compile(r"财预[〔\[【(（]2011[〕\]】)）]285号")
_LOOKS_BACK = re.compile(r"总结|评估|收官|后评价|终期|档案|数据")


def expired_citation(text: str, year: int | None) -> str | None:
    """The plan that ends before ``year`` (十三五规划 in 2026) or the repealed paper that a text cites, otherwise None.

    财预〔2011〕285号 was replaced by 财预〔2020〕10号 第三十二条. A text that looks back on a plan (总结, 评估) cites it rightly.
    """
    folded = fold(text)
    if match := _REPEALED.search(folded):
        return match.group()
    if year is None or _LOOKS_BACK.search(folded):
        return None
    for match in _NUMBERED.finditer(folded):
        if _FIVE_YEARS[match["number"]] < year:
            return match.group()
    for match in _SPANNED.finditer(folded):
        if int(match["end"] or match["after"]) < year:
            return match.group()
    return None
