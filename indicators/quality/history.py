"""Earlier values that a sheet itself gives beside a target (上年完成72%, 2025年实际83.5%)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indicators.quality.measures import bare_name
from indicators.quality.reading import ReadRow, plain
from indicators.quality.targets import is_low_name
from indicators.text.terms import terms

_FIGURE = re.compile(
    r"(?P<when>(?P<year>20\d{2})年(?:度)?|上一?年(?:度)?|去年|近三年(?:平均|均值)|前三年(?:平均|均值)|现状|基期)"
    r"(?P<words>[^\d，,。；;（(]{0,14}?)(?P<value>\d+(?:\.\d+)?)(?P<unit>万?[%‰‱]?[\u4e00-\u9fff/³²㎡]{0,6})"
)
_REASON = re.compile(r"因|由于|受.{1,12}影响|口径|调整|新增|扩大|基数|压减|核减|减少|不可比|疫情")
_OTHER = re.compile(
    r"目标|计划|要求|规定|文件|办法|方案|标准|预算|投入|资金|安排|印发|补助|拨付|增长|提高|下降|减少|同比"
)


@dataclass(frozen=True)
class Earlier:
    """A value reached before, in the words of the sheet."""

    value: float
    text: str


def earlier_value(row: ReadRow, year: int | None) -> Earlier | None:
    """The earlier value of the same measure, where explanation or basis give one in the unit of the target."""
    notes = plain(row.notes)
    for match in _FIGURE.finditer(notes):
        if match["year"] and (year is None or int(match["year"]) >= year):
            continue
        if not _OTHER.search(match["words"]) and _is_same_unit(row, match["unit"]):
            return Earlier(float(match["value"]), match.group())
    return None


def is_weaker(row: ReadRow, earlier: Earlier) -> bool:
    """Whether the target asks for less than was reached; a lower ceiling or a higher floor asks for more."""
    value, sign = row.value.value, row.value.operator
    if not isinstance(value, float):
        return False
    if sign in {"≥", ">", None, "="} and not is_low_name(bare_name(row.name)):
        return value < earlier.value and (sign in {"≥", ">"} or row.value.kind == "rate")
    return sign in {"≤", "<"} and value > earlier.value


def gives_reason(row: ReadRow) -> bool:
    """Whether the row explains why less is asked for."""
    return bool(_REASON.search(row.notes))


def _is_same_unit(row: ReadRow, written: str) -> bool:
    unit = row.value.unit
    if not written or unit.startswith(written) or written.startswith(unit):
        return True
    heads = [written[:size] for size in range(len(written), 0, -1)]
    known = next((head for head in heads if terms().unit_kind(head)), "")
    return terms().base(known) == terms().base(unit) if known else row.value.kind == "concentration"
