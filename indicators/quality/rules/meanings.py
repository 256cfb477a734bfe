"""可衡量性: an indicator stands at the level that its meaning belongs to."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

import re
from dataclasses import replace

from indicators.quality.conditions import framework_is_held, has_rows, is_project
from indicators.quality.examples import row, sheet
from indicators.quality.measures import bare_name
from indicators.quality.placing import (
    COST,
    ECOLOGICAL,
    ECONOMIC,
    QUALITY,
    QUANTITY,
    SATISFACTION,
    TIMELINESS,
    right_level,
)
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.quality.rule import Context
from indicators.quality.rules.measurability import MEASURABLE

_BENEFIT = {"level1": "效益指标", "level2": "社会效益指标"}
_QUALITY = {"level2": "质量指标"}


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
        sheet(row(**_BENEFIT, name="巡查系统故障率", target="≤1%")),
        sheet(row(**_BENEFIT, name="卷宗扫描差错率", target="≤0.1%")),
        sheet(row(**_BENEFIT, name="临时救助资金足额发放率", target="=100%")),
        sheet(row(**_BENEFIT, name="救助金发放到户时间", target="2026年1月31日前")),
        sheet(row(**_QUALITY, name="用户使用满意程度", target="≥90%")),
        sheet(row(**_QUALITY, name="新建管网长度", target="≥12公里")),
        sheet(row(name="设备验收合格率", target="=100%")),
        sheet(row(level2="时效指标", name="参训教师人数", target="≥60人")),
        sheet(row(level1="效益指标", level2="经济效益指标", name="空气质量优良天数比例", target="≥85%")),
    ],
    good=[
        sheet(row(**_BENEFIT, name="应急物资调运到位时间", target="≤2小时")),
        sheet(row(**_BENEFIT, name="重污染天气预报准确率", target="≥85%")),
        sheet(row(**_BENEFIT, name="制造业产品质量合格率", target="≥95%")),
        sheet(row(**_BENEFIT, name="国家级证书考试一次通过率", target="≥60%")),
        sheet(row(**_QUALITY, name="安全责任事故次数", target="=0次")),
        sheet(row(**_QUALITY, name="省级以上获奖作品篇数", target="≥3篇")),
        sheet(row(level2="时效指标", name="全年开放天数", target="≥300天")),
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
        right = right_level(line)
        if right:
            stands = line.row.level2 or line.row.level1
            message = f"“{line.name}”放在“{stands}”下，应属“{right}”"
            problem = line.problem(message, cell="level2", subject=line.name, fix=_fixed(line, right))
            yield replace(problem, clause=_CLAUSES.get(right))


_CLAUSES = {
    SATISFACTION: "mof-2021-101/二/（四）",
    TIMELINESS: "mof-2021-101/二/（二）3",
    QUANTITY: "mof-2021-101/二/（二）1",
    COST: "mof-2021-101/二/（一）",
    ECONOMIC: "mof-2021-101/二/（三）",
    ECOLOGICAL: "mof-2021-101/二/（三）",
}
"""Where the meaning of the right level is set down, if elsewhere than for quality."""


def _fixed(line: ReadRow, right: str) -> str:
    """Another level 2 within the same level 1; a move to another level 1 is left to a person."""
    is_within = line.place.level1 == "产出指标" and right in {QUANTITY, QUALITY, TIMELINESS}
    return right if is_within else ""


_OWN_SERVICE = re.compile(
    r"(?:服务|培训|咨询|解答|参赛|派遣|引进|发放|惠及|举办|宣传|接听|受理|办理|检查|巡查|购置|采购|建设|资助|救助)[^率比]{0,8}(?:人次|人数|场次|次数|件数|户数|户次|数量|数|台数|套数)$"
    r"|(?:交工验收|竣工验收|验收交付[^率]{0,4}率)$|(?:派遣|受理|办理|检查)[^率]{0,4}[件户]数$"
    r"|(?:活动|讲座|培训|演出|展览|赛事|会议)(?:举办|开展)?(?:场次|场数|次数|期数)$|覆盖(?:行政村|乡镇|村|社区|学校|县|街道|单位)(?:数|数量|个数)$"
    r"|(?:抽检|检测|采样|监测)(?:数|数量|批次|次数)$|(?:培养|招聘|选派)[^率]{0,8}(?:人数|数量)$|报告(?:数|数量|份数|篇数)$|参[展会赛训](?:企业|单位|商户|人员|选手)?(?:数|数量|家数|人数|人次)$"
)
_REAL_EFFECT = re.compile(
    r"中断|用户|服务对象|减少|下降|降低|增加|新增(?!引进)|带动|就业|脱贫|增收|挽回|节约|减排|游客|观众|旅游|采用|转化|吸引|事故|投诉|纠纷|违法|案发|牵头|孵化|创造|^年"
)
"""Words of an effect; 年检查人次 behind a purchase is how much it is used."""


@MEASURABLE.rule(
    302,
    "output-as-benefit",
    group="incomplete",
    severity="info",
    clause="mof-2021-101/二/（二）1",
    requires=("CO401", "CO403", "ME301"),
    applies=(is_project, has_rows, framework_is_held),
    bad=[
        sheet(row(**_BENEFIT, name="法律咨询解答人次", target="≥2000人次")),
        sheet(row(**_BENEFIT, name="科普活动场次", target="≥120场")),
    ],
    good=[
        sheet(row(**_BENEFIT, name="年检查人次", target="≥3万人次")),
        sheet(row(**_BENEFIT, name="引进人才牵头创新平台数", target="≥5个")),
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
    r"(?:纠纷|案件|事故|投诉|犯罪|警情|发案|上访|发病|火灾)[^率]{0,4}(?:下降|减少|降低)率$|优良天数(?:比例|占比|率)?$|水质优良比例$|年均[^率]{0,4}机时$|森林覆盖率$|"
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
    bad=[
        sheet(row(**_QUALITY, name="学员毕业后就业率", target="≥85%")),
        sheet(row(**_QUALITY, name="社区矛盾纠纷下降率", target="≥10%")),
    ],
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
