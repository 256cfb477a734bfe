"""Target values in words that nobody can measure: a direction without an amount, a degree, a manner, mere completion, praise."""

from __future__ import annotations

import re

from indicators.quality import levels
from indicators.quality.measures import is_count, is_rate
from indicators.quality.reading import ReadRow, plain
from indicators.quality.slogans import praise
from indicators.text.names import is_vague
from indicators.text.terms import terms
from indicators.text.values import moments, quantities

_COMPARED = re.compile(
    r"[较比].{1,8}前|上年|去年|同期|往年|近三年|历史|同比|环比|逐年|平均|以上|以下|高于|低于|优于|超过|标准|等级|规定|批复|合同|得分|评分|是否|"
    r"[正负零]增长|不(?:下降|降低|增加|减少|反弹|新增)|持平"
)
_RATED = re.compile(r"等级|等次|级别|评级|评定|考核|评估结|评价结|鉴定|验收结|测评|定级|水质|空气质量|环境质量")
_RATINGS = frozenset({"优", "优秀", "优良", "良", "良好", "好", "满意"})
_FACTS = ("合规", "完整", "安全")
"""Attributes that a check finds or does not find; 健全, 规范, 合理 are of degree, and only what a department manages is asked so."""
_PERIODS = frozenset({"全年", "常年", "年内", "当年", "本年度", "本年"})

_MANNER = r"(?:不断|持续|进一步|有效|显著|明显|大幅度?|逐步|逐渐|稳步|稳定|切实|较大(?:幅度)?|有所|得到|着力|有力|充分|日益|日趋|更加|加快|快速|整体|全面|基本|可|能够?)"
_WISH = r"(?:提升|提高|改善|增强|促进|保障|优化|加强|推动|推进|完善|规范|降低|减少|缓解|好转|增加|扩大|满足|维护|巩固)"
_CHANGE = rf"(?:{_WISH}|下降|回落|减轻|削减|压减|压降|压缩|缩短|缩小|收窄|节约|节省|节支|壮大|增长|增收|上升|上涨|增多|改进|加快|延长|拓展|拓宽|升级|变[好优强])"
_DIRECTION = re.compile(rf"(?:{_MANNER}|的|地|了)*{_CHANGE}+(?:{_MANNER}|较为|幅度|趋势|态势|[的地了]|情况)*")
"""更 and less without an amount: 下降, 有效节约, 不断壮大; a comparison (较上年下降) or a sign (负增长) is read before."""
_SLOGAN = re.compile(rf"{_MANNER}(?:的|地|得到)?{_CHANGE}|^{_WISH}了?.{{2,}}|{_WISH}$|(?:显著|明显|良好|较好|较高)$")
_DEGREE = re.compile(
    r"(?:影响|程度|难度|风险|水平)?(?:较为?|很|极|非常|十分|比较|相对|一般|基本)?(?:小|低|少|轻微?|弱|大|高|多|强|快|深|广|广泛|普遍|深远|重要|良性|轻度|一般|可控|适中|适度)"
)
_MANNERS = re.compile(
    r"(?:不定期|经常性?|常态化|时常|日常|随时|适时|适量|酌情|多次|反复|经常|积极|主动|认真|统筹|有计划地?|分期分批|分步|陆续|正在)+"
    r"(?:地)?(?:开展|实施|推进|组织|举办|进行|检查|巡查|更新|维护|培训|监测|宣传|报送|参与|配合|落实|完成|建设)*"
)
_PRAISED = re.compile(
    r"(?:十分|非常|更加|比较|较为?|很|基本|足够|全面)?(?:优|专业|彻底|丰富(?:多彩)?|精彩(?:纷呈)?|热烈|良性|合身|美味|可口|舒适|便捷|方便|便利|细致|扎实|过硬|先进适用|高标准|"
    r"高水平|到位|得当|适宜|符合(?:相关|有关|上级|工作|实际)?(?:要求|需要|实际)|满足(?:相关|有关|工作|实际)?(?:要求|需要|需求))"
)
"""Words of praise that are vague wherever they stand."""
_DONE_ONLY = re.compile(
    r"(?:已|基本|圆满|顺利|均|予以|继续|推进)*(?:完成|开展|实施|进行|推进|落实|执行|办理|建设)(?:中|好|完成)?"
)
"""Mere doing, where an amount is asked."""
_MET_ONLY = re.compile(r"(?:基本|已|均)*(?:合格|达标|完成|实现|达到|通过|正常|落实|到位|符合|齐全|规范|是|有)")
"""Words that answer yes where a figure is asked (合格率 = 合格)."""


