"""How far a row got: its value and what was achieved, compared only where both are surely of one kind.

The grades of words and the direction of a row without a sign are product defaults; the rates are those of ``scoring``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from indicators.quality import levels
from indicators.quality.reading import ReadRow, plain
from indicators.quality.scoring import (
    Grade,
    completion_rate,
    graded_band,
    plain_proportion,
    satisfaction_points,
)
from indicators.text.terms import terms
from indicators.text.values import Target, fold, moments, quantities, read_target

_ENDS = "完成|达成|达到|达标|实现|完工|竣工|建成|建立|成立|验收|投用|交付|上线|到位|发放|拨付|兑付|办结"
_UNMET = re.compile(
    rf"^(?:目前|暂|均)?(?:尚?未|没有?)能?(?:按[期时]|如期|全部|完全)?(?:{_ENDS}|开展|启动|实施|组织|举办|召开|开始|开工|动工|进场)"
)
_PARTLY = re.compile(rf"^(?:已|目前)?(?:部分|大部分)(?:尚?未)?(?:{_ENDS})")
_UNDERWAY = re.compile(r"^(?:目前|仍|尚)*(?:正在|在建)|(?:建设|施工|实施|进行|推进|整改|调试|招标|采购|筹备|收尾)中$")
_PLANNED = re.compile(r"^(?:预计|预期|计划(?!内)|拟|将|力争|争取)|可(?:以|望)?(?:完成|达到|达)$")
_NOTE = re.compile(r"[（(\[][^（）()]*[）)\]]")
_MET = re.compile(
    r"^(?:已|均|都|全部|全面|按[期时]|如期|提前|超额)*(?:完成|达成|达到预期|达标|实现)(?!率|[^。]*(?:[未差]|部分))"
)
_RANGE = re.compile(r"\d\s*%?\s*(?:[-—–~～/]|至)+\s*\d")
"""Also 265/280, done of all."""
_DATE = re.compile(
    r"(?:(?P<year>20\d{2})年)?(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号]?)?"
    r"|(?P<year2>20\d{2})[./-](?P<month2>1[0-2]|0?[1-9])(?:[./-](?P<day2>3[01]|[12]\d|0?[1-9]))?(?!\d)"
)
_DOWN = re.compile(r"(?<![\d月日年])[-−]\s*\d|负|下降|减少|降低|压减|削减|下滑")
_YEAR_END = re.compile("年[底末]")
_NEXT_YEAR = re.compile(r"次年|明年|翌年|第二年")
_LAST_YEAR = re.compile(r"上年|去年")
_OF_A_PIECE = {"场": "次", "场次": "次"}


@dataclass(frozen=True)
class Achievement:
    """``rate`` is the share of the value that was reached (above 1 where more), None where it is only met or not."""

    reached: bool
    rate: float | None = None
    grade: Grade | None = None

    @property
    def share(self) -> float:
        """What counts of it in a mean, 0..1: the rate up to 1; 1, 0.7 and 0.3 for the three grades [DEFAULT]."""
        if self.rate is not None:
            return min(1.0, max(0.0, self.rate))
        return {"部分达成": 0.7, "未达成": 0.3}.get(self.grade or "", float(self.reached))


def achievement(row: ReadRow) -> Achievement | None:
    """What the row achieved; None where its actual value is blank or cannot be set against its value for sure."""
    actual = plain(row.row.actual or "")
    actual = _NOTE.sub("", actual) or actual
    is_plan = bool(_PLANNED.search(actual))
    wanted, got = row.value, _read_actual(actual, row)
    if wanted.kind == "date":
        done = _by_date(row.target, actual) or _by_term(row.target, actual) or _unfinished(actual)
        return None if is_plan and done and done.reached else done
    if not actual or is_plan:
        return None
    if wanted.is_number and got.is_number:
        return _by_number(row, wanted, got)
    return None if re.search(r"\d", actual) else _by_words(row, actual)


def most_points(row: ReadRow, done: Achievement) -> float | None:
    """The most that any official scoring rule gives the row; None where the texts leave the points to judgement.

    S6 and S8 of 10号 第十六条, and S5 of 101号 三（七）4 for satisfaction, which may give full points below the value.
    """
    weight = row.row.weight
    if weight is None:
        return None
    if done.reached:
        return weight
    if done.grade:
        return graded_band(weight, done.grade).top
    if done.rate is None:
        return None
    points = plain_proportion(weight, done.rate)
    if row.is_satisfaction and isinstance(row.value.value, float) and row.value.unit == "%":
        points = max(points, satisfaction_points(done.rate * row.value.value / 100, weight))
    return points


def is_reverse(row: ReadRow) -> bool | None:
    """Whether less is better: by the sign; without one, by what the row measures, None where that does not tell."""
    if row.value.operator in {"≤", "<"}:
        return True
    if row.value.operator in {"≥", ">"}:
        return False
    if row.value.value == 0:
        return True
    if row.is_cost or row.value.kind == "time" or any(word in row.name for word in terms().lower_is_better):
        return None
    is_whole = row.value.unit == "%" and row.value.value == 100
    is_more = row.place.level2 in levels.QUANTITY or any(word in row.name for word in terms().higher_is_better)
    return False if is_more or is_whole else None


def _read_actual(actual: str, row: ReadRow) -> Target:
    """The actual value taken apart; where a count is wanted, the date beside it (截至7月底完成165人次) is left out."""
    got = read_target(actual, row.unit)
    if got.kind != "date" or not row.value.is_number:
        return got
    for moment in reversed(moments(actual)):
        actual = actual[: moment.start] + actual[moment.end :]
    return read_target(actual, row.unit)


def _by_words(row: ReadRow, actual: str) -> Achievement | None:
    if _PARTLY.match(actual):
        return Achievement(reached=False, grade="部分达成")
    if _UNMET.match(actual):
        return Achievement(reached=False, grade="未达成")
    is_same = actual == plain(row.target)
    return Achievement(reached=True, grade="达成") if is_same or _MET.match(actual) else None


def _unfinished(actual: str) -> Achievement | None:
    """A thing with a date that is not done; whether what is 已完成 was done in time the word does not tell."""
    if _PARTLY.match(actual) or _UNDERWAY.search(actual):
        return Achievement(reached=False, grade="部分达成")
    return Achievement(reached=False, grade="未达成") if _UNMET.match(actual) else None


def _by_number(row: ReadRow, wanted: Target, got: Target) -> Achievement | None:
    if any(_RANGE.search(fold(text)) or len(quantities(text)) > 1 for text in (wanted.raw, got.raw)):
        return None
    if _DOWN.search(fold(got.raw)):  # the number is read without its sign
        return None
    pair = _comparable(wanted, got)
    if pair is None:
        return None
    target, actual = pair
    reverse = is_reverse(row)
    if reverse is None:
        return Achievement(reached=True, rate=1.0) if actual == target else None
    reached = actual <= target if reverse else actual >= target
    return Achievement(reached=reached, rate=completion_rate(target, actual, reverse=reverse))


def _comparable(wanted: Target, got: Target) -> tuple[float, float] | None:
    """Both numbers in one unit. A bare number takes the unit of the value; a bare share of 1 is a percentage."""
    if not isinstance(wanted.value, float) or not isinstance(got.value, float):
        return None
    if not got.unit or wanted.unit == got.unit:
        is_share = wanted.unit == "%" and not got.unit and got.value <= 1 < wanted.value
        return wanted.value, got.value * 100 if is_share else got.value
    base, factor = terms().base(wanted.unit)
    other_base, other_factor = terms().base(got.unit)
    is_same = base == other_base or _is_same_piece(base, other_base)
    return (wanted.value * factor, got.value * other_factor) if is_same else None


def _is_same_piece(unit: str, other: str) -> bool:
    """Two counters of one thing: 人 and 人次, 场 and 次; 个 counts anything but people and occasions."""
    one, two = (_OF_A_PIECE.get(name, name.removesuffix("次") or name) for name in (unit, other))
    if one == two:
        return True
    kinds = {terms().unit_kind(name) for name in (unit, other)}
    return "个" in {one, two} and kinds == {"count"} and not {one, two} & {"人", "次"}


def _by_date(target: str, actual: str) -> Achievement | None:
    """Dates by month and day; a date without a day is the end of its month, one without a year is in the same year."""
    due, done = _DATE.search(_with_month(target)), _DATE.search(_YEAR_END.sub("年12月", fold(actual)))
    if due is None or done is None or _LAST_YEAR.search(target + actual) or re.search("%|率", actual):
        return None
    if len(_DATE.findall(fold(actual))) > 1 or _NEXT_YEAR.search(target):
        return None
    if _NEXT_YEAR.search(actual):
        return Achievement(reached=False)
    (due_year, *due_day), (year, *day) = _year_month_day(due, 31), _year_month_day(done, 1)
    if due_year and year and due_year != year:
        return Achievement(reached=year < due_year)
    return Achievement(reached=day <= due_day)


def _with_month(target: str) -> str:
    """年底, 上半年 and 第三季度 as the month in which they end."""
    text = re.sub(r"年[底末内]|下半年", "年12月", fold(target)).replace("上半年", "6月")
    return re.sub(r"第?([一二三四1-4])季度", lambda found: f"{3 * ('一二三四1234'.index(found[1]) % 4 + 1)}月", text)


def _by_term(target: str, actual: str) -> Achievement | None:
    """A term (30日内) against the time that was taken, in one unit."""
    due = next((moment.duration for moment in moments(target) if moment.duration), None)
    taken = [one for one in quantities(actual) if one.kind == "time"]
    if due is None or len(taken) != 1 or terms().base(due[1]) != terms().base(taken[0].unit):
        return None
    rate = completion_rate(due[0], taken[0].value, reverse=True)
    return Achievement(reached=taken[0].value <= due[0], rate=rate)


def _year_month_day(date: re.Match[str], no_day: int) -> tuple[int, int, int]:
    year, month, day = (date[name] or date[f"{name}2"] for name in ("year", "month", "day"))
    return int(year or 0), int(month), int(day or no_day)
