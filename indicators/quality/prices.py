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
    r"采购|购置|建设|改造|补助|补贴|资助|成本|单价|标准|数量|单位|造价|价格?|人数|面积|里程|数$|费用|平均|[每均单]"
)
_SAME = {
    "生": "人",
    "名": "人",
    "位": "人",
    "人次": "人",
    "台套": "台",
    "套": "台",
    "场次": "场",
    "次": "场",
    "件次": "件",
}


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
    """Every price with the output that is counted in its unit and shares its words; a price without a thing of its own
    (亩均建设成本) goes with the only output in its unit.

    A price of a piece and a period (元/人·月) is left out, because the number of periods is not known.
    """
    found: list[Bill] = []
    for price in sheet.rows:
        if yuan(price) is None or len(pieces(price)) != 1 or pieces(price)[0] in _PERIODS:
            continue
        unit = pieces(price)[0]
        counted = [row for row in sheet.rows if row.is_output and _counts(row, unit)]
        likely = [row for row in counted if _shared(price, row)] if _thing(price) else counted
        if likely and len({_number(row, unit) for row in likely}) == 1:
            found.append(_bill(price, likely[0], unit, _told(sheet, unit, price)))
    claimed = [bill.quantity.number for bill in found]
    return [bill for bill in found if claimed.count(bill.quantity.number) == 1]


def _bill(price: ReadRow, quantity: ReadRow, unit: str, told: Sequence[float]) -> Bill:
    each, number = yuan(price) or 0.0, _number(quantity, unit)
    return Bill(price, quantity, each * number, each * min([number, *told]))


def _number(row: ReadRow, unit: str) -> float:
    """How many pieces in ``unit`` the row counts."""
    number = row.value.value
    base = terms().base(row.value.unit)[1] / terms().base(unit)[1]
    return base * number if isinstance(number, float) else 0.0


def _told(sheet: ReadSheet, unit: str, price: ReadRow) -> list[float]:
    """The numbers of such pieces in the parts of the goal that speak of the thing."""
    found = []
    for clause in re.split("[，,。；;、]", sheet.sheet.goal):
        is_of_it = not _thing(price) or bool(name_pairs(_thing(price)) & name_pairs(clause))
        same = [one for one in quantities(clause) if not one.each and one.kind not in {"money", "rate"}]
        found += [one for one in same if is_of_it and _same_piece(terms().base(one.unit)[0], terms().base(unit)[0])]
    return [one.base_value / terms().base(unit)[1] for one in found]


def _counts(row: ReadRow, unit: str) -> bool:
    counted = row.value.unit
    if row.unit.endswith("次") and not counted.endswith("次"):  # 站次 is read as 站
        return False
    if not isinstance(row.value.value, float) or row.value.kind in {"money", "rate"} or "/" in counted:
        return False
    return _same_piece(terms().base(counted)[0], terms().base(unit)[0])


def _same_piece(one: str, other: str) -> bool:
    """Whether two units count the same; a visit (站次, 户次) is no piece, a turn of a person (人次) counts as one."""
    one, other = (_SAME.get(unit, unit) for unit in (one, other))
    return one == other


def _shared(price: ReadRow, row: ReadRow) -> bool:
    return bool(name_pairs(_thing(price)) & name_pairs(_thing(row)))


def _thing(row: ReadRow) -> str:
    """What the name is of, without the words of price and quantity; empty where nothing of two characters is left."""
    text = _NOISE.sub("", bare_name(row.name))
    return text if len(text) > 1 else ""
