"""Self-evaluation (单位自评): scores against what was reached, deviations without a reason, low execution passed over in silence.

A score is held against the most that any official scoring rule gives, so that a finding does not depend on the rule in use.
"""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from indicators.quality.achievement import Achievement, achievement, most_points
from indicators.quality.conditions import has_rows
from indicators.quality.evaluation import execution, execution_is_explained, is_explained
from indicators.quality.examples import row, sheet
from indicators.quality.problem import Problems, Verdict, insufficient, not_applicable
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.quality.reasons import gives_measure, has_words, is_beyond_control
from indicators.quality.rule import Context, family
from indicators.quality.scoring import is_over_completed
from indicators.text.values import written

EVALUATED = family("SE", "可衡量性", stage="self-evaluation")

_LEAST_COUNT = 3
"""Below this a whole number is over-completed by a single piece, which says nothing of the value."""

_SCORE_ROUNDING = 0.05
"""Points by which a score may differ where scores are written to one decimal."""

_TRAINED = {"name": "培训人次", "target": "≥200人次", "weight": 10}


def has_actuals(sheet: ReadSheet, context: Context) -> Verdict | None:
    """Actual values are filled in at all."""
    return None if any(line.row.actual for line in sheet.rows) else insufficient("没有填写实际完成值")


def has_scores(sheet: ReadSheet, context: Context) -> Verdict | None:
    """Scores are filled in at all."""
    return None if any(line.row.score is not None for line in sheet.rows) else insufficient("没有填写得分")


def weights_are_points(sheet: ReadSheet, context: Context) -> Verdict | None:
    """Weights and scores are on one scale: not shares of 1 beside points, nor scores that are all out of 100."""
    scored = [line for line in sheet.rows if line.row.weight and line.row.score is not None]
    if scored and sum(line.row.weight or 0 for line in scored) <= 1:
        return insufficient("分值写的是比例，得分写的是分数，不是同一个口径")
    above = sum((line.row.score or 0) >= 2 * (line.row.weight or 0) for line in scored)
    return insufficient("多数得分远高于分值，可能按百分制填写") if len(scored) > 2 and 2 * above > len(scored) else None


def year_is_over(sheet: ReadSheet, context: Context) -> Verdict | None:
    """The figures are those of the whole year."""
    month = sheet.sheet.progress_month
    return not_applicable(f"数据只到{month}月，不是全年自评") if month and month < 12 else None


@EVALUATED.rule(
    201,
    "full-marks-unreached",
    group="unsound",
    severity="error",
    clause="mof-2020-10/第十六条",
    requires=("SE101",),
    applies=(has_rows, has_actuals, has_scores, weights_are_points, year_is_over),
    bad=[
        sheet(row(**_TRAINED, actual="160人次", score=10, deviation="生源不足，明年提前招生")),
        sheet(
            row(name="平台建设", target="建成", weight=10, actual="部分完成", score=10, deviation="设备晚到，加快安装")
        ),
    ],
    good=[
        sheet(row(**_TRAINED, actual="160人次", score=8, deviation="生源不足，明年提前招生")),
        sheet(row(**_TRAINED, actual="210人次", score=10)),
        sheet(
            row(
                level1="满意度指标",
                level2="服务对象满意度指标",
                name="学员满意度",
                target="≥95%",
                weight=10,
                actual="92%",
                score=10,
                deviation="食宿意见较多，明年改进",
            )
        ),
    ],
)
def full_marks_unreached(sheet: ReadSheet, context: Context) -> Problems:
    """没有完成指标值却得了满分。

    为什么: 自评得分要与完成情况一致；定量指标没有完成的，按完成值与指标值的比例计分，定性指标没有达成的，按档次计分。
    怎么改: 核对完成值；属实的，按赋分规则扣分，并写明偏差原因和改进措施。
    """
    for line, done in _achieved(sheet):
        if not done.reached and _is_full(line) and _lost(line, done) > _SCORE_ROUNDING + 1e-9:
            message = f"“{line.name}”指标值{line.target}，完成{line.row.actual}，却得满分{_points(line.row.score)}分"
            yield line.problem(message, cell="score")


@EVALUATED.rule(
    202,
    "inflated-score",
    group="unsound",
    severity="warning",
    clause="mof-2020-10/第十六条",
    requires=("SE101", "SE201"),
    applies=(has_rows, has_actuals, has_scores, weights_are_points, year_is_over),
    bad=[sheet(row(**_TRAINED, actual="120人次", score=9, deviation="生源不足，明年提前招生"))],
    good=[
        sheet(row(**_TRAINED, actual="120人次", score=6, deviation="生源不足，明年提前招生")),
        sheet(row(**_TRAINED, actual="160人次", score=5, deviation="生源不足，明年提前招生")),
    ],
)
def inflated_score(sheet: ReadSheet, context: Context) -> Problems:
    """得分高于按完成情况算出的分数。

    为什么: 没有完成指标值的，即使按最宽的赋分规则，得分也到不了这么高。
    怎么改: 核对完成值；属实的，按完成值与指标值的比例（定性指标按档次）重新计分。
    """
    for line, done in _achieved(sheet):
        most, score = most_points(line, done), line.row.score
        if most is None or score is None or done.reached:
            continue
        if score - most > max(0.5, 0.05 * (line.row.weight or 0)):
            message = f"“{line.name}”指标值{line.target}，完成{line.row.actual}，最多得{_points(most)}分，自评{_points(score)}分"
            yield line.problem(message, cell="score")


