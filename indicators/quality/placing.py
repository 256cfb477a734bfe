"""To which level a row belongs by what its name and value say, where that is sure and it stands at another."""

from __future__ import annotations

import re

from indicators.quality import levels
from indicators.quality.measures import bare_name, is_work_quality
from indicators.quality.reading import ReadRow, plain
from indicators.text.values import moments

QUANTITY, QUALITY, TIMELINESS, COST, SATISFACTION = "数量指标", "质量指标", "时效指标", "成本指标", "满意度指标"
ECONOMIC, ECOLOGICAL = "经济效益指标", "生态效益指标"


def right_level(row: ReadRow) -> str:
    """The level where the row surely belongs if it stands at another, otherwise empty.

    Source of what the levels mean: 财预〔2021〕101号 二（一）–二（四）. Satisfaction under 效益 has a rule of its own.
    """
    name = bare_name(row.name)
    if row.is_benefit:
        return _out_of_benefit(row, name)
    if not row.is_output or row.is_cost:
        return SATISFACTION if row.is_cost and _SATISFIED.search(name) else ""
    if _SATISFIED.search(name):
        return SATISFACTION
    right = _within_output(row, name)
    return "" if right == row.place.level2 or right[:2] in (row.place.level2 or "") else right


_SATISFIED = re.compile(r"满意(?:[度率]|程度|情况|状况|比例|指数)?$")
_PAID_OUT = re.compile(
    r"(?:补贴|补助|补偿|资金|救助金|助学金|奖学金|养老金|待遇|津贴|工资|奖补|抚恤金)[^率]{0,6}发放(?!对象|标准)[^率]{0,4}率$"
    r"|(?:社会化|足额|准确|精准)发放率$|应发尽发率$"
)
_MONEY_GAINED = re.compile(r"(?:收入|产值|利润|税收|销售额|营业额|消费额?|增收)$")
_NATURE = re.compile(
    r"优良天数(?:比例|占比|率)?$|(?:PM2\.5|PM10|臭氧)[^率]*浓度$|水质[^率]{0,6}(?:率|比例)$|森林覆盖率$|(?:污染物|二氧化碳|化学需氧量|氨氮)[^率]*(?:减排量|削减量|排放量)$"
)


def _out_of_benefit(row: ReadRow, name: str) -> str:
    if is_work_quality(name) or _PAID_OUT.search(name):
        return QUALITY
    if _IN_TIME.search(name) or _is_dated(row, name):
        return TIMELINESS
    if row.place.level2 == ECOLOGICAL and row.value.kind == "money" and _MONEY_GAINED.search(name):
        return ECONOMIC
    is_nature = row.place.level2 == ECONOMIC and row.value.kind != "money" and _NATURE.search(name)
    return ECOLOGICAL if is_nature else ""


_IN_TIME = re.compile(
    r"(?:按期|按时|如期|准时)[^率]{0,4}(?:完成率|完工率|竣工率|交付率|开工率)$|(?:完成|完工|竣工|交付|开工)(?:时间|日期|及时率)$|(?:工期|施工周期|建设周期)$"
)
_ENDS_IN_TIME = re.compile(
    r"(?:时间|日期|时限|节点|时点|完成|完工|竣工|投用|使用|开工|通车|通水|交付|上线|到户|到位|入库|发放)$"
)
_STANDARD = re.compile(r"(?:合格|优良|准确|正确|差错|错误|故障|返修|返工)率$")
_CEILING = re.compile(r"^[“\"]?三公[”\"]?经费(?:支出|控制数|总额)?$|(?:单价|成本|造价)(?:控制数|控制额)?$")


def _within_output(row: ReadRow, name: str) -> str:
    level2, value = row.place.level2, row.value
    if level2 is None:
        return ""
    if value.kind == "money" and value.operator in {"≤", "<"} and _CEILING.search(name):
        return COST
    if level2 not in levels.TIMELINESS and (_IN_TIME.search(name) or _is_dated(row, name)):
        return TIMELINESS
    if level2 not in levels.QUALITY and _STANDARD.search(name) and value.kind == "rate":
        return QUALITY
    return QUANTITY if level2 not in levels.QUANTITY and _is_amount_done(row, name) else ""


def _is_dated(row: ReadRow, name: str) -> bool:
    """Whether the value is a day or month of the calendar by which something is done; a term of hours may be a standard."""
    found = moments(plain(row.target))
    return row.value.kind == "date" and bool(found and found[0].duration is None and _ENDS_IN_TIME.search(name))


_AMOUNT_DONE = re.compile(r"(?:人次|场次|期数|面积|长度|里程|台数|套数|册数|篇数|户数)$")
_DEED = re.compile(
    r"^(?:举办|开展|组织|培训|购置|采购|新建|改造|修建|铺设|安装|发放|印制|印发|资助|救助|慰问|维修|养护|栽植|种植|接待)(?!质量|标准)"
)
_OF_QUALITY = re.compile(
    r"[奖优差错违误欠超损漏险患病诉]|不合格|合格|达标|标准|入选|级|核心|高水平|认证|检查|抽查|复查|考核|持证|取得|通过|事故|故障|事件|问题|投诉|返|回访|跟踪"
)
_TIMED = re.compile(r"[期时日天月年季]|频|及早|提前")
_UNTIMELY = frozenset({"人", "名", "人次", "台", "套", "台套", "篇", "册", "户", "家", "株"})


def _is_amount_done(row: ReadRow, name: str) -> bool:
    """Whether the row counts work done: under 质量 where nothing of a standard is said, under 时效 where nothing of time is."""
    value = row.value
    if (
        not isinstance(value.value, float)
        or value.value <= 1
        or value.operator in {"≤", "<"}
        or _OF_QUALITY.search(name)
    ):
        return False
    if value.kind not in {"count", "area", "length"} or "/" in value.unit:
        return False
    if row.place.level2 in levels.TIMELINESS:
        return not _TIMED.search(name) and (value.kind != "count" or value.unit.lstrip("万") in _UNTIMELY)
    return bool(_AMOUNT_DONE.search(name) or _DEED.search(name))
