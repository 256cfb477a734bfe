"""可衡量性: an indicator stands at the level that its meaning belongs to."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

import re
from dataclasses import replace

from indicators.quality import levels
from indicators.quality.conditions import framework_is_held, has_rows, is_project
from indicators.quality.examples import row, sheet
from indicators.quality.measures import bare_name, is_work_quality
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.quality.rule import Context
from indicators.quality.rules.measurability import MEASURABLE

_BENEFIT = {"level1": "效益指标", "level2": "社会效益指标"}
_QUALITY = {"level2": "质量指标"}

_IN_TIME = re.compile(
    r"(?:按期|按时|如期|准时)[^率]{0,4}(?:完成率|完工率|竣工率|交付率|开工率)$|(?:完成|完工|竣工|交付|开工)(?:时间|日期|及时率)$"
)
_SATISFIED = re.compile(r"满意[度率]$")
_THREE = re.compile(r"^[“\"]?三公[”\"]?经费(?:支出|控制数|总额)?$|(?:采购|购置|建设|改造|单台|单位)(?:单价|成本|造价)$")


@MEASURABLE.rule(
    301,
    "wrong-level",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（二）2",
    applies=(has_rows, framework_is_held),
    bad=[
        sheet(row(**_BENEFIT, name="设备安装调试合格率", target="=100%")),
        sheet(row(**_QUALITY, name="师生满意度", target="≥90%")),
        sheet(row(**_QUALITY, name="教学计划按期完成率", target="≥98%")),
    ],
    good=[
        sheet(row(**_QUALITY, name="设备安装调试合格率", target="=100%")),
        sheet(row(**_BENEFIT, name="学生体质健康合格率", target="≥92%")),
        sheet(row(level2="时效指标", name="教学计划按期完成率", target="≥98%")),
    ],
)
def wrong_level(sheet: ReadSheet, context: Context) -> Problems:
    """指标放错了类别。

    为什么: 合格率、故障率反映产出的标准和水平，属于质量；按期完成属于时效，满意度自成一类；放错了，各类的权重和得分都不对。
    怎么改: 移到所说的类别下；原来的类别缺了指标的，另补真正反映它的指标。
    """
    for line in sheet.rows:
        right = _right_level(line)
        if right:
            stands = line.row.level2 or line.row.level1
            message = f"“{line.name}”放在“{stands}”下，应属“{right}”"
            problem = line.problem(message, cell="level2", subject=line.name, fix=_fixed(line, right))
            yield replace(problem, clause=_CLAUSES.get(right))


_CLAUSES = {
    "满意度指标": "mof-2021-101/二/（四）",
    "时效指标": "mof-2021-101/二/（二）3",
    "成本指标": "mof-2021-101/二/（一）",
}
"""Where the meaning of the right level is set down, if elsewhere than for quality."""


def _right_level(line: ReadRow) -> str:
    name = bare_name(line.name)
    level2 = line.place.level2
    if line.is_benefit and is_work_quality(name):
        return "质量指标"
    if not line.is_output:
        return ""
    if _SATISFIED.search(name) and level2 in levels.QUANTITY | levels.QUALITY | levels.TIMELINESS:
        return "满意度指标"
    if level2 in levels.QUALITY | levels.QUANTITY and _IN_TIME.search(name):
        return "时效指标"
    is_ceiling = line.value.kind == "money" and line.value.operator in {"≤", "<"}
    return "成本指标" if level2 in levels.QUANTITY | levels.QUALITY and is_ceiling and _THREE.search(name) else ""


def _fixed(line: ReadRow, right: str) -> str:
    """Another level 2 within the same level 1; a move to another level 1 is left to a person."""
    return right if line.is_output and right == "时效指标" else ""


_OWN_SERVICE = re.compile(
    r"(?:服务|培训|咨询|解答|参赛|派遣|引进|发放|惠及|举办|宣传|接听|受理|办理|检查|巡查|购置|采购|建设|资助|救助)[^率比]{0,8}(?:人次|人数|场次|次数|件数|户数|户次|数量|数|台数|套数)$"
    r"|(?:交工验收|竣工验收|验收交付[^率]{0,4}率)$|(?:派遣|受理|办理|检查)[^率]{0,4}[件户]数$"
)
_REAL_EFFECT = re.compile(
    r"中断|用户|服务对象|减少|下降|降低|增加|新增就业|带动|就业|脱贫|增收|挽回|节约|减排|游客|观众|旅游|采用|转化|吸引|覆盖|事故|投诉|纠纷|违法|案发"
)


@MEASURABLE.rule(
    302,
    "output-as-benefit",
    group="incomplete",
    severity="info",
    clause="mof-2021-101/二/（二）1",
    requires=("CO401", "CO403", "ME301"),
    applies=(is_project, has_rows, framework_is_held),
    bad=[sheet(row(**_BENEFIT, name="法律咨询解答人次", target="≥2000人次"))],
    good=[
        sheet(row(name="法律咨询解答人次", target="≥2000人次")),
        sheet(row(**_BENEFIT, name="带动新增就业人数", target="≥200人")),
        sheet(row(**_BENEFIT, name="培训后就业率", target="≥60%")),
    ],
)
def output_as_benefit(sheet: ReadSheet, context: Context) -> Problems:
    """把做了多少当作效益。

    为什么: 服务人次、发放户数是提供的服务数量，属于产出；效益说的是服务带来的变化。
    怎么改: 移到数量指标；效益改写服务对象的变化，如就业率、办结时间缩短、事故减少。
    """
    for line in sheet.rows:
        name = bare_name(line.name)
        if line.is_benefit and not line.is_satisfaction and _OWN_SERVICE.search(name) and not _REAL_EFFECT.search(name):
            yield line.problem(f"“{line.name}”是产出的数量，不是效益", cell="level2", subject=line.name)


_EFFECT_RATE = re.compile(
    r"(?:知晓率|普及率|就业率|产业化率|治理率|转化率|留任率|增收率|增长率|发病率|普及程度|覆盖人口比例)$|^(?:提高|提升|改善|增强)(?!竞赛|组织|管理|服务|施工|培训).{2,}(?:水平|能力|素质)$"
)
_ACTION_NAME = re.compile(r"^(?:提高|提升|改善|增强).*(?:水平|能力|素质)$")
"""Such a name with a score behind it is a test of what was taught."""
_NO_EFFECT = re.compile(r"数据|文件|合格|计划|任务|资料|线索|成果转化(?:合同|项目)")


@MEASURABLE.rule(
    303,
    "benefit-as-output",
    group="incomplete",
    severity="info",
    clause="mof-2021-101/二/（三）",
    requires=("CO202", "ME301"),
    applies=(is_project, has_rows, framework_is_held),
    bad=[sheet(row(**_QUALITY, name="学员毕业后就业率", target="≥85%"))],
    good=[
        sheet(row(**_BENEFIT, name="学员毕业后就业率", target="≥85%")),
        sheet(row(**_QUALITY, name="学员结业考核合格率", target="≥85%")),
    ],
)
def benefit_as_output(sheet: ReadSheet, context: Context) -> Problems:
    """把带来的效果当作产出。

    为什么: 知晓率、就业率、普及率是服务对象和社会的变化，属于效益；产出说的是提供了什么、达到什么标准。
    怎么改: 移到效益指标；质量改写产出本身的标准，如验收合格率、考核合格率。
    """
    for line in sheet.rows:
        name = bare_name(line.name)
        if line.value.is_number and _ACTION_NAME.search(name):
            continue
        if (
            line.is_output
            and not line.is_cost
            and not line.is_timeliness
            and _EFFECT_RATE.search(name)
            and not _NO_EFFECT.search(name)
        ):
            yield line.problem(f"“{line.name}”说的是效果，应放在效益指标", cell="level2", subject=line.name)
