"""What stands among the outputs and is none: payment, what is put in, and a task called done to the full."""

from __future__ import annotations

import re

from indicators.quality.reading import ReadRow, plain
from indicators.text.values import quantities

_HOW_FAR = r"(?:及时)?(?:完成)?(?:率|进度|比例|额|金额|时间|时限|周期|及时性|次数|期数|笔数|情况)"
_WHEN = r"(?:按[^付]{1,4}|分.{1,3}次|及时|按时|按期|足额|的)*"
_SPENDING = re.compile(
    rf"(?:资金|经费|费用?|款项?|预算|质保金|保证金){_WHEN}(?:支付|拨付|付款|结算|支出|执行){_HOW_FAR}$|(?:资金|经费|预算)使用(?:率|进度|比例)$"
    rf"|(?:资金|经费|费用?|款项?){_WHEN}(?:支付|拨付|付款|结算)$|资金拨付到位{_HOW_FAR}$|^预算执行$"
    rf"|^按(?:合同|进度|节点)(?:约定)?(?:付款|支付)(?:{_HOW_FAR})?$|^(?:支付|支出|拨付|执行)(?:进度|率)$|^(?:财政|专项|项目)资金投入(?:额|量|金额)?$"
    r"|^(?:完成|年度|项目|工程|计划|总)*投资(?:计划)?(?:完成|执行)?(?:额|率|金额|比例)$"
)
_OTHERS_MONEY = re.compile(
    r"贴息|征地|赔|养老|低保|保险|工资|薪|招商|引|外资|社会|贷款|担保|移动|电子|医|基金|债|审计|监督|检查|研发|科研|农民工|拖欠|清欠|捐|罚|存款|预算执行审|政府采购"
)
_IN_TIME = re.compile(r"及时|时间|时限|周期")
_GRANT = re.compile(r"补|奖|资助|助学|救助|津贴|扶持|慰问|抚恤|优抚")


def payment_words(name: str) -> str | None:
    """The name where it speaks of spending the budget (资金支付率, 合同款支付及时率) and of nothing else, otherwise None.

    Paying those whom the project serves (补贴发放人数), and that in time (补助资金拨付及时率), is a service.
    """
    text = plain(name)
    passed_on = _GRANT.search(text) and ("资金" not in text or _IN_TIME.search(text))
    if _OTHERS_MONEY.search(text) or passed_on:
        return None
    return name if _SPENDING.search(text) else None


_SPENT = re.compile(
    r"(?:费|费用|经费|劳务|耗材|试剂|材料|油料|原值|课酬|酬金|投入)(?:支出|开支|采购|购置|投入)?(?:金额|额|总额)?$"
    r"|^(?:投入|支出|列支|购买|采购).{0,10}(?:经费|资金|费用|耗材|试剂|材料)$"
)
_HANDED_OUT = re.compile(r"^发放[^率]{0,8}(?:金|费|补贴|补助)$")
_EARNED = re.compile(
    r"补|奖|资助|助学|救助|津贴|发放|免|减|节|收入|收缴|征收|挽回|社会|带动|撬动|研发|引|贷|保险|追|拖欠|清欠|退"
)
_STAFF = re.compile(
    r"(?:(?:项目|投入|安排|派驻|驻场|现场|专职|一线|常驻|专业|话务)*(?:施工|监理|安保|保安|保洁|保安保洁|运维|驻场|外包服务|外包|值守|物业|后勤|工作|客服|坐席|座席|话务|接线|执勤|驾驶|"
    r"技术|技术服务|服务保障|文化站工作|现场管理|项目管理|养护|保障)人员|话务坐席|坐席|座席|客服代表|接线员|话务员|保洁员|保安员|保安|裁判员?|评审专家|授课教师|授课专家|设计人员|开发人员)"
    r"(?:投入|到位|配备|聘用|派驻)?(?:数量?|人数|数|情况)?$"
)
_STAFF_LEAD = re.compile(
    r"^(?:投入|安排|聘用|聘请|派驻|配备|招聘|雇用|雇佣|邀请|选聘(?=.*(?:普查|调查|指导)员))(?:的)?(?!使用)[^率]{1,12}(?:人员|员|人数|专家|教师|师|裁判|队员)(?:数量?|人数|人次)?$"
)
_MEANS = r"(?:机械|设备|车辆|船舶|人员|人力|劳动力|劳力|材料|物资|沥青|水泥|钢材)"
_PUT_IN = re.compile(
    rf"^投入(?!使用|运营|运行|产出|品|率)[^率产]{{1,14}}(?:{_MEANS}|人数|人月|人天|人工|经费|资金|力量|数|数量|台班)?$|{_MEANS}投入(?:数|数量|量|台班|台数|台次|情况)?$"
    r"|投入[^率产]{0,6}(?:料|材|水泥|台班)(?:数量?|量)?$|(?:钢筋|水泥|沥青|混凝土|砂石|油料|燃油|燃料|试剂|耗材|电缆)(?:用量|浇筑量|消耗量|使用量|消耗)$"
    r"|(?:人月|人天|工日|台班)(?:数|投入)?$|^培训教材(?:数|数量|册数)?$"
)
_TAKEN_ON = re.compile(
    r"招聘|招募|招录|引进|选聘|选派|特岗|特派员|志愿|支教|辅导|岗位|护林|巡护|护路|网格|协管|辅警|就业|购买服务|劳务派遣|编外|人才|专家|用工|消防员|"
    r"裁判员培训|协理|公益性"
)
_EVENT = re.compile(r"赛|马拉松|运动会|节|展|博览会|论坛|演唱会|音乐会|晚会|庙会|灯会")
_TOOLS = (
    (re.compile(r"试剂|耗材|检测|检验|防控|防疫|血"), re.compile(r"(?:试剂|耗材)(?:批次|数量?|量)?$")),
    (
        re.compile(r"购置|采购(?!服务)|更新|配备|平台|基地|条件|共享|实验室"),
        re.compile(
            r"^(?:购置|采购|购买)?(?:科研|实验|试验|研究)?(?:仪器设备|仪器|科研设备|实验材料|试验材料)(?:购置|采购)?(?:台数|台套数|数量?)?$"
        ),
    ),
)
"""What research and services buy for their own use, each with the words of projects that are there to buy it."""
_RESEARCH = re.compile(r"攻关|关键技术|研发|选育|课题|科研|研究")
_CONTRACTED = re.compile(r"保洁|清扫|物业|普查|清运服务|收运服务|养护服务")
_CONTRACTORS = re.compile(
    r"^(?:购置|配备|投入|租赁)?[^率]{0,6}(?:清运|清扫|保洁|作业|洒水|巡查|数据采集|采集)(?:车辆|车|终端|机械|工具|设备)(?:配备)?(?:数量?|台数|辆数)?$"
)


