"""Numbers of the goal text beside those of the rows: which agree, and which speak of one thing and differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indicators.quality.meaning import Meaning
from indicators.quality.measures import bare_name
from indicators.quality.naming import joint_parts
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.text.clauses import ClauseKind, GoalClause, read_goal
from indicators.text.names import name_pairs
from indicators.text.terms import terms
from indicators.text.values import Moment, Quantity, moments

_LIKE = 0.6
_HALF = 0.5
_SOME = 0.3
_LIKE_IN_MEANING = 0.85
_LEAST_SHARED = 2
_NOISE = re.compile(
    r"^(?:完成|实施|开展|新建|新增|实现|确保|全面)+|(?:数量|人数|人次|场次|个数|数|量|率|时间|时限|比例|占比)$|[的和及与]"
)
_ALL_OF_IT = re.compile(r"其中|部分|占|平均|累计|总投资|一期|二期")
_ACTIONS = re.compile(r"上线|完工|竣工|验收|交付|投用|投入使用|通车|安装|结业|开工|结题|入库|到货|发放|兑现")
_CONTRASTS = tuple(
    frozenset(words.split())
    for words in (
        "国家级 省级 市级 县级 乡级 镇级 村级",
        "小学 中学 初中 高中 中职 高职 大学 幼儿园 学前",
        "初级 中级 高级",
        "新建 改建 扩建 改造 维修 存量",
        "城市 农村 城镇 城区 乡镇",
        "一级 二级 三级",
        "男 女",
        "线上 线下",
        "进站 出站",
        "本科 专科 硕士 博士",
        "教师 学生 校长 家长",
        "春季 秋季",
    )
)
"""Words of which one in the name and another in the goal show that two things are meant."""
_PIECES = frozenset({"台", "套", "台套"})


@dataclass(frozen=True)
class Disagreement:
    """A row whose number differs from what the goal says of the same thing; ``said`` is the goal's wording."""

    row: ReadRow
    said: str


def disagreements(sheet: ReadSheet, meaning: Meaning | None) -> Iterator[Disagreement]:
    """Rows that differ from the goal. A number that some row and the goal have in common is settled and compared no more."""
    clauses = [clause for clause in read_goal(sheet.sheet.goal) if clause.kind is not ClauseKind.FILLER]
    yield from _numbers(sheet, clauses, meaning)
    yield from _dates(sheet, clauses)


def _numbers(sheet: ReadSheet, clauses: list[GoalClause], meaning: Meaning | None) -> Iterator[Disagreement]:
    told = [(clause, one) for clause in clauses for one in clause.quantities if one.kind != "time" and one.high is None]
    rows = [row for row in sheet.rows if row.value.is_number and row.value.kind not in {"date", "empty"}]
    open_told = [(clause, one) for clause, one in told if not any(_settles(row, clause, one) for row in rows)]
    open_rows = [row for row in rows if len(joint_parts(row.name)) < 2 and not any(agrees(row, one) for _, one in told)]
    for row in open_rows:
        for clause, one in open_told:
            if (
                _measures_alike(row, one)
                and not is_slipped(row, one)
                and _is_one_thing(row, clause, one, meaning=meaning)
            ):
                yield Disagreement(row, clause.text)
                break


def slipped_units(sheet: ReadSheet) -> Iterator[Disagreement]:
    """Rows that give the number of the goal in a unit ten thousand times smaller (120页 for 120万页)."""
    clauses = [clause for clause in read_goal(sheet.sheet.goal) if clause.kind is not ClauseKind.FILLER]
    for row in sheet.rows:
        for clause in clauses:
            if any(
                is_slipped(row, one) and shared_words(row.name, near_words(clause, one)) >= _HALF
                for one in clause.counts
            ):
                yield Disagreement(row, clause.text)
                break


def swapped_units(sheet: ReadSheet) -> Iterator[Disagreement]:
    """Rows that give the number of the goal in a unit of another kind (清淤12万吨 for 12万立方米, 2.8万户 for 2.8万人)."""
    clauses = [clause for clause in read_goal(sheet.sheet.goal) if clause.kind is not ClauseKind.FILLER]
    told = [(clause, one) for clause in clauses for one in clause.counts]
    for row in sheet.rows:
        if any(_amount_of(row) == one.base_value and _piece(row.value.unit) == _piece(one.unit) for _, one in told):
            continue
        for clause, one in told:
            if _is_swapped(row, one) and shared_words(row.name, near_words(clause, one)) >= _HALF:
                yield Disagreement(row, clause.text)
                break


def _is_swapped(row: ReadRow, one: Quantity) -> bool:
    mine, said = _piece(row.value.unit), _piece(one.unit)
    return None not in {mine, said} and mine != said and not one.each and _amount_of(row) == one.base_value