@EVALUATED.rule(
    203,
    "scored-without-value",
    group="incomplete",
    severity="warning",
    clause="mof-2020-10/第二十五条",
    requires=("SE101",),
    applies=(has_rows, has_actuals, has_scores),
    bad=[sheet(row(**_TRAINED, score=10), row(name="培训期数", target="≥5期", weight=5, actual="5期", score=5))],
    good=[sheet(row(**_TRAINED, actual="200人次", score=10))],
)
def scored_without_value(sheet: ReadSheet, context: Context) -> Problems:
    """有得分，没有实际完成值。

    为什么: 自评要做到内容完整、数据真实；没有完成值，得分没有根据。
    怎么改: 补填实际完成值；没有完成的，不得分或者按赋分规则计分。
    """
    for line in sheet.rows:
        if line.row.score and not line.row.actual:
            yield line.problem(f"“{line.name}”自评{_points(line.row.score)}分，没有填写实际完成值", cell="score")


@EVALUATED.rule(
    204,
    "full-marks-low-execution",
    group="unsound",
    severity="info",
    basis="default",
    requires=("SE201", "SE202", "SE203"),
    applies=(has_rows, has_actuals, has_scores, year_is_over),
    bad=[
        sheet(
            row(**_TRAINED, actual="200人次", score=10), budget=100, spent=40, evaluation="尾款待验收后支付，将加快支付"
        )
    ],
    good=[sheet(row(**_TRAINED, actual="200人次", score=10), budget=100, spent=95)],
)
def full_marks_low_execution(sheet: ReadSheet, context: Context) -> Problems:
    """各项指标全部满分，而预算执行率很低。

    为什么: 钱没有花出去，事却全部办成，可能是指标值偏低、预算偏高或者完成值不实。
    怎么改: 核对完成值和执行数；属实的，说明节约或结转的原因，明年调低预算或者调高指标值。
    """
    rate = execution(sheet)
    scored = [line for line in sheet.rows if line.row.weight]
    if rate is None:
        yield insufficient("没有执行数或执行率")
    elif rate < 60 and all(_is_full(line) for line in scored):
        yield sheet.problem(
            f"{len(scored)}条指标全部满分，预算执行率只有{_points(rate)}%", evidence=f"{_points(rate)}%"
        )


@EVALUATED.rule(
    301,
    "unexplained-deviation",
    group="incomplete",
    severity="warning",
    clause="mof-2020-10/第十一条",
    applies=(has_rows, has_actuals, year_is_over),
    bad=[
        sheet(row(**_TRAINED, actual="120人次", score=6)),
        sheet(row(**_TRAINED, actual="300人次", score=10)),
    ],
    good=[
        sheet(row(**_TRAINED, actual="120人次", score=6, deviation="生源不足，明年提前招生")),
        sheet(row(**_TRAINED, actual="240人次", score=10)),
        sheet(row(name="发表论文数", target="≥1篇", weight=10, actual="2篇", score=10)),
    ],
)
def unexplained_deviation(sheet: ReadSheet, context: Context) -> Problems:
    """完成值与指标值偏离较大，没有说明原因。

    为什么: 没有完成目标或者偏离较大的，要分析并说明原因，提出改进措施；超额很多的，也要说明是不是指标值定低了。
    怎么改: 在“偏差原因分析及改进措施”里写明原因和措施。偏离多少算“较大”是可以设置的参考值，不是文件规定。
    """
    for line, done in _achieved(sheet):
        if is_explained(line, sheet.sheet):
            continue
        if _is_far_below(done, context.thresholds.low_completion):
            yield line.problem(f"{_told(line, done)}，没有说明原因", cell="actual")
        elif _is_far_above(line, done, context.thresholds.over_completion):
            problem = line.problem(f"{_told(line, done)}，没有说明超额的原因", cell="actual")
            yield replace(problem, clause=_over_clause(context))


