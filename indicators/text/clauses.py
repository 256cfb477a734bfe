"""A goal text -> its clauses: tasks with objects and quantities, standards, dates, effects, groups, money, and filler."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from indicators.text.terms import terms
from indicators.text.values import EACH, Moment, Quantity, moments, quantities

LONGEST_OBJECT = 14
"""Beyond this an object no longer reads as part of an indicator's name."""


class ClauseKind(StrEnum):
    """What a clause speaks of; FILLER is set aside (slogans, duties, means)."""

    TASK = "任务"
    STANDARD = "标准"
    TIME = "时间"
    EFFECT = "效果"
    SATISFACTION = "满意"
    COST = "成本"
    FILLER = "套话"


@dataclass(frozen=True)
class GoalClause:
    """One clause. ``verb`` announces the task, ``action`` is what is really done (完成…改造), ``object`` is the thing it is done to.

    ``is_part`` marks what is counted within the clause before it (其中…, 覆盖…); ``mishap`` is what must not happen (杜绝安全事故).
    """

    text: str
    kind: ClauseKind
    verb: str = ""
    action: str = ""
    object: str = ""
    quantities: tuple[Quantity, ...] = ()
    moment: Moment | None = None
    is_part: bool = False
    mishap: str = ""

    @property
    def counts(self) -> tuple[Quantity, ...]:
        """Quantities that count something, without rates, money and prices of one piece; hours only where they are the output."""
        other = {"rate", "money", "score"} if _HOURS.search(self.text) else {"rate", "money", "score", "time"}
        return tuple(q for q in self.quantities if q.kind not in other and not q.each)

    @property
    def core(self) -> str:
        """The clause without its numbers, operators and dates: what it is about (培训合格率达到95%以上 -> 培训合格率)."""
        bare = self.text
        spans = [(q.start, q.end) for q in self.quantities]
        spans += [(self.moment.start, self.moment.end)] if self.moment else []
        for start, end in sorted(spans, reverse=True):
            bare = bare[:start] + bare[end:]
        bare = re.sub(
            r"(?:由|从)[\d.]*%?(?:左右)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩短|压缩|增|升|降)(?:到|至)",
            "",
            bare,
        )
        return _PHRASING.sub("", EACH.sub("", bare)).strip(" 　，,、（）()前内为的") or self.text

    @property
    def measure(self) -> str:
        """The name of a measure where the clause states one with its value (普查对象覆盖率达到98% -> 普查对象覆盖率), or empty."""
        if self.mishap:
            return f"{self.mishap}发生数"
        core = re.sub(r"^(?:使|将|确保|保证|实现|保持|力争|完成|其中)", "", self.core)
        core = re.split("[(（]", core)[-1] if _is_open(core) else core
        if self.moment and self.kind is ClauseKind.TIME and _TERM.fullmatch(re.sub("于", "", core)):
            return f"{re.sub('于', '', core)}{'时限' if self.moment.duration else '时间'}"
        if self.quantities and _CHANGE.fullmatch(core):
            core = f"{re.sub('^(?:带动|预计|实现)', '', core)}率"
        return core if self.quantities and _MEASURE.fullmatch(core) and not re.search(r"\d{3}|^\d", core) else ""


@lru_cache(maxsize=64)  # several rules and the meaning read one sheet's goal
def read_goal(goal: str) -> tuple[GoalClause, ...]:
    """All clauses of a goal text in order, filler included; the same clause written twice comes once."""
    seen: dict[str, GoalClause] = {}
    for sentence in _sentences(goal):
        verb = thing = ""
        part_unit: str | None = None
        for part in _parts(sentence):
            clause = read_clause(part, inherited=verb)
            if (
                clause.verb in _REACHES and thing and clause.text.startswith(clause.verb)
            ):  # 开展讲座15场、覆盖2000人次: the lectures cover
                clause = replace(clause, object=clause.object or thing, is_part=True)
            if clause.is_part:
                part_unit = clause.counts[0].unit if clause.counts else None
            elif part_unit and clause.verb not in clause.text and [q.unit for q in clause.counts] == [part_unit]:
                clause = replace(clause, is_part=True)  # 其中一级园4家、二级园15家
            verb, thing = clause.verb or verb, clause.object or thing
            if len(clause.text) > 1:
                seen.setdefault(clause.text, clause)
    return tuple(seen.values())


