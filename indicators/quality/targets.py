"""What is wrong with a target value: placeholders, missing units, signs against the meaning; words are read in ``vague_values``."""

from __future__ import annotations

import re
from functools import lru_cache

from indicators.quality.levels import BENEFIT
from indicators.quality.reading import ReadRow, plain
from indicators.text.terms import terms
from indicators.text.values import fold

_STROKES = re.compile(r"[*＊_＿\-—–－/／\\.…·×xX?？○〇\s]+")
_GAP = re.compile(r"[*＊_＿]|X{2,}|×{2,}|[≥≤=<>]N")
_UNCOUNTED = re.compile(r"(?:若干|多|数|几|一批|一定数量)(?P<unit>[\u4e00-\u9fff]{0,2})")
_HARM = re.compile(r"[违错漏误欠超扰伤亡灾泄诉故病害断失险患访情污损缺闲空弃逃]|纠纷|问题|事件|影响")
"""Names of what should not happen: there 无 is a value and means zero."""


def placeholder(row: ReadRow) -> str | None:
    """The target where it only holds a place (—, **%, 若干, 待定), otherwise None. 无 counts as zero beside 事故 and its like."""
    text = plain(row.target)
    if not text or _STROKES.fullmatch(text):
        return text
    if text == "无":
        return None if _HARM.search(row.name) else text
    if re.search(r"\d", text):
        return None
    if _GAP.search(text) or text in terms().placeholders:
        return text
    uncounted = _UNCOUNTED.fullmatch(text)
    return text if uncounted and (not uncounted["unit"] or terms().unit_kind(uncounted["unit"])) else None


_NUMBER = re.compile(r"(?:[≥≤=<>]{1,2}|[不大小少多高低于等至]{2,4})?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)")
_DIMENSIONLESS = re.compile(
    r"(?:指数|系数|倍数?|倍率|排名|位次|名次|等级|级别|比值|分|得分|分数|评分|pH值?|PH值?|版本|年份|年度|比)$"
)
_RATE_NAME = re.compile(r"(?:率|比例|比重|占比|满意度|覆盖面)$")


def lacks_unit(row: ReadRow) -> bool:
    """Whether the target is a bare number whose unit stands neither in its cell nor in the value nor in the name.

    Zero needs none, years and dates are no counts, and a rate of at most 1 is a percentage whose format was lost.
    """
    match = _NUMBER.fullmatch(plain(row.target))
    if row.unit or match is None:
        return False
    written, name = match[1].replace(",", ""), plain(row.name)
    number = float(written)
    if number == 0 or _DIMENSIONLESS.search(name) or _names_unit(name):
        return False
    if row.is_timeliness and ("." in written or number > 1900):
        return False
    return not (_RATE_NAME.search(name) and number <= 1)


def _names_unit(name: str) -> bool:
    """Whether the name ends in a unit (培训人次) or holds one in brackets (修缮面积（平方米）)."""
    bracket = re.search(r"\((?:单位[:：]?)?([^()]{1,6})\)$", name)
    if bracket and terms().unit_kind(bracket[1]):
        return True
    return any(name.endswith(unit) for unit in _long_units()) or bool(re.search(r"[人户家场次天台套册件个]数$", name))


@lru_cache(maxsize=1)
def _long_units() -> tuple[str, ...]:
    return tuple(unit for group in terms().units.values() for unit in group if len(unit) > 1)


