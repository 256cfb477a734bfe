"""Two rows of one indicator, above and below or before and after: whether they add up or differ, which is weaker, which later."""

from __future__ import annotations

import re
from typing import NamedTuple

from indicators.quality import levels
from indicators.quality.fingerprint import normal
from indicators.quality.reading import ReadRow
from indicators.text.terms import terms
from indicators.text.values import fold, moments

_PER = re.compile(
    r"率|比例|占比|比重|平均|人均|单位|每|单价|标准|指数|满意|得分|评分|等级|排名|频次|周期|时间|时限|浓度|强度"
)
_UPPER, _LOWER = frozenset({"≤", "<"}), frozenset({"≥", ">"})
_ADDING = frozenset({"count", "area", "length", "mass", "volume", "energy"})


class Match(NamedTuple):
    """A row of the whole with the rows that carry it below, each with the name of its part."""

    upper: ReadRow
    lower: tuple[tuple[str, ReadRow], ...]

    @property
    def is_of_one_unit(self) -> bool:
        """Whether every row below can be added to, or set against, the one above."""
        return all(
            row.value.is_number and terms().comparable(unit_of(self.upper), unit_of(row)) for _, row in self.lower
        )


def unit_of(row: ReadRow) -> str:
    """The unit as written in the value or its cell."""
    return row.value.unit or row.unit


def amount_in(row: ReadRow) -> float:
    """The value in the base unit; 0 where it is no number."""
    value = row.value.value
    return value * terms().base(unit_of(row))[1] if isinstance(value, float) else 0.0


def written_value(row: ReadRow) -> str:
    """Value and unit as compared: however typed, the unit in its cell or glued on."""
    return normal(row.target if row.target.endswith(row.unit) else row.target + row.unit)


def differs(one: ReadRow, other: ReadRow) -> bool:
    """Whether two values are not the same: another number, the opposite sign, or other words. A sign that is left out is none."""
    if one.value.is_number and other.value.is_number and terms().comparable(unit_of(one), unit_of(other)):
        signs = {one.value.operator, other.value.operator}
        turned = bool(signs & _UPPER) and bool(signs & _LOWER)
        return turned or amount_in(one) != amount_in(other)
    return written_value(one) != written_value(other)


def adds_up(row: ReadRow) -> bool:
    """Whether the parts of this row sum to the whole: a count or an amount that is no rate, mean, price, term or upper bound."""
    if row.value.operator in {"≤", "<"} or row.value.kind not in _ADDING or not row.value.is_number:
        return False
    word = levels.level_words(row.row.level2)
    return not (_PER.search(row.name) or "/" in unit_of(row) or word in levels.TIMELINESS | levels.COST2)


def is_weaker(upper: ReadRow, lower: ReadRow) -> bool:
    """Whether a rate, a bound or a grade of quality below asks for less; quantities that add up are no matter of this."""
    if adds_up(upper) or upper.value.operator != lower.value.operator or upper.value.operator is None:
        return _is_lower_rate(upper, lower)
    if upper.value.operator in {"≤", "<"}:
        return upper.value.kind in {"rate", "score", "concentration"} and amount_in(lower) > amount_in(upper)
    return upper.value.kind in {"rate", "score"} and amount_in(lower) < amount_in(upper)


def is_later(upper: ReadRow, lower: ReadRow) -> bool:
    """Whether the date below falls in a later month than the one above, both without a year or in the same year."""
    dates = [moments(row.target) for row in (upper, lower)]
    months = [found[0].month if len(found) == 1 else None for found in dates]
    years = [re.search(r"20\d{2}", fold(row.target)) for row in (upper, lower)]
    if None in months or upper.value.kind != "date" or lower.value.kind != "date":
        return False
    own, other = (year.group() if year else "" for year in years)
    if own and other and own != other:
        return other > own
    return (months[1] or 0) > (months[0] or 0) and own == other


def _is_lower_rate(upper: ReadRow, lower: ReadRow) -> bool:
    """A pass rate = 100 % above and ≥ 95 % below: forward signs of one kind are set against each other."""
    forward = {"≥", ">", "=", None}
    both = {upper.value.operator, lower.value.operator} <= forward
    is_rate = upper.value.kind == "rate" and any(word in upper.name for word in terms().higher_is_better)
    return both and is_rate and amount_in(lower) < amount_in(upper)
