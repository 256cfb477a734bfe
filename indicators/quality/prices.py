"""Money in a sheet: amounts in 元, prices of one piece, and the quantities that they are prices of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.quality.measures import bare_name
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.text.names import name_pairs
from indicators.text.terms import terms
from indicators.text.values import quantities

_PRICE_NAME = re.compile(
    r"单价|单位|每|人均|户均|亩均|生均|场均|案均|册均|台均|均|单[个台件次场页份艘辆艇家站户人车项剂套栋床例]"
)
_PERIODS = frozenset({"年", "月", "天", "日", "学年", "学期", "季", "次", "小时", "周"})
_NOISE = re.compile(
    r"采购|购置|建设|改造|补助|补贴|资助|成本|单价|标准|数量|单位|造价|价格?|人数|面积|里程|数$|费用|[每均]"
)
_SAME = {"生": "人", "名": "人", "位": "人", "头": "头", "台套": "台"}


@dataclass(frozen=True)
class Bill:
    """A price and the quantity that it is the price of; ``yuan`` is their product.

    ``least_yuan`` is the product with the smallest number of pieces that rows or goal speak of: what is surely to be paid.
    """

    price: ReadRow
    quantity: ReadRow
    yuan: float
    least_yuan: float


def yuan(row: ReadRow) -> float | None:
    """The amount of a money row in 元 (of one piece for a price), or None."""
    if row.value.kind != "money" or not isinstance(row.value.value, float):
        return None
    return row.value.value * terms().base(row.value.unit.split("/")[0])[1]


def pieces(row: ReadRow) -> tuple[str, ...]:
    """What a price is of: (人, 月) for 元/人·月; empty for a total."""
    return tuple(part for part in re.split("[/·]", row.value.unit)[1:] if part)


def is_price(row: ReadRow) -> bool:
    """Whether a money row is of one piece and no total."""
    return bool(pieces(row) or _PRICE_NAME.search(bare_name(row.name)))


def bills(sheet: ReadSheet) -> list[Bill]:
    """Every price with the one output that is counted in its unit; of several such outputs the one that shares its words.

    A price of a piece and a period (元/人·月) is left out, because the number of periods is not known.
    """
    found: list[Bill] = []
    prices = [row for row in sheet.rows if yuan(row) is not None and len(pieces(row)) == 1]
    for price in prices:
        unit = pieces(price)[0]
        rivals = [other for other in prices if other is not price and _same_piece(pieces(other)[0], unit)]
        counted = [row for row in sheet.rows if row.is_output and _counts(row, unit)]
        if unit in _PERIODS or not counted:
            continue
        likely = [row for row in counted if _shared(price, row)] if len(counted) > 1 or rivals else counted
        if len(likely) == 1:
            found.append(_bill(price, likely[0], unit, [_number(row, unit) for row in counted] + _told(sheet, unit)))
    claimed = [bill.quantity.number for bill in found]
    return [bill for bill in found if claimed.count(bill.quantity.number) == 1]


def _bill(price: ReadRow, quantity: ReadRow, unit: str, numbers: Sequence[float]) -> Bill:
    each = yuan(price) or 0.0
    return Bill(price, quantity, each * _number(quantity, unit), each * min(numbers))


def _number(row: ReadRow, unit: str) -> float:
    """How many pieces in ``unit`` the row counts."""
    number = row.value.value
    base = terms().base(row.value.unit)[1] / terms().base(unit)[1]
    return base * number if isinstance(number, float) else 0.0


def _told(sheet: ReadSheet, unit: str) -> list[float]:
    """The numbers of such pieces in the goal text."""
    found = [one for one in quantities(sheet.sheet.goal) if not one.each and one.kind not in {"money", "rate"}]
    same = [one for one in found if _same_piece(terms().base(one.unit)[0], terms().base(unit)[0])]
    return [one.base_value / terms().base(unit)[1] for one in same]


def _counts(row: ReadRow, unit: str) -> bool:
    counted = row.value.unit
    if not isinstance(row.value.value, float) or row.value.kind in {"money", "rate"} or "/" in counted:
        return False
    return _same_piece(terms().base(counted)[0], terms().base(unit)[0])


def _same_piece(one: str, other: str) -> bool:
    one, other = (_SAME.get(unit, unit).removesuffix("次") or unit for unit in (one, other))
    return one == other


def _shared(price: ReadRow, row: ReadRow) -> bool:
    one, other = (_NOISE.sub("", bare_name(line.name)) for line in (price, row))
    return bool(name_pairs(one) & name_pairs(other))
