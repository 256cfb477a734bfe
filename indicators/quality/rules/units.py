"""可衡量性: the unit can measure what the name says."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

import re

from indicators.model.indicator import Indicator
from indicators.quality.agreement import slipped_units, swapped_units
from indicators.quality.conditions import has_rows
from indicators.quality.examples import GOAL, row, sheet
from indicators.quality.measures import (
    bare_name,
    counts_other_things,
    is_count,
    is_rate,
    is_share,
    unit_kind,
    wanted_kinds,
)
from indicators.quality.nearest import sure_indicator
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.quality.rule import Context
from indicators.quality.rules.measurability import MEASURABLE
from indicators.text.terms import terms

_BENEFIT = {"level1": "效益指标", "level2": "社会效益指标"}
_SATISFACTION = {"level1": "满意度指标", "level2": "服务对象满意度指标"}
_AMOUNTS = frozenset({"count", "area", "length", "mass", "volume", "money", "time", "energy"})


@MEASURABLE.rule(
    201,
    "rate-with-count",
    group="incomplete",
    severity="error",
    basis="default",
    requires=("CO101", "CO102"),
    applies=(has_rows,),
    bad=[
        sheet(row(**_SATISFACTION, name="受检妇女满意度", target="≥95", unit="人")),
        sheet(row(**_BENEFIT, name="灾民救助覆盖率", target="≥12000人")),
    ],
    good=[
        sheet(row(**_SATISFACTION, name="受检妇女满意度", target="≥95%")),
        sheet(row(**_BENEFIT, name="孕产妇死亡率", target="≤12", unit="人/10万")),
        sheet(row(level2="时效指标", name="审批效率", target="≤5个工作日")),
        sheet(row(**_SATISFACTION, name="受检妇女满意度", target="≥90分")),
    ],
)
def rate_with_count(sheet: ReadSheet, context: Context) -> Problems:
    """比率指标用了数量单位。

    为什么: 比率是两个数的比，单位应是“%”；写成人、起、元，不知道衡量的是比率还是数量。
    怎么改: 要考核比率的，单位改为“%”并核对指标值；要考核数量的，把名称改成数量。
    """
    for line in sheet.rows:
        kind = unit_kind(line)
        if kind in _AMOUNTS and is_rate(line.name) and not _is_index(line):
            message = f"“{line.name}”是比率，单位写成了“{line.value.unit}”"
            is_percentage = (
                line.unit
                and is_share(line.name)
                and isinstance(line.value.value, float)
                and 20 <= line.value.value <= 100
            )
            yield line.problem(message, cell=_cell(line), fix="%" if is_percentage else "")


@MEASURABLE.rule(
    202,
    "count-with-rate",
    group="incomplete",
    severity="warning",
    basis="default",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[
        sheet(row(name="高层次人才引进人数", target="≥10%")),
        sheet(row(name="预警信息覆盖人数", target="≥95%")),
        sheet(row(**_BENEFIT, name="亩均粮食增产量", target="≥80%")),
        sheet(row(**_BENEFIT, name="节约采购资金", target="≥3%")),
    ],
    good=[
        sheet(row(name="高层次人才引进人数", target="≥10人")),
        sheet(row(name="旅游人次增长", target="≥10%")),
        sheet(row(**_BENEFIT, name="平均办理时间缩短", target="≥20%")),
        sheet(row(level2="质量指标", name="路基含水量", target="≤8%")),
        sheet(row(name="培训计划完成人数比例", target="≥95%", level2="质量指标")),
        sheet(row(name="培训人次", target="=100%", explanation="实际培训人次/计划培训人次")),
    ],
)
def count_with_rate(sheet: ReadSheet, context: Context) -> Problems:
    """数量指标用了“%”。

    为什么: 人数、天数、面积是数量；写成百分比，不知道是占比还是增长了多少。
    怎么改: 写计划的绝对数量和单位；要考核占比或增长的，把名称改为“占比”“增长率”。
    """
    for line in sheet.rows:
        if unit_kind(line) == "rate" and is_count(line.name) and not any(sign in line.notes for sign in "/÷比"):
            yield line.problem(f"“{line.name}”是数量，指标值写成了“{line.target}{line.unit}”", cell=_cell(line))


@MEASURABLE.rule(
    203,
    "wrong-unit",
    group="incomplete",
    severity="warning",
    basis="default",
    requires=("CO101", "CO102"),
    applies=(has_rows,),
    bad=[
        sheet(row(name="上门服务次数", target="≥2880小时")),
        sheet(row(**_BENEFIT, name="受益学生数", target="≥1.4万元")),
        sheet(row(name="田间道路整修长度", target="≥38平方米")),
        sheet(row(name="送教上门场次", target="≥40人")),
        sheet(row(name="接待游客人次", target="≥8人次")),
        sheet(row(name="河道清淤量", target="≥12万吨"), goal=f"{GOAL}。完成河道清淤12万立方米"),
    ],
    good=[
        sheet(row(name="栽植防护林", target="1.2万", unit="株")),
        sheet(row(name="河道清淤量", target="≥12万立方米"), goal=f"{GOAL}。完成河道清淤12万立方米"),
        sheet(row(**_BENEFIT, name="万台设备死亡人数", target="≤0.05人")),
        sheet(row(name="上门服务次数", target="≥2880次")),
        sheet(row(name="上门服务时长", target="≥2880小时")),
        sheet(row(name="田间道路整修长度", target="≥38公里")),
        sheet(row(name="场馆开放时间", target="≥56小时/周")),
    ],
)
def wrong_unit(sheet: ReadSheet, context: Context) -> Problems:
    """单位不是这个指标的单位。

    为什么: 单位与名称对不上，多半是填错了行或漏改了模板，数值也不可信。
    怎么改: 改成与名称相配的单位，并核对指标值。
    """
    for line in sheet.rows:
        if words := _broken_piece(line):
            yield line.problem(
                f"“{line.name}”写作“{words}”，不会有零点几{line.value.unit}，像是少写了“万”",
                cell=_cell(line),
                fix=_in_ten_thousands(line),
            )
            continue
        kind, wanted = unit_kind(line), wanted_kinds(line.name) or _kinds_of(sure_indicator(context.meaning, line))
        is_other = bool(kind in _AMOUNTS and wanted and kind not in wanted) or (
            kind == "count" and counts_other_things(line.name, line.value.unit)
        )
        if is_other and not _is_index(line):
            message = f"“{line.name}”的单位写成了“{line.value.unit}”"
            yield line.problem(message, cell=_cell(line))
        elif reason := _too_few(line):
            yield line.problem(
                f"“{line.name}”写作“{line.target}{line.unit}”，{reason}", cell=_cell(line), fix=_in_ten_thousands(line)
            )
    for found in swapped_units(sheet):
        message = f"目标文本写“{found.said}”，“{found.row.name}”的单位写成了“{found.row.value.unit}”"
        yield found.row.problem(message, cell=_cell(found.row), evidence=found.said)
    for found in slipped_units(sheet):
        message = f"目标文本写“{found.said}”，“{found.row.name}”的单位少写了“万”"
        yield found.row.problem(message, cell=_cell(found.row), evidence=found.said, fix=_in_ten_thousands(found.row))


def _kinds_of(indicator: Indicator | None) -> frozenset[str]:
    """The kinds of the indicator's units; none where one of them is unknown."""
    kinds = {terms().unit_kind(unit) for unit in indicator.all_units} if indicator else set()
    return frozenset() if None in kinds else frozenset(kind for kind in kinds if kind)


