"""What a name measures, read from its ending: a share that cannot exceed the whole, a rate, a count, an amount of a kind."""

from __future__ import annotations

import re

from indicators.quality.reading import ReadRow, plain
from indicators.text.terms import terms

_BRACKETS = re.compile(r"[（(\[【][^）)\]】]{0,60}[）)\]】]")

_RATE_END = re.compile(r"(?:率|比例|比重|占比|满意度|知晓度|覆盖面)$")
_NO_RATE = re.compile(
    r"(?:效率|频率|功率|倍率|汇率|速率|心率|费率|利率|税率|分辨率|容积率|斜率|曲率|概率|帧率|码率|流率|产率|周转率|抽检率|监测率|检测频率|密度)$"
)
_SHARE_END = re.compile(
    r"(?:合格率|达标率|满意[度率]|覆盖率|完好率|及时率|准确率|正确率|知晓率|普及率|就业率|治愈率|登记率|出租率|入住率|出勤率|参与率|占比|比重|"
    r"安全利用率|综合利用率|处理率|处置率|优良率|优秀率|通过率|办结率|获取率|取得率|取证率|在线率|运行率|接通率|签约率|接种率|入园率|录取率|兑现率|好评率|"
    r"公开率|检查率|持证率|上岗率|建档率|规范率|完整率|一次合格率|归档率|验收率|守信率|留存率|留任率|成活率|存活率|保存率|核销率|正常率|送达率|响应率|整改率|"
    r"成功率|有效率|采纳率|采用率|合规率|符合率|一致率|匹配率|履约率|按[时期][^率]{0,4}率|达成度|知晓度|入库率|到岗率|出席率|参训率|参会率|回访率|回复率|反馈率|通达率|"
    r"硬化率|通[电水网车]率|入户率|保证率|收集率|收运率|回收率|机械化率|良种率|免疫率|绿化率|森林覆盖|空置率|闲置率|净入学率|毕业率|完工率|识别率|命中率|归集率|发放率|"
    r"(?:资产|用房|土地|秸秆|粪污|固废|废物|废弃物|垃圾|中水|余热|资源化|再生)[^率]{0,3}利用率)$"
)
_MAY_EXCEED = re.compile(
    r"拨备|担保|流动性|杠杆|偿债|净稳定|资本|床位|病床|毛入|毛入学|增|提高|提升|变动|超|负荷|计划|目标|预算|任务|收支|保险|资金"
)
_COUNT_END = re.compile(
    r"(?:人数|人次|人次数|户数|户次|天数|次数|场次|场数|件数|个数|台数|套数|家数|项数|期数|辆数|册数|株数|处数|座数|间数|篇数|村数|校数|面积|长度|里程)$"
)
_SUM_END = re.compile(
    r"(?:时间|时长|时限|数量|总量|人口数?|投资额|金额|总额|产值|收入|资金|税额|利润|(?<![指系倍分参基级位百])数"
    r"|(?<![质力变当分剂掺含])量)$"
)
_OF_A_WHOLE = re.compile(
    r"占|率|比|增长|提高|提升|增速|下降|降低|减少|变动|增幅|降幅|幅度|缩短|压缩|提前|及时|按[时期]|含[水沙]|浓度|容量|存量"
)
"""Words by which a percentage is a share or a change."""
_KINDS = (
    (re.compile(r"面积$|(?:高标准农田|耕地|造林|播种|种植|还田|梯田|草原|湿地)$"), frozenset({"area"})),
    (re.compile(r"(?:长度|里程)$"), frozenset({"length"})),
    (
        re.compile(r"(?:人数|人次|人次数|户数|户次|场次|家数|村数|件数|册数|学生数|农户数|次数|台数|套数|人口数?)$"),
        frozenset({"count"}),
    ),
    (re.compile(r"(?:时间|时长|工期)$"), frozenset({"time", "date"})),
    (re.compile(r"(?:金额|总额|收入|产值|销售额|利润|税收|经费|费用|造价|投资额?)$"), frozenset({"money"})),
    (re.compile(r"(?:增产量|产量)$"), frozenset({"mass", "volume", "count", "energy", "length", "area"})),
    (re.compile(r"(?:总?重量|减排量|清运量)$"), frozenset({"mass", "volume"})),
)
"""Endings of names and the kinds of unit that can measure them."""
_PERSONS = frozenset({"人", "名", "位", "人次", "人份"})
_HOUSEHOLDS = frozenset({"户", "户次"})
_EVENTS = frozenset({"场", "场次", "期", "届", "班次"})
_WARES = frozenset(
    {
        "台",
        "套",
        "台套",
        "辆",
        "艘",
        "架",
        "册",
        "本",
        "篇",
        "株",
        "棵",
        "头",
        "只",
        "羽",
        "间",
        "栋",
        "座",
        "条",
        "亩",
        "盏",
        "扇",
        "张",
        "床",
    }
)
_OTHERS_PIECES = (
    (re.compile(r"(?:人数|人次|学生数|学员数)$"), _HOUSEHOLDS | _EVENTS | _WARES - {"条"} | {"家", "件"}),
    (re.compile(r"(?<![用客商账住])(?:户数|户次)$"), _PERSONS | _EVENTS | _WARES),
    (re.compile(r"(?:场次|场数)$"), _PERSONS | _HOUSEHOLDS | _WARES),
    (re.compile(r"(?<!人)次数$"), _HOUSEHOLDS | _WARES - {"篇", "条"} | {"人", "名", "位"}),
    (re.compile(r"(?:台数|套数|辆数|篇数|册数)$"), _PERSONS | _HOUSEHOLDS | {"场", "场次"}),
    (re.compile(r"天数$"), _PERSONS | _HOUSEHOLDS | _WARES | _EVENTS),
)
"""Endings of names and the units that count something else."""


