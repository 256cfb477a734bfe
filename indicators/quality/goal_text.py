"""What is wrong with a goal text: slogans, duties, a list of spending, no number, no effect; length by substance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from indicators.text.clauses import read_goal
from indicators.text.values import fold, moments, quantities

_STROKES = re.compile(r"[\s/／\\\-—–*_.…。]*|无|略|暂无|待定|同上|(?:详)?见附件.{0,6}")


@dataclass(frozen=True)
class GoalText:
    """A goal text with its phrases, as they stand between commas and stops."""

    text: str

    @property
    def is_missing(self) -> bool:
        return _STROKES.fullmatch(self.text.strip()) is not None

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        parts = re.split(r"[，,。；;！!\n\r]|目标\s*\d*\s*[:：]|[（(]?\d[)）.、](?!\d)", fold(self.text))
        return tuple(phrase for part in parts if (phrase := part.strip()))

    @property
    def length(self) -> int:
        """Characters without blanks."""
        return len("".join(self.text.split()))

    @cached_property
    def figures(self) -> int:
        """How many quantities, dates and bare numbers stand in the text."""
        numbers = re.findall(r"\d+(?:\.\d+)?", re.sub(r"20\d{2}年?", "", fold(self.text)))
        return max(len(quantities(self.text)) + len(moments(self.text)), len(numbers))

    @property
    def has_number(self) -> bool:
        return bool(self.figures)

    @cached_property
    def has_effect(self) -> bool:
        """Whether any phrase tells what comes of the work: an effect, a rate, satisfaction, or a mishap that will not happen."""
        return any(_EFFECT.search(phrase) and not _DEED_ONLY.search(phrase) for phrase in self.phrases)


_EFFECT = re.compile(
    r"提升|提高|提振|改善|促进|增强|降低|减少|减轻|缓解|带动|拉动|满足|增加|增收|增产|增长|消除|方便|便利|便捷|助推|推动|助力|缩短|缩小|扩大|节约|节省|节水|节能|"
    r"不发生|不出现|杜绝|无事故|零事故|零发生|安全|率|满意|积极性|惠及|受益|难题?$|问题|减排|削减|浓度|产能|产值|收入|依据|支撑|控制在|保护|维护|稳定|吸引|就业|"
    r"传承|弘扬|丰富|营造|能力|水平|质量|解决|有效机时|让|使(?!用)|保障|保证|确保|得到|巩固|防止|防范|避免|遏制|优化|成为|获得感|环境|脱贫|振兴|占比|比例|达到|"
    r"为.{2,}提供.*(?:数据|支撑|支持|依据|保障|基础|参考|条件|服务)$|(?:造就|锻造).{2,}(?:队伍|人才)|形成.{2,}(?:格局|机制|氛围|合力)"
)
_DEED_ONLY = re.compile(
    r"^(?:保障|确保)[^，]{0,12}\d(?!.*(?:需要|需求)$)|^(?:保障|维持|确保|维护)[^，]*正常(?:运行|运转|开展)$|能力(?:提升|建设)(?:工程|项目|培训)|质量(?:提升)?(?:工程|监管|监督|检测|监测)|安全(?:监管|检查|设施)"
    r"|^(?:推进|加强|抓好|做好|办好|深化|开展|实施|完成)[^，]*(?:建设|监管|工作|防控|改革|改造|治理|管理)$|水平.{0,3}有特色"
)

_SLOGAN = re.compile(
    r"^(?:以.{2,30}为(?:指导|引领|抓手|契机|统领)|(?:深入|全面|认真|坚决)?(?:学习|贯彻|践行|坚持|围绕|聚焦|弘扬|发挥|树立|把握|增强|凝聚|激发|营造|打造|"
    r"构建|形成|解放思想|开创|再创|再上|主动适应|紧紧|紧扣|立足|服务大局|守护)|(?:不断|进一步|持续|努力|切实|大力|着力|积极|全力|牢固|充分|深入|全面|扎实|奋力|加快|主动|紧紧|更好)"
    r"|为.{2,40}(?:力量|贡献|支撑|保障|基础|条件|环境)$|以更.{2,40}|(?:提升|提高|促进|推动|增强|实现).{0,20}(?:水平|发展|感|力|进步|和谐|稳定|振兴|地位|形象)$)"
)
_DEED = re.compile(
    r"采购|购置|购买|改造|维修|修缮|新建|扩建|改建|培训|举办|发放|监测|检测|巡查|巡检|检查|养护|保洁|运维|运行|编制|研发|整治|救助|资助|补助|补贴|普查|调查|配备|安装|"
    r"演出|展演|展览|审计|接种|筛查|防治|修复|招聘|引进|印发|出版|扶持|巡护|清运|清淤|供餐|供应|委托|征集|评审|验收"
)


def is_slogan(goal: GoalText) -> bool:
    """Whether the text holds wishes and policy words and no task: no number, no deed, three phrases in five of that kind."""
    if goal.has_number or any(_DEED.search(phrase) for phrase in goal.phrases):
        return False
    wishes = [phrase for phrase in goal.phrases if _SLOGAN.search(phrase)]
    return len(wishes) >= 0.6 * len(goal.phrases) > 0


_DUTY = re.compile(
    r"^(?:\S{0,6}主要)?(?:负责|承担.{2,}(?:职责|工作|任务)$|拟订|拟定|起草|组织领导|组织拟[订定]|组织实施|组织指导|组织协调|指导|监督管理|统筹管理|统筹协调|综合协调|统筹|"
    r"主管|承办|研究提出|参与(?:拟[订定]|制定)|贯彻执行|贯彻落实?(?:党|国家|中央|上级|省|市|县)|贯彻上级|完成.{2,14}交办|收集、|管理(?:全|本)|依法(?:负责|管理|监管))|交办的"
)
_SURE_DUTY = re.compile(r"^负责|^承担|拟[订定]|贯彻执行|组织领导|交办的|^主管")


def duties(goal: GoalText) -> tuple[str, ...]:
    """The phrases copied from the duties of the body, where they make up the text; empty where it sets figures or tasks."""
    found = tuple(phrase for phrase in goal.phrases if _DUTY.search(phrase))
    copied = len(found) >= max(2, 0.4 * len(goal.phrases)) and any(_SURE_DUTY.search(phrase) for phrase in found)
    return found if copied and not goal.has_number else ()


_EXPENSE = re.compile(
    r"(?:费用?|劳务|酬金|租赁|采购|制作|餐饮|住宿|耗材|工资|薪酬|尾款|经费|保障|物料|推广|支出|差旅|办公|预备费|不可预见费?|其他)\D{0,4}$"
)
_PAYING = re.compile(r"^(?:支付|开支|列支|支出|用于支付|用于)[^，]*(?:费|款|工资|薪酬|报酬|支出)\D{0,3}\d")


def spending(goal: GoalText) -> tuple[str, ...]:
    """The phrases that list spending (宣传推广费40万元), where they make up the text or one pays beside no effect; else empty."""
    listed = []
    for clause in read_goal(goal.text):
        money = [quantity for quantity in clause.quantities if quantity.kind == "money"]
        if money and not clause.counts and _EXPENSE.search(clause.text[: money[0].start]):
            listed.append(clause.text)
    paid = [phrase for phrase in goal.phrases if _PAYING.search(phrase)]
    if len(listed) >= 3 and len(listed) >= 0.4 * len(goal.phrases):
        return tuple(listed)
    return tuple(paid) if paid and not goal.has_effect else ()


LONGEST, SHORTEST, AIRY = 300, 30, 35
"""Characters: verbose above, thin below; and how many characters to a figure are more than the substance needs."""


def is_verbose(goal: GoalText) -> bool:
    """Whether the text is long without the figures that would need the room."""
    return goal.length > LONGEST and (goal.length > 2 * LONGEST or goal.length > AIRY * (goal.figures + 1))


def is_thin(goal: GoalText) -> bool:
    """Whether the text is so short that quantity or effect is wanting."""
    return goal.length < SHORTEST and not (quantities(goal.text) and goal.has_effect)