def _amount_of(row: ReadRow) -> float | None:
    value = row.value.value
    return value * terms().base(row.value.unit)[1] if isinstance(value, float) and value else None


def _piece(unit: str) -> str | None:
    """What a unit measures, by kind; counts are told apart only where they count persons or households, else None."""
    kind, plain = terms().unit_kind(unit), terms().base(unit)[0]
    if "/" in unit or kind in {None, "rate", "score", "money", "time"}:
        return None
    if kind != "count":
        return kind
    return "persons" if plain in {"人", "人次"} else "households" if plain == "户" else None


def is_slipped(row: ReadRow, one: Quantity) -> bool:
    """Whether the row's number is the goal's with 万 lost from the unit."""
    value = row.value
    if not isinstance(value.value, float) or one.unit != f"万{value.unit}":
        return False
    return abs(value.value - one.value) <= 1e-6 * one.value


def _settles(row: ReadRow, clause: GoalClause, one: Quantity) -> bool:
    """Whether the row is the one that carries this number of the goal; rates are so often equal that words must agree too."""
    if not agrees(row, one):
        return False
    return one.kind not in {"rate", "score"} or shared_words(bare_name(row.name), near_words(clause, one)) >= _SOME


def near_words(clause: GoalClause, one: Quantity) -> str:
    """What stands around a number in its clause, up to the next comma or number."""
    before = re.split(r"[、，,；;\d]", clause.text[: one.start])[-1]
    after = re.split(r"[、，,；;\d]", clause.text[one.end :])[0]
    return f"{before}{after}"


def _dates(sheet: ReadSheet, clauses: list[GoalClause]) -> Iterator[Disagreement]:
    """Rows that end later than the goal says; earlier is no contradiction."""
    dated = [(clause, clause.moment) for clause in clauses if clause.moment and clause.moment.month]
    said = {moment.month for moment in moments(sheet.sheet.goal)}
    for row in sheet.rows:
        found = moments(row.target) if row.is_timeliness else ()
        month = found[0].month if len(found) == 1 else None
        if month is None or month in said:
            continue
        for clause, moment in dated:
            if _is_later(month, moment) and _ends_alike(row, clause, alone=len(dated) == 1):
                yield Disagreement(row, clause.text)
                break


def _ends_alike(row: ReadRow, clause: GoalClause, *, alone: bool) -> bool:
    actions = {match.group() for match in _ACTIONS.finditer(row.name)}
    if alone and any(action in clause.text for action in actions):
        return True
    return shared_words(bare_name(row.name), clause.text) >= _HALF


def _is_later(month: int, moment: Moment) -> bool:
    return moment.month is not None and moment.duration is None and month > moment.month


def agrees(row: ReadRow, one: Quantity) -> bool:
    """Whether the row's number is that of the goal, in its own unit or in the base unit."""
    number, base = row.value.value, terms().base(row.value.unit)[1]
    if not isinstance(number, float):
        return False
    return any(abs(value - one.base_value) <= 1e-6 * max(1.0, abs(one.base_value)) for value in (number * base, number))


def _measures_alike(row: ReadRow, one: Quantity) -> bool:
    if not row.value.unit or (one.kind == "money" and not one.each):
        return False
    mine, said = row.value.unit.split("/")[0], one.unit.split("/")[0]
    is_same = terms().comparable(mine, said) or {terms().base(mine)[0], terms().base(said)[0]} <= _PIECES
    return is_same and bool(one.each) == ("/" in row.value.unit)


def _is_one_thing(row: ReadRow, clause: GoalClause, one: Quantity, *, meaning: Meaning | None) -> bool:
    name, near = bare_name(row.name), near_words(clause, one)
    if _ALL_OF_IT.search(name) or _contrast(name, near or clause.text):
        return False
    if one.kind in {"rate", "score"} and name[-3:] not in near:
        return False
    if one.each and row.value.unit.endswith(f"/{one.each}") and name_pairs(name) & name_pairs(clause.text):
        return True
    if shared_words(name, near) >= _LIKE:
        return True
    if meaning is None or clause not in meaning.clauses or len(clause.quantities) > 1:
        return False
    return meaning.clause_alike(meaning.clauses.index(clause), row.number) >= _LIKE_IN_MEANING


def _contrast(name: str, words: str) -> bool:
    """Whether name and goal hold different words of one set (县级 and 乡级)."""
    for contrast in _CONTRASTS:
        mine, theirs = ({word for word in contrast if word in text} for text in (name, words))
        if mine and theirs and not mine & theirs:
            return True
    return False


def shared_words(name: str, words: str) -> float:
    """Share of the shorter wording's pairs of characters that the other has too."""
    one, other = (name_pairs(_NOISE.sub("", _NOISE.sub("", text))) for text in (name, words))
    common = one & other
    return len(common) / min(len(one), len(other)) if len(common) >= _LEAST_SHARED else 0.0