_PIECES = frozenset(
    (
        "人",
        "人次",
        "名",
        "户",
        "户次",
        "台",
        "套",
        "台套",
        "册",
        "个",
        "所",
        "辆",
        "页",
        "件",
        "场",
        "场次",
        "家",
        "座",
        "株",
        "头",
        "只",
        "羽",
        "份",
        "项",
        "篇",
        "村",
        "名",
        "间",
        "艘",
        "批次",
        "例",
    )
)
_MEAN = ("万", "千人", "百", "均", "平均", "每", "率", "比", "周期", "频次", "当量", "折合")


def _broken_piece(line: ReadRow) -> str:
    """The value where it counts a fraction of what comes whole (12.6户), otherwise empty; means may be fractions."""
    value = line.value
    is_whole = not isinstance(value.value, float) or value.value == int(value.value)
    if is_whole or value.unit not in _PIECES or any(word in line.name for word in _MEAN):
        return ""
    return f"{line.target}{line.unit}"


_CROWDS = re.compile(r"(?:游客|观众|读者|参观者|接待|客流|受众)(?:人次|人数|总人次|量)?$")
_HARVEST = re.compile(r"^(?:全[省市县区年])?(?:粮食|蔬菜|水果|肉类|水产品)总?产量$")
_FEWEST_IN_CROWD, _LEAST_HARVEST = 50, 1000


def _too_few(line: ReadRow) -> str:
    """Why a number is too small for what the name speaks of (a year's visitors, a county's harvest), or empty."""
    number, name = line.value.value, bare_name(line.name)
    if not isinstance(number, float) or number <= 0 or line.value.operator in {"≤", "<"}:
        return ""
    few = _CROWDS.search(name) and line.value.unit in {"人", "人次"} and number < _FEWEST_IN_CROWD
    little = _HARVEST.search(name) and line.value.unit == "吨" and number < _LEAST_HARVEST
    return "少得不合常理，像是少写了“万”" if few or little else ""


def _cell(line: ReadRow) -> str:
    return "unit" if line.unit else "target"


def _in_ten_thousands(line: ReadRow) -> str:
    return f"万{line.unit}" if line.unit else ""


def _is_index(line: ReadRow) -> bool:
    return line.value.unit in {"学时", "课时", "机时", "倍", "级", "个百分点", "百分点", "次数"} or bare_name(
        line.name
    ).endswith(("指数", "系数"))
