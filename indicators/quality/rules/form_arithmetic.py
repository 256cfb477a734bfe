"""Arithmetic of the self-evaluation form: scores within weights, sums, the rate of execution."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality.conditions import has_rows, has_weights
from indicators.quality.evaluation import (
    recomputed_rates,
    scored_rows,
    scores_with_execution,
    weights_with_execution,
    written_in_row,
)
from indicators.quality.examples import row, sheet
from indicators.quality.problem import Problem, Problems, Verdict, insufficient, not_applicable
from indicators.quality.reading import ReadRow, ReadSheet, row_numbers
from indicators.quality.rule import Context
from indicators.quality.rules.self_evaluation import EVALUATED, has_scores, weights_are_points
from indicators.text.values import written

_WHOLE_TOTAL, _TOTAL = 0.5, 0.15
"""Points by which a total may differ from the sum: one written in whole points, and one with decimals."""

_WHOLE_RATE, _RATE = 1.0, 0.2
"""Percentage points by which a rate may differ: one written in whole percent, and one with decimals."""

_PASSED = 0.6
"""The least share of its weight at which a blank score may have been counted in the total."""

_WHOLE = row(name="培训人次", target="≥200人次", weight=50, actual="200人次", score=50)
_BENEFIT = row(
    level1="效益指标", level2="社会效益指标", name="结业率", target="≥90%", weight=40, actual="95%", score=40
)
_QUALITY = row(level2="质量指标", name="考核合格率", target="≥90%", actual="95%")


def _form(*rows: SheetRow, total: float | None = None) -> TargetSheet:
    """A whole form whose execution scores 9.5 of 10."""
    return sheet(*rows, alone=True, execution_weight=10, execution_score=9.5, total_score=total)


@EVALUATED.rule(
    101,
    "score-above-weight",
    group="unsound",
    severity="error",
    clause="mof-2020-10/第十六条",
    applies=(has_rows, has_scores, weights_are_points),
    bad=[sheet(row(name="培训人次", target="≥200人次", weight=10, actual="200人次", score=12))],
    good=[sheet(row(name="培训人次", target="≥200人次", weight=10, actual="200人次", score=10))],
)
def score_above_weight(sheet: ReadSheet, context: Context) -> Problems:
    """得分高于分值。

    为什么: 完成指标值的得该指标的全部分值，最多就是这么多。
    怎么改: 核对分值和得分是否填错、填串。
    """
    for line in scored_rows(sheet):
        weight, score = line.row.weight, line.row.score
        if weight is not None and score is not None and score > weight + 1e-9:
            yield line.problem(f"“{line.name}”分值{written(weight)}，得分{written(score)}", cell="score")


@EVALUATED.rule(
    102,
    "wrong-score-total",
    group="unsound",
    severity="error",
    clause="mof-2020-10/第十六条",
    requires=("SE101",),
    applies=(has_rows, has_scores),
    bad=[_form(_WHOLE, _QUALITY, _BENEFIT, total=97.5)],
    good=[
        _form(_WHOLE, _QUALITY, _BENEFIT, total=99.5),
        _form(_WHOLE, _QUALITY, _BENEFIT, total=100),
    ],
)
def wrong_score_total(sheet: ReadSheet, context: Context) -> Problems:
    """总分与各项得分的合计不符。

    为什么: 自评总分由各项指标得分汇总形成，包括预算执行率的得分。
    怎么改: 重新加总；差在哪一条，核对那一条的得分。
    """
    total, execution = sheet.sheet.total_score, scores_with_execution(sheet)
    blank = tuple(line for line in sheet.rows if line.row.weight and line.row.score is None)
    if total is None:
        yield insufficient("没有读到总分")
    elif any(abs(total - one) <= _total_rounding(total) + 1e-9 for one in _sums(sheet)):
        return
    elif execution is None:
        yield _without_execution(sheet, total)
    elif blank and _may_hold(total - execution, blank):
        yield insufficient(f"{row_numbers(blank)}没有填写得分，无法核对总分")
    else:
        message = f"总分写{written(total)}，各项得分合计{written(round(execution, 2))}"
        without = f"（{row_numbers(blank)}没有得分）" if blank else ""
        yield sheet.problem(message + without, evidence=written(total))


@EVALUATED.rule(
    103,
    "wrong-execution-rate",
    group="unsound",
    severity="warning",
    basis="default",
    bad=[sheet(row(), budget=1200, adjusted_budget=1150, spent=1000, execution_rate=96)],
    good=[
        sheet(row(), budget=1200, adjusted_budget=1150, spent=1100, execution_rate=95.65),
        sheet(row(), budget=1200, adjusted_budget=1150, spent=1100, execution_rate=91.7),
    ],
)
def wrong_execution_rate(sheet: ReadSheet, context: Context) -> Problems:
    """执行率与执行数、预算数算出来的不一致。

    为什么: 执行率等于全年执行数除以预算数；算错了，得分和说明都会跟着错。
    怎么改: 核对预算数、执行数和执行率；以到位资金为分母的，在说明里写明。
    """
    form = sheet.sheet
    given = form.execution_rate if form.execution_rate is not None else written_in_row(sheet)
    rates = recomputed_rates(form)
    if given is None or not rates:
        yield insufficient("没有执行率，或者没有预算数、执行数，无法复算")
    elif min(abs(given - rate) for rate in rates) > (_WHOLE_RATE if given == round(given) else _RATE) + 1e-9:
        shown = "或".join(f"{written(round(rate, 2))}%" for rate in dict.fromkeys(rates))
        message = f"执行率写{written(given)}%，按预算数和执行数应为{shown}"
        yield sheet.problem(message, evidence=f"{written(given)}%")


@EVALUATED.rule(
    104,
    "wrong-evaluation-weight-total",
    group="unsound",
    severity="warning",
    clause="mof-2020-10/第十三条",
    requires=("FE101",),
    applies=(has_rows, has_weights),
    bad=[_form(_WHOLE, _QUALITY, _BENEFIT.model_copy(update={"weight": 50.0, "score": 50.0}))],
    good=[_form(_WHOLE, _QUALITY, _BENEFIT)],
)
def wrong_evaluation_weight_total(sheet: ReadSheet, context: Context) -> Problems:
    """加上预算执行率后，分值合计不是100分。

    为什么: 自评时预算执行率占10分，与各项指标的分值合计100分。
    怎么改: 各项指标分值合计90分，预算执行率10分；批复的分值不宜改动，先核对是否填错。
    """
    total = weights_with_execution(sheet)
    if total is None:
        yield not_applicable("没有填写预算执行率的分值")
    elif abs(total - context.thresholds.execution_total) > 0.05:
        message = f"各项指标和预算执行率的分值合计{written(round(total, 2))}，应为{written(context.thresholds.execution_total)}"
        yield sheet.problem(message, evidence=written(round(total, 2)))


@EVALUATED.rule(
    105,
    "unscored-indicator",
    group="incomplete",
    severity="warning",
    clause="mof-2020-10/第二十五条",
    applies=(has_rows, has_scores, has_weights),
    bad=[sheet(_WHOLE, row(name="培训期数", target="≥5期", weight=5, actual="5期"), _BENEFIT)],
    good=[sheet(_WHOLE, _BENEFIT)],
)
def unscored_indicator(sheet: ReadSheet, context: Context) -> Problems:
    """有分值，没有得分。

    为什么: 自评表要做到内容完整；缺一条得分，总分就不可靠。
    怎么改: 补填得分；没有完成的填0分。
    """
    scored = sum(line.row.score is not None for line in sheet.rows)
    blank = [line for line in sheet.rows if line.row.weight and line.row.score is None]
    for line in blank if scored >= len(blank) else ():
        yield line.problem(f"“{line.name}”分值{written(line.row.weight or 0)}，没有填写得分", cell="score")


def _sums(sheet: ReadSheet) -> tuple[float, ...]:
    """What the total may be: with the execution; without it where its score is not told or the rows alone carry all points."""
    rows, execution = sum(line.row.score or 0 for line in sheet.rows), scores_with_execution(sheet)
    if execution is None:
        return (rows,)
    is_whole = sum(line.row.weight or 0 for line in sheet.rows) >= 100
    return (execution, rows) if is_whole else (execution,)


def _without_execution(sheet: ReadSheet, total: float) -> Problem | Verdict:
    """A total that no score of the execution can make up is wrong all the same."""
    rows = sum(line.row.score or 0 for line in sheet.rows)
    most = sheet.sheet.execution_weight or 10.0
    if -_TOTAL <= total - rows <= most + _TOTAL or any(line.row.score is None for line in sheet.rows):
        return insufficient("没有读到预算执行率的得分，无法核对总分")
    message = f"总分写{written(total)}，各项指标得分合计{written(round(rows, 2))}，加上预算执行率的得分也不相符"
    return sheet.problem(message, evidence=written(total))


def _total_rounding(total: float) -> float:
    return _WHOLE_TOTAL if total == round(total) else _TOTAL


def _may_hold(missing: float, blank: tuple[ReadRow, ...]) -> bool:
    """Whether the total counts a score that was left blank in its row."""
    weights = sum(line.row.weight or 0 for line in blank)
    return _PASSED * weights <= missing <= weights + _TOTAL
