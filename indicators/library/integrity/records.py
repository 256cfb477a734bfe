"""Records by themselves: filled, placed, named, and their values, operators and bounds in agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from indicators.library.integrity.fault import Check, Fault
from indicators.library.snapshot import Library
from indicators.model.indicator import CoreMark, Direction, Nature
from indicators.model.sector import COMMON_SECTOR

LEAST_PHRASES = 4
LONGEST_NAME = 20


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


def _branches_are_known(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        sector = library.sectors_by_slug.get(indicator.sector)
        for branch in indicator.branches if sector else ():
            if sector and branch not in sector.branches:
                yield Fault(indicator.code, f"子方向“{branch}”不在领域{sector.name}的 branches 里；请登记或改正")


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


def _qualitative_records_carry_no_number(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        if indicator.nature is Nature.QUALITATIVE and (indicator.all_units or set(indicator.operators) - {"定性"}):
            yield Fault(indicator.code, "定性指标不写单位，operators 只写 定性；有数的请把 nature 改成 定量")
        if indicator.nature is Nature.QUANTITATIVE and "定性" in indicator.operators[:1]:
            yield Fault(indicator.code, "定量指标的常用符号不能是 定性；请改 operators 或 nature")


def _likenesses_are_explained(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        others = [library.by_code[code] for code in indicator.like if code in library.by_code]
        if others and not indicator.note and not any(other.note for other in others):
            yield Fault(indicator.code, f"与{'、'.join(indicator.like)}相近而没有 note；请写一句怎样区分")


def _names_are_short(library: Library) -> Iterator[Fault]:
    for indicator in library.active:
        if len(indicator.name) > LONGEST_NAME:
            yield Fault(indicator.code, f"名称有{len(indicator.name)}字；请压到{LONGEST_NAME}字以内，其余写进定义")


def _every_sector_has_a_core(library: Library) -> Iterator[Fault]:
    for sector in library.sectors:
        marks = {i.core for i in library.active if i.sector == sector.slug}
        if sector.slug != COMMON_SECTOR and CoreMark.FIELD not in marks:
            yield Fault(sector.slug, "没有核心指标；请给最能反映产出和效益的几条标 core: 核心")


_REQUIRED = {
    "purpose": "用几个字写资金用途",
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
    _branches_are_known,
    _placement_is_legal,
    _records_are_filled,
    _direction_agrees_with_operators,
    _bounds_hold_for_standards,
    _qualitative_records_carry_no_number,
    _likenesses_are_explained,
    _names_are_short,
    _every_sector_has_a_core,
)
