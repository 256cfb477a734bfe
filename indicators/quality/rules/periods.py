"""可行性: dates and aims lie within the year of the sheet."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

import re

from indicators.quality.conditions import has_rows
from indicators.quality.examples import row, sheet
from indicators.quality.problem import Problems, Verdict, insufficient
from indicators.quality.reading import ReadRow, ReadSheet, plain
from indicators.quality.rule import Context
from indicators.quality.rules.feasibility import FEASIBLE

_TIMELINESS = {"level2": "时效指标"}
_SETTLING_MONTHS = 2
"""Accounts and reports of a year are closed in the first months of the next, so such a date is no slip."""


def year_is_given(sheet: ReadSheet, context: Context) -> Verdict | None:
    """The sheet says of which year it is."""
    return None if sheet.sheet.year else insufficient("本表没有写明年度，无法核对日期")


@FEASIBLE.rule(
    401,
    "date-outside-period",
    group="unsound",
    severity="warning",
    basis="default",
    requires=("CO101",),
    applies=(has_rows, year_is_given),
    bad=[
        sheet(row(**_TIMELINESS, name="工程开工时间", target="2025年10月"), year=2026),
        sheet(row(**_TIMELINESS, name="平台验收时间", target="2028年12月底前"), year=2026),
    ],
    good=[
        sheet(row(**_TIMELINESS, name="工程完工时间", target="2026年10月底前"), year=2026),
        sheet(row(**_TIMELINESS, name="决算报告完成时间", target="2027年1月31日前"), year=2026),
        sheet(row(**_TIMELINESS, name="供暖时段", target="2025年11月至2026年3月"), year=2026),
        sheet(row(name="2025年度毕业生回访人数", target="≥300人"), year=2026),
    ],
)
def date_outside_period(sheet: ReadSheet, context: Context) -> Problems:
    """时效指标的日期不在本年度内。

    为什么: 年度目标只管当年；日期已经过去的不用再做，以后年度的年底无法评价。
    怎么改: 改为本年度内的日期；跨年项目写本年要到达的节点。
    """
    year = sheet.sheet.year or 0
    for line in sheet.rows:
        if not line.is_timeliness and line.value.kind != "date":
            continue
        text = plain(line.target)
        years = [int(found) for found in re.findall(r"(?<!\d)(20\d{2})(?:年|[-/.]\d)", text)]
        if not years or year in years or any(word in text for word in _COMPARED) or _is_settling(text, years, year):
            continue
        when = "已经过去" if max(years) < year else f"在{year}年以后"
        yield line.problem(f"“{line.name}”的日期“{line.target}”{when}，本表是{year}年度", cell="target")


_COMPARED = ("较", "比", "相比", "基数")


def _is_settling(text: str, years: list[int], year: int) -> bool:
    month = re.search(r"20\d{2}(?:年|[-/.])(\d{1,2})", text)
    return years[0] == year + 1 and bool(month) and int(month[1]) <= _SETTLING_MONTHS if month else False


_SPAN = re.compile(
    r"到(?P<end>20\d{2})年|(?P<from>20\d{2})年?[-—–~至](?P<to>20\d{2})年|(?P<years>[两三四五六七八九十])年(?:累计|内(?!容)|总计)|“?十[四五六]五”?(?:期间|期末|末)"
)
_PLAN = re.compile(r"近[两三四五]年|[三五]年(?:行动|计划|规划|平均)|前三年|过去|一年内")


@FEASIBLE.rule(
    402,
    "period-mixed",
    group="unsound",
    severity="warning",
    basis="practice",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[
        sheet(row(name="三年累计整治河道长度", target="≥180公里")),
    ],
    good=[
        sheet(row(name="整治河道长度", target="≥60公里")),
        sheet(row(name="三年行动计划任务完成率", level2="质量指标", target="≥95%")),
        sheet(row(name="整治河道长度", target="≥60公里", explanation="三年累计180公里，本年60公里")),
    ],
)
def period_mixed(sheet: ReadSheet, context: Context) -> Problems:
    """把几年的目标写成了年度指标值。

    为什么: 实施期目标和年度目标是两种目标；几年的总量到年底无法评价。
    怎么改: 年度表里写本年应完成的部分，总量放进实施期目标或指标值说明。
    """
    for line in sheet.rows:
        if (words := _span(line, sheet.sheet.year)) and "本年" not in line.notes and "当年" not in line.notes:
            yield line.problem(f"“{line.name}”说的是“{words}”，不是本年度的指标值", evidence=words)


def _span(line: ReadRow, year: int | None) -> str:
    text = f"{plain(line.name)} {plain(line.target) if not line.is_timeliness else ''}"
    match = _SPAN.search(text)
    if match is None or _PLAN.search(text) or line.name.endswith("率"):
        return ""
    end = match["end"] or match["to"]
    return "" if end and year and int(end) <= year else match.group()
