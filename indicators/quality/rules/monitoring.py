"""Monitoring (绩效运行监控): the three warning lines by the month, and the lights of single indicators.

Every threshold is a setting of the profile and shown as 参考 or 建议, never as 依据: the held texts give no numbers.
"""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality.conditions import has_rows
from indicators.quality.examples import row, sheet
from indicators.quality.problem import Problem, Problems, Verdict, insufficient
from indicators.quality.progress import Light, Progress, light, progress
from indicators.quality.reading import ReadSheet, row_numbers
from indicators.quality.rule import Context, family
from indicators.text.values import written

MONITORING = family("MO", "可行性", stage="monitoring")

_NO_SPENDING = "没有执行数，或没有预算数，算不出预算执行进度"
_NO_READINGS = "没有能与指标值相比的完成值，算不出绩效目标完成进度"
_RATE = {"level2": "质量指标", "name": "抽检合格率", "target": "≥98%"}
_AREA = {"name": "改造面积", "target": "≥1200平方米"}


def _midyear(*rows: SheetRow, spent: float) -> TargetSheet:
    """The figures of January to June, of a budget of 100."""
    return sheet(*rows, spent=spent, budget=100, progress_month=6)


def month_is_told(sheet: ReadSheet, context: Context) -> Verdict | None:
    """The sheet says up to which month its figures run."""
    return None if sheet.sheet.progress_month else insufficient("没有写明数据截至几月，不知道用哪条警戒线")


@MONITORING.rule(
    101,
    "slow-execution",
    group="unsound",
    severity="warning",
    basis="practice",
    applies=(month_is_told,),
    bad=[_midyear(row(), spent=35)],
    good=[_midyear(row(), spent=40), sheet(row(), spent=10, budget=100, progress_month=2)],
)
def slow_execution(sheet: ReadSheet, context: Context) -> Problems:
    """预算执行进度低于警戒线。

    为什么: 执行进度和目标完成程度要“双监控”；资金用得慢，往往说明项目没有按计划开展，年底容易突击花钱或结转。
    怎么改: 说明原因和补救措施；年内确实用不完的，及时调减预算，并同步调整绩效目标。警戒线是可以设置的参考值，不是文件规定。
    """
    rate = progress(sheet).execution
    if rate is None:
        yield insufficient(_NO_SPENDING)
    elif rate < (line := _line(context.thresholds.execution_progress, sheet)):
        yield _on_sheet(sheet, f"预算执行进度{_percent(rate)}，低于警戒线{_percent(line)}", rate)


@MONITORING.rule(
    102,
    "slow-targets",
    group="unsound",
    severity="warning",
    basis="default",
    applies=(has_rows, month_is_told),
    bad=[sheet(row(**_AREA, actual="660平方米"), progress_month=12)],
    good=[sheet(row(**_AREA, actual="660平方米"), progress_month=8)],
)
def slow_targets(sheet: ReadSheet, context: Context) -> Problems:
    """绩效目标完成进度低于警戒线。

    为什么: 按权重汇总的完成进度明显落后于时间，年底可能完不成目标。
    怎么改: 逐条查明落后的指标，写明原因和补救措施；确因客观原因完不成的，按程序调整目标和预算。警戒线是可以设置的建议值，不是文件规定。
    """
    done = progress(sheet)
    if done.targets is None:
        yield insufficient(_NO_READINGS)
    elif done.targets < (line := _line(context.thresholds.target_progress, sheet)):
        message = f"绩效目标完成进度{_percent(done.targets)}，低于警戒线{_percent(line)}（{_counted(done)}）；{_behind(sheet)}"
        yield _on_sheet(sheet, message, done.targets)


@MONITORING.rule(
    103,
    "execution-target-gap",
    group="unsound",
    severity="warning",
    basis="practice",
    applies=(has_rows, month_is_told),
    bad=[_midyear(row(**_AREA, actual="600平方米"), row(**_RATE, actual="100%"), spent=45)],
    good=[_midyear(row(**_AREA, actual="600平方米"), spent=45)],
)
def execution_target_gap(sheet: ReadSheet, context: Context) -> Problems:
    """预算执行进度与绩效目标完成进度偏离过大。

    为什么: 钱花得快而事没办成，或者事办了而钱没有支付，都说明预算与目标不匹配，或者数据不实。
    怎么改: 核对执行数和完成值；属实的，说明偏离原因和纠正措施。警戒线是可以设置的参考值，不是文件规定。
    """
    done = progress(sheet)
    if done.execution is None:
        yield insufficient(_NO_SPENDING)
    elif done.targets is None or done.gap is None:
        yield insufficient(_NO_READINGS)
    elif done.gap > (line := _line(context.thresholds.progress_gap, sheet)):
        message = (
            f"预算执行进度{_percent(done.execution)}，绩效目标完成进度{_percent(done.targets)}（{_counted(done)}），"
            f"相差{written(round(done.gap, 1))}个百分点，超过{written(line)}个百分点"
        )
        yield _on_sheet(sheet, message, done.gap)


