"""Transfer payments: the whole against its parts (整体、区域、明细项目), checks T1–T5.

Basis: 任务相互匹配、指标逻辑对应、数据相互支撑 (财预〔2021〕101号 一（一）4; 豫财效〔2022〕4号 第十四条（四）). The checks are a product default
[DEFAULT]; only T1 rests on a text of its own (豫财效〔2022〕4号 第十九条（二）: 因素法 needs 区域, 项目法 needs 明细项目).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from indicators.model.finding import Severity
from indicators.model.sheet import TargetSheet
from indicators.model.value import Value
from indicators.quality.naming import name_key, reduced_key
from indicators.quality.reading import ReadRow, plain, read_sheet
from indicators.quality.transfer_rows import (
    Match,
    adds_up,
    amount_in,
    is_later,
    is_weaker,
    unit_of,
)
from indicators.text.values import written

Check: TypeAlias = Literal["T1", "T2", "T3", "T4", "T5"]
Method: TypeAlias = Literal["因素法", "项目法"]
Alike: TypeAlias = Callable[[str, str], bool]
"""Whether two names may be one indicator, for instance by an embedder; asked only where the words differ."""

BASIS = (
    "检查口径是建议，所据的要求是“任务相互匹配、指标逻辑对应、数据相互支撑”（财预〔2021〕101号 一（一）4，"
    "河南省级另见豫财效〔2022〕4号 第十四条（四））"
)
_MONEY_ROUNDING = 0.01
"""万元 by which the parts may miss the whole."""

_SHORTEST_WITHIN = 4
"""Characters that two names must share at their end to be one."""


class TransferFinding(Value):
    """One gap between whole and parts. ``kind``: missing, lost, unfounded, short, over, weaker, later, other-unit, copied.

    ``part`` names the lower sheet or region, ``upper_row`` and ``lower_row`` count from 1; ``short`` is in ``unit``.
    """

    check: Check
    kind: str
    severity: Severity
    message: str
    indicator: str = ""
    part: str = ""
    upper_row: int | None = None
    lower_row: int | None = None
    short: float | None = None
    unit: str = ""


class Part(Value):
    """A lower sheet, what it is called (a region, a project), and the file that it stands in."""

    name: str
    sheet: TargetSheet
    source: str = ""


def compare(
    upper: TargetSheet,
    lowers: Sequence[TargetSheet | Part],
    *,
    regions: Iterable[str] = (),
    method: Method | None = None,
    alike: Alike | None = None,
) -> tuple[TransferFinding, ...]:
    """Every gap between the whole and its parts, in the order T1–T5.

    ``regions`` are those that must have a sheet; without ``alike`` indicators are matched by their words alone.
    """
    parts = tuple(_part(number, lower) for number, lower in enumerate(lowers, 1))
    matches = _matches(upper, parts, alike)
    return (
        *_missing(parts, regions, method),
        *_lost(upper, parts, matches),
        *_short(matches, upper, parts),
        *_weaker(matches),
        *_copied(upper, parts),
    )


def _part(number: int, lower: TargetSheet | Part) -> Part:
    if isinstance(lower, Part):
        return lower
    return Part(name=lower.department or lower.project or f"第{number}张", sheet=lower)


def _matches(upper: TargetSheet, parts: Iterable[Part], alike: Alike | None) -> tuple[Match, ...]:
    read = [(part.name, _rows(part.sheet)) for part in parts]
    return tuple(
        Match(whole, tuple((name, row) for name, rows in read for row in _carriers(whole, rows, alike)))
        for whole in _rows(upper)
    )


def _rows(sheet: TargetSheet) -> tuple[ReadRow, ...]:
    return read_sheet(sheet, None).rows


def _carriers(upper: ReadRow, rows: Sequence[ReadRow], alike: Alike | None) -> list[ReadRow]:
    """The rows of one part that carry an indicator: those of its name, else those that only say more or less, else alike ones."""
    key = reduced_key(upper.name)
    if same := [row for row in rows if reduced_key(row.name) == key]:
        return same
    if near := [row for row in rows if _is_within(key, reduced_key(row.name))]:
        return near
    return [row for row in rows if alike is not None and alike(upper.name, row.name)]


def _is_within(one: str, other: str) -> bool:
    """修缮面积 and 老旧房屋修缮面积."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_WITHIN and long.endswith(short)


def _missing(parts: Sequence[Part], regions: Iterable[str], method: Method | None) -> Iterator[TransferFinding]:
    """T1: 因素法 without 区域 targets, 项目法 without 明细项目 targets; a region that no sheet and no file names."""
    told = [plain(f"{part.name} {part.sheet.department} {part.sheet.project} {part.source}") for part in parts]
    if not parts and method:
        wanted = "区域绩效目标" if method == "因素法" else "明细项目绩效目标"
        yield TransferFinding(
            check="T1", kind="missing", severity="error", message=f"按{method}分配，没有{wanted}", part=wanted
        )
    for region in regions:
        if not any(plain(region) in text for text in told):
            yield TransferFinding(
                check="T1", kind="missing", severity="error", message=f"“{region}”没有绩效目标表", part=region
            )