@EVALUATED.rule(
    302,
    "unexplained-shortfall",
    group="incomplete",
    severity="info",
    clause="mof-2020-10/第十一条",
    requires=("SE301",),
    applies=(has_rows, has_actuals, year_is_over),
    bad=[sheet(row(**_TRAINED, actual="180人次", score=9))],
    good=[
        sheet(row(**_TRAINED, actual="180人次", score=9, deviation="生源不足，明年提前招生")),
        sheet(row(**_TRAINED, actual="200人次", score=10)),
    ],
)
def unexplained_shortfall(sheet: ReadSheet, context: Context) -> Problems:
    """没有完成指标值，没有说明原因。

    为什么: 没有完成绩效目标的，要分析并说明原因，提出改进措施。
    怎么改: 在“偏差原因分析及改进措施”里写明原因和措施。
    """
    for line, done in _achieved(sheet):
        if not done.reached and not is_explained(line, sheet.sheet):
            yield line.problem(f"{_told(line, done)}，没有说明原因", cell="actual")


@EVALUATED.rule(
    303,
    "deviation-without-measure",
    group="incomplete",
    severity="info",
    clause="mof-2020-10/第十一条",
    applies=(has_rows, has_actuals, year_is_over),
    bad=[sheet(row(**_TRAINED, actual="180人次", score=9, deviation="生源不足"))],
    good=[
        sheet(row(**_TRAINED, actual="180人次", score=9, deviation="生源不足，明年提前招生")),
        sheet(row(**_TRAINED, actual="180人次", score=9, deviation="政策调整，符合条件的对象减少")),
    ],
)
def deviation_without_measure(sheet: ReadSheet, context: Context) -> Problems:
    """写了偏差原因，没有写改进措施。

    为什么: 没有完成目标的，除说明原因外，还要研究提出改进措施。
    怎么改: 补写针对原因的改进措施，如提前招生、加快招标、调整下年目标。政策调整、天气等本单位左右不了的原因，不要求措施。
    """
    for line, done in _achieved(sheet):
        text = line.row.deviation
        needs_measure = not done.reached and has_words(text) and not is_beyond_control(text)
        if needs_measure and not gives_measure(text, year=sheet.sheet.year):
            yield line.problem(f"“{line.name}”没有完成，只写了原因，没有写改进措施", cell="deviation")


@EVALUATED.rule(
    401,
    "silent-low-execution",
    group="incomplete",
    severity="warning",
    clause="mof-2020-10/第二十六条",
    applies=(year_is_over,),
    bad=[sheet(row(**_TRAINED, actual="200人次", score=10), budget=100, spent=70)],
    good=[
        sheet(
            row(**_TRAINED, actual="200人次", score=10), budget=100, spent=70, evaluation="尾款待验收后支付，将加快支付"
        ),
        sheet(row(**_TRAINED, actual="200人次", score=10), budget=100, spent=92),
    ],
)
def silent_low_execution(sheet: ReadSheet, context: Context) -> Problems:
    """预算执行率偏低，没有单独说明原因。

    为什么: 预算执行率偏低的项目，要单独说明原因，提出整改措施。
    怎么改: 在自评表里写明执行率低的原因和整改措施。低于多少算“偏低”是可以设置的参考值，不是文件规定。
    """
    rate = execution(sheet)
    if rate is None:
        yield insufficient("没有执行数或执行率")
    elif rate < context.thresholds.low_execution and not execution_is_explained(sheet):
        yield sheet.problem(f"预算执行率{_points(rate)}%，全表没有说明原因", evidence=f"{_points(rate)}%")


def _achieved(sheet: ReadSheet) -> Iterator[tuple[ReadRow, Achievement]]:
    return ((line, done) for line in sheet.rows if (done := achievement(line)))


def _is_full(line: ReadRow) -> bool:
    weight, score = line.row.weight, line.row.score
    return bool(weight) and score is not None and weight is not None and score >= weight


def _lost(line: ReadRow, done: Achievement) -> float:
    """Points that the row must lose by any rule; a thing that is only met or not (S1) loses some, none are named."""
    most, weight = most_points(line, done), line.row.weight or 0.0
    return weight if most is None else weight - most


def _is_far_below(done: Achievement, mark: float) -> bool:
    return not done.reached and (done.grade == "未达成" or (done.rate is not None and done.rate < mark))


def _is_far_above(line: ReadRow, done: Achievement, mark: float) -> bool:
    is_small = isinstance(line.value.value, float) and line.value.value < _LEAST_COUNT
    return done.rate is not None and is_over_completed(done.rate, mark) and not is_small


def _over_clause(context: Context) -> str:
    """The clause on 超额较多 is that of the scores, which the profile may replace by a local one."""
    return context.profile.clauses.get("SE201", "mof-2020-10/第十六条")


def _told(line: ReadRow, done: Achievement) -> str:
    share = f"（{_points(100 * done.rate)}%）" if done.rate is not None else ""
    return f"“{line.name}”指标值{line.target}，完成{line.row.actual}{share}"


def _points(number: float | None) -> str:
    return written(round(number or 0.0, 2))
