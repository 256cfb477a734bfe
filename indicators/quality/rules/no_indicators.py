"""完整性: rows that are no indicators of the project's work: payment, what is put in."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.quality.conditions import has_rows, is_project
from indicators.quality.examples import row, sheet
from indicators.quality.no_output import payment_words, put_in
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadSheet
from indicators.quality.rule import Context
from indicators.quality.rules.completeness import COMPLETE


@COMPLETE.rule(
    301,
    "payment-as-output",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（二）1",
    applies=(is_project, has_rows),
    bad=[
        sheet(row(name="项目资金支付率", target="≥95%")),
        sheet(row(name="预算执行率", target="=100%")),
        sheet(row(level2="时效指标", name="工程款支付及时率", target="=100%")),
    ],
    good=[
        sheet(row(name="补贴资金发放及时率", level2="时效指标", target="=100%")),
        sheet(row(name="预算执行审计项目数", target="≥10个")),
        sheet(row(level1="预算执行率", level2="", name="预算执行率", target="=100%")),
    ],
)
def payment_as_output(sheet: ReadSheet, context: Context) -> Problems:
    """把资金支付或预算执行当作产出。

    为什么: 产出是提供的公共产品或服务；预算执行率另有10分，编制预算时不设，自评时使用。
    怎么改: 删去这一行，改写资金办成的事：完成的数量、达到的质量、完成的时间。
    """
    for line in sheet.rows:
        if line.is_output and (words := payment_words(line.name)):
            yield line.problem(f"“{words}”说的是花钱的进度，不是产出")


@COMPLETE.rule(
    302,
    "input-as-output",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（二）1",
    requires=("CO301",),
    applies=(is_project, has_rows),
    bad=[
        sheet(row(name="投入施工人员数量", target="120人")),
        sheet(row(name="授课教师课时费", target="≥3.6万元")),
        sheet(row(name="钢筋用量", target="480吨")),
    ],
    good=[
        sheet(row(name="参训教师人次", target="≥120人次")),
        sheet(row(name="招募西部计划志愿者人数", target="≥60人"), project="西部计划志愿者招募"),
        sheet(row(name="困难群众补助金发放金额", target="≥168万元")),
        sheet(row(name="投入使用学位数", target="≥360个")),
    ],
)
def input_as_output(sheet: ReadSheet, context: Context) -> Problems:
    """把投入的人、财、物当作产出。

    为什么: 数量指标反映提供的公共产品或服务数量；投入多少人、用掉多少料，说明不了办成了什么。
    怎么改: 改写投入办成的事，如“保洁覆盖面积”“培训人次”；花费放到成本指标。
    """
    about = f"{sheet.sheet.project}{sheet.sheet.department}"
    for line in sheet.rows:
        if line.is_output and "成本" not in line.row.level2 and (kind := put_in(line, about)):
            yield line.problem(f"“{line.name}”说的是投入{kind}，不是产出")