def read_clause(text: str, *, inherited: str = "") -> GoalClause:
    """One clause taken apart. ``inherited`` is the verb of the clause before it, for lists (举办讲座8场、展览6场)."""
    is_part = text.strip().startswith("其中")
    text = _LEAD.sub("", text.strip(' 　,，、。；;:：“”"')).strip()
    found, dates = quantities(text), moments(text)
    clause = GoalClause(text, ClauseKind.FILLER, quantities=found, moment=dates[0] if dates else None, is_part=is_part)
    if mishap := _mishap(text):
        return replace(clause, kind=ClauseKind.EFFECT, mishap=mishap)
    verb, thing = _verb_and_object(text, found, dates)
    if not verb and clause.counts:
        verb = inherited
    action, thing = _action(verb, thing)
    clause = replace(clause, verb=verb, action=action or verb, object=thing)
    return replace(clause, kind=_kind(clause))


def _is_open(text: str) -> bool:
    """Whether a bracket is opened and not closed (家长放心（家长满意度)."""
    return sum(text.count(sign) for sign in "(（") > sum(text.count(sign) for sign in ")）")


def _sentences(goal: str) -> list[str]:
    marked = re.sub(r"(?:^|(?<=[\n。；;：:]))\s*(?:目标|任务)?\s*[（(]?\d{1,2}[)）.、．:：]\s*(?!\d)", "\n", goal)
    marked = re.sub(
        r"[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳]|目标\s*\d{0,2}\s*[：:]", "\n", marked
    )
    return [sentence for sentence in re.split(r"[。；;！!\n\r]+", marked) if sentence.strip()]


def _parts(sentence: str) -> Iterator[str]:
    sentence = re.sub(r"^[^，,：:\d]{2,14}[：:](?=.{4})", "", sentence.strip())  # a heading before a colon
    for segment in re.split(r"，|(?<!\d),|,(?!\d{3})|[：:]", sentence):
        pieces = re.split(r"、|以及|(?<=[^\d])和(?=[^\d]{2,12}\d)", segment)
        counted = [piece for piece in pieces if quantities(piece)]
        yield from (_merged(pieces) if len(counted) > 1 else [segment])


def _merged(pieces: list[str]) -> Iterator[str]:
    """Pieces of a list, each ending at its own quantity: A、B20台、C3套 -> A、B20台 | C3套."""
    held: list[str] = []
    for piece in pieces:
        held.append(piece)
        if quantities(piece):
            yield "、".join(held)
            held = []
    if held:
        yield "、".join(held)


def _verb_and_object(text: str, found: tuple[Quantity, ...], dates: tuple[Moment, ...]) -> tuple[str, str]:
    bare = text
    spans = [(q.start, q.end) for q in found] + [(m.start, m.end) for m in dates]
    for start, end in sorted(spans, reverse=True):
        bare = bare[:start] + "□" + bare[end:]
    bare = _PHRASING.sub("", EACH.sub("", bare))
    match = _first_verb(bare)
    if match is None:
        return "", _noun(bare)
    before, after = bare[: match.start()], bare[match.end() :]
    thing = _noun(after)
    lead = _noun(re.sub(r"^(对|为|向|给|在|将|把|面向|针对)", "", before))
    if not thing:
        return match.group(), lead
    return match.group(), (
        lead + thing if before.startswith(("对", "为", "向", "给", "面向", "针对")) and lead else thing
    )


def _mishap(text: str) -> str:
    """What a clause says will not happen (全年无火灾等安全责任事故 -> 安全责任事故), or empty."""
    match = next(reversed(list(_none_of().finditer(text))), None)
    if match is None:
        return ""
    words = re.sub(r"^(?:任何|较大|重大|一般|以上|及|的|因|生)+|.*[、等]", "", match["thing"])
    return words if 2 <= len(words) <= LONGEST_OBJECT else match["mishap"]


