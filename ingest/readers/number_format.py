"""A stored number and its format -> the text that a person sees, without loss: 0.95 as 0% is 95%, 280.0 is 280."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

_CHINESE = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    **dict.fromkeys((32, 34, 55), 'h"时"mm"分"'),
    **dict.fromkeys((33, 35, 56), 'h"时"mm"分"ss"秒"'),
}
"""Formats that Chinese editions number without declaring them. Source: ECMA-376 part 1, 18.8.30, zh-cn."""

BUILT_IN: dict[int, str] = {**BUILTIN_FORMATS, **_CHINESE}

_EXACT = 1e15
"""Whole numbers below this are exact; one beyond is a slip, shown bare so that it is seen to be one."""

_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_NOT_SHOWN = re.compile(r"\[[^\]]*\]|[_*].")
_DIGITS = re.compile(r"[#0?][#0?,. ]*")
_WORTH_SHOWING = re.compile(r"[\u3400-\u9fff≥≤><=％%℃㎡]")


def displayed(number: float, code: str, *, since_1904: bool = False) -> str:
    """The text of a number under a format code.

    Dates are ISO, as exact as they are shown (2026-12 where no day is); percentages keep all their digits; literal
    words of the format (0"人次", "≥"0) stay with the number. Raises ValueError for NaN and infinity.
    """
    if not math.isfinite(number):
        raise ValueError(f"not a finite number: {number}")
    if is_date_format(code):
        moment = _moment(number, code, since_1904)
        if moment is not None:
            return moment
    if abs(number) >= _EXACT:
        return plain_number(number)
    if "%" in _QUOTED.sub("", code):
        return f"{plain_number(round(number * 100, 10))}%"
    before, after = _words(code)
    return f"{before}{plain_number(number)}{after}"


def plain_number(number: float) -> str:
    """280.0 -> 280; at most 12 significant digits otherwise."""
    if number.is_integer() and abs(number) < _EXACT:
        return str(int(number))
    return f"{number:.12g}"


def _moment(number: float, code: str, since_1904: bool) -> str | None:
    try:
        moment = from_excel(number, MAC_EPOCH if since_1904 else WINDOWS_EPOCH)
    except (OverflowError, ValueError):
        return None
    shows = _NOT_SHOWN.sub("", _QUOTED.sub("", code)).lower()
    if isinstance(moment, timedelta):
        return str(moment)
    if isinstance(moment, time) or not ("y" in shows or "d" in shows):
        return f"{moment:%H:%M}"
    return _iso(moment, with_day="d" in shows, with_time="h" in shows)


def _iso(moment: date, *, with_day: bool, with_time: bool) -> str:
    if not with_day:
        return moment.strftime("%Y-%m")
    if with_time and isinstance(moment, datetime) and (moment.hour or moment.minute):
        return moment.isoformat(sep=" ", timespec="minutes")
    return f"{moment:%Y-%m-%d}"


def _words(code: str) -> tuple[str, str]:
    """The literal words before and after the digits; currency signs and brackets are not worth showing."""
    section = _NOT_SHOWN.sub("", _unquoted_first_section(code))
    found = _DIGITS.search(section)
    if not found:
        return "", ""
    before, after = section[: found.start()].strip(), section[found.end() :].strip()
    return before if _WORTH_SHOWING.search(before) else "", after if _WORTH_SHOWING.search(after) else ""


def _unquoted_first_section(code: str) -> str:
    return _QUOTED.sub(lambda found: found.group(1) or found.group(2) or "", code.split(";", 1)[0])
