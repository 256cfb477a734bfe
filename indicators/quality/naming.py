"""What is wrong with a row's name: values, years, opening verbs and class words in it, payment, unnamed groups, twins."""

from __future__ import annotations

import re
from functools import lru_cache

from indicators.quality.reading import ReadRow, plain
from indicators.text.names import clean_name
from indicators.text.terms import terms
from indicators.text.values import fold, moments, quantities

_MARKS = re.compile(r"[\s,，、.。;；:：“”\"'（）()\[\]【】《》<>·—\-_/]+")
_END = re.compile(r"(?:及?以上|以内|之内|左右)?[)）。；;]*")
_YEAR = re.compile(r"(?:19|20)\d{2}(?:[-—–~至](?:19|20)?\d{2})?年度?(?!前|版|级|代|来|底|末)")
_ORDINAL_UNITS = frozenset("期号级批届轮班组单页卷集楼门口面类种款团队对倍字")
_OPERATOR = re.compile(r"(?:不少于|不低于|不超过|不高于|达到?|至少|[≥≤=<>])\s*$")


def value_in_name(name: str) -> str | None:
    """The year, deadline or quantity that a name carries, otherwise None.

    A quantity counts only at the end of the name or behind an operator: 培训学员280人次, 合格率达95%以上. In front of a noun it
    is a qualifier (单价40万元以上设备), a term (24小时图书馆) or a proper name (12345热线), and so are Chinese numerals (两癌, 三支一扶).
    """
    text = fold(name)
    if (year := _YEAR.match(text)) and len(plain(text)) > len(year.group()) + 1:
        return year.group()
    for moment in moments(text):
        written = text[moment.start : moment.end]
        if written.endswith("前") and re.search(r"\d", written):
            return written
    for quantity in quantities(text):
        before, after = text[: quantity.start], text[quantity.end :]
        told = _OPERATOR.search(before)
        if not quantity.text[0].isdigit() or quantity.start < 2 or not _END.fullmatch(after):
            continue
        if told or (quantity.kind != "time" and quantity.unit not in _ORDINAL_UNITS):
            return quantity.text
    return None


_MEASURE = (
    r"(?:率|数|数量|量|额|值|度|面积|长度|里程|人次|场次|户次|次数|时间|时限|周期|进度|情况|质量|比例|比率|占比|比重|产值|收入|"
    r"利润|税收|性|工期|天数|标准|效率)$"
)
_COMMAND = re.compile(
    r"(?:确保|保证(?![金书期率人])|力争|做到|努力|切实)|(?:大力|积极|全面|争取|努力)"
    r"(?:推进|推动|开展|落实|加强|提升|提高|完成|实现|改善|促进|实施|建设|做好|保障|增强|构建|打造)"
)
_ANNOUNCING = re.compile(r"(?:完成|实现|达到|保持)")
_REALISED = re.compile(r"(?:率|比例|占比|度)$")


def opening_verb(name: str) -> str | None:
    """The verb that a name opens with although it is not the measure, otherwise None.

    确保档案完好率 and 完成老旧管网改造 are faults; 完成课题数, 完成率 and 实现旅游收入 are measures (财预〔2021〕101号 三（五）4 itself
    names 完成课题数).
    """
    text = plain(name)
    if (match := _COMMAND.match(text)) and len(text) > match.end() + 1:
        return match.group()
    match = _ANNOUNCING.match(text)
    if match is None or len(text) <= match.end() + 1:
        return None
    rest = text[match.end() :]
    if not re.search(_MEASURE, rest):
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


_MONEY = re.compile(
    r"(?:预算|资金|经费|款项?|投资)[^率]{0,4}(?:执行|支付|拨付|支出|使用)(?:完成)?(?:率|进度|比例|额|金额)$"
    r"|^(?:支付|支出|拨付|执行)(?:进度|率)$|^(?:财政|专项|项目)资金投入(?:额|量|金额)?$"
)
_BENEFICIARY_MONEY = re.compile(
    r"及时|合规|补|奖|贴息|资助|助学|救助|津贴|扶持|慰问|征地|赔|养老|低保|保险|工资|薪|招商|引资|外资|社会资本|贷款|担保|采购|移动|电子|医保|"
    r"基金|债|审计|监督|检查|研发|科研"
)


def payment_words(name: str) -> str | None:
    """The name where it speaks of spending the budget (资金支付率, 预算执行率) and of nothing else, otherwise None.

    Paying those whom the project serves (补贴资金发放额) is a service, and 及时 makes it a matter of 时效.
    """
    text = plain(name)
    return name if _MONEY.search(text) and not _BENEFICIARY_MONEY.search(text) else None


_NO_GROUP = re.compile(
    r"(?:总体|综合|整体|平均|调查|测评|问卷|服务|工作|项目|提高|提升|达到|实现|确保|指标|情况|各类|相关|的|对|本|该|[≥≤=<>\d.%％以上])*"
    r"(?:满意度|满意率|满意程度|满意)(?:指标|情况|调查|测评|率|度|[≥≤=<>\d.%％以上])*"
)
_CLASS_GROUPS = ("服务对象", "社会公众", "受益", "公众")


def names_no_group(row: ReadRow) -> bool:
    """Whether a satisfaction row says nowhere whose satisfaction it is (满意度, 总体满意度)."""
    if not _NO_GROUP.fullmatch(_MARKS.sub("", plain(row.name))):
        return False
    level2 = row.row.level2
    for words in _CLASS_GROUPS:
        level2 = level2.replace(words, "")
    beside = f"{level2.replace('对象', '')} {row.notes} {row.unit} {row.target}"
    return not any(group in beside for group in terms().satisfaction_groups)


_SUPERIOR = re.compile(
    r"(?:对?.{0,6}(?:上级|主管)(?:业务)?(?:主管)?(?:单位|部门|机关|领导)?|上级|主管部门|财政部门|"
    r"(?:[市县区省州]|自治区|自治州|各级)?(?:党委)?(?:人民)?政府(?:领导)?|[局院校厅委部]?领导(?:班子)?|[县市区]委[县市区]政府)"
    r"(?:对.*)?的?"
)
_SERVED = re.compile(r"地方|基层|乡镇|下级|受援|当地|用户|使用|服务|采购|购买")


def superior_group(name: str) -> str | None:
    """The superior body that a satisfaction row names as its group (上级部门, 政府, 领导), otherwise None."""
    head = re.split("满意", plain(name), maxsplit=1)[0]
    match = _SUPERIOR.fullmatch(head)
    body = re.split("对", head, maxsplit=1)[0] if match and not head.startswith("对") else head
    return body if match and head and not _SERVED.search(body) else None


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
)


def reduced_key(name: str) -> str:
    """The key without filler and with one word for each measure: 举办培训场次 and 培训次数 are one."""
    text = _FILLER.sub("", name_key(name))
    for pattern, word in _SAME:
        text = pattern.sub(word, text)
    return text


def mended_name(name: str) -> str:
    """The name cleaned to the measure; empty where cleaning leaves no usable name, which a person must write."""
    text = clean_name(name)
    sound = value_in_name(text) is None and opening_verb(text) is None and class_word(text) is None
    return text if text != name and len(text) >= 4 and sound else ""