def _first_verb(text: str) -> re.Match[str] | None:
    """The task verb nearest the start; one inside 的 phrases or after a noun counts only where none stands earlier."""
    return _verbs().search(_plain_terms().sub(lambda term: "〇" * len(term.group()), text))


def _action(verb: str, thing: str) -> tuple[str, str]:
    """完成 + 老旧管网改造 -> (改造, 老旧管网); a strong verb is its own action."""
    if verb and verb not in _WEAK:
        return verb, thing
    for action in _verb_list():
        if thing.endswith(action) and len(thing) > len(action) and action not in _WEAK:
            return action, thing.removesuffix(action)
    return verb, thing


def _kind(clause: GoalClause) -> ClauseKind:
    words, text = terms(), clause.text
    tests = (
        (ClauseKind.SATISFACTION, any(word in text for word in words.satisfaction_words)),
        (ClauseKind.FILLER, _is_slogan(clause)),
        (ClauseKind.TASK, bool(clause.counts)),
        (ClauseKind.EFFECT, _is_money_only(clause) and any(word in text for word in words.money_effects)),
        (ClauseKind.COST, _is_money_only(clause) and any(word in text for word in words.money_limits)),
        (ClauseKind.COST, any(word in text for word in words.cost_words)),
        (ClauseKind.STANDARD, any(word in text for word in words.quality_words) and bool(clause.quantities)),
        (ClauseKind.TIME, any(word in text for word in words.time_words) and _is_rate(clause)),
        (ClauseKind.FILLER, _is_money_only(clause)),
        (ClauseKind.EFFECT, text.startswith(words.effect_verbs) and clause.verb in {"", *words.effect_verbs}),
        (ClauseKind.EFFECT, _is_rate(clause)),
        (ClauseKind.TIME, clause.moment is not None),
        (ClauseKind.STANDARD, any(word in text for word in words.quality_words)),
        (ClauseKind.TIME, clause.moment is not None or any(word in text for word in words.time_words)),
        (ClauseKind.EFFECT, any(word in text for word in words.effect_verbs) and clause.verb in _WEAK | {""}),
        (ClauseKind.TASK, bool(clause.verb and clause.object)),
    )
    return next((kind for kind, holds in tests if holds), ClauseKind.FILLER)


def _is_slogan(clause: GoalClause) -> bool:
    if clause.quantities or clause.moment:
        return False
    text, words = clause.text, terms()
    return text.startswith(words.filler_openings) or any(word in text for word in words.filler_words)


def _is_money_only(clause: GoalClause) -> bool:
    return any(q.kind == "money" for q in clause.quantities) and not clause.counts


def _is_rate(clause: GoalClause) -> bool:
    return any(q.kind == "rate" for q in clause.quantities)


def _noun(text: str) -> str:
    """What is left of a phrase as a name: without gaps, operators, places, particles and trailing 工作."""
    parts = [part for part in text.split("□") if part.strip("的共约计等名为")]
    text = max(parts[:2], key=len) if parts else ""
    text = re.sub(r"[（(][^）)]*[）)]", "", text)
    text = re.sub(r"\d{4}年(?:度|内)?|^各[类级种地]", "", _PHRASING.sub("", text)).strip(_EDGES)
    text = re.sub(rf"^(?:{_PLACES})+(?=.{{2}})", "", text)
    text = re.sub(r"(?:累计|共计|合计|总计)$", "", text)
    text = re.sub(r"(?:等)?(?:相关)?(?:工作|任务|事项)$|等活动$|进行$|予以$|给予$", "", text).strip("的等") or text
    text = re.sub(r"(?:惠及?|覆盖|累计?|力争.*)$|^(?:加强|加快|推进|深化|完善|以下|下)+(?=.{2})", "", text) or text
    head = text.rpartition("的")[2]
    text = head if 2 <= len(head) < len(text) else text
    return "" if text in _NO_OBJECT else _shortened(text)


