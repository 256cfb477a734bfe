"""The fingerprint of a finding: the same for the same fault of the same line, however the line is typed or moved.

It rests on patterns of its own, not on the term lists, which grow: a fingerprint that is written down must hold for years.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

_CLASSES = "(?:服务对象|社会公众)?满意度|(?:经济|社会|生态)效益|(?:经济|社会|生态环境)?成本|可持续影响|产出|效益|数量|质量|时效|投入|过程"
_NUMBERING = re.compile(r"(?:[①-⑳]|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．](?!\d))\s*")
_CLASS_WORD = re.compile(rf"(?:(?:{_CLASSES})(?:指标\d*(?=.)|\d*(?=:))|指标\d*(?=:))[:、—-]*")
_OPENING = re.compile(r"(?:开展|举办|组织|实施|进行|召开|完成|确保|保证|实现)+(?=.{3})")

_REWRITTEN = (
    # dates: the year goes, 2026-11-05 and 2026年11月5日 are one; the same line next year is the same finding
    (re.compile(r"(?<!\d)(?:19|20)\d{2}[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)日?"), r"\1月\2日"),
    (re.compile(r"(?<!\d)(?:19|20)\d{2}年度?"), ""),
    # numbers: 1,000 is 1000, 95.0 is 95, 05 is 5
    (re.compile(r"(?<=\d),(?=\d{3}(?!\d))"), ""),
    (re.compile(r"(\d\.\d*?)0+(?!\d)"), r"\1"),
    (re.compile(r"(?<=\d)\.(?!\d)"), ""),
    (re.compile(r"(?<![\d.])0+(?=\d)"), ""),
    (re.compile(r"(?<=[\d%])[-—–~至到](?=\d)"), "~"),
    # signs
    (re.compile(r"不少于|不低于|不小于|大于(?:或)?等于|至少|>=|≧"), "≥"),
    (re.compile(r"不超过|不高于|不多于|不大于|小于(?:或)?等于|至多|<=|≦"), "≤"),
    (re.compile(r"^=|[,、。;:\"'‘’“”()\[\]{}【】《》〈〉·—–\-_/]|的"), ""),
    # one word for each measure and level
    (re.compile(r"(?:场次|场数|次数)$"), "次"),
    (re.compile(r"(?:数量|个数|总数)$"), "数"),
    (re.compile(r"满意(?:率|程度)$"), "满意度"),
    (re.compile(r"(?<=.)指标$"), ""),
)


def fingerprint(rule_id: str, subject: str, *, sheet: str = "", occurrence: int = 1) -> str:
    """16 hex digits of a rule, what its finding is about (parts joined by ``|``) and the sheet's project.

    ``occurrence`` tells lines apart that are the same in every word. Neither level nor place of a row counts.
    """
    parts = (rule_id, normal(sheet), *map(normal, subject.split("|")))
    return hashlib.sha256(f"{'|'.join(parts)}#{occurrence}".encode()).hexdigest()[:16]


def normal(text: str) -> str:
    """A text without what may differ between two writings of it.

    Blanks, width, marks, numbering, class word, opening verb, year, and the format of numbers and signs go; digits stay, since
    an exemption of 120 % is none of 1000 %.
    """
    kept = _NUMBERING.sub("", text.strip(), count=1) if _NUMBERING.match(text.strip()) else text
    kept = re.sub(r"\s+", "", unicodedata.normalize("NFKC", kept)).casefold()
    for opening in (_CLASS_WORD, _OPENING):
        if match := opening.match(kept):
            kept = kept[match.end() :]
    for pattern, put in _REWRITTEN:
        kept = pattern.sub(put, kept)
    return kept
