"""What a text of 偏差原因分析及改进措施 holds: words at all, a cause beyond control, a measure.

A measure is told from a cause clause by clause: it states an intent (将, 下一步, 明年), sets a date by which something will be
done (2027年3月前完成), or names an act of improvement (加强, 督促; at the head of its clause also 调整, 提高, 落实). The same words
say no such thing where they are denied (未加强, 推进缓慢) or where something befell the project (政策调整).
"""

from __future__ import annotations

import re

_NOTHING = re.compile(r"(?:无|没有|暂无|不存在)?(?:明显|较大)?(?:偏差|偏离)?(?:原因|情况)?|不适用")
_REFERS = re.compile(r"(?:原因|情况)?(?:同上|同前|同第|同[^，。；]{1,12}$|见上|详见)")
_REASON = re.compile(
    r"原因|由于|[主系]因|(?<!基)因(?![此而为素地公病材])|受.{1,20}影响|导致|未能|影响.{0,6}(?:进度|工期|进展|实施|开展|施工|完成|推进)"
)
_OF_MONEY = re.compile(r"执行率|支付|结转|结余|尾款|质保金|支出进度|拨付进度")

_INTENT = re.compile(
    r"下一?步|下一?阶段|下一?年|(?<![至到因])(?:次年|明年|来年)|今后|(?:^|[^即])将(?!无法|不|近|于\d{4}年取消)|拟(?!定|稿)"
    r"|(?<!原)计划(?=[于在明次下用通对\d])|(?<!较)预[计期](?:.{0,3}\d[年月]|.{0,2}\d\d?[年月]|年[底内]|.{0,2}季度|.{0,2}半年|.{0,3}[可能])"
    r"|力争|争取(?!.{0,12}未)|确保|尽快|抓紧|尽早|及早|早日|正在(?:办理|补|协调|整改|推进)"
)
_BY_DATE = re.compile(
    r"[年月日号底末初旬度](?:之|以)?前(?:再|可|能|均|全部|全面|基本)*"
    r"(?:完成|建成|完工|竣工|到位|投用|投入|交付|验收|补|达标|见刊|上线|整改|实施|开展|举办|支付|拨付|办结|发放|启动|落实|出台|解决)"
)
_YEAR = re.compile(r"(?<![至到])(20\d{2})年")
_IMPROVES = re.compile(
    r"加强|加快|加大|督促|强化|整改(?!后|前|率|期|通知|要求)|改进(?!措施)|改善|完善(?=\w{2})|细化|约谈|追责|追究|压实|严格|狠抓|跟踪|跟进"
    r"|补(?:齐|足|招|办|做|课|种|建|演|测|检|修|植|栽|训|报)|催(?:促|办|缴|收)|统筹|协调|动员|增派|增配|增设|调配|举一反三|引以为戒|采取.{0,10}(?:措施|办法)"
    r"|责令|责成|据实|合理(?:设|确|提|编|安排|调)|科学(?:设|编|合理)|从严|核减|调[低减](?=指标|目标|预算|下)|充分(?:测算|论证|调研)|倒排|专[人班]|建立[^，。]{0,8}(?:机制|台账|制度)"
    r"|重新(?:招|采|组|安排|核|测|设|制|申|启|签)"
)
_OPENS = re.compile(
    r"(?:并|同时|另|已经?|现已?|正在?|需要?|应|要|可|建议|进一步|继续|及时|积极|主动|切实|全面|逐步|适[当时度]|合理|科学|认真|不断"
    r"|持续|相应|重点|再次|按程序|按规定|我[局院校]|本?[单部]位?门?|通过|[对向](?!象|比|口|应|外)[^，。]{1,12}?)*"
    r"(?:调整|提高|提前(?!完|结|终)|提升|优化|推进|推动|规范|落实|开展|组织|引导|建立|健全|制定|深化|引进|招聘|聘请|委托(?!方|单位)"
    r"|增加(?!了)|扩大|拓宽|拓展|更换|维修|复检|联系|对接|沟通|申请(?!人|数|量|者|对象|单位|企业)|安排|做好|更新|补充|加装|加密|增开|开通|组建|提请|实行|延长(?:服务|开放)|恢复(?:施工|开放|正常|运行)"
    r"|核实|核定|明确|修订|总结|吸取|督导|调度|列[入为]|纳入|启动|与[^，。]{1,15}(?:签订|协商|沟通|对接|商定))"
)
_DENIED = re.compile(r"[未没无难缺]|不(?!断|少)")
_ADVERSE = re.compile(
    r"不[够足力畅强实全]|不到位|不及时|缓慢|滞后|难度?大?$|困难|[较过偏][慢晚迟长大少低短]|耗时|顺延|推迟|延[误期]|有限|导致|造成|致使|使得|[^，。]后$"
)

_BEYOND = re.compile(
    r"政策性?(?:调整|变化|变动|取消|到期|改革|原因)|上级[^，。；]{0,8}(?:调整|取消|收回|压减)|自然(?:减员|减少|死亡)|死亡"
    r"|(?:申请|申报|报名|条件|对象|人口|需求|案源|案件)[^，。；]{0,6}(?:减少|下降|不足|低于)"
)
_OWN = re.compile(r"组织|管理|监管|宣传|不力|不到位|不及时|未及时|施工单位|承包|供应商|推进|招标|采购|力量|经验|估计")


def has_words(text: str) -> bool:
    """Whether the text says anything: 无, 无偏差 and strokes say nothing."""
    return not _NOTHING.fullmatch("".join(re.findall(r"\w", text)))


def gives_reason(text: str) -> bool:
    """Whether a free text gives a cause of something."""
    return bool(_REASON.search(text))


def reason_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text that give a cause."""
    return tuple(sentence for sentence in re.split(r"[。；;\n]", text) if _REASON.search(sentence))


def is_of_money(sentence: str) -> bool:
    """Whether a sentence speaks of the execution of the budget, not of what was done."""
    return bool(_OF_MONEY.search(sentence))


def gives_measure(text: str, *, year: int | None = None) -> bool:
    """Whether a text says what is or will be done; a later ``year`` than that of the sheet is a plan. 同上 points to another row."""
    plain = "".join(text.split())
    clauses = re.split(r"[，,。；;：:、！!（）()]", plain)
    return bool(_REFERS.match(plain)) or any(_is_measure(clause, year) for clause in clauses)


def is_beyond_control(text: str) -> bool:
    """Whether the causes that a text gives have taken away the task itself (a policy changed, fewer entitled), so that there is
    nothing left to improve [DEFAULT]. Weather is no such cause: what it prevented can be made up for.
    """
    return bool(_BEYOND.search(text)) and not _OWN.search(text)


def _is_measure(clause: str, year: int | None) -> bool:
    if _INTENT.search(clause) or _plans(clause, year):
        return True
    found = _IMPROVES.search(clause) or _OPENS.match(clause)
    if found is None or re.match(r"因(?!此|而)|由于|受|鉴于", clause):
        return False
    head = clause[: found.start()]
    is_denied = not head.startswith("对") and _DENIED.search(head)
    return not is_denied and not _ADVERSE.search(clause[found.end() :])


def _plans(clause: str, year: int | None) -> bool:
    if re.search(r"[未没应原]|要求", clause):
        return False
    is_later = year is not None and any(int(found) > year for found in _YEAR.findall(clause))
    return is_later or bool(_BY_DATE.search(clause))
