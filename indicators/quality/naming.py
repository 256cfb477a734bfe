"""What is wrong with a row's name: values, years, opening verbs, class words and several objects in it; keys for telling twins."""

from __future__ import annotations

import re
from functools import lru_cache

from indicators.quality.reading import plain
from indicators.text.names import clean_name, is_measure, measure_name
from indicators.text.terms import terms
from indicators.text.values import fold, moments, quantities

_MARKS = re.compile(r"[\s,，、.。;；:：“”\"'（）()\[\]【】《》<>·—\-_/]+")
_END = re.compile(r"(?:及?以上|以内|之内|左右)?[)）。；;]*")
_YEAR = re.compile(
    r"(?:到|至|截至)?20[1-9]\d(?:[-—–~至](?:20)?\d{2})?年(?:度|底前?|末|内)?(?!前|版|级|代|来|底|末|毕业|以|之|及|新生|入库|存量|建成|立项|结转)"
)
_OF_SO_MANY = re.compile(
    r"(?:^(?:其中)?(?:新建|建设|改造|修建|修缮|维修|新增|购置|采购|配备|举办|组织|培训|引进|培育|扶持|服务|惠及)?|完成|覆盖|实施|开展)"
    r"(?P<count>[1-9]\d*(?:家|所|间|座|户|名|条|处|项|场|个(?:行政村|村|社区|乡镇|街道|学校|县|单位|部门|小区|站点|点位|项目)))"
    r"(?!以上|以下|以内|及以|热线|[（(])(?=.{2})"
)
_SPAN = re.compile(
    r"[（(](?P<years>20[1-9]\d年?(?:[-—–~至到](?:20)?\d{2})?年?)[）)]$|^(?P<term>[一1]年内)(?:实现|建成|完成|达到|打造)"
)
_REACHED = re.compile(r"^达到(?P<share>\d[\d.]*%)")
_ORDINAL_UNITS = frozenset("期号级批届轮班组单页卷集楼口面类种款团队对倍字")
_OPERATOR = re.compile(r"(?:不少于|不低于|不超过|不高于|达到?|至少|[≥≤=<>])\s*$")


def value_in_name(name: str) -> str | None:
    """The year, deadline or quantity that a name carries, otherwise None.

    A quantity counts only at the end of the name, behind an operator or as the number of bodies and tasks: 培训学员280人次, 合格率达95%以上,
    22个行政村保洁覆盖率. In front of another noun it is a qualifier (单价40万元以上设备), a term (24小时图书馆) or a proper name (12345热线), and so are Chinese numerals (两癌, 三支一扶).
    """
    text = fold(name)
    if (year := _YEAR.match(text)) and len(plain(text)) > len(year.group()) + 1:
        return year.group()
    for pattern in (_OF_SO_MANY, _SPAN, _REACHED):
        if told := pattern.search(text):
            return next(group for group in told.groups() if group)
    for moment in moments(text):
        written = text[moment.start : moment.end]
        if written.endswith("前") and re.search(r"\d", written):
            return written
    for quantity in quantities(text):
        before, after = text[: quantity.start], text[quantity.end :]
        reached = _OPERATOR.search(before)
        if not quantity.text[0].isdigit() or quantity.start < 2 or not _END.fullmatch(after):
            continue
        if reached or (quantity.kind != "time" and quantity.unit not in _ORDINAL_UNITS):
            return quantity.text
    return None


_MEASURE = (
    r"(?:率|数|数量|量|额|值|度|面积|长度|里程|人次|场次|户次|次数|时间|时限|周期|进度|情况|质量|比例|比率|占比|比重|产值|收入|"
    r"利润|利税|税收|性|工期|天数|标准|效率)$"
)
_COMMAND = re.compile(
    r"(?:确保|保证(?![金书期率人])|力争|做到|努力|切实)|(?:大力|积极|全面|争取|努力)"
    r"(?:推进|推动|开展|落实|加强|提升|提高|完成|实现|改善|促进|实施|建设|做好|保障|增强|构建|打造)"
)
_ANNOUNCING = re.compile(r"(?:及时|按时|按期|如期|全面|圆满|顺利|高质量)?完成|实现|达到|保持")
_REACHING = re.compile(r"达到.{2,}(?:标准|水平|要求|目标)$")
LONGEST_VERB = 2
_REALISED = re.compile(r"(?:率|比例|占比|度)$")