_BAD = (
    r"投诉|事故|故障|差错|误差|能耗|违规|违法|违纪|发案|死亡|伤亡|逾期|超标|流失|辍学|返贫|舆情|失学|退货|返工|中断|再犯罪|重新犯罪|火点|火灾|漏检|"
    r"漏报|空置|闲置|复发|复吸|发病|感染|受害|成灾|失业|漏损|线损|破损|损坏|漏水|欠费|脱管|漏管|泄漏|泄露|失窃|上访|病死|超载|超编|浪费|"
    r"不合格|差评|废标|流标|溢油|溺水|(?:案件|事件|疫情|火灾)(?:发生|出现)"
)
_BAD_NAME = re.compile(
    rf"(?<![无零未])(?:{_BAD})(?:发生|出现)?(?:率|数|次数|件数|起数|人数|人口数?|户数|数量|量)?(?:同比)?(?:增幅|增长率|上升率|上升幅度)?$"
)
_LOW_NAME = re.compile(
    r"(?:信访重复率|重复信访率|重复投诉率|结转结余率|(?:登记|调查)失业率|贫困发生率|火灾发生率|事故发生率|疫情发生率|(?:单位|人均|面积)[^率]*能耗|碳排放强度|"
    r"劣[ⅤV五]类[^率]*比例|重污染天数)$"
    r"|(?:PM2\.5|PM10|臭氧|氨氮|COD|BOD|VOCs?|化学需氧量|总磷|总氮|二氧化硫|氮氧化物|一氧化碳|颗粒物|悬浮物|烟尘|粉尘|扬尘|油烟|甲醛|"
    r"重金属|污染物|废水|废气|污水|温室气体|碳)[^率减削降]*(?:排放量|排放总量|排放浓度|年均浓度|平均浓度|浓度|浓度值)$"
    r"|(?:响应|等待|等候|候诊|等车|办理|办结|审批|到场|出警|抢修|修复|恢复|排除故障|故障处理|故障处置|送达|出具)(?:平均)?(?:时间|时长|时限|用时|周期)$"
)
_CURED = re.compile(
    r"下降|降低|减少|减量|处理|办结|处置|整改|查处|化解|回复|答复|解决|压减|压降|控制|削减|节约|排除|修复|发现|检出|检测|侦|破|"
    r"受理|结案|调解|响应|及时|防范|预防|挽回|避免|遏制|演练|应急|培训|宣传|救|赔|保险|责任险|打击|取缔|治理|监测|预警|调查|排查|"
    r"曝光|移送|立案|办理|审|诉讼|执行|消除|督办|典型|警示|公开|审理|评查|查办|起诉|法律援助|代理|指导|盘活|清理|派遣|抚恤|慰问|补助|帮扶|"
    r"采购|购置|无害化|拦截|识别|接听|登记|间隔|平均无|再就业|就业|回收|利用|更换|上报|劝阻|追缴"
)
_COST_NAME = re.compile(r"(?:成本|单价|造价|采购价|总投资|费用)(?:控制数|额)?$")
_SAVED = re.compile(
    r"节约|节支|节省|压减|降低|下降|减少|减免|收益|回收|标准|补|工资|津贴|投入|经费|挽回|避免|带动|收费|征收|奖|救助|资助|率$|比例|撬动|社会资本|增值"
)
_GOOD_NAME = re.compile(
    r"(?:合格率|达标率|满意[度率]|满意程度|覆盖率|完成率|及时率|知晓率|通过率|优良率|准确率|就业率|完好率|出勤率|参与率|办结率|处理率|普及率|"
    r"入学率|治愈率|到位率|正确率|巩固率|获取率|取得率|正常运行率|设备运行率|系统运行率|在线率|到岗率|成活率|存活率|保存率|接种率|签约率|响应率|接通率|"
    r"兑现率|公开率|整改率|处置率|送达率|成功率|有效率|完整率|规范率|归档率|建档率|持证率|上岗率|留任率|升学率|毕业率|出租率|入住率|参保率|采纳率|"
    r"转化率|综合利用率|资源化利用率|回收率|机械化率|森林覆盖率)$"
)
_REVERSED = re.compile(
    r"[不未非无漏误]|预算|支出|经费|投资|成本|债务|违|超|负荷|能耗|污染|排放|死亡|犯罪|投诉|返|转诊|重复|空载"
)


def contradictory_sign(row: ReadRow) -> str | None:
    """The sign of the target where it runs against the name (投诉 ≥, 合格率 ≤), otherwise None; cost has a rule of its own.

    Only names whose direction is sure are judged; 控制率, 使用率 and the like may run either way.
    """
    value, name = row.value, plain(re.sub(r"[（(][^）)]{0,60}[）)]", "", row.name))
    if not value.is_number or value.value == 0:
        return None
    if value.operator in {"≥", ">"}:
        return value.operator if is_low_name(name) else None
    if value.operator in {"≤", "<"} and value.kind in {"rate", "number", "score"}:
        return value.operator if is_high_name(name) else None
    return None


def is_high_name(name: str) -> bool:
    """Whether more of what the rate measures is surely better (合格率, 事故下降率)."""
    if _LESS_HARM.search(name) or (_GAIN.search(name) and not _REVERSED.search(name)):
        return True
    return bool(_GOOD_NAME.search(name)) and not _REVERSED.search(name)


def is_low_name(name: str) -> bool:
    """Whether less of what the name measures is surely better (投诉率, 漏损率, 登记失业率)."""
    is_bad = bool(_BAD_NAME.search(name)) and not _CURED.search(name)
    return is_bad or (bool(_LOW_NAME.search(name)) and not _LESS.search(name))


_LESS = re.compile(r"下降|降低|减少|减量|减排|压减|压降|削减|缩短|压缩|节约|节省|提前|间隔")
_LESS_HARM = re.compile(
    rf"(?:{_BAD})(?:发生|出现)?(?:率|数|次数|件数|起数|人数|量)?(?:同比)?(?:下降|降低|减少|压降|压减)(?:率|幅度|比例|数)$"
)
_GAIN = re.compile(
    r"(?:旅游|游客|接待|营业|销售|农产品|增收|居民|农民|就业|人才|产值|利润|税收|用户|客流)[^率]{0,8}(?:增长率|增长幅度|增幅|提高率|提升率)$"
)
"""Less of a harm, and more of a good: as much as possible of either."""


def cost_at_least(row: ReadRow) -> bool:
    """Whether a cost has a floor instead of a ceiling (单台购置成本 ≥3万元); savings, subsidies and shares may have one."""
    name = plain(row.name)
    if row.value.operator not in {"≥", ">"} or row.value.kind != "money":
        return False
    if row.place.level1 == "运行成本" and _RUNNING.search(name):
        return not _LESS.search(name)
    if _SAVED.search(name):
        return False
    return row.is_cost or (bool(_COST_NAME.search(name)) and row.place.level1 not in BENEFIT)


_RUNNING = re.compile(r"(?:费|费用|经费|成本|支出)(?:支出|总额|控制数|额)?$")


def with_sign(target: str, sign: str) -> str:
    """The target with its written sign turned; empty where the sign stands in words, which a person must mend."""
    folded = fold(target)
    match = re.search(r">=|<=|[≥≤<>]", folded)
    return f"{target[: match.start()]}{sign}{target[match.end() :]}" if match else ""