@MONITORING.rule(
    201,
    "red-light",
    group="unsound",
    severity="info",
    basis="practice",
    requires=("MO102",),
    applies=(has_rows, month_is_told),
    bad=[
        sheet(row(name="培训人次", target="≥1200人次", actual="350人次"), row(**_RATE, actual="98%"), progress_month=6)
    ],
    good=[
        sheet(row(name="培训人次", target="≥1200人次", actual="420人次"), progress_month=6),
        sheet(row(level2="质量指标", name="验收合格率", target="≥98%", actual="98%"), progress_month=6),
    ],
)
def red_light(sheet: ReadSheet, context: Context) -> Problems:
    """指标进度为红灯。

    为什么: 完成值不到同期应有进度的六成，或者成本、期限和不得超过的数已经不在指标值之内。
    怎么改: 查明原因，写明措施；完不成的，按程序调整目标。灯号是有的财政平台的通行算法，供参考。
    """
    yield from _lights(sheet, "red", "红灯")


@MONITORING.rule(
    202,
    "yellow-light",
    group="unsound",
    severity="info",
    basis="practice",
    requires=("MO102",),
    applies=(has_rows, month_is_told),
    bad=[
        sheet(row(name="培训人次", target="≥1200人次", actual="420人次"), row(**_RATE, actual="98%"), progress_month=6),
        sheet(row(**_RATE, actual="75%"), progress_month=6),
    ],
    good=[
        sheet(row(name="培训人次", target="≥1200人次", actual="600人次"), progress_month=6),
        sheet(row(**_RATE, actual="95%"), progress_month=6),
    ],
)
def yellow_light(sheet: ReadSheet, context: Context) -> Problems:
    """指标进度为黄灯。

    为什么: 完成值在同期应有进度（合格率、用时等随时可比的，为指标值）的六成到八成之间，有完不成的可能。
    怎么改: 核对后续安排，必要时加快进度。灯号是有的财政平台的通行算法，供参考。
    """
    yield from _lights(sheet, "yellow", "黄灯")


@MONITORING.rule(
    203,
    "blue-light",
    group="unsound",
    severity="info",
    basis="practice",
    applies=(has_rows, month_is_told),
    bad=[sheet(row(name="培训人次", target="≥1200人次", actual="720人次"), progress_month=6)],
    good=[
        sheet(row(name="培训人次", target="≥1200人次", actual="600人次"), progress_month=6),
        sheet(row(name="运维系统数量", target="=14套", actual="14套"), progress_month=6),
    ],
)
def blue_light(sheet: ReadSheet, context: Context) -> Problems:
    """指标进度为蓝灯。

    为什么: 完成值达到同期应有进度的一点二倍，可能是指标值定低了。
    怎么改: 核对完成值的口径；指标值明显偏低的，明年从严设定。灯号是有的财政平台的通行算法，供参考。
    """
    yield from _lights(sheet, "blue", "蓝灯")


def _behind(sheet: ReadSheet) -> str:
    """The rows that lag, by their light: 红灯第1、6行；黄灯第3行. The rules of the lights are silent where this one speaks."""
    month = sheet.sheet.progress_month or 12
    words: tuple[tuple[Light, str], ...] = (("red", "红灯"), ("yellow", "黄灯"))
    rows = [(word, tuple(one for one in sheet.rows if light(one, month) == shown)) for shown, word in words]
    return "；".join(f"{word}{row_numbers(lines)}" for word, lines in rows if lines)


def _lights(sheet: ReadSheet, wanted: Light, word: str) -> Problems:
    month = sheet.sheet.progress_month or 12
    lights = [(line, light(line, month)) for line in sheet.rows]
    if not any(shown for _, shown in lights):
        yield insufficient(_NO_READINGS)
    for line, shown in lights:
        if shown == wanted:
            message = f"“{line.name}”到{month}月完成{line.row.actual}，全年指标值{line.target}，为{word}"
            yield line.problem(message, cell="actual")


def _on_sheet(sheet: ReadSheet, message: str, figure: float) -> Problem:
    return sheet.problem(f"到{sheet.sheet.progress_month}月，{message}", evidence=written(round(figure, 2)))


def _line(months: tuple[float, ...], sheet: ReadSheet) -> float:
    return months[(sheet.sheet.progress_month or 12) - 1]


def _counted(done: Progress) -> str:
    return f"{done.rows}条指标中{done.read}条能比较"


def _percent(rate: float) -> str:
    return f"{written(round(rate, 1))}%"