def _lost(upper: TargetSheet, parts: Sequence[Part], matches: Sequence[Match]) -> Iterator[TransferFinding]:
    """T2: an indicator of the whole that no part carries; an indicator of a part that nothing above names."""
    for match in matches if parts else ():
        if not match.lower:
            yield TransferFinding(
                check="T2",
                kind="lost",
                severity="warning",
                message=f"整体目标的“{match.upper.name}”没有一张下级目标表承接",
                indicator=match.upper.name,
                upper_row=match.upper.number,
            )
    taken = {(name, row.number) for match in matches for name, row in match.lower}
    text = plain(upper.goal)
    for part in parts:
        for row in _rows(part.sheet):
            if (part.name, row.number) not in taken and name_key(row.name) not in text:
                yield TransferFinding(
                    check="T2",
                    kind="unfounded",
                    severity="info",
                    message=f"{part.name}的“{row.name}”在整体目标里找不到对应的指标或任务",
                    indicator=row.name,
                    part=part.name,
                    lower_row=row.number,
                )


def _short(matches: Sequence[Match], upper: TargetSheet, parts: Sequence[Part]) -> Iterator[TransferFinding]:
    """T3: quantities that add up must reach the whole; the money of the parts is the amount distributed."""
    for match in matches:
        if not match.lower or not adds_up(match.upper) or not match.is_of_one_unit:
            continue
        unit, whole = unit_of(match.upper), amount_in(match.upper)
        total = sum(amount_in(row) for _, row in match.lower)
        if whole - total > 1e-6 * abs(whole):
            short = _in_written_unit(whole - total, match.upper)
            yield TransferFinding(
                check="T3",
                kind="short",
                severity="error",
                message=(
                    f"“{match.upper.name}”整体{match.upper.target}，下级合计{written(_in_written_unit(total, match.upper))}{unit}，"
                    f"差{written(short)}{unit}"
                ),
                indicator=match.upper.name,
                upper_row=match.upper.number,
                short=short,
                unit=unit,
            )
    yield from _money(upper, parts)


def _money(upper: TargetSheet, parts: Sequence[Part]) -> Iterator[TransferFinding]:
    budgets = [part.sheet.budget for part in parts]
    if upper.budget is None or not budgets or any(budget is None for budget in budgets):
        return
    total = sum(budget or 0.0 for budget in budgets)
    gap = round(upper.budget - total, 6)
    if abs(gap) > _MONEY_ROUNDING:
        word = "少" if gap > 0 else "多"
        yield TransferFinding(
            check="T3",
            kind="short" if gap > 0 else "over",
            severity="error",
            message=f"下级资金合计{written(total)}万元，比分配总额{written(upper.budget)}万元{word}{written(abs(gap))}万元",
            indicator="资金",
            short=gap,
            unit="万元",
        )


def _weaker(matches: Iterable[Match]) -> Iterator[TransferFinding]:
    """T4: rates and quality below not weaker than above, deadlines not later, units alike."""
    for match in matches:
        for name, row in match.lower:
            if kind := _fault(match.upper, row):
                words = {"weaker": "低于整体要求", "later": "晚于整体要求", "other-unit": "与整体的单位不同，无法汇总"}
                yield TransferFinding(
                    check="T4",
                    kind=kind,
                    severity="warning",
                    message=(
                        f"{name}的“{row.name}”为{row.target}{_unit_beside(row)}，"
                        f"{words[kind]}（{match.upper.target}{_unit_beside(match.upper)}）"
                    ),
                    indicator=match.upper.name,
                    part=name,
                    upper_row=match.upper.number,
                    lower_row=row.number,
                )


def _fault(upper: ReadRow, lower: ReadRow) -> str | None:
    if is_later(upper, lower):
        return "later"
    if not upper.value.is_number or not lower.value.is_number:
        return None
    if not Match(upper, (("", lower),)).is_of_one_unit:
        return "other-unit" if unit_of(upper) and unit_of(lower) else None
    return "weaker" if is_weaker(upper, lower) else None


def _copied(upper: TargetSheet, parts: Sequence[Part]) -> Iterator[TransferFinding]:
    """T5: a part that takes over every indicator with its value for a share of the money."""
    wanted = {(reduced_key(row.name), plain(row.target)) for row in _rows(upper)}
    counted = any(adds_up(row) for row in _rows(upper))
    for part in parts:
        own = {(reduced_key(row.name), plain(row.target)) for row in _rows(part.sheet)}
        is_share = bool(upper.budget and part.sheet.budget) and (part.sheet.budget or 0) < 0.95 * (upper.budget or 0)
        if counted and is_share and own == wanted:
            yield TransferFinding(
                check="T5",
                kind="copied",
                severity="warning",
                message=(
                    f"{part.name}分得{written(part.sheet.budget or 0)}万元（整体{written(upper.budget or 0)}万元），"
                    "目标表却与整体一字不差"
                ),
                part=part.name,
            )


def _in_written_unit(amount: float, row: ReadRow) -> float:
    one = amount_in(row) / row.value.value if isinstance(row.value.value, float) and row.value.value else 1.0
    return round(amount / one, 6)


def _unit_beside(row: ReadRow) -> str:
    return "" if not row.unit or row.target.endswith(row.unit) else row.unit
