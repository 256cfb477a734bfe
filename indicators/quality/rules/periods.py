"""可行性: dates and aims lie within the year of the sheet."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

import re

from indicators.quality.conditions import has_rows
from indicators.quality.examples import GOAL, row, sheet
from indicators.quality.measures import bare_name
from indicators.quality.prices import yuan
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
        if (gone := _GONE.match(plain(line.name))) and int(gone["year"]) < year:
            yield line.problem(f"“{line.name}”写的是{gone['year']}年，本表是{year}年度")
            continue
        if not line.is_timeliness and line.value.kind != "date":
            continue
        text = plain(line.target)
        years = [int(found) for found in re.findall(r"(?<!\d)(20\d{2})(?:年|[-/.]\d)", text)]
        if not years or year in years or any(word in text for word in _COMPARED) or _is_settling(text, years, year):
            continue
        when = "已经过去" if max(years) < year else f"在{year}年以后"
        yield line.problem(f"“{line.name}”的日期“{line.target}”{when}，本表是{year}年度", cell="target")


_GONE = re.compile(
    r"(?P<year>20\d{2})年(?:底前|内)?(?:建设|建成|新建|改造|完成|举办|开展|实施|购置|采购|引进|培训|发放|编制|招聘|修建)"
    r"(?!.*(?:维护|养护|运维|管护|管理|回访|跟踪|续建|结转|尾款|验收|使用|运行|巩固|留|就业))"
)
"""A task of a year in the name; a year behind which a thing follows (2025年度毕业生) only says which thing."""
_COMPARED = ("较", "比", "相比", "基数")


def _is_settling(text: str, years: list[int], year: int) -> bool:
    month = re.search(r"20\d{2}(?:年|[-/.])(\d{1,2})", text)
    return years[0] == year + 1 and bool(month) and int(month[1]) <= _SETTLING_MONTHS if month else False


_SPAN = re.compile(
    r"(?:到|至|截至)(?P<end>20\d{2})年|(?P<from>20\d{2})年?[-—–~至](?P<to>20\d{2})年|(?P<years>[两三四五六七八九十2-9])年(?:累计|内(?!容)|总计|合计|共)"
    r"|(?:实施期|建设期|规划期|项目(?:全|总)周期|全周期)(?:内|总|累计|合计)|“?十[四五六]五”?(?:期间|期末|末)"
)
_PLAN = re.compile(r"近[两三四五]年|[三五]年(?:行动|计划|规划|平均)|前三年|过去|一年内|均值|平均|年均|每年")
_WHOLE_SPAN = re.compile(
    r"(?P<from>20\d{2})年?[-—–~至](?P<to>20\d{2})年?(?:实施期|建设期|规划期|全[省市县区]|项目)?(?:内|总|的)?"
    r"(?:累计|合计|总计|总量|总数|总任务|总目标|实施期|[^，。；、]{0,6}(?:任务|目标)(?:$|[，。；\s]))"
)
_TERM = re.compile(
    r"(?:项目|工程|建设|实施|任务|课题|施工|研究|整治)(?!设计|使用|质保|服务|运[行营])[^率设使]{0,4}(?:周期|期限|工期|年限|期)$|^工期$"
)
_THIS_YEAR = re.compile(r"本年|当年|今年|年度(?:任务|目标|计划)为")
_OWN_TITLES = re.compile(r"《[^》]*》")
_TWO_YEARS_IN_MONTHS = 24


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
        sheet(row(name="整治河道长度", target="≥180公里", explanation="2026—2028年实施期累计"), year=2026),
        sheet(row(**_TIMELINESS, name="项目实施周期", target="3年")),
        sheet(
            row(level1="成本指标", level2="经济成本指标", name="项目总投资", target="≤9800万元"),
            budget=3200,
            goal=f"{GOAL}。总投资9800万元，其中2026年安排3200万元",
        ),
    ],
    good=[
        sheet(row(name="整治河道长度", target="≥60公里")),
        sheet(row(name="三年行动计划任务完成率", level2="质量指标", target="≥95%")),
        sheet(row(name="整治河道长度", target="≥60公里", explanation="三年累计180公里，本年60公里")),
        sheet(row(name="整治河道长度", target="≥60公里", basis="《水系治理任务（2026—2028年）》"), year=2026),
        sheet(row(name="整治河道长度", target="≥60公里", basis="2023—2025年平均"), year=2026),
        sheet(row(**_TIMELINESS, name="质保期", target="3年")),
        sheet(row(**_TIMELINESS, name="施工工期", target="≤180天")),
    ],
)
def period_mixed(sheet: ReadSheet, context: Context) -> Problems:
    """把几年的目标写成了年度指标值。

    为什么: 实施期目标和年度目标是两种目标；几年的总量到年底无法评价。
    怎么改: 年度表里写本年应完成的部分，总量放进实施期目标或指标值说明。
    """
    for line in sheet.rows:
        words = (
            _span(line, sheet.sheet.year) or _told_span(line, sheet.sheet.year) or _years(line) or _whole(line, sheet)
        )
        if words and not _THIS_YEAR.search(line.notes):
            yield line.problem(f"“{line.name}”说的是“{words}”，不是本年度的指标值", evidence=words)


def _span(line: ReadRow, year: int | None) -> str:
    """The span of years in name or value."""
    text = f"{plain(line.name)} {plain(line.target) if not line.is_timeliness else ''}"
    match = _SPAN.search(text)
    if match is None or _PLAN.search(text) or line.name.endswith("率"):
        return ""
    end = match["end"] or match["to"]
    return "" if end and year and int(end) <= year else match.group()


def _told_span(line: ReadRow, year: int | None) -> str:
    """The span of years beyond this one of which the explanation says that the value is the total."""
    match = _WHOLE_SPAN.search(_OWN_TITLES.sub("", plain(line.row.explanation)))
    is_total = match and line.value.is_number and line.value.kind != "rate" and not _PLAN.search(match.group())
    return match.group() if match and is_total and year and int(match["to"]) > year else ""


def _years(line: ReadRow) -> str:
    """The term of the whole project where it is of two years and more."""
    number = line.value.value
    if not isinstance(number, float) or not _TERM.search(bare_name(line.name)):
        return ""
    months = number * {"年": 12, "个月": 1, "月": 1}.get(line.value.unit, 0)
    return f"{line.target}{line.unit}" if months >= _TWO_YEARS_IN_MONTHS else ""


_WHOLE_COST = re.compile(r"^(?:项目|工程|建设|概算)*总(?:投资|概算|造价)(?:额|控制数)?$")
_ONLY_PART = re.compile(
    r"(?:其中|分|20\d{2}年|本年|今年|当年|年度)[^。；]{0,8}(?:安排|投资|投入|预算|下达)|总工期|跨年|分[两三四五]年"
)


def _whole(line: ReadRow, sheet: ReadSheet) -> str:
    """The cost of the whole project beside a goal that gives only a part of it to this year."""
    amount, budget = yuan(line), sheet.sheet.budget_yuan
    is_whole = amount is not None and budget is not None and amount > _FAR_ABOVE * budget
    is_part = bool(_ONLY_PART.search(sheet.sheet.goal))
    return "总投资" if is_whole and is_part and _WHOLE_COST.search(bare_name(line.name)) else ""


_FAR_ABOVE = 1.2
