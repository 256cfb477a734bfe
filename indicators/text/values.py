"""Numbers, units, operators and dates in Chinese text; nothing is read that is not there.

Chinese numerals (三百二十), multipliers (1.2万人次), thousands (1,200), money (万元), percent (百分之九十五), ranges (80%—90%),
operators before (不少于, ≥) and after (以上, 以内), dates (12月底前) and terms (30日内).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from indicators.text.terms import terms

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MULTIPLIERS = {"百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8}


@dataclass(frozen=True)
class Quantity:
    """A number with its unit as it stands in the text at ``start:end``.

    ``value`` is in ``unit`` as written (1.2万人次 -> 1.2 万人次; 3千人 -> 3000 人); ``high`` is the upper end of a range;
    ``each`` names what the number is of where it is no total (每期培训70名: 期), and ``unit`` ends in it (名/期);
    ``operator`` is None where the text has none; ``kind`` is a key of ``Terms.units``.
    """

    value: float
    unit: str
    operator: str | None
    kind: str
    text: str
    start: int
    end: int
    high: float | None = None
    each: str = ""

    @property
    def base_value(self) -> float:
        """The value in the base unit (元, 平方米, 米 …)."""
        return self.value * terms().base(self.unit)[1]


@dataclass(frozen=True)
class Moment:
    """A date or a period by which something is done, in the text's own words without the trailing 前."""

    text: str
    start: int
    end: int

    @property
    def month(self) -> int | None:
        """The month in which it falls, where the text names one (年底 is December)."""
        if match := re.search(r"(?:(\d{1,2})月|\d{4}[-/.](\d{1,2})[-/.])", self.text):
            return int(match[1] or match[2])
        if match := re.search(r"(十[一二]?|[一二三四五六七八九])月", self.text):
            return int(chinese_number(match[1]) or 0) or None
        return 12 if "年底" in self.text or "年末" in self.text else None

    @property
    def duration(self) -> tuple[float, str] | None:
        """Number and unit of a term (24小时内 -> 24, 小时), None for a date."""
        match = re.fullmatch(r"(\d+|[一二两三四五六七八九十]+)(个工作日|工作日|个月|小时|分钟|日|天)(?:内)?", self.text)
        value = match and (float(match[1]) if match[1].isdigit() else chinese_number(match[1]))
        return (value, match[2]) if match and value else None


@dataclass(frozen=True)
class Target:
    """A target value taken apart. ``value`` is a number, a date in words, or the qualitative words; None when empty."""

    operator: str | None
    value: float | str | None
    unit: str
    raw: str
    kind: str

    @property
    def is_number(self) -> bool:
        return isinstance(self.value, float)


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Full-width digits, letters and signs to half-width, character by character, so that positions stay."""
    return "".join(folded if len(folded := unicodedata.normalize("NFKC", char)) == 1 else char for char in text)


def chinese_number(words: str) -> float | None:
    """三百二十 -> 320, 两万五千 -> 25000, 十二 -> 12; None when it is no numeral."""
    if not words or any(char not in _DIGITS and char not in _TENS and char not in "万亿" for char in words):
        return None
    if re.search("[一二两三四五六七八九]{2}", words):  # 十四五 names a plan, 三五 is a guess
        return None
    hundred_millions = ten_thousands = section = digit = 0.0
    for char in words:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section, digit = section + (digit or 1) * _TENS[char], 0.0
        elif char == "万":
            ten_thousands, section, digit = (section + digit) * 1e4, 0.0, 0.0
        else:
            hundred_millions, ten_thousands, section, digit = (ten_thousands + section + digit) * 1e8, 0.0, 0.0, 0.0
    number = hundred_millions + ten_thousands + section + digit
    return number if number or words[0] in "零〇" else None


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number with a unit in ``text``, in order; dates are left to ``moments``."""
    folded = fold(text)
    taken = [(moment.start, moment.end) for moment in moments(text)]
    found = []
    for match in _quantity_pattern().finditer(folded):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if (quantity := _quantity(folded, match)) and not _is_start_of_a_change(folded, match):
            found.append(quantity)
    return tuple(found)


