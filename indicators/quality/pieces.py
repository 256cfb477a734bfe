"""Which rows of a sheet are pieces of one task, to be told as one: 其中 rows, props of an event, works of a building, one deed in turns."""

# ruff: noqa: ARG001 - every finder has one signature, whether it needs both arguments or not

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from indicators.quality.naming import names_measure
from indicators.quality.nature import builds
from indicators.quality.no_output import PERSONS, put_in
from indicators.quality.reading import ReadRow, ReadSheet, plain
from indicators.text.names import name_pairs
from indicators.text.terms import terms

FEWEST_PIECES, FEWEST_THINGS, FEWEST_PROPS, LONGEST_THING, LONGEST_TAIL = 3, 4, 2, 8, 4
MOST_ROWS = 4
"""Of amounts under one level 2; works of one building are pieces where they crowd it."""


def pieces(sheet: ReadSheet) -> Iterator[list[ReadRow]]:
    """Groups of rows under one level 2 that are pieces of one task, the row that stands for it first; a row comes once."""
    taken: set[int] = set()
    for rows in _quantities(sheet):
        for group in (group for find in _FINDERS for group in find(rows, sheet)):
            left = [row for row in group if row.number not in taken]
            if len(left) > 1:
                taken.update(row.number for row in left)
                yield left


def _quantities(sheet: ReadSheet) -> Iterable[list[ReadRow]]:
    """The rows of each level 2 of 产出 that tell an amount, also one that is still open (若干)."""
    classes: dict[tuple[str | None, str], list[ReadRow]] = {}
    for row in sheet.rows:
        if row.is_output and not row.is_timeliness and not row.is_cost and row.value.kind not in _NO_AMOUNT:
            classes.setdefault((row.place.level1, row.row.level2), []).append(row)
    return classes.values()


_NO_AMOUNT = frozenset({"rate", "money", "date", "time", "score"})


def _told_parts(rows: list[ReadRow], sheet: ReadSheet) -> Iterator[list[ReadRow]]:
    """A row and the 其中 rows that follow it."""
    group: list[ReadRow] = []
    for row in rows:
        if plain(row.name).startswith("其中"):
            group.append(row)
            continue
        if len(group) >= FEWEST_PIECES:
            yield group
        group = [row]
    if len(group) >= FEWEST_PIECES:
        yield group


_EVENT = re.compile(
    r"节(?!能|水|约)|展销|展会|展览|博览|推介|大会|论坛|庆典|晚会|庙会|灯会|赛|马拉松|运动会|活动|演出|汇演|嘉年华"
)
_PROPS = re.compile(
    r"舞台|灯光|音响|LED|大屏|展位搭建|搭建展位|布展|背景[板墙]|展板|横幅|海报|道旗|条幅|标语|宣传[册单页品]|宣传手册|宣传资料|折页|指示牌|导视|标识牌|邀请媒体|媒体邀请|"
    r"帐篷搭建|桌椅租赁|证件制作|门票印[制刷]|奖杯|奖牌|礼品|纪念品|服装租赁|音箱|气球|彩旗"
)
_SPREADING = re.compile(r"宣传|科普|普法|禁毒|反诈|教育|推广|慰问")
"""Projects whose own work posters and leaflets are."""
_OF_PROPS = re.compile(r"率$|质量|标准|合格|时间|受众|人次$|系统")


def _props(rows: list[ReadRow], sheet: ReadSheet) -> Iterator[list[ReadRow]]:
    """Stage, posters, signs and the like of an event, which are told by the event itself."""
    if not _EVENT.search(sheet.sheet.project) or _SPREADING.search(sheet.sheet.project):
        return
    found = [row for row in rows if _PROPS.search(plain(row.name)) and not _OF_PROPS.search(plain(row.name))]
    if len(found) >= FEWEST_PROPS:
        yield found


_NO_WORK = re.compile(
    r"受益|惠及|覆盖|培训|人口|服务|户数|人数|学位|床位|能力|规模|产量|次数|检测|监测|检查|报告|图纸|设计"
)


def _works(rows: list[ReadRow], sheet: ReadSheet) -> Iterator[list[ReadRow]]:
    """The works of one building project behind the row that names it as a whole; works that the goal sets are tasks themselves."""
    if not builds(sheet) or len(rows) <= MOST_ROWS:
        return
    project, goal = name_pairs(plain(sheet.sheet.project)), name_pairs(plain(sheet.sheet.goal))
    shared = {row.number: len(name_pairs(_object(row.name)) & project) for row in rows}
    whole = max(rows, key=lambda row: (shared[row.number], row.name))
    others = [row for row in rows if row is not whole and _is_work(row, sheet.sheet.project)]
    works = [row for row in others if not name_pairs(_object(row.name)) & goal]
    if shared[whole.number] and len(works) >= FEWEST_PIECES:
        yield [whole, *works]


def _is_work(row: ReadRow, project: str) -> bool:
    text = plain(row.name)
    return not (_NO_WORK.search(text) or row.value.unit in PERSONS or put_in(row, project))


_MEASURE_END = re.compile(r"(?:数量|面积|长度|里程|个数|座数|台数|处数|量|数)$")


def _object(name: str) -> str:
    """The thing of a work without what is done to it: 更换闸门数量 -> 闸门."""
    text = _MEASURE_END.sub("", plain(name))
    for verb in sorted(terms().task_verbs, key=len, reverse=True):
        text = text.removeprefix(verb).removesuffix(verb) if len(text) > len(verb) + 1 else text
    return text


def _in_turns(rows: list[ReadRow], sheet: ReadSheet) -> Iterator[list[ReadRow]]:
    """Three rows and more with one value that say one thing of each object (…设备巡检次数 = 12 次; 建设… = 1 个)."""
    left = [row for row in rows if row.value.kind == "count"]
    while left:
        first, *others = left
        alike = [row for row in others if _value(row) == _value(first) and _is_same_deed(first, row)]
        if len(alike) + 1 >= FEWEST_PIECES:
            yield [first, *alike]
        left = [row for row in others if row not in alike]


def _value(row: ReadRow) -> tuple[object, str]:
    return row.value.value, row.value.unit


def _is_same_deed(one: ReadRow, other: ReadRow) -> bool:
    pairs = zip(reversed(plain(one.name)), reversed(plain(other.name)), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return tail >= LONGEST_TAIL or bool(_verb(one) and _verb(one) == _verb(other))


def _verb(row: ReadRow) -> str:
    text = plain(row.name)
    return next((verb for verb in sorted(terms().task_verbs, key=len, reverse=True) if text.startswith(verb)), "")


_DEVICES = frozenset({"台", "套", "台套", "具", "块", "盏", "辆"})


def _bare_things(rows: list[ReadRow], sheet: ReadSheet) -> Iterator[list[ReadRow]]:
    """Four bare things and more in one unit of devices (交换机 = 40 台)."""
    things = [row for row in rows if row.value.kind == "count" and not names_measure(row.name)]
    units = Counter(row.value.unit for row in things if len(plain(row.name)) <= LONGEST_THING)
    for unit, count in units.items():
        if count >= FEWEST_THINGS and unit in _DEVICES:
            yield [row for row in things if row.value.unit == unit]


_FINDERS: tuple[Callable[[list[ReadRow], ReadSheet], Iterator[list[ReadRow]]], ...] = (
    _told_parts,
    _props,
    _works,
    _in_turns,
    _bare_things,
)
