"""可行性: a value has the sign, size and precision that its indicator can have."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

import re

from indicators.quality import levels
from indicators.quality.conditions import has_rows
from indicators.quality.examples import row, sheet
from indicators.quality.measures import bare_name, decimals, is_share
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadRow, ReadSheet, plain
from indicators.quality.rule import Context
from indicators.quality.rules.feasibility import FEASIBLE
from indicators.quality.targets import cost_at_least, with_sign
from indicators.text.values import written

_COST = {"level1": "成本指标", "level2": "经济成本指标"}
_QUALITY = {"level2": "质量指标"}
_SATISFACTION = {"level1": "满意度指标", "level2": "服务对象满意度指标"}


@FEASIBLE.rule(
    202,
    "cost-at-least",
    group="unsound",
    severity="error",
    clause="mof-2021-101/二/（一）",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[
        sheet(row(**_COST, name="单台购置成本", target="≥3万元/台")),
        sheet(row(level1="运行成本", level2="成本控制", name="人均公用经费", target="≥8000元/人"), kind="department"),
    ],
    good=[
        sheet(row(**_COST, name="单台购置成本", target="≤3万元/台")),
        sheet(row(**_COST, name="采购节约金额", target="≥3万元")),
        sheet(row(**_COST, name="人均救助标准", target="≥150元/人")),
        sheet(row(**_COST, name="采购节支率", target="≥3%")),
    ],
)
def cost_without_ceiling(sheet: ReadSheet, context: Context) -> Problems:
    """成本指标用了“≥”。

    为什么: 成本指标反映成本的控制范围；写“≥”等于花得越多越算完成。
    怎么改: 把“≥”改为“≤”，并写明测算依据或支出标准。
    """
    for line in sheet.rows:
        if cost_at_least(line):
            message = f"成本指标“{line.name}”的指标值写作“{line.target}”，应为“≤”"
            yield line.problem(message, cell="target", fix=with_sign(line.target, "≤"))


_OPEN_COUNT = re.compile(
    r"(?:人数|人次|学生数|学员数|读者数|群众数|场次|场数|诉求件数|案件数量?|办案件?数|论文数|专利数|著作数|软著数|(?:赛事|活动|培训|讲座|演出)(?:项数|次数|期数))$"
)
_STAFFED = re.compile(
    r"工作人员|管理人员|保洁|保安|驻场|聘[用请]|招[聘录]|编制|教师人数|社工|防疫员|协管|护林|伤亡|死亡"
)


@FEASIBLE.rule(
    203,
    "pinned-count",
    group="unsound",
    severity="info",
    basis="default",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[sheet(row(name="讲座参与人次", target="=800人次"))],
    good=[
        sheet(row(name="讲座参与人次", target="≥800人次")),
        sheet(row(name="设备购置台数", target="=12台")),
        sheet(row(name="保洁服务覆盖行政村数", target="=22个")),
        sheet(row(name="补助发放人数", target="=216人", explanation="以在册名单为准")),
    ],
)
def pinned_count(sheet: ReadSheet, context: Context) -> Problems:
    """可以超额的数量用“=”写死。

    为什么: 参与、受益一类的数量多一些是好事；写“=”，超额反而算没有达到。
    怎么改: 改为“≥”；数量由计划固定、不能多也不能少的，可以保留“=”。
    """
    for line in sheet.rows:
        if line.value.operator == "=" and line.value.kind == "count" and line.value.value and _is_open(line):
            message = f"“{line.name}”可以超额，指标值“{line.target}”不必写死"
            yield line.problem(message, cell="target", fix=re.sub("[=＝]", "≥", line.target, count=1))


def _is_open(line: ReadRow) -> bool:
    """Whether more than the count would do no harm; an explanation may say that a list fixes it."""
    name = bare_name(line.name)
    return line.is_output and bool(_OPEN_COUNT.search(name)) and not _STAFFED.search(name) and not line.notes


@FEASIBLE.rule(
    204,
    "rate-above-100",
    group="unsound",
    severity="error",
    basis="default",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[
        sheet(row(**_QUALITY, name="设备完好率", target="≥105%")),
        sheet(row(**_QUALITY, name="固定资产利用率", target="≥110%")),
    ],
    good=[
        sheet(row(level1="效益指标", level2="经济效益指标", name="旅游收入增长率", target="≥120%")),
        sheet(row(**_QUALITY, name="设备完好率", target="=100%")),
        sheet(row(name="高中阶段毛入学率", target="≥102%", level2="质量指标")),
        sheet(row(**_QUALITY, name="拨备覆盖率", target="≥150%")),
        sheet(row(**_QUALITY, name="产能利用率", target="≥110%")),
    ],
)
def rate_above_hundred(sheet: ReadSheet, context: Context) -> Problems:
    """占比超过了100%。

    为什么: 合格率、覆盖率一类的占比，分子不会大于分母，超过100%不可能实现。
    怎么改: 核对指标值，改为不超过100%；确实要反映增长的，把指标改为增长率。
    """
    for line in sheet.rows:
        value = line.value
        if (
            value.kind != "rate"
            or not isinstance(value.value, float)
            or value.operator in {"≤", "<"}
            or "‰" in value.unit
        ):
            continue
        if value.value > 100 and "百分点" not in value.unit and is_share(line.name):
            yield line.problem(f"“{line.name}”不会超过100%，指标值写作“{line.target}”", cell="target")


_SURVEYED = re.compile(r"满意|知晓|好评|认可")
_FINE = re.compile(
    r"可用|在线|无故障|运行率|可靠|SLA|森林覆盖|林草|植被|死亡率|发病率|发生率|增长|增幅|失业|人口|系数|指数|利率|费率|汇率|收益|浓度|纯度|误差|精度|控制率|税"
)


@FEASIBLE.rule(
    205,
    "false-precision",
    group="unsound",
    severity="warning",
    basis="default",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[
        sheet(row(**_SATISFACTION, name="学员满意度", target="≥95.55%")),
        sheet(row(**_QUALITY, name="教材合格率", target="≥98.567%")),
    ],
    good=[
        sheet(row(**_SATISFACTION, name="学员满意度", target="≥95%")),
        sheet(row(**_QUALITY, name="系统可用率", target="≥99.99%")),
        sheet(row(**_QUALITY, name="教材合格率", target="≥99.5%")),
        sheet(
            row(level1="效益指标", level2="生态效益指标", name="造林成活率", target="≥41.52%", explanation="上年41.37%")
        ),
    ],
)
def false_precision(sheet: ReadSheet, context: Context) -> Problems:
    """指标值的小数位数超出了统计能够支持的精度。

    为什么: 问卷和一般业务统计的误差远大于百分之零点零几；写到小数点后两位，年终无法分辨是否完成。
    怎么改: 满意度一类的写整数百分比，一般比率至多保留一位小数；确有统计口径支持的，在说明里写出上年同口径的数值。
    """
    for line in sheet.rows:
        places = decimals(line.target)
        if line.value.kind != "rate" or places == 0 or _has_like_figure(line, places):
            continue
        is_surveyed = (bool(_SURVEYED.search(line.name)) or line.is_satisfaction) and "安全感" not in line.name
        is_fine = bool(_FINE.search(line.name)) and not is_surveyed
        if (places >= _most_places(line) and not is_fine) or (is_surveyed and not _is_round(line)):
            yield line.problem(
                f"“{line.name}”的指标值“{line.target}”保留了{places}位小数", cell="target", fix=_rounded(line)
            )


def _has_like_figure(line: ReadRow, places: int) -> bool:
    """Whether explanation or basis give a figure of the same precision, as a statistic does."""
    return any(len(part) >= places for part in re.findall(r"\d+\.(\d+)", line.notes))


def _most_places(line: ReadRow) -> int:
    """From how many decimals on a rate is too fine: two where it is above 10, more where it is small."""
    value = line.value.value if isinstance(line.value.value, float) else 0.0
    return 2 if value >= 10 else 3 if value >= 1 else 4


def _is_round(line: ReadRow) -> bool:
    return isinstance(line.value.value, float) and line.value.value == int(line.value.value)


def _rounded(line: ReadRow) -> str:
    """The target without its decimals where they are nought; otherwise a person must choose."""
    value = line.value.value
    if not isinstance(value, float) or not _is_round(line):
        return ""
    return re.sub(r"\d+\.\d+", written(value), line.target, count=1)


_FEWEST_ROWS = 5
_MOST_HABITUAL = 0.4


@FEASIBLE.rule(
    206,
    "habitual-100",
    group="unsound",
    severity="warning",
    basis="default",
    applies=(has_rows,),
    bad=[
        sheet(
            row(name="器材配送量", target="≥60件"),
            row(**_QUALITY, name="器材合格率", target="=100%"),
            row(**_QUALITY, name="器材编号率", target="=100%"),
            row(level2="时效指标", name="配送及时率", target="=100%"),
            row(level1="效益指标", level2="社会效益指标", name="器材使用率", target="=100%"),
            row(level1="效益指标", level2="社会效益指标", name="锻炼人群覆盖率", target="≥60%"),
            alone=True,
        )
    ],
    good=[sheet(row(**_QUALITY, name="器材合格率", target="=100%"), row(name="器材配送量", target="≥60件"))],
)
def habitual_hundred(sheet: ReadSheet, context: Context) -> Problems:
    """超过四成的指标都写100%。

    为什么: 处处写100%，多半没有测算过；容易的指标拉不开差距，难的指标达不到。
    怎么改: 产出改写计划的绝对数量，比率按近三年实际水平测算；只有本来就必须全部做到的才写100%。
    """
    full = [line for line in sheet.rows if _is_full(line) and line.place.level1 not in levels.MANAGEMENT]
    if len(sheet.rows) >= _FEWEST_ROWS and len(full) > _MOST_HABITUAL * len(sheet.rows):
        message = f"{len(sheet.rows)}个指标里有{len(full)}个写100%"
        yield sheet.problem(message, evidence="、".join(plain(line.name) for line in full[:4]))


def _is_full(line: ReadRow) -> bool:
    value = line.value
    return value.kind == "rate" and value.value == 100 and value.operator not in {"≤", "<"} and "‰" not in value.unit