def moments(text: str) -> tuple[Moment, ...]:
    """Every date, month, quarter or term (30日内) in ``text``, in order."""
    return tuple(
        Moment(match.group().rstrip("前之以"), match.start(), match.end()) for match in _MOMENT.finditer(fold(text))
    )


def read_target(target: str, unit: str = "") -> Target:
    """The cell 指标值 (with the cell 单位, if any) taken apart; the raw text is kept."""
    text = fold(target).strip()
    if not text:
        return Target(None, None, unit, target, "empty")
    if re.fullmatch(r"\d{4}年(?:度|内)?", text):
        return Target("≤", text, unit, target, "date")
    if (dates := moments(text)) and not re.search(r"[%‰]", text):
        return Target(_first_operator(text) or "≤", dates[0].text, unit, target, "date")
    if found := quantities(text if not _ends_in_number(text) or not unit else text + unit):
        first = found[0]
        return Target(first.operator or _first_operator(text), first.value, first.unit, target, first.kind)
    if match := _BARE.search(text):
        value = float(match.group("number").replace(",", ""))
        return Target(_first_operator(text), value, unit, target, terms().unit_kind(unit) or "number")
    return Target("定性", text, unit, target, "words")


def written(value: float) -> str:
    """280.0 -> 280, 18.60 -> 18.6; never in exponent form."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _ends_in_number(text: str) -> bool:
    """Whether a unit may follow directly: 280, 1.2万."""
    return bool(re.search(r"\d[万亿]?$", text))


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    share = _SHARES.get(match["share"] or ("成" if match["tenths"] else ""))
    number = match["percent"] or match["tenths"] or match["number"]
    unit = share[0] if share else match["unit"]
    value = chinese_number(number) if number[0] not in "0123456789" else float(number.replace(",", ""))
    value = value * share[1] if value is not None and share else value
    kind = terms().unit_kind(unit)
    if value is None or kind is None or (not share and _is_no_quantity(text, match)):
        return None
    each = "" if match["per"] or share else _each(text, match)
    per = match["per"] or (f"/{each}" if each else "")
    multiplier = match["multiplier"] or ""
    many = multiplier if multiplier in {"万", "亿"} and not share else ""
    factor = 1.0 if many else _MULTIPLIERS.get(multiplier, 1.0)
    return Quantity(
        value=value * factor,
        unit=many + unit + per,
        operator=_operator_around(text, match.start(), match.end()),
        kind=kind,
        text=match.group().strip(),
        start=match.start(),
        end=match.end(),
        high=float(match["high"].replace(",", "")) * factor if match["high"] else None,
        each=each,
    )


def _is_no_quantity(text: str, match: re.Match[str]) -> bool:
    """第3期, 一批, 2026年, 四级 and the like are no quantities."""
    number, unit = match["number"], match["unit"]
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    if before in {"第", "每", "同", "唯", "统", "进", "万", "专", "这", "那", "逐", "-"}:
        return True
    if before.isascii() and before.isalpha():  # PM2.5
        return True
    if number in {"百", "千", "万", "亿", "千万", "百万"}:  # 千家万户, 千人口
        return True
    if unit == "期" and after == "间":
        return True
    if unit == "年" and number.isdigit() and len(number) == 4:
        return True
    if number == "一" and unit in _ONE_OF_MANY:
        return True
    return number[0] not in "0123456789" and (
        unit in {"面", "方", "级", "号", "分", "类", "年", "字"} or after in {"化", "体"}
    )


def _each(text: str, match: re.Match[str]) -> str:
    """What the number is of, where it is no total: 每期培训70名 -> 期, 每人每月2500元 -> 人·月."""
    before = re.split(r"[，,。；;、\d]", text[: match.start()])[-1][-FARTHEST_EACH:]
    found = next(reversed(list(EACH.finditer(before))), None)
    if found is None:
        return ""
    return "·".join(filter(None, (found["one"], found["other"])))


def _is_start_of_a_change(text: str, match: re.Match[str]) -> bool:
    """由62%提高到75%: 62 % is where it starts, not the target."""
    return text[: match.start()].endswith(("由", "从")) and bool(_CHANGES_TO.match(text[match.end() :]))


def _operator_around(text: str, start: int, end: int) -> str | None:
    before, after = text[max(0, start - 6) : start].rstrip(" 约近共计为到至"), text[end : end + 4].lstrip(" )）")
    for word, sign in _operator_words():
        if after.startswith(word) if word in _AFTER else before.endswith(word.rstrip("到至")):
            return sign
    return None


def _first_operator(text: str) -> str | None:
    return next((sign for word, sign in _operator_words() if word in text and word != "达"), None)


@lru_cache(maxsize=1)
def _operator_words() -> tuple[tuple[str, str], ...]:
    """Longest first, so that 不超过 is not read as 超过."""
    pairs = [(word, sign) for sign, words in terms().operators.items() for word in words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


_SHARES = {"百分": ("%", 1.0), "千分": ("‰", 1.0), "万分": ("%", 0.01), "成": ("%", 10.0)}
FARTHEST_EACH = 20
_PIECE = "人|期|班|场|户|亩|例|案|站|所|村|校|个|名|台|件|篇|处|座|位|床|袋|月|学年|学期|年|天|日|周"
EACH = re.compile(
    rf"每一?(?P<one>人|期|班|场|户|亩|例|案|站|所|村|校|名|台|件|篇|处|座|位|床|袋|平方米|公里|吨)次?(?:每(?P<other>{_PIECE}))?"
)
"""What a number is of that is no total: 每人每月."""
_ONE_OF_MANY = frozenset("批个种项条次线体面级类支方年天日套首部场份篇届轮")
"""一批, 一项 and the like say that there is something, not how many."""
_CHANGES_TO = re.compile(r"(?:左右)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩短|压缩|增|升|降)(?:到|至)")
_AFTER = {"以上", "及以上", "以内", "之内", "以下", "及以下"}
_BARE = re.compile(r"(?<![\d.])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d.]*[\d])")
_MOMENT = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:前|之前|以前)?"
    r"|(?:\d{4}年)?(?:\d{1,2}|(?<![一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九]))月(?:底|末|份|中旬|上旬|下旬)?(?:前|之前|以前)?(?!\d)"
    r"|\d{4}年(?:底|末|内|度内)(?:前|之前|以前)?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:前|之前|以前)?"
    r"|(?:次年|当年|今年|本年)?年底(?:前|之前|以前)?|年末(?:前|之前|以前)?"
    r"|(?:\d{4}年)?第?[一二三四1-4]季度(?:末|底)?(?:前|之前|以前)?|每季度末?\d{0,2}日?内?"
    r"|(?:\d{4}年)?[上下]半年"
    r"|每[月季年]\d{1,2}[日号](?:前|之前|以前)?"
    r"|(?:国庆|春节|五一|中秋|元旦|开学|汛期|主汛期)节?(?:到来)?(?:前|之前|以前)"
    r"|(?:\d+|[一二两三四五六七八九十]+)(?:个工作日|工作日|个月|小时|分钟|日|天)(?:内|以内|之内)"
)


@lru_cache(maxsize=1)
def _quantity_pattern() -> re.Pattern[str]:
    units = sorted({fold(unit) for group in terms().units.values() for unit in group}, key=len, reverse=True)
    digits = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    numerals = "零〇一二两三四五六七八九十百千万亿"
    return re.compile(
        rf"(?P<share>百分|千分|万分)之(?P<percent>{digits}|[{numerals}]{{1,12}})"
        r"|(?P<tenths>\d(?:\.\d)?|[一二三四五六七八九])成(?=以上|以下|以内|左右|[，,。；;、)）\s]|$)"
        rf"|(?P<number>{digits}|[{numerals}]{{1,12}})(?:\s*%?\s*[-—–~～至]+\s*(?P<high>{digits}))?"
        # lazy, so that 万元 and 万亩 are read as units and only 万人次 as a multiplied count
        rf"\s*[余多]?(?P<multiplier>十万|百万|千万|百|千|万|亿)??[余多]?\s*(?P<unit>{'|'.join(map(re.escape, units))})"
        r"(?P<per>/[\u4e00-\u9fffA-Za-z㎡·]{1,6})?"
    )
