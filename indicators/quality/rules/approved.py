"""Self-evaluation: indicators, values and weights are those that were approved with the budget."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality.approval import held_against_approved
from indicators.quality.conditions import has_rows
from indicators.quality.examples import row, sheet
from indicators.quality.problem import Problems, Verdict, insufficient, not_applicable
from indicators.quality.reading import ReadSheet
from indicators.quality.rule import Context
from indicators.quality.rules.self_evaluation import EVALUATED
from indicators.quality.transfer_rows import differs
from indicators.text.values import written

_TRAINED = row(name="培训人次", target="≥280人次", weight=20)
_PASSED = row(level2="质量指标", name="考核合格率", target="≥95%", weight=30)
_CLAUSE = "mof-2020-10/第十三条"
_ROUNDING = 0.01


def _evaluated(*rows: SheetRow) -> TargetSheet:
    """A sheet whose approved rows were _TRAINED and _PASSED."""
    return sheet(*rows, alone=True, approved=(_TRAINED, _PASSED))


def approved_is_given(sheet: ReadSheet, context: Context) -> Verdict | None:
    """The approved rows are at hand."""
    return None if sheet.sheet.approved else insufficient("没有给出批复的绩效目标表，不能核对是否一致")


@EVALUATED.rule(
    501,
    "altered-target",
    group="unsound",
    severity="warning",
    clause=_CLAUSE,
    applies=(has_rows, approved_is_given),
    bad=[
        _evaluated(row(name="培训人次", target="≥200人次", weight=20), _PASSED),
        _evaluated(_TRAINED, row(level2="质量指标", name="考核合格率", target="≤95%", weight=30)),
        _evaluated(_TRAINED, row(level2="质量指标", name="考核合格率", target="良好", weight=30)),
    ],
    good=[
        _evaluated(_TRAINED, _PASSED),
        _evaluated(row(name="培训人次", target="280", unit="人次", weight=20), _PASSED),
        _evaluated(row(name="培训人次", target="≥0.028万人次", weight=20), _PASSED),
    ],
)
def altered_target(sheet: ReadSheet, context: Context) -> Problems:
    """年度指标值与批复的不一致。

    为什么: 自评对照的是预算批复时确定的指标值；自评时改了指标值，完成情况就不能说明原定目标是否实现。
    怎么改: 改回批复的指标值；年中经批准调整过的，附上调整批复。
    """
    for pair in held_against_approved(sheet, context.framework).pairs:
        if differs(pair.approved, pair.own):
            message = f"“{pair.own.name}”的指标值“{_value(pair.own.row)}”，批复的是“{_value(pair.approved.row)}”"
            yield pair.own.problem(message, cell="target")


@EVALUATED.rule(
    502,
    "dropped-indicator",
    group="incomplete",
    severity="warning",
    clause=_CLAUSE,
    applies=(has_rows, approved_is_given),
    bad=[_evaluated(_TRAINED)],
    good=[
        _evaluated(_TRAINED, _PASSED),
        _evaluated(_TRAINED, row(level2="质量指标", name="学员考核合格比例", target="≥95%", weight=30)),
    ],
)
def dropped_indicator(sheet: ReadSheet, context: Context) -> Problems:
    """批复的指标没有自评。

    为什么: 自评指标就是预算批复时确定的绩效指标，少了一项就少评了一项。
    怎么改: 补上这项指标，填实际完成值和得分；没有完成的写明原因和改进措施。
    """
    for line in held_against_approved(sheet, context.framework).dropped:
        yield sheet.problem(f"批复的“{line.name}”（{_value(line.row)}）没有自评", subject=line.name)


@EVALUATED.rule(
    503,
    "unapproved-indicator",
    group="unsound",
    severity="info",
    clause=_CLAUSE,
    applies=(has_rows, approved_is_given),
    bad=[_evaluated(_TRAINED, _PASSED, row(name="编印教材册数", target="≥300册", weight=10))],
    good=[_evaluated(_TRAINED, _PASSED)],
)
def unapproved_indicator(sheet: ReadSheet, context: Context) -> Problems:
    """自评的指标不在批复的目标表里。

    为什么: 自评时新加的指标没有经过审核批复，计入总分会改变原定目标的分量。
    怎么改: 删去这一项，按批复的指标和分值自评；年中经批准增加的，附上调整批复。
    """
    for line in held_against_approved(sheet, context.framework).added:
        yield line.problem(f"“{line.name}”不在批复的目标表里", subject=line.name)


@EVALUATED.rule(
    504,
    "altered-weight",
    group="unsound",
    severity="warning",
    clause=_CLAUSE,
    applies=(has_rows, approved_is_given),
    bad=[
        _evaluated(
            row(name="培训人次", target="≥280人次", weight=30),
            row(level2="质量指标", name="考核合格率", target="≥95%", weight=20),
        )
    ],
    good=[
        _evaluated(_TRAINED, _PASSED),
        sheet(_TRAINED, _PASSED, alone=True, approved=(row(name="培训人次", target="≥280人次"), _PASSED)),
    ],
)
def altered_weight(sheet: ReadSheet, context: Context) -> Problems:
    """分值与批复的权重不一致。

    为什么: 自评时把分值挪到完成得好的指标上，总分就不能反映原定的重点。
    怎么改: 改回批复的权重；年中经批准调整过的，附上调整批复。
    """
    pairs = held_against_approved(sheet, context.framework).pairs
    both = [
        (pair, pair.approved.row.weight, pair.own.row.weight)
        for pair in pairs
        if pair.approved.row.weight and pair.own.row.weight
    ]
    if not both or len(both) < len(pairs):
        yield insufficient("批复的权重或自评的分值没有填全")
        return
    if abs(sum(approved for _, approved, _ in both) - sum(own for _, _, own in both)) > _ROUNDING:
        yield not_applicable("批复的权重合计与自评的分值合计不同，不能逐条相比")
        return
    for pair, approved, own in both:
        if abs(approved - own) > _ROUNDING:
            message = f"“{pair.own.name}”的分值{written(own)}分，批复的权重是{written(approved)}分"
            yield pair.own.problem(message, cell="weight")


def _value(line: SheetRow) -> str:
    return line.target if line.target.endswith(line.unit) else line.target + line.unit
