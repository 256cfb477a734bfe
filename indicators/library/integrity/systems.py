"""Systems and frameworks: exact sums, level-1 points inside an envelope, entries that exist and are few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from indicators.library.integrity.fault import Check, Fault
from indicators.library.snapshot import Library
from indicators.model.framework import LEAST_POINTS, Framework
from indicators.model.sector import COMMON_SECTOR
from indicators.model.system import IndicatorSystem

FEWEST_OF_A_PROJECT = 6
NEAR = 1e-9


def _envelopes_sum(library: Library) -> Iterator[Fault]:
    for framework in library.frameworks:
        for envelope in framework.envelopes:
            if envelope.total != framework.total:
                yield Fault(framework.slug, f"{envelope.id}的一级权重合计{envelope.total:g}，应为{framework.total:g}")


def _every_sector_has_a_system(library: Library) -> Iterator[Fault]:
    served = {system.sector for system in library.systems}
    for sector in library.sectors if library.frameworks else ():
        if sector.slug not in served | {COMMON_SECTOR}:
            yield Fault(sector.slug, f"没有指标体系；请在 systems/{sector.slug}.yaml 写一套核心组合")


def _weights_sum_exactly(library: Library) -> Iterator[Fault]:
    for system in library.systems:
        total = sum(entry.weight for entry in system.entries)
        if abs(total - system.total) > NEAR:
            yield Fault(system.slug, f"各条权重合计{total:g}，应为{system.total:g}")
        for entry in system.entries:
            if entry.weight < LEAST_POINTS:
                yield Fault(system.slug, f"{entry.code}只有{entry.weight:g}分；不足{LEAST_POINTS}分的请并入别的指标")


def _entries_fit(library: Library) -> Iterator[Fault]:
    for system in library.systems:
        for code, times in Counter(entry.code for entry in system.entries if not entry.slot).items():
            if times > 1:
                yield Fault(system.slug, f"编码{code}出现{times}次；请合并")
        for entry in system.entries:
            for code in (entry.code, *entry.instead):
                yield from _code_fits(library, system, code)
            first = library.by_code.get(entry.code)
            if first and bool(entry.slot) != first.is_pattern:
                yield Fault(
                    system.slug, f"{entry.code}{'是模式，要写 slot' if first.is_pattern else '不是模式，不写 slot'}"
                )


def _code_fits(library: Library, system: IndicatorSystem, code: str) -> Iterator[Fault]:
    indicator = library.by_code.get(code)
    if indicator is None:
        yield Fault(system.slug, f"编码{code}不存在；请改正")
    elif not indicator.is_active:
        yield Fault(system.slug, f"{code}已停用；请换成{indicator.successor or '在用的指标'}")
    elif indicator.sector not in {system.sector, COMMON_SECTOR}:
        yield Fault(system.slug, f"{code}属于别的领域（{indicator.sector}）；体系只用本领域和共性指标")


def _level1_points_fit_an_envelope(library: Library) -> Iterator[Fault]:
    for system in library.systems:
        framework = next((f for f in library.frameworks if f.slug == system.framework), None)
        if framework is None:
            yield Fault(system.slug, f"没有体系框架“{system.framework}”；请改正 framework")
            continue
        points: dict[str, float] = {}
        for entry in system.entries:
            if indicator := library.by_code.get(entry.code):
                level1, _ = framework.place(indicator.level1, indicator.level2)
                points[level1] = points.get(level1, 0.0) + entry.weight
        if not any(_same(points, envelope.weights) for envelope in framework.envelopes):
            said = "、".join(f"{level}{value:g}" for level, value in points.items())
            yield Fault(system.slug, f"一级权重（{said}）不合{framework.slug}的任何一种规定；请照框架的 envelopes 调整")


def _systems_are_concise(library: Library) -> Iterator[Fault]:
    frameworks = {framework.slug: framework for framework in library.frameworks}
    for system in library.systems:
        low, high = _fewest_and_most(frameworks.get(system.framework))
        if not low <= len(system.entries) <= high:
            yield Fault(system.slug, f"有{len(system.entries)}条指标；核心体系应在{low}到{high}条之间")


def _systems_are_told(library: Library) -> Iterator[Fault]:
    for system in library.systems:
        if not system.usage:
            yield Fault(system.slug, "缺少 usage；请写明适用于什么项目、怎样裁剪")
        if not system.changes or system.changes[-1].version != system.version:
            yield Fault(system.slug, f"changes 的最后一条要说明现在的版本{system.version}改了什么")
        sector = library.sectors_by_slug.get(system.sector)
        if sector and system.branch and system.branch not in sector.branches:
            yield Fault(system.slug, f"子方向“{system.branch}”不在领域{sector.name}的 branches 里；请登记或改正")


def _same(points: dict[str, float], weights: dict[str, float]) -> bool:
    return set(points) == set(weights) and all(abs(points[level] - weights[level]) < NEAR for level in weights)


def _fewest_and_most(framework: Framework | None) -> tuple[int, int]:
    if framework is None:
        return 1, 20
    return min(framework.count.good_low, FEWEST_OF_A_PROJECT), framework.count.good_high


CHECKS: tuple[Check, ...] = (
    _envelopes_sum,
    _every_sector_has_a_system,
    _weights_sum_exactly,
    _entries_fit,
    _level1_points_fit_an_envelope,
    _systems_are_concise,
    _systems_are_told,
)
