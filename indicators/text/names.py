"""The name of a row: cleaned to the measure alone, and the words that nobody can measure."""

from __future__ import annotations

import re
from functools import lru_cache

from indicators.text.terms import terms
from indicators.text.values import quantities


def clean_name(name: str) -> str:
    """The measure alone: without class word, opening verb, value, unit, year and end marks."""
    text = re.sub(r"\s+", "", name)
    text = re.sub(rf"^(?:{_class_words()})\d*[：:—-]+", "", text)
    text = re.sub(r"^(?:指标)?\s*[（(]?\d{1,2}[）)、.．:：]\s*(?!\d)", "", text)
    text = re.sub(r"^\d{4}年(?:度)?", "", text)
    shorter = re.sub(rf"^(?:{'|'.join(terms().name_verbs)})+(?=.{{3}})", "", text)
    text = shorter if not shorter.startswith(("率", "数", "情况", "时间", "时限", "及时")) else text
    return _without_value(text).strip("。；;，,、:： ") or name.strip()


def is_measure(name: str) -> bool:
    """Whether the name ends in what is measured (率, 数量, 面积, 时间 …), not in a thing or an action."""
    return bool(_MEASURE_END.search(name))


def measure_name(name: str, unit: str) -> str:
    """A name that is an action or a thing, with what is counted put behind it (举办主体班, 期 -> 举办主体班期数)."""
    if is_measure(name) or not unit:
        return name
    plain = unit.lstrip("万亿")
    suffix = _SUFFIXES.get(plain) or _SUFFIXES.get(str(terms().unit_kind(unit)), "")
    return name if not suffix or name.endswith(suffix) else name + suffix


def is_vague(text: str) -> bool:
    """Whether the words cannot be measured (较好, 显著, 及时): only vague words and particles, no number or date."""
    rest = re.sub(_alternatives(terms().vague_words), "", text)
    return len(re.sub(r"(?:效果|成效|情况|程度|水平|作用|影响|[的地得了较有所到性率。，,、；;!！ ])", "", rest)) <= max(
        0, len(text) // 4
    )


def name_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a name, by which two wordings are compared to the letter."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset({text})


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of common pairs, 0..1."""
    return len(one & other) / len(one | other)


def _without_value(text: str) -> str:
    found = quantities(text)
    if not found or found[0].start < 2:
        return text
    head = re.sub(r"(?:不少于|不低于|不超过|不高于|达到|达|超过|为|≥|≤|=|>|<|＝|以上)+$", "", text[: found[0].start])
    tail = re.sub(r"^(?:以上|及以上|以内|左右)", "", text[found[0].end :])
    return head if len(tail) < 2 else head + tail


@lru_cache(maxsize=4)
def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _class_words() -> str:
    return _alternatives(terms().class_words)


_SUFFIXES = {
    "人次": "人次",
    "场": "场次",
    "场次": "场次",
    "次": "次数",
    "期": "期数",
    "天": "天数",
    "人": "人数",
    "名": "人数",
    "户": "户数",
    "家": "家数",
    "%": "比例",
    "分": "得分",
    "area": "面积",
    "length": "长度",
    "mass": "总量",
    "volume": "总量",
    "money": "金额",
    "count": "数量",
}
_MEASURE_END = re.compile(
    r"(?:率|数|数量|量|度|人次|场次|[家户车台班架篇课辆例件批]次|次数|期数|班次|批次|面积|长度|里程|浓度|比例|比率|比重|占比|天数|时长|时间|时限|周期|时效|成本|"
    r"标准|收入|产值|金额|总额|额|得分|分数|情况|水平|效果|程度|机制|性|指数|等级|规模|能力|单价|造价|费|总值|人数|户数|家数|件数|条数|项数|台数|套数)"
    r"(?:[（(][^）)]*[）)])?$"
)