def put_in(row: ReadRow, about: str) -> str | None:
    """What a row of 产出 counts that is put in, not put out: money spent, staff or materials used; otherwise None.

    ``about`` is what the project is about: where it is there to take on people or to buy things, their number is its output.
    """
    text = plain(row.name)
    if row.value.kind == "money":
        return "的经费" if _HANDED_OUT.search(text) or (_SPENT.search(text) and not _EARNED.search(text)) else None
    if row.value.kind in {"rate", "date", "words", "score"} or re.search(
        r"培训(?!教材|教师课时|教师$)|受益|参[训赛会]|资助|慰问", text
    ):
        return None
    if _PUT_IN.search(text) or _bought_for_use(text, about):
        return "的资源"
    helps = text.startswith("志愿者") and _EVENT.search(about) and "志愿" not in about
    if helps:
        return "的人员"
    if _POSTS.search(text):
        return None
    is_staff = (_STAFF.fullmatch(text) or _STAFF_LEAD.search(text)) and row.value.unit in {*PERSONS, ""}
    return "的人员" if is_staff and not _TAKEN_ON.search(_without_lead(about)) else None


def _bought_for_use(text: str, about: str) -> bool:
    """Whether things are bought for the work itself: materials, the instruments of research, the tools of a contracted service."""
    materials, instruments = (thing.search(text) and not bought.search(about) for bought, thing in _TOOLS)
    tools = (
        _CONTRACTORS.search(text) and _CONTRACTED.search(about) and not re.search(r"购置|更新|采购(?!.*服务)", about)
    )
    return bool(materials or (instruments and _RESEARCH.search(about)) or tools)


_POSTS = re.compile(r"公益|岗位|特岗|志愿|护林|就业|三支一扶")
PERSONS = frozenset({"人", "人次", "名", "位"})


def _without_lead(about: str) -> str:
    """购买服务 names how a project is done where another service is its matter."""
    return about.replace("政府购买服务", "").replace("购买服务", "")


_RESTATED = re.compile(r"(?:工作任务|建设任务|任务|计划|目标)?(?:全部)?(?:完成|落实|实现|达成|到位)率$")
_NO_RESTATEMENT = re.compile(
    r"及时|按计划|按期|按时|如期|投资|预算|支付|支出|资金|收入|整改|自评|监控|绩效|管护责任|责任|手续|家庭|作业|议定|接种|缴"
)


def restated_matter(row: ReadRow) -> str | None:
    """What a row of 产出 calls done to the full (设备采购完成率 = 100 % -> 设备采购), otherwise None.

    Where the explanation gives the quantity behind the rate, the form of a department sheet is met (豫财效〔2022〕4号 附件3).
    """
    text = plain(row.name)
    full = row.value.kind in {"rate", "number"} and row.value.value == 100 and row.value.operator not in {"≤", "<"}
    told = any(quantity.kind not in {"rate", "time", "score", "money"} for quantity in quantities(row.notes))
    if not full or told or _NO_RESTATEMENT.search(text):
        return None
    if text.startswith("完成") and not text.endswith("率"):
        return text.removeprefix("完成")
    match = _RESTATED.search(text)
    return text[: match.start()] if match else None
