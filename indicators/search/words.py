"""Chinese word cutting: text -> the terms that the lexical arm matches.

Terms are the words that jieba finds (search mode: long words and the words inside them), every pair of neighbouring
characters, so that a word that jieba does not know still matches, and every character, so that 检修 still meets 维修;
latin words such as PM2.5 stay whole, numbers go. Measured on 121 paraphrases (nDCG@10 of the arm alone): words 0.867, words
and pairs 0.888, with characters 0.921. The set terms of ``terms.yaml`` (funds, programmes, units) are words too; they make no
difference to that figure, and the words that are shown to users are theirs.
"""

from __future__ import annotations

import hashlib
import logging
import re
import unicodedata
import warnings
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from platformdirs import user_cache_path

from indicators.text.terms import terms

RULES = "1"
"""Raised whenever equal text would give other terms: the index is then built anew."""

STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "以及 或者 并且 其中 对于 关于 通过 根据 按照 为了 之间 等等 不少 不低 不高 不超 少于 低于 高于 超过 不少于 不低于 不高于 "
        "不超过 大于 小于 等于 以上 以下 以内 达到 左右 全年 年度 年内 当年 本年 今年",
    )
)
_GLUE = frozenset("的了和与及或并等其在将为对把被所之于")
"""Function characters. They mean nothing alone, and a pair that holds one spans two words and matches by accident."""

_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff〇]+|[a-z][a-z0-9]+(?:\.[0-9]+)?|[0-9]+[a-z][a-z0-9]*")
_ASCII_ONLY = re.compile(r"[\x00-\x7f]+")


def words(text: str) -> tuple[str, ...]:
    """The terms of ``text``, repeated where they occur again: words, then pairs, then characters, run by run."""
    terms: list[str] = []
    for run in _RUN.findall(normal(text)):
        terms.extend((run,) if _ASCII_ONLY.fullmatch(run) else _han_terms(run))
    return tuple(terms)


def whole_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` as a reader would cut it, once each: what can be shown to a user."""
    terms: list[str] = []
    for run in _RUN.findall(normal(text)):
        terms.extend((run,) if _ASCII_ONLY.fullmatch(run) else _kept(_jieba().cut(run)))
    return tuple(dict.fromkeys(terms))


def normal(text: str) -> str:
    """Full and half width, upper and lower case made one (NFKC, lower case)."""
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=65536)
def term_id(term: str) -> int:
    """A stable 32-bit number: the first four bytes of blake2s, the same on every machine and in every version."""
    return int.from_bytes(hashlib.blake2s(term.encode(), digest_size=4).digest(), "big")


def fingerprint() -> str:
    """Changes whenever equal text may be cut differently: our rules, jieba's dictionary, or ours."""
    ours = hashlib.sha256("\n".join(terms().for_cutting).encode()).hexdigest()[:8]
    return f"{RULES}/{version('jieba')}/{ours}"


def _han_terms(run: str) -> list[str]:
    pairs = [run[i : i + 2] for i in range(len(run) - 1)]
    pairs = [pair for pair in pairs if pair not in STOP_WORDS and _GLUE.isdisjoint(pair)]
    return [*_han_words(run), *pairs, *(character for character in run if character not in _GLUE)]


@lru_cache(maxsize=8192)
def _han_words(run: str) -> tuple[str, ...]:
    return _kept(_jieba().cut_for_search(run))


def _kept(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in found if len(word) > 1 and word not in STOP_WORDS)


@lru_cache(maxsize=1)
def _jieba() -> Any:
    """An own tokenizer; its cache of the dictionary lies with ours where it can, not in the shared /tmp."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42 has escapes in its patterns that newer Pythons warn about
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    with suppress(OSError):
        tokenizer.tmp_dir = str(user_cache_path("zhibiao", ensure_exists=True))
    tokenizer.initialize()
    for word in terms().for_cutting:
        tokenizer.add_word(word)
    return tokenizer