def opening_verb(name: str, *, is_benefit: bool = False) -> str | None:
    """The verb that a name opens with although it is not the measure, otherwise None.

    Among benefits 大力改善… is a slogan, of which another rule speaks. 确保档案完好率 and 完成老旧管网改造 are faults; 完成课题数, 完成率 and 实现旅游收入 are measures (财预〔2021〕101号 三（五）4 itself
    names 完成课题数).
    """
    text = plain(name)
    if (match := _COMMAND.match(text)) and len(text) > match.end() + 1 and not (is_benefit and match.group()[2:]):
        return match.group()
    match = _ANNOUNCING.match(text)
    if match and text == match.group() and len(text) > LONGEST_VERB:
        return text
    if match is None or len(text) <= match.end() + 1:
        return None
    rest = text[match.end() :]
    if not re.search(_MEASURE, rest) or _REACHING.fullmatch(text):
        return match.group()
    is_rate = match.group() == "实现" and bool(_REALISED.search(rest)) and len(rest) > 2
    return match.group() if is_rate and not rest.startswith(("率", "及时")) else None


@lru_cache(maxsize=1)
def _class_prefix() -> re.Pattern[str]:
    words = sorted(terms().class_words, key=len, reverse=True)
    firm = "|".join(re.escape(word) for word in words if word.endswith("指标"))
    every = "|".join(map(re.escape, words))
    return re.compile(rf"(?P<word>{every})\d*(?:[:：—–\-、]|$)|(?P<firm>{firm})(?!完成|达成|实现|控制|得分|体系|评)")


def class_word(name: str) -> str | None:
    """The class word glued to the front of a name (数量指标：培训人次), otherwise None; 经济效益增长率 is a measure."""
    match = _class_prefix().match(plain(name))
    return (match["word"] or match["firm"]) if match else None


def name_key(name: str) -> str:
    """The name for telling twins: without marks, class prefix and opening verb; digits stay, so that 1号楼 and 2号楼 differ."""
    text = plain(name)
    if (prefix := _class_prefix().match(text)) and len(text) > prefix.end():
        text = text[prefix.end() :]
    if (verb := opening_verb(text)) and verb in {"确保", "保证", "实现", "力争", "做到"}:
        text = text[len(verb) :]
    return _MARKS.sub("", text)


_FILLER = re.compile(r"^(?:开展|举办|组织|实施|进行|召开|完成)+(?=.{3})|的|等")
_SAME = (
    (re.compile(r"(?:场次|场数|次数|举办次数|开展次数)$"), "次"),
    (re.compile(r"(?:数量|个数|总数|总量)$"), "数"),
    (re.compile(r"(?:满意率|满意程度)$"), "满意度"),
    (re.compile(r"(?:占比|比重|比例)$"), "比例"),
    (re.compile(r"(?:及时性)$"), "及时率"),
    (re.compile(r"(?:可用性|可用率|正常运行率|无故障运行率|稳定运行率)$"), "可用率"),
    (re.compile(r"^(?:信息系统|平台|系统)可用率$"), "系统可用率"),
    (re.compile(r"(?<=[博硕]士)研究生"), ""),
    (re.compile(r"^学生就业率$"), "毕业生就业率"),
    (re.compile(r"^(?:农村)?(?:生活)?污水(?:治理|处理)率$"), "污水处理率"),
    (re.compile(r"^(?:支持|立项)项目数$"), "立项项目数"),
)


def reduced_key(name: str) -> str:
    """The key without filler and with one word for each measure: 举办培训场次 and 培训次数 are one."""
    text = _FILLER.sub("", name_key(name))
    for pattern, word in _SAME:
        text = pattern.sub(word, text)
    return text


_TORN = re.compile(r"[底末前初]|其中.{0,3}$")
"""What is left of a date or a part when its figures are gone."""


def mended_name(name: str) -> str:
    """The name cleaned to the measure; empty where cleaning leaves no usable name, which a person must write."""
    text = clean_name(name)
    sound = not any((value_in_name(text), opening_verb(text), class_word(text), moments(text), _TORN.match(text)))
    return text if text != name and len(text) >= 4 and sound else ""


_WISHES = (
    (
        re.compile(
            r"(?:不断|进一步|持续|着力|有效|切实)?(?:提高|提升|增强|改善|优化|加强|强化|加快|推进|推动|深化|做好|抓好|落实|规范|完善|健全)(?![化性率度])"
        ),
        re.compile(r"(?:水平|能力|质量|素质|服务|管理|建设|工作|效率|体系|机制|制度|秩序|环境|改革|监管|责任)$"),
    ),
    (re.compile(r"(?:保障|维护|维持)(?=.{4})"), re.compile(r"(?:运行|运转|安全|稳定|秩序)$")),
)


def wish_verb(name: str) -> str | None:
    """The verb of a name that only wishes (提高竞赛组织水平), otherwise None; a fault of naming where an output should be named."""
    text = plain(name)
    for verb, state in _WISHES:
        if (match := verb.match(text)) and state.search(text, match.end() + 1):
            return match.group()
    return None


