"""The library as text for a terminal: records, systems, figures, pairs that are alike, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indicators.library.health import Health
from indicators.library.integrity import Fault
from indicators.library.official import official_record
from indicators.library.releases import Differences
from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator, Slot
from indicators.model.system import IndicatorSystem
from indicators.search.held_out import HeldOut, Shares
from indicators.search.twins import Pair
from indicators.text.values import written
from ingest.report import Unread
from service.database.wanted import Want
from service.documents.plain import pad, table

UNKNOWN = "不详"
_WANTED = {"uncovered": "没有覆盖", "own_words": "自拟指标", "refused": "没有建议"}


def indicators_text(indicators: Iterable[Indicator]) -> str:
    """A list of records, a line each."""
    rows = [(i.code, i.name, f"{i.level1}/{i.level2}", i.unit, i.core.value if i.is_core else "") for i in indicators]
    return "\n".join(table(("编码", "指标", "层级", "单位", "核心"), rows))


def wanted_text(wants: Sequence[Want]) -> str:
    """What the library lacked, a line each, the most wanted first."""
    if not wants:
        return "还没有记下指标库缺少的内容。"
    rows = [(str(want.times), _WANTED[want.kind], want.sector, want.text) for want in wants]
    return "\n".join(table(("次数", "情形", "领域", "原文"), rows))


def indicator_text(indicator: Indicator, library: Library) -> str:
    """One record: what it is, then the 13 fields of an official 指标库 record; what is not known is said."""
    rows = [
        ("编码", indicator.code),
        ("名称", indicator.name),
        ("状态", _status(indicator)),
        ("别名", "、".join(indicator.aliases)),
        ("层级", f"{indicator.level1} / {indicator.level2}"),
        ("定义", indicator.definition),
        ("公式或口径", indicator.formula),
        ("性质与方向", f"{indicator.nature.value}，{indicator.direction.value}，符号 {' '.join(indicator.operators)}"),
        ("单位", "、".join(indicator.all_units)),
        ("取值范围", _bounds(indicator)),
        ("参考值", "；".join(f"{s.text}（{s.basis.value}，{s.certainty.value}）" for s in indicator.standards)),
        ("取值方式", indicator.method.value if indicator.method else UNKNOWN),
        ("数据来源", indicator.source.value if indicator.source else UNKNOWN),
        ("佐证资料", "、".join(indicator.evidence) or UNKNOWN),
        ("赋分规则", indicator.scoring.value if indicator.scoring else UNKNOWN),
        ("适用", "、".join([*indicator.branches, *(kind.value for kind in indicator.project_types)])),
        ("核心", indicator.core.value),
        ("权重参考", f"{indicator.weight:g} 分" if indicator.weight is not None else UNKNOWN),
        ("草稿写法", "；".join(indicator.phrases)),
        ("空位", _slot(indicator.slot) if indicator.slot else ""),
        (
            "相近指标",
            "、".join(f"{code} {library.by_code[code].name}" for code in indicator.like if code in library.by_code),
        ),
        ("出处", "；".join(f"{p.source}（{p.part}，{p.certainty.value}）" for p in indicator.provenance)),
        ("备注", indicator.note),
    ]
    official = [(name, text or UNKNOWN) for name, text in official_record(indicator, library).items()]
    return "\n".join([*_fields(rows), "", "官方指标库记录的13个字段", *_fields(official)])


def systems_text(systems: Iterable[IndicatorSystem], library: Library) -> str:
    """A list of systems, a line each."""
    names = {sector.slug: sector.name for sector in library.sectors}
    rows = [
        (
            it.slug,
            it.name,
            names.get(it.sector, it.sector),
            it.branch,
            str(len(it.entries)),
            f"{it.total:g}",
            it.version,
        )
        for it in systems
    ]
    return "\n".join(table(("标识", "指标体系", "领域", "子方向", "指标", "合计", "版本"), rows))


def system_text(system: IndicatorSystem, library: Library) -> str:
    """One system: its use, its lines with their points, and its change log."""
    rows = [_entry(library, entry.code, entry.slot, entry.weight, entry.instead) for entry in system.entries]
    return "\n".join(
        [
            f"{system.name}（{system.slug}，版本 {system.version}）",
            system.usage,
            "",
            *table(("编码", "指标", "层级", "权重", "可以换成"), rows),
            f"合计 {system.total:g} 分",
            "",
            *(f"{change.version}：{change.what}" for change in system.changes),
        ]
    )


def health_text(found: Health) -> str:
    """Counts a sector: records, core, surest source, level."""
    rows = [
        (
            it.name,
            str(it.indicators),
            str(it.patterns),
            str(it.systems),
            " ".join(f"{mark}{count}" for mark, count in it.core.items()),
            " ".join(f"{mark}{count}" for mark, count in it.certainty.items()),
            str(it.phrases),
            " ".join(f"{level.removesuffix('指标')}{count}" for level, count in it.level1.items()),
        )
        for it in found.sectors
    ]
    head = ("领域", "指标", "模式", "体系", "核心", "出处", "写法", "一级指标")
    total = f"共 {found.indicators} 条指标（其中模式 {found.patterns} 条），{found.systems} 套体系，版本 {found.library_version}"
    thin = [code for it in found.sectors for code in it.thin]
    return "\n".join([*table(head, rows), total, *([f"写法太少：{'、'.join(thin)}"] if thin else [])])


def faults_text(found: Sequence[Fault], library: Library) -> str:
    """What is to be mended, a line each, and how many."""
    return "\n".join(
        [*(f"{it.entry}：{it.advice}" for it in found), f"{len(library.active)} 条指标，{len(found)} 处问题"]
    )


def pairs_text(pairs: Sequence[Pair]) -> str:
    """Pairs that are alike, the likest first."""
    if not pairs:
        return "没有含义相近而没有写明区别的指标。"
    rows = [
        (
            f"{it.likeness:.3f}",
            f"{it.one.code} {it.one.name}",
            f"{it.other.code} {it.other.name}",
            "已写明区别" if it.told_apart else "请合并，或写 like 和 note",
        )
        for it in pairs
    ]
    return "\n".join(table(("相近", "指标", "指标", ""), rows))


def phrases_text(answers: Sequence[HeldOut], shares: Shares, library: Library) -> str:
    """Phrases that bring another record first when held out, and the share that bring their own."""
    lines = [
        f"{it.code} {library.by_code[it.code].name}：写法“{it.phrase}”先找到 {_named(library, it.first)}"
        for it in answers
        if not it.found
    ]
    rows = [(name, str(asked), f"{found / asked:.1%}") for name, (found, asked) in shares.items()]
    return "\n".join([*lines, *table(("领域", "写法", "先找到自己"), rows)])


def unread_text(unread: Iterable[Unread]) -> str:
    """What of a file was not read and why, a line each."""
    return "\n".join(f"未读入 {it.cell}“{it.text}”：{it.reason}" for it in unread)


def differences_text(found: Differences, version: str, library: Library) -> str:
    """What differs from a release."""
    if not found.all:
        return f"与 {version} 版相同。"
    groups = (("新增", found.added), ("修改", found.changed), ("停用", found.retired), ("消失", found.gone))
    return "\n".join(
        [f"与 {version} 版相比："]
        + [
            f"{word} {len(entries)}：{'、'.join(_named(library, it) for it in entries)}"
            for word, entries in groups
            if entries
        ]
    )


def _entry(library: Library, code: str, slot: str, weight: float, instead: Sequence[str]) -> tuple[str, ...]:
    indicator = library.by_code.get(code)
    if indicator is None:
        return code, UNKNOWN, "", written(weight), ""
    name = indicator.filled(slot) if slot else indicator.name
    others = "、".join(_named(library, other) for other in instead)
    return code, name, f"{indicator.level1}/{indicator.level2}", written(weight), others


def _named(library: Library, code: str | None) -> str:
    if code is None:
        return "不到任何指标"
    indicator = library.by_code.get(code)
    return f"{code} {indicator.name}" if indicator else code


def _status(indicator: Indicator) -> str:
    if indicator.is_active:
        return "在用"
    return f"已停用，改用 {indicator.successor}" if indicator.successor else "已停用"


def _bounds(indicator: Indicator) -> str:
    bounds = indicator.bounds
    if bounds is None:
        return ""
    low = f"不小于 {bounds.low:g}" if bounds.low is not None else ""
    high = f"不大于 {bounds.high:g}" if bounds.high is not None else ""
    return f"{'，'.join(filter(None, (low, high)))}（{bounds.why}）"


def _slot(slot: Slot) -> str:
    parts = (
        f"〔{slot.name}〕填{slot.kind}",
        f"以{'、'.join(slot.heads)}结尾" if slot.heads else "",
        f"不填{'、'.join(slot.refuses)}" if slot.refuses else "",
        f"如{'、'.join(slot.examples)}" if slot.examples else "",
    )
    return "；".join(filter(None, parts))


def _fields(rows: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{pad(label, 14)}{text}" for label, text in rows if text]