def vague_word(row: ReadRow) -> str | None:
    """The target where nobody can measure it and no standard stands beside it, otherwise None.

    No fault: a comparison (较上年提升), an official rating (考核等次 优秀, 水质 优良), a yes/no attribute that the name asks for
    (资料完整性 完整), grades or a score in the explanation (财预〔2021〕101号 一（二）3). 时效 has a rule of its own.
    """
    text = plain(row.target)
    if row.is_timeliness or not text or re.search(r"\d", text) or row.has_graded_standard or _is_told(row, text):
        return None
    return row.target if _says_nothing(row, text) else None


def _is_told(row: ReadRow, text: str) -> bool:
    """Whether words of a value can be judged after all, by what they compare with, by a rating or by the notes."""
    if _COMPARED.search(text) or quantities(text) or moments(text) or text in _PERIODS:
        return True
    if row.place.level1 in levels.MANAGEMENT and text in plain(row.name):
        return True
    if _is_grade(row, text) or (text.startswith(_FACTS) and text[:2] in row.name):
        return True
    return any(quantity.kind in {"rate", "score"} for quantity in quantities(row.notes))


def _is_grade(row: ReadRow, text: str) -> bool:
    """Whether the value is a grade that somebody gives by a scale: 考核等次 优秀, 风险等级 低."""
    is_level = row.name.endswith(("等级", "级别", "评级", "定级")) and bool(_DEGREE.fullmatch(text))
    return is_level or (text in _RATINGS and bool(_RATED.search(row.name)))


def _says_nothing(row: ReadRow, text: str) -> bool:
    words = re.sub(r"[，,、。；;！!]", "", text)
    if praise(row) or any(pattern.fullmatch(words) for pattern in (_PRAISED, _DIRECTION, _DEGREE, _MANNERS)):
        return True
    if (_asks_figure(row) and _MET_ONLY.fullmatch(words)) or (_asks_amount(row) and _DONE_ONLY.fullmatch(words)):
        return True
    return bool(_SLOGAN.search(text) or (_has_vague_word(text) and is_vague(text)) or undated_word(row))


def _asks_figure(row: ReadRow) -> bool:
    return is_rate(row.name) or is_count(row.name)


def _asks_amount(row: ReadRow) -> bool:
    """Whether a row of quantity or of a department's tasks holds neither an amount nor a date beside its value."""
    told = f"{row.name} {row.notes}"
    is_amount = row.place.level2 in levels.QUANTITY or bool(_TASKS.search(row.row.level2))
    return is_amount and not (quantities(told) or moments(told))


_TASKS = re.compile("重点任务|重点工作")


def _has_vague_word(text: str) -> bool:
    for term in terms().plain_within:
        text = text.replace(term, "")
    return any(word in text for word in terms().vague_words)


_IN_TIME = (
    r"有序|有条不紊|及时|按时|按期|如期|准时|适时|同步|即时|随时|定期|限期|尽快|尽早|早日|第一时间|高效|快速|较快|加快|抓紧|倒排工期|挂图作战|"
    r"序时|按序时|不(?:拖延|拖沓|延误|延期|推迟|滞后|逾期)|无(?:拖延|延误|延期|滞后)|"
    r"(?:严格)?(?:按照?|依照?|符合|满足|达到|遵照)(?:合同|协议|约定|计划|进度|任务书|节点|时间节点|时间|工期|时限|要求|规定|的|和)+"
)
_DONE = (
    r"完成|完工|竣工|验收|交付|开工|实施|开展|发放|拨付|支付|兑付|到位|办理|兑现|落实|进行|推进|上报|报送|更新|处理|处置|响应|供应|"
    r"采购|运行|建设|施工|组织|举办|培训|维护|付款|下达|缴纳|结算"
)
_ON_CONDITION = r"(?:按照?|根据|依据|结合|视)[^，,。；;、]{1,8}?(?:要求|规定|需要|需求|情况|季节|时令|农时|进展)|[^，,。；;、前]{2,10}?(?:后|时)(?=及时|按时|尽快|立即|同步|即时|随即|第一时间)"
"""What a promptness hangs on (审核通过后及时), which is no date either."""
_UNDATED = re.compile(
    rf"(?:{_IN_TIME}|{_DONE}|{_ON_CONDITION}|立即|随即|工作|任务|各项|全部|资金|工程|项目|计划|进度|足额|到位|性|率|度|[的地并且,，、。;；])+"
)
_TERM = r"\d|每(?:[年月周旬日天]|季(?!节))|[按当次](?:[月周旬日]|季(?!节))"
"""What tells a term in an explanation; 按月发放 in a name only tells how often, not by which day."""


def undated_word(row: ReadRow) -> str | None:
    """The target that only says 及时 and its like; None where a date, period or rate stands anywhere in the row."""
    text = plain(row.target)
    if not re.search(_IN_TIME, text) or not _UNDATED.fullmatch(text) or re.search(_TERM, text):
        return None
    told = f"{row.name} {row.target} {row.notes}"
    is_dated = bool(moments(told) or re.search(_TERM, row.notes) or re.search(r"\d", row.name))
    return None if is_dated or row.has_graded_standard else row.target