_JOINT = re.compile(
    r"、|以及|(?<![惠涉普危波顾触])及(?!时|其|格|早)|(?<![总共缓饱中饱])和(?!谐|平|睦|解|美|田|县)|(?<![参])与(?!会)|暨"
)
_WHOLE = re.compile(
    r"[（(][^）)]*[）)]|[“\"《][^”\"》]*[”\"》]|残疾人?和|质量和|研究与|及(?:其|配套|附属|相关)|城镇和|及以[上下]|及其|参与|高质量"
)
_ONE_OF_TWO = re.compile(
    r"(?:率|比例|占比|比重|指数|密度|系数|浓度|排放量|人数|户数|事故数?|事件数?|案件数?|满意度|满意率|时间|时限|标准|成本|面积|里程|公里|长度)$"
)
_QUALIFIER = re.compile(r"(?:周边|内外|上下|线上|线下|国内|国际|国外|[级类型]|新建|改建|扩建|改造)$")
_PEOPLE = re.compile(
    r"(?:[人员户家村师生]|社区|学校|企业|机构|单位|部门|街道|乡镇|[县市区]|站点|群众|儿童|老人|患者|对象|组织|团体|[馆园站院所]|中心|文化|体育|教育|食品|药品|软件)$"
)
_WHOLE_OBJECT = re.compile(
    r"(?:采购|购置|维护|维修|建设|改造|培训|训练|赛事|比赛|竞赛|活动|演出|展览|讲座|会议|大会|推进会|服务|报告|记录|课程|论文|专利|专著|软著|著作权?|档案|册|宣传|检查|巡查|"
    r"监测|调查|研究|发放|安装|系统|平台|设备|资料|海报|横幅|仪式|式|编制|评审|标准|规划|方案|费)$"
)


def joint_parts(text: str) -> tuple[str, ...]:
    """What a text joins by 、及和与, whatever it is."""
    return tuple(part for part in _JOINT.split(_WHOLE.sub("", plain(text))) if part)


def joined_objects(name: str, *, counted: bool = False) -> tuple[str, ...]:
    """The objects that a name joins (论文、专利、软著), empty where it names one.

    Objects under one rate, one length or one harm are one measure (高血压和糖尿病患者管理率); two are joined only where the first is
    a whole piece of work or product by itself (设备采购及维护), not a place or a kind of people (校园及周边抽检, 孤儿、弃婴救助人数).
    Where things are ``counted`` beside the name, any two things are two (冲锋舟和泵车采购数量).
    """
    head = re.split(r"满意", plain(name), maxsplit=1)[0]
    parts = joint_parts(head)
    if len(parts) < 2 or any(len(part) < 2 for part in parts) or _ONE_OF_TWO.search(head):
        return ()
    whole = len(parts) > 2 or _WHOLE_OBJECT.search(parts[0]) or (counted and _are_things(parts, head))
    return parts if whole else ()


def _are_things(parts: tuple[str, ...], head: str) -> bool:
    """Whether two parts are things that can be counted apart: no verbs, places, grades or kinds of people, and not joined by 与."""
    first, second = parts
    kinds = any(_QUALIFIER.search(part) or _PEOPLE.search(_COUNT_END.sub("", part)) for part in parts)
    return (
        len(first) > LONGEST_VERB
        and len(second) > 1
        and first not in terms().task_verbs
        and not kinds
        and "与" not in head
    )


_COUNT_END = re.compile(r"(?:总)?(?:数量|个数|数)$")


_OF_RATES = frozenset({"%", "‰", "％"})


def missing_measure(name: str, unit: str) -> str:
    """The name with the measure that its unit implies (服务器, 台 -> 服务器台数); empty where the unit does not tell, as % does not."""
    text = clean_name(name)
    told = "" if unit in _OF_RATES else measure_name(text, unit)
    sound = is_measure(told) and value_in_name(told) is None and not _TORN.match(told)
    return told if told != name and sound else ""


def names_measure(name: str) -> bool:
    """Whether a name ends in what is measured; 是否 asks a question, which is measure enough."""
    text = re.sub(r"[（(][^）)]*[）)]$", "", plain(name))
    return is_measure(text) or "是否" in text or bool(re.search(_MEASURE, text) or _AS_MEASURE.search(text))


def names_deed(name: str) -> bool:
    """Whether a name tells what is done (举办非遗展演): with a unit beside it, what is counted is then understood."""
    text = plain(name)
    verbs = [verb for verb in terms().task_verbs if verb not in _OF_DEVICES]
    return text.endswith(terms().task_verbs) or text.startswith(tuple(verbs))


_OF_DEVICES = frozenset({"服务", "执法", "监控", "监测", "检测", "存储", "交换", "安全", "展示"})
"""Verbs with which things are named (服务器, 执法记录仪)."""


_AS_MEASURE = re.compile(
    r"(?:次|投资|费|尺寸|水深|深|高度|强度|厚度|结论|结果|转速|寿命|机时|台班|压力|电压|负荷|精度|误差|功耗|能耗|排名|名次|事故|事件|案件|容量|功率|版本|年限|距离|温度|速度|速率|规模|学位|床位|期限|节点|月份|日期|"
    r"要求|配比|比|人口|用时|频次|频率|人|户|家)$"
)
