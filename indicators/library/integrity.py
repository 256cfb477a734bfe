"""What must hold of the whole library; each failure names the entry and tells the curator how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from indicators.library.snapshot import Library
from indicators.model.framework import Framework
from indicators.model.indicator import CoreMark, Direction, Nature
from indicators.model.sector import COMMON_SECTOR

LEAST_PHRASES = 3
LONGEST_NAME = 20


@dataclass(frozen=True)
class Fault:
    """One thing that does not hold: the entry (a code or slug) and advice."""

    entry: str
    advice: str


Check = Callable[[Library], Iterator[Fault]]


def faults(library: Library) -> list[Fault]:
    """Everything that does not hold, in the order of the checks."""
    return [fault for check in CHECKS for fault in check(library)]


def _codes_are_unique(library: Library) -> Iterator[Fault]:
    for code, count in Counter(i.code for i in library.indicators).items():
        if count > 1:
            yield Fault(code, f"编码出现{count}次；编码永久唯一，请给后来的条目换一个没有用过的号")


def _names_are_unique_in_a_sector(library: Library) -> Iterator[Fault]:
    seen: dict[tuple[str, str], str] = {}
    for indicator in library.active:
        for name in (indicator.name, *indicator.aliases):
            other = seen.setdefault((indicator.sector, name), indicator.code)
            if other != indicator.code:
                yield Fault(indicator.code, f"“{name}”也是{other}的名称或别名；请合并两条，或改名并在 note 写明区别")


def _sectors_are_known(library: Library) -> Iterator[Fault]:
    for indicator in library.indicators:
        sector = library.sectors_by_slug.get(indicator.sector)
        if sector is None:
            yield Fault(indicator.code, f"领域“{indicator.sector}”不在 sectors.yaml 里；请改正或先登记领域")
        elif not indicator.code.startswith(sector.code_prefix):
            yield Fault(indicator.code, f"编码应以领域{sector.name}的前缀{sector.code_prefix}开头")


def _placement_is_legal(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        sector = library.sectors_by_slug.get(indicator.sector)
        slug = sector.framework if sector and sector.framework else "mof-2021"
        framework = next((f for f in library.frameworks if f.slug == slug), None)
        if framework is None:
            continue
        if framework.place(indicator.level1, indicator.level2) != (indicator.level1, indicator.level2):
            yield Fault(
                indicator.code,
                f"“{indicator.level1}/{indicator.level2}”不是{slug}的层级原名；请照 frameworks/{slug}.yaml 写",
            )
        elif framework.level2(indicator.level1, indicator.level2) is None:
            yield Fault(indicator.code, f"{slug}的“{indicator.level1}”下没有“{indicator.level2}”；请核对层级")


def _records_are_filled(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        for field, how in _REQUIRED.items():
            if not getattr(indicator, field):
                yield Fault(indicator.code, f"缺少 {field}；{how}")
        if indicator.nature is Nature.QUANTITATIVE and not (indicator.formula and indicator.all_units):
            yield Fault(indicator.code, "定量指标要有 formula 和 unit；计数类写清点口径")
        if len(set(indicator.phrases)) < LEAST_PHRASES:
            yield Fault(indicator.code, f"phrases 不足{LEAST_PHRASES}条；请补单位在草稿里的真实写法，检索靠它")


def _direction_agrees_with_operators(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        first = indicator.operators[0] if indicator.operators else None
        if indicator.direction is Direction.HIGHER and first in {"≤", "<"} and "日期" not in indicator.all_units:
            yield Fault(indicator.code, "越高越好的指标常用符号不能是≤；请改 operators 或 direction")
        if indicator.direction is Direction.LOWER and first in {"≥", ">"}:
            yield Fault(indicator.code, "越低越好的指标常用符号不能是≥；请改 operators 或 direction")


def _bounds_hold_for_standards(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        for standard in indicator.standards:
            high = indicator.bounds.high if indicator.bounds else None
            in_unit = standard.unit in {"", indicator.unit}
            if high is not None and standard.value is not None and in_unit and standard.value > high:
                yield Fault(indicator.code, f"参考值{standard.text}超出公式允许的最大值{high:g}；请核对公式或参考值")


def _names_are_short(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        if len(indicator.name) > LONGEST_NAME:
            yield Fault(indicator.code, f"名称有{len(indicator.name)}字；请压到{LONGEST_NAME}字以内，其余写进定义")


def _references_exist(library: Library) -> Iterator[Fault]:
    for indicator in library.indicators:
        for code in (*indicator.like, *([indicator.successor] if indicator.successor else [])):
            if code not in library.by_code:
                yield Fault(indicator.code, f"提到的编码{code}不存在；请改正 like 或 successor")
    for framework in library.frameworks:
        for clause in _clauses_of(framework):
            if library.clauses and clause not in library.clauses_by_id:
                yield Fault(framework.slug, f"条款{clause}不在 clauses.yaml 里；请登记条款或改正编号")


def _clauses_of(framework: Framework) -> list[str]:
    duties, envelopes = framework.obligations, framework.envelopes
    named = [framework.clause, *(duty.clause for duty in duties), *(envelope.clause for envelope in envelopes)]
    return [clause for clause in named if clause]


def _envelopes_sum(library: Library) -> Iterator[Fault]:
    for framework in library.frameworks:
        for envelope in framework.envelopes:
            if envelope.total != framework.total:
                yield Fault(framework.slug, f"{envelope.id}的一级权重合计{envelope.total:g}，应为{framework.total:g}")


def _systems_hold(library: Library) -> Iterator[Fault]:
    for system in library.systems:
        total = sum(entry.weight for entry in system.entries)
        if abs(total - system.total) > 1e-9:
            yield Fault(system.slug, f"各条权重合计{total:g}，应为{system.total:g}")
        for entry in system.entries:
            for code in (entry.code, *entry.instead):
                if code not in library.by_code:
                    yield Fault(system.slug, f"编码{code}不存在；请改正")


def _every_sector_has_a_core(library: Library) -> Iterator[Fault]:
    for sector in library.sectors:
        marks = {i.core for i in library.active if i.sector == sector.slug}
        if sector.slug != COMMON_SECTOR and CoreMark.FIELD not in marks:
            yield Fault(sector.slug, "没有核心指标；请给最能反映产出和效益的几条标 core: 核心")


def _retired_name_a_successor(library: Library) -> Iterator[Fault]:
    for indicator in library.indicators:
        if not indicator.is_active and not indicator.successor and not indicator.note:
            yield Fault(indicator.code, "停用的条目要写 successor；没有接替的，在 note 写明原因")


_REQUIRED = {
    "definition": "用一两句话写明衡量什么、统计口径",
    "level1": "写框架里的一级指标原名",
    "level2": "写框架里的二级指标原名",
    "operators": "写允许的符号，常用的在前",
    "method": "从五种完成值取值方式里选一种（财预〔2021〕101号三（四））",
    "source": "从九种数据来源里选一种（财预〔2021〕101号三（五））",
    "evidence": "写一到三种具体佐证材料",
    "scoring": "从四种赋分规则里选一种（财预〔2021〕101号三（七））",
    "standards": "写参考值或取值依据，没有数值的写按什么确定",
    "keywords": "写三到六个检索词",
    "provenance": "写出处和把握程度",
}

CHECKS: tuple[Check, ...] = (
    _codes_are_unique,
    _names_are_unique_in_a_sector,
    _sectors_are_known,
    _placement_is_legal,
    _records_are_filled,
    _direction_agrees_with_operators,
    _bounds_hold_for_standards,
    _names_are_short,
    _references_exist,
    _envelopes_sum,
    _systems_hold,
    _every_sector_has_a_core,
    _retired_name_a_successor,
)
