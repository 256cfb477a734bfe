"""One cell -> a clean value. What a text says is never changed, only how it is typed."""

from __future__ import annotations

import re
import string

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_BLANKS = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_FULL_WIDTH = str.maketrans(
    {
        **{chr(ord(character) + 0xFEE0): character for character in string.digits + string.ascii_letters},
        **dict(zip("％．＋－＝＞＜≧≦﹥﹤﹦", "%.+-=><≥≤><=", strict=True)),
    }
)
_SIGNS = ((">=", "≥"), ("<=", "≤"))

_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
_NUMBERING = re.compile(
    r"(?:(?:三级)?指标\s*[0-9一二三四五六七八九十]+\s*[:：.、．]?(?![0-9])"
    r"|[(（]\s*[0-9一二三四五六七八九十]{1,3}\s*[)）]"
    r"|[0-9]{1,3}\s*(?:[、)）]|[.．:：](?![0-9]))"
    r"|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[\u2460-\u2473\u2474-\u2487])\s*"
)
_PLACEHOLDER = re.compile(
    r"[\s.…。·/\\|_*~?？\-—–－×Xx]*|[（(]?(?:无|空|略|待定|待填|此处填写.*|请填写.*)[)）]?|N/?A|(?:目标|任务|指标|重点工作)[0-9]+[:：]?[.…。]*",
    re.IGNORECASE,
)

_OPERATORS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("≥", ("大于或等于", "大于等于", "大于或者等于", "不低于", "不少于", "不小于", "至少", "≥")),
    ("≤", ("小于或等于", "小于等于", "小于或者等于", "不超过", "不高于", "不大于", "不多于", "至多", "≤")),
    (">", ("大于", "高于", "多于", "超过", ">")),
    ("<", ("小于", "低于", "少于", "<")),
    ("=", ("等于", "=")),
)
_NUMBER = re.compile(r"[¥￥]?\s*([-+]?\d[\d,，]*(?:\.\d+)?(?:[eE][-+]?\d+)?)\s*(.*)", re.DOTALL)


def clean(text: str) -> str:
    """The text without invisible characters and odd blanks, full-width digits and signs as plain ones.

    Lines stay; blank lines go.
    """
    typed = _BLANKS.sub(" ", _INVISIBLE.sub("", text)).translate(_FULL_WIDTH)
    for written, sign in _SIGNS:
        typed = typed.replace(written, sign)
    return "\n".join(filter(None, (line.strip() for line in typed.split("\n"))))


def one_line(text: str) -> str:
    """The lines of a cell that was wrapped, as one; a blank only stands between two words that are not Chinese."""
    return _BETWEEN_CHINESE.sub("", text.replace("\n", " ")) if "\n" in text else text


def numbering(text: str) -> str:
    """The numbering that the text begins with (指标1：, 1., （1）, ①), or "". A number that counts something is none."""
    found = _NUMBERING.match(text)
    return found.group() if found else ""


def strip_numbering(text: str) -> str:
    """The text without the numbering before it."""
    return text.removeprefix(numbering(text)).strip()


def is_placeholder(text: str) -> bool:
    """Whether the text only holds a place: blank, ……, /, 无, 指标1：."""
    return _PLACEHOLDER.fullmatch(text.strip()) is not None


def operator_of(text: str) -> tuple[str, str]:
    """The operator that a value begins with, in signs or words, and the rest: 不低于95% -> (≥, 95%); none: ("", text)."""
    for sign, written in _OPERATORS:
        for word in written:
            if text.startswith(word):
                return sign, text.removeprefix(word).strip()
    return "", text


def number_of(text: str) -> tuple[float, str] | None:
    """A number with thousands marks and what follows it: 1,640.50万元 -> (1640.5, 万元). None where none begins it."""
    found = _NUMBER.fullmatch(text.strip())
    return (float(re.sub("[,，]", "", found.group(1))), found.group(2).strip()) if found else None


def numbered_items(text: str) -> list[str]:
    """The items of a cell that numbers several, without their numbers: each begins a line. One item: the whole text.

    A line of dots stands for a further item, as in the printed forms.
    """
    items: list[str] = []
    for line in text.split("\n"):
        if numbering(line) or is_placeholder(line) or not items:
            items.append(line)
        else:
            items[-1] = f"{items[-1]}\n{line}"
    if len(items) < 2 or not numbering(items[0]):
        return [text]
    return [strip_numbering(one_line(item)) for item in items]
