"""Which rows of a sheet say the same thing: exact twins, near twins, one matter under output and benefit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from indicators.quality import levels
from indicators.quality.groups import group_of
from indicators.quality.meaning import Meaning
from indicators.quality.naming import joined_objects, joint_parts, name_key, reduced_key
from indicators.quality.reading import ReadRow, ReadSheet, plain
from indicators.text.names import clean_name, name_pairs
from indicators.text.terms import terms

ALIKE = 0.9
"""From this likeness on a model may confirm what the words already suggest."""

_OWN_KINDS = frozenset({"rate", "money", "date", "time", "score", "words", "empty"})

Group = tuple[str, str, str]
Pair = tuple[ReadRow, ReadRow]


def twins(sheet: ReadSheet) -> Iterator[tuple[str, list[ReadRow]]]:
    """Groups of two rows and more with one name, in one class or across 产出 and 效益, that measure one kind of thing."""
    for (key, *_), rows in _grouped(sheet, name_key).items():
        if len(rows) > 1:
            yield key, rows


def near_twins(sheet: ReadSheet) -> Iterator[tuple[str, list[ReadRow]]]:
    """Groups whose names differ only in filler and in the word for the measure; one row for each distinct name."""
    for (key, *_), rows in _grouped(sheet, reduced_key).items():
        firsts = {name_key(row.name): row for row in reversed(rows)}
        if len(firsts) > 1:
            yield key, sorted(firsts.values(), key=lambda row: row.number)


def near_groups(sheet: ReadSheet, meaning: Meaning | None) -> Iterator[list[ReadRow]]:
    """Groups of rows of one level 1 that say one thing in other words, beyond those that ``near_twins`` gives."""
    groups: list[list[ReadRow]] = []
    for row in sheet.rows:
        near = [group for group in groups if any(_is_near(one, row, sheet, meaning) for one in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(one for group in near for one in group), row])
    for group in groups:
        if len(group) > 1:
            yield sorted(group, key=lambda row: row.number)


def _is_near(one: ReadRow, other: ReadRow, sheet: ReadSheet, meaning: Meaning | None) -> bool:
    if not _stand_together(one, other) or reduced_key(one.name) == reduced_key(other.name):
        return False
    told = _acceptances(one, other) or _term_and_rate(one, other) or _met_again(one, other) or _same_wish(one, other)
    return (
        told
        or _same_people(one, other, sheet.sheet.project)
        or (_same_count(one, other) and _confirmed(one, other, meaning))
    )


def _stand_together(one: ReadRow, other: ReadRow) -> bool:
    """Whether two rows stand under one level 1; satisfaction is one class wherever it is written."""
    return one.place.level1 == other.place.level1 or (one.is_satisfaction and other.is_satisfaction)


def matters_twice(sheet: ReadSheet, meaning: Meaning | None) -> Iterator[Pair]:
    """Pairs of an output and a benefit that are one matter: acceptance as benefit, or one number of one thing.

    Each benefit comes once, with the first output that it repeats.
    """
    outputs = [row for row in sheet.rows if row.is_output]
    for benefit in sheet.rows:
        if benefit.is_benefit:
            yield from [(output, benefit) for output in outputs if _is_one_matter(output, benefit, meaning)][:1]


def _is_one_matter(output: ReadRow, benefit: ReadRow, meaning: Meaning | None) -> bool:
    if name_key(output.name) == name_key(benefit.name):
        return False
    told = _acceptances(output, benefit) or _is_acceptance_of(benefit, output) or _met_again(output, benefit)
    return told or (_same_count(output, benefit) and _confirmed(output, benefit, meaning))


_ACCEPTED = re.compile(r"(?:一次性?)?(?:验收)?(?:合格|达标|通过)率$")
_GENERAL = re.compile(r"工程|项目|设备|产品|货物|物资|质量|验收|安装|调试|竣工|完工|交付|施工|一次性?|到货|的|及|和|、")
_CALLED_GOOD = re.compile(r"(?:工程|项目|设备|产品|货物|施工)质量")
_WORKS, _GOODS = re.compile(r"工程|竣工|完工|施工"), re.compile(r"设备|产品|货物|物资|安装|调试|到货")


def _acceptances(one: ReadRow, other: ReadRow) -> bool:
    """Whether two rates of acceptance differ only in general words (工程质量合格率, 项目验收达标率)."""
    texts = [plain(one.name), plain(other.name)]
    if not all(_is_acceptance(row) and _GENERAL.search(plain(row.name)) for row in (one, other)):
        return False
    if any(_WORKS.search(text) and _GOODS.search(twin) for text, twin in (texts, texts[::-1])):
        return False
    things = [_GENERAL.sub("", _ACCEPTED.sub("", text)) for text in texts]
    return things == ["", ""]


def _is_acceptance(row: ReadRow) -> bool:
    """Whether a row is a rate of acceptance, or quality called good (工程质量 = 合格), which says the same."""
    if _CALLED_GOOD.fullmatch(plain(row.name)):
        return row.value.kind == "words" and bool(re.search("合格|达标", row.target))
    return row.value.kind == "rate" and bool(_ACCEPTED.search(plain(row.name)))


LONGEST_THING = 2


def _is_acceptance_of(benefit: ReadRow, output: ReadRow) -> bool:
    """Whether a benefit is acceptance in general words (工程验收合格率, 公路验收合格率) and the output is acceptance of a part."""
    texts = [plain(benefit.name), plain(output.name)]
    if not all("验收" in text and _ACCEPTED.search(text) for text in texts):
        return False
    return len(_GENERAL.sub("", _ACCEPTED.sub("", texts[0]))) <= LONGEST_THING


_TERM = re.compile(r"(?:的)?(?:完成)?(?:时间|时限|时长|日期)$")
_IN_TIME = re.compile(r"(?:完成)?(?:的)?及时[率性]$")


def _term_and_rate(one: ReadRow, other: ReadRow) -> bool:
    """Whether one row gives the term and the other the share within it (故障响应时间, 故障响应及时率)."""
    for term, rate in ((plain(one.name), plain(other.name)), (plain(other.name), plain(one.name))):
        if _TERM.search(term) and _IN_TIME.search(rate):
            thing = _TERM.sub("", term)
            return len(thing) > 2 and thing == _IN_TIME.sub("", rate)
    return False


_MET = re.compile(r"(?:是否)?(?:达标|完成|实现)?(?:情况)$|达标$")


def _met_again(one: ReadRow, other: ReadRow) -> bool:
    """Whether one row only asks whether the other is met (综合利用率, 综合利用率达标情况)."""
    short, long = sorted((plain(one.name), plain(other.name)), key=len)
    return short.endswith(("率", "比例", "量")) and long.startswith(short) and bool(_MET.fullmatch(long[len(short) :]))


_PUBLIC = re.compile(
    r"(?:社会|人民|广大|受益|项目区|辖区|服务|当地|周边)*(?:群众|公众|百姓|民众)(?:总体|综合)?满意[度率]"
)


_WHOM = re.compile(r"(?:参训|参会|参赛|受益|广大|相关|项目区|本校|全体|各|接受服务的|学生)+")


def _same_people(one: ReadRow, other: ReadRow, project: str) -> bool:
    """Whether both rows ask the same people: the general public, a part of the other's group, or a group that the other only words more closely.

    Words of the ``project`` say nothing new of those whom it serves: 人才满意度 and 引进人才满意度 in 人才引进.
    """
    if not (one.is_satisfaction and other.is_satisfaction):
        return False
    if all(_PUBLIC.fullmatch(plain(row.name)) for row in (one, other)):
        return True
    short, long = sorted((group_of(one.name), group_of(other.name)), key=len)
    if len(short) < LEAST_GROUP or short == long or not long.endswith(short):
        return len(short) >= LEAST_GROUP and (short == long or short in joint_parts(long))
    closer = long.removesuffix(short)
    return bool(_WHOM.fullmatch(closer) or name_pairs(closer) & name_pairs(plain(project)))


LEAST_GROUP = 2
_WISHING = re.compile(
    r"^(?:不断|进一步|持续|有效|切实|大力|全面|着力)*(?:提升|提高|增强|改善|促进|推动|优化|加强|强化|保障|维护)+|"
    r"(?:能力|水平|质量|质效|效能|成效|效果)*(?:不断|持续|明显|显著|有效)*(?:提升|提高|改善|增强|优化)*(?:情况|程度)?$"
)


def _same_wish(one: ReadRow, other: ReadRow) -> bool:
    """Whether two effects in words wish one thing (提升城市治理能力, 提升城市治理水平)."""
    if not all(row.is_benefit and row.value.kind == "words" for row in (one, other)):
        return False
    matters = {_WISHING.sub("", plain(row.name)) for row in (one, other)}
    return len(matters) == 1 and len(matters.pop()) >= LEAST_MATTER


LEAST_MATTER = 4


_MEASURES = re.compile(
    r"(?:总)?(?:人次|人数|场次|次数|批次|册数|个数|件数|户数|家数|台数|数量|总数|总量|面积|长度|里程|期数|户次|条数|数|量)$"
)
_STARTERS = re.compile(r"^(?:开展|举办|组织|实施|进行|召开|完成|新增|累计|全年|年度|共)+")
LEAST_COUNT = 5


def _same_count(one: ReadRow, other: ReadRow) -> bool:
    """Whether two counts of one amount are of one thing by the characters of their names, whatever their order."""
    if not (_is_count(one) and _is_count(other)) or _amount(one) != _amount(other) or _amount(one) < LEAST_COUNT:
        return False
    if not terms().comparable(_loose(one.value.unit), _loose(other.value.unit)):
        return False
    cores = sorted((_core(one.name), _core(other.name)), key=len)
    return len(cores[0]) > 1 and cores[0] <= cores[1]


def _lists_kinds(one: ReadRow, other: ReadRow) -> bool:
    """Whether one row lists the kinds of what the other counts in all (骨干教师及新教师培训, 培训教师人次), as the amounts are one."""
    short, long = sorted((plain(one.name), plain(other.name)), key=len)
    is_list = len(joint_parts(long)) > 1 and len(joint_parts(short)) == 1
    return is_list and one.value.unit == other.value.unit and len(_core(short)) >= LEAST_MATTER


def _is_count(row: ReadRow) -> bool:
    return row.value.is_number and row.value.kind not in _OWN_KINDS


def _amount(row: ReadRow) -> float:
    value = row.value.value
    return round(value * terms().base(row.value.unit)[1], 3) if isinstance(value, float) else -1.0


def _loose(unit: str) -> str:
    """Persons and persons served are one here: two rows with one number of both are two wordings."""
    return {"人次": "人", "名": "人", "位": "人", "场次": "场", "次": "场", "批次": "批", "家次": "家"}.get(
        unit.lstrip("万"), unit.lstrip("万")
    )


_ONE_WORD = ((re.compile("巡查|巡检"), "检查"), (re.compile("清扫保洁"), "保洁"), (re.compile("研究生"), ""))


def _core(name: str) -> frozenset[str]:
    text = _MEASURES.sub("", _STARTERS.sub("", plain(clean_name(name))))
    for pattern, word in _ONE_WORD:
        text = pattern.sub(word, text)
    return frozenset(text) - frozenset("的等、及和与")


def _confirmed(one: ReadRow, other: ReadRow, meaning: Meaning | None) -> bool:
    """What a model says where there is one; without it the shorter name must be of four characters and more."""
    if _lists_kinds(one, other):
        return True
    if meaning:
        return meaning.rows_alike(one.number, other.number) >= ALIKE
    return min(len(_core(one.name)), len(_core(other.name))) >= 4 and not joined_objects(other.name)


def _grouped(sheet: ReadSheet, key: Callable[[str], str]) -> dict[Group, list[ReadRow]]:
    groups: dict[Group, list[ReadRow]] = {}
    for row in sheet.rows:
        if words := key(row.name):
            groups.setdefault(_group(row, words), []).append(row)
    return groups


def _group(row: ReadRow, words: str) -> Group:
    level1 = row.place.level1
    is_result = level1 in levels.OUTPUT | levels.BENEFIT
    kind = row.value.kind if row.value.kind in _OWN_KINDS else "count"
    if row.is_satisfaction:
        return words, "满意", kind
    return words, "结果" if is_result else level1 or levels.level_words(row.row.level1), kind
