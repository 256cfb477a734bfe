"""可行性: weights and signs are such that the sheet can be carried out and scored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from indicators.model.framework import Envelope
from indicators.quality.conditions import framework_is_held, has_rows, has_weights, is_project, levels_are_read
from indicators.quality.examples import row, sheet
from indicators.quality.nearest import runs_against, sure_indicator
from indicators.quality.problem import Problem, Problems, insufficient, not_applicable
from indicators.quality.reading import ReadSheet, row_numbers
from indicators.quality.rule import Context, family
from indicators.quality.targets import contradictory_sign, with_sign
from indicators.text.values import written

FEASIBLE = family("FE", "可行性")

_TOLERANCE = 0.05
_HUNDRED = 100.0
_ODD_LEEWAY = 3.0
_LEEWAY = 6.0
"""Points of a hundred by which a sheet that sums to 100 may differ: the text only settles 90, and local forms add the ten here or there."""

_OUTPUT = row(name="改造面积", target="≥500平方米", weight=30)
_QUALITY = row(level2="质量指标", name="验收合格率", target="=100%", weight=20)
_BENEFIT = row(level1="效益指标", level2="社会效益指标", name="设施年使用率", target="≥70%", weight=40)
_SHORT = _BENEFIT.model_copy(update={"weight": 30.0})
_HEAVY = _BENEFIT.model_copy(update={"weight": 60.0})
_LIGHT = _OUTPUT.model_copy(update={"weight": 10.0})
_EXECUTION = row(level1="预算执行率", level2="", name="预算执行率", target="=100%", weight=10)


@FEASIBLE.rule(
    101,
    "wrong-weight-total",
    group="unsound",
    severity="error",
    clause="mof-2021-101/三/（六）",
    applies=(has_rows, has_weights),
    bad=[sheet(_OUTPUT, _QUALITY, _BENEFIT.model_copy(update={"weight": 42.0}), alone=True)],
    good=[
        sheet(_OUTPUT, _QUALITY, _BENEFIT, alone=True),
        sheet(_OUTPUT, _QUALITY, _BENEFIT, _EXECUTION, alone=True),
        sheet(_OUTPUT.model_copy(update={"weight": None}), _QUALITY, _SHORT, alone=True),
        sheet(_OUTPUT, _QUALITY, _SHORT, row(level1="效益指标", name="", target="无", weight=10), alone=True),
    ],
)
def wrong_weight_total(sheet: ReadSheet, context: Context) -> Problems:
    """权重合计不对。

    为什么: 编制预算时各级指标合计90分，预算执行率的10分自评时才用；有的系统要求按100分填写，也可以。
    怎么改: 按指标的重要程度调整权重，使合计为90分；写了预算执行率10分的，合计为100分。
    """
    total = _total(sheet)
    accepted = _accepted_totals(sheet, context)
    missing = tuple(line for line in sheet.rows if line.row.weight is None)
    if any(abs(total - one) <= _TOLERANCE for one in accepted):
        return
    if missing:
        yield insufficient(f"{row_numbers(missing)}没有填写权重，无法核对合计")
    else:
        wanted = "或".join(written(one) for one in accepted)
        yield sheet.problem(f"权重合计为{written(round(total, 2))}，应为{wanted}", evidence=written(round(total, 2)))


@FEASIBLE.rule(
    102,
    "level1-weight-off-envelope",
    group="unsound",
    severity="warning",
    clause="mof-2021-101/三/（六）",
    applies=(is_project, has_rows, has_weights, framework_is_held, levels_are_read),
    bad=[sheet(_LIGHT, _QUALITY, _HEAVY, alone=True)],
    good=[
        sheet(_OUTPUT, _QUALITY, _BENEFIT, alone=True),
        sheet(_OUTPUT, _QUALITY, _BENEFIT.model_copy(update={"weight": 42.0}), alone=True),
        sheet(_OUTPUT, _QUALITY, _BENEFIT.model_copy(update={"weight": 50.0}), alone=True),
    ],
)
def level1_weight_off_envelope(sheet: ReadSheet, context: Context) -> Problems:
    """一级指标的权重与规定的分配不同。

    为什么: 原则上一级指标权重统一设置：设成本指标的为成本20、产出40、效益20、满意度10；不设的为产出50、效益30、满意度10；不设满意度的，效益可增10。
    怎么改: 按表中设置的一级指标，把各类权重调到规定的分配；确有特殊情况的，写明理由。
    """
    sums = _level1_sums(sheet)
    envelopes = [one for one in context.framework.envelopes if one.clause] if context.framework else []
    envelope = next((one for one in envelopes if one.levels == frozenset(sums)), None)
    if envelope is None:
        yield from _beyond_all(sheet, sums, envelopes)
        return
    total, base = sum(sums.values()), envelope.total
    off = [
        level1 for level1, points in envelope.weights.items() if _is_off(sums[level1], points, total=total, base=base)
    ]
    if off:
        scale = 1.0 if abs(total - base) <= _TOLERANCE else _HUNDRED / base
        yield _allocated(sheet, sums, {level1: envelope.weights[level1] for level1 in off}, scale, envelope.clause)


def _is_off(sum_: float, points: float, *, total: float, base: float) -> bool:
    """Whether a level differs from the prescribed points: from 90 by any, from 100 by more than the leeway.

    Of a sheet with another sum nobody knows on which base it was written, so a level must be off on both.
    """
    on_hundred = points * _HUNDRED / base
    if abs(total - base) <= _TOLERANCE:
        return abs(sum_ - points) > _TOLERANCE
    if abs(total - _HUNDRED) <= _TOLERANCE:
        return abs(sum_ - on_hundred) > _LEEWAY
    return min(abs(sum_ - points), abs(sum_ - on_hundred)) > _ODD_LEEWAY


def _beyond_all(sheet: ReadSheet, sums: dict[str, float], envelopes: Sequence[Envelope]) -> Problems:
    """Levels heavier than in any prescribed allocation, where none fits this set of levels."""
    most = {level1: max((one.weights.get(level1, 0.0) for one in envelopes), default=0.0) for level1 in sorted(sums)}
    heavy = {level1: points for level1, points in most.items() if points and sums[level1] > points * _FULLER + _LEEWAY}
    if heavy:
        yield _allocated(sheet, sums, heavy, _FULLER)
    else:
        yield not_applicable("文件没有规定这样几类一级指标的权重分配")


_FULLER = _HUNDRED / 90


def _allocated(
    sheet: ReadSheet, sums: dict[str, float], wanted: dict[str, float], scale: float, clause: str | None = None
) -> Problem:
    """成本指标10（规定20，按100分折算约22）: every level that is off, in one finding."""
    told = [
        f"{level1}{written(round(sums[level1], 2))}（规定{written(points)}"
        + (f"，按100分折算约{points * scale:.0f}）" if scale > 1 else "）")
        for level1, points in wanted.items()
    ]
    return sheet.problem(
        f"一级指标的权重：{'、'.join(told)}", subject="、".join(wanted), evidence=told[0], clause=clause
    )


@FEASIBLE.rule(
    201,
    "contradictory-sign",
    group="unsound",
    severity="error",
    basis="default",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[
        sheet(row(level2="质量指标", name="设备正常运行率", target="≤99%")),
        sheet(row(level1="效益指标", level2="社会效益指标", name="有效投诉件数", target="≥5件")),
        sheet(row(level2="质量指标", name="供水管网漏损率", target="≥12%")),
        sheet(row(level1="效益指标", level2="社会效益指标", name="城镇登记失业率", target="≥4.5%")),
        sheet(row(level2="质量指标", name="总磷排放浓度", target="≥0.5mg/L")),
        sheet(row(level2="质量指标", name="故障响应时间", target="≥2小时")),
        sheet(row(level1="效益指标", level2="社会效益指标", name="事故死亡人数下降率", target="≤5%")),
    ],
    good=[
        sheet(row(level2="质量指标", name="设备正常运行率", target="≥99%")),
        sheet(row(level2="数量指标", name="安全事故应急演练次数", target="≥4次")),
        sheet(row(level1="效益指标", level2="社会效益指标", name="投诉处理率", target="≥98%")),
        sheet(row(level2="质量指标", name="检测不合格率", target="≤1%")),
        sheet(row(level2="质量指标", name="补助发放无差错率", target="≥99%")),
        sheet(row(level1="效益指标", level2="社会效益指标", name="失业登记人员再就业率", target="≥60%")),
        sheet(row(level1="效益指标", level2="社会效益指标", name="办理时间缩短", target="≥2个工作日")),
        sheet(row(level1="成本指标", level2="经济成本指标", name="公用经费控制率", target="≤100%")),
    ],
)
def contradictory_sign_of_target(sheet: ReadSheet, context: Context) -> Problems:
    """指标值的符号与含义相反。

    为什么: 符号写反，做得越差反而越算完成。
    怎么改: 越高越好的用“≥”，越低越好的（投诉、事故、成本等）用“≤”。
    """
    for line in sheet.rows:
        sign = contradictory_sign(line)
        if sign is None and (indicator := sure_indicator(context.meaning, line)) and runs_against(line, indicator):
            sign = line.value.operator
        if sign:
            right = "≤" if sign in {"≥", ">"} else "≥"
            message = f"“{line.name}”的指标值写作“{line.target}”，方向反了，应为“{right}”"
            yield line.problem(message, cell="target", fix=with_sign(line.target, right))


def _total(sheet: ReadSheet) -> float:
    """All weights in points, those of rows without a name too; weights given as shares of 1 are read as percent."""
    total = sum(line.row.weight or 0 for line in (*sheet.rows, *sheet.nameless, *sheet.execution))
    return total * _scale(total)


def _scale(total: float) -> float:
    return 100.0 if total <= 1 + _TOLERANCE / 100 else 1.0


def _accepted_totals(sheet: ReadSheet, context: Context) -> tuple[float, ...]:
    if any(line.row.weight for line in sheet.execution):
        return (context.thresholds.execution_total,)
    return context.thresholds.weight_totals


def _level1_sums(sheet: ReadSheet) -> dict[str, float]:
    """Points by official level 1, without 预算执行率."""
    scale = _scale(sum(line.row.weight or 0 for line in (*sheet.rows, *sheet.execution)))
    sums: dict[str, float] = defaultdict(float)
    for line in sheet.rows:
        sums[line.place.level1 or ""] += (line.row.weight or 0) * scale
    return sums
