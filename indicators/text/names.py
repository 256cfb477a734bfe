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


def is_vague(text: str) -> bool:
    """Whether the words cannot be measured (较好, 显著, 及时): only vague words and particles, no number or date."""
    words = terms()
    rest = re.sub(_alternatives((*words.vague, *words.vague_time)), "", text)
    return len(re.sub(r"[的地得了较有所到性率。，,、；;!！ ]", "", rest)) <= max(0, len(text) // 4)


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
