"""Routine management among the indicators (制度, 台账, 合同, 公示): no output, unless the project's service is that very thing."""

from __future__ import annotations

import re
from typing import NamedTuple

from indicators.quality.reading import plain


class Routine(NamedTuple):
    """A kind of routine work by the words of names, and the words of projects whose service it is."""

    words: re.Pattern[str]
    service: re.Pattern[str]


def _routine(words: str, service: str) -> Routine:
    return Routine(re.compile(words), re.compile(service))


_MANAGED = "(?:管理|考核|规章|财务|工作|内控|内部控制|采购|管护|监督)"
_STATE = "(?:健全|完善|建立|制定|执行|规范|建设|完备|落实|齐全)"
_PRINTED = "(?:横幅|标语|海报|宣传栏|展板|会议材料|宣传资料|宣传册|宣传单|宣传手册)"

ROUTINES = (
    _routine(r"(?:签订|签署).{0,10}合同|合同.{0,6}(?:签订|签署|备案)(?!金?额)", "合同|法律援助|签约|劳动"),
    _routine(
        rf"{_MANAGED}(?:制度|办法){_STATE}*(?:性|率|情况|程度|上墙)?$|^(?:规章)?制度(?:健全|完善|建设|执行)",
        "制度|政策|规划|立法|标准|改革|课题",
    ),
    _routine(
        r"(?:工作|服务)?台账|签到[册表]|(?:项目|工程|档案)(?:资料|材料)(?:归档|整理|收集)|(?:资料|材料|项目档案)归档|"
        r"档案(?:管理)?(?:规范|完整|归档|齐全)|^(?:人才|项目|学员|培训|资金|财务)档案",
        "档案|归档|资料|台账",
    ),
    _routine(
        r"会议纪要|(?:工作|情况|会议|信息)简报|(?:监理|运维|工作|项目)(?:周|月|日|季)报|工作总结|信息报送|巡检记录|运维(?:报告|记录)",
        "简报|纪要|舆情|刊|编纂|信息报送|信息采编",
    ),
    _routine(r"(?<!信息)公示(?:率|次数|期|情况|完成率|及时率|天数|$)|公示栏", "公示|公开"),
    _routine(
        r"(?:工作|项目|专题)?(?:调度会|推进会|协调会|动员会|部署会|启动会|碰头会)|(?:领导小组|委员会|联席|工作)(?:会议|会)(?!室|议室|商|员|成员|议?办)|工作例会|"
        r"(?:专家)?(?:评审会|论证会)(?:议)?(?:次数|场次|$)",
        "会议|会务|评审|论证|听证|联席|人大|政协|协商",
    ),
    _routine(r"邀请函|请柬", "邀请函|印刷"),
    _routine(
        r"(?:施工|监理|承建|承接|承担|服务|中标|供货|运营|检测)(?:单位|机构|企业|主体|商)?资质|供应商资质",
        "资质|许可|行政审批|监管",
    ),
    _routine(
        r"(?:资金|经费)(?:使用|支出|管理|拨付)?(?:合规|规范|合法|安全)(?:性|率|程度)?$", "审计|监督|财务|会计|监管"
    ),
    _routine(r"(?:审批|立项|前期|开工|项目)?手续(?:齐全|完备|完善|合规|合法)(?:性|率|度)?$", "审批|登记|手续"),
    _routine(
        r"采购(?:程序|流程|手续|文件|公告|计划|方式)(?!.{0,3}(?:系统|平台))|招(?:投)?标(?:程序|流程|文件|公告|工作)|招投标",
        "采购(?:中心|监管|管理|评审|代理)|招投标监管|公共资源",
    ),
    _routine(
        r"(?:通知|文件)印发|印发.{0,6}(?:通知|文件)|领导小组|专账(?:管理|核算)|专款专用|会计核算|财务管理",
        "文件|会计|财务",
    ),
    _routine(r"^(?:工程|项目)监理$", "监理"),
    _routine(
        rf"{_PRINTED}(?:数量?|张数|条数|份数|册数|制作)?$|(?:制作|印发|悬挂|张贴|印刷).{{0,8}}{_PRINTED}",
        "宣传|科普|普法|普及|推介|推广|节|展|健康促进|健康教育|禁毒|反诈|文明",
    ),
)


def routine_words(name: str, about: str) -> str | None:
    """The words of routine management in a name, otherwise None; ``about`` is what the project is about (its name)."""
    text = plain(name)
    for routine in ROUTINES:
        if (match := routine.words.search(text)) and not routine.service.search(about):
            return match.group()
    return None