def _shortened(text: str) -> str:
    """A list is named by what sums it up (进修班、培训班等主体班 -> 主体班), a long one without that by its first part."""
    listed, _, whole = text.rpartition("等")
    if "、" in listed and len(whole) > 1:
        return whole
    if "、" in listed and not whole:
        return re.split("、", listed)[0]
    first = re.split(r"[、及]|以及|和", text)[0]
    return first if len(text) > LONGEST_OBJECT and len(first) > 3 else text


@lru_cache(maxsize=1)
def _verb_list() -> tuple[str, ...]:
    return tuple(sorted(terms().task_verbs, key=len, reverse=True))


@lru_cache(maxsize=1)
def _none_of() -> re.Pattern[str]:
    mishaps = "|".join(sorted(terms().mishaps, key=len, reverse=True))
    return re.compile(
        r"(?:不发生|未发生|不出现|杜绝|避免发生|防止发生|零发生|严防|全年无|年内无|无)"
        rf"(?P<thing>[^，,。；;无不]{{0,14}}?(?P<mishap>{mishaps}))"
    )


@lru_cache(maxsize=1)
def _plain_terms() -> re.Pattern[str]:
    return re.compile("|".join(sorted(terms().verbs_within, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _verb_list())))


_WEAK = frozenset(
    {
        "完成",
        "实施",
        "开展",
        "推进",
        "组织",
        "落实",
        "保障",
        "提供",
        "组织开展",
        "组织实施",
        "新增",
        "覆盖",
        "惠及",
        "建成",
        "服务",
        "支持",
        "推广",
        "发布",
        "解决",
        "参加",
        "做好",
    }
)
_EDGES = ' 　的了共约计等、，,：:和与及以并“”"对各将把于'
_PLACES = "全省|全市|全县|全区|全州|全乡|全镇|全域|全部|全体|全年|辖区|辖区内|我市|我县|我区|我单位|本市|本县|本区|各地|各级|各类|本单位|范围内"
_NO_OBJECT = frozenset({"任务", "工作", "项目", "各项任务", "各项工作", "工程", "活动", "年度任务", "本项目"})
"""Words that name no thing of their own."""
_REACHES = frozenset({"覆盖", "惠及", "服务", "吸引", "参加", "接待"})
_LEAD = re.compile(
    r"^(?:(?:本项目|项目|该项目|本年度|年度内|年内|全年|全市|全县|全区|当年|计划|预计|拟|将|力争|争取|确保|保证|通过|共|共计|累计|其中|并|同时|主要|用于|"
    r"以|从而|进而|切实|积极|有序|按时|及时|高质量|顺利|全面|继续|持续|重点|年初|\d{4}年度?|项目实施后|实施后|使|让|于)+)(?=.{2})"
)
_MEASURE = re.compile(
    r"[^，,。；;]{2,18}(?:率|数|数量|量|满意度|知晓度|参与度|人次|面积|长度|里程|浓度|比例|比率|比重|占比|次数|场次|收入|成本|得分|分数|天数|时长|产值|金额|定额|额|经费|费用|单价|造价|标准|投资)"
)
_TERM = re.compile(
    r"[^，,。；;\d]{2,12}(?:响应|办结|发出|修复|预警|交付|到位|完成|出具|送达|到达|处置|反馈|回复|排除|供应|发放|拨付|到岗|开班|开工|竣工|完工|投用|投入使用|上线|验收|结束|建成)"
)
"""What is to be done within a term or by a date."""
_HOURS = re.compile(r"时长|机时|工时|学时|课时")
_CHANGE = re.compile(r"[^，,。；;\d]{2,15}(?:增长|下降|降低)")
_PHRASING = re.compile(
    r"(均?不少于|均?不低于|不超过?|不高于|不小于|不大于|达到|以上|以内|左右|超过|至少|约为|控制在|≥|≤|>=|<=|＝|=|均?在(?=□|$)|达(?=□|$)|均为|均达到?)"
)