def counts_other_things(name: str, unit: str) -> bool:
    """Whether the ending of a name counts one kind of piece and the unit another (场次 in 人)."""
    text, piece = bare_name(name), unit.lstrip("万")
    return next((piece in others for ending, others in _OTHERS_PIECES if ending.search(text)), False)


_GOODS = re.compile(r"(?:率|增长|增幅|增量|下降|降低|变动|占比|比例|节约|减少|提高|缩短|压缩|延长|幅度)$|[率比]")


def bare_name(name: str) -> str:
    """The name without brackets and end marks, for reading its ending."""
    return _BRACKETS.sub("", plain(name)).rstrip("。；;，,、:：")


def is_rate(name: str) -> bool:
    """Whether the name ends in a rate (合格率, 占比, 满意度); 效率, 频率 and the like are none."""
    text = bare_name(name)
    return bool(_RATE_END.search(text)) and not _NO_RATE.search(text)


def is_share(name: str) -> bool:
    """Whether the name is a share of a whole, which cannot exceed 100 %; 增长率 or 毛入学率 can."""
    text = bare_name(name)
    return bool(_SHARE_END.search(text)) and not _MAY_EXCEED.search(text)


def is_count(name: str) -> bool:
    """Whether the name is an amount (人次, 天数, 面积, 产量, 金额), so that a percentage cannot be its value."""
    text = bare_name(name)
    return bool(_COUNT_END.search(text) or _SUM_END.search(text)) and not _OF_A_WHOLE.search(text)


def wanted_kinds(name: str) -> frozenset[str]:
    """The kinds of unit that the ending of the name allows; empty where it does not say."""
    text = bare_name(name)
    if _GOODS.search(text):
        return frozenset()
    return next((kinds for pattern, kinds in _KINDS if pattern.search(text)), frozenset())


def unit_kind(row: ReadRow) -> str | None:
    """The kind of what the value is counted in, by its cell or its text; None for an unknown or missing unit, or a mixed one (元/人)."""
    unit = row.value.unit
    if not row.value.is_number or not unit or "/" in unit + row.unit:
        return None
    return terms().unit_kind(unit)


def decimals(text: str) -> int:
    """Digits behind the point of the first number of a text."""
    match = re.search(r"\d+(?:\.(\d+))?", plain(text))
    return len(match[1]) if match and match[1] else 0


_WORK_QUALITY = re.compile(
    r"(?:验收|交工|竣工|完工|安装|调试|工程|施工|设备|装备|仪器|系统|产品|货物|器材|设施|教材|材料|物资|图书|家具|车辆)[^率]{0,6}"
    r"(?:合格率|故障率|故障停用率|故障[^率]{0,4}率|返修率|返工率|完好率)$"
    r"|(?:验收|交工|竣工|完工)[^率]{0,6}(?:合格|通过|达标|优良)率$"
    r"|(?:检测|检验|化验|抽检|抓拍|识别|录入|著录|数据|信息|登记|扫描|翻译|印刷|印制|校对|编校|发放|核算|采集|标注|测绘|报告|目录|档案|图像)"
    r"[^率测]{0,6}(?:准确|正确|差错|错误|出错|误差)率$"
)
_OF_OTHERS = re.compile(
    r"制造业|工业|行业|企业|农产品|食品|药品|辖区|全[省市县区]|道路设施|公共设施|预报|预警|诊断|考试|证书|等级|鉴定|评审|使用率|设施[^率]*完好率"
)
"""Words of what the project does not itself make or buy: their quality is an effect on others, or open."""


def is_work_quality(name: str) -> bool:
    """Whether the name is the quality of work done or goods bought (安装调试合格率, 设备故障率): 财预〔2021〕101号 二（二）2."""
    text = bare_name(name)
    return bool(_WORK_QUALITY.search(text)) and not _OF_OTHERS.search(text)
