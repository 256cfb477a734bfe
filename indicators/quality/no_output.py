"""What stands among the outputs and is none: payment, what is put in, and a task called done to the full."""

from __future__ import annotations

import re

from indicators.quality.reading import ReadRow, plain
from indicators.text.values import quantities

_MONEY = re.compile(
    r"(?:预算|资金|经费|款项?|投资)[^率]{0,4}(?:执行|支付|拨付|支出|使用)(?:完成)?(?:率|进度|比例|额|金额)$"
    r"|^(?:支付|支出|拨付|执行)(?:进度|率)$|^(?:财政|专项|项目)资金投入(?:额|量|金额)?$"
    r"|^(?:项目|专项|财政)?(?:资金|经费)(?:支付|拨付)(?:及时[率性]|时间|时限|完成时间|情况)$"
    r"|^预算(?:资金)?执行(?:率|进度|情况)?$"
)
_CONTRACT_MONEY = re.compile(
    r"(?:合同款|工程款|货款|尾款|进度款|质保金|采购款|采购资金|设备款|服务费用?|保洁费|运维费|监理费|设计费|物业费|租赁费)(?:分.{1,3}次)?"
    r"(?:的)?(?:支付|拨付|付款|结算)(?:率|进度|时间|时限|及时[率性]|比例|次数|情况|完成率)?$"
    r"|^按(?:合同|进度|节点)(?:约定)?(?:付款|支付)(?:率|及时[率性]|进度|时间)?$"
)
_BENEFICIARY_MONEY = re.compile(
    r"合规|补|奖|贴息|资助|助学|救助|津贴|扶持|慰问|征地|赔|养老|低保|保险|工资|薪|招商|引资|外资|社会资本|贷款|担保|移动|电子|医保|"
    r"基金|债|审计|监督|检查|研发|科研|农民工|拖欠|清欠"
)
_ALSO_OF_BENEFICIARIES = re.compile(r"采购|及时")


def payment_words(name: str) -> str | None:
    """The name where it speaks of spending the budget (资金支付率, 合同款支付及时率) and of nothing else, otherwise None.

    Paying those whom the project serves (补贴资金发放额) is a service.
    """
    text = plain(name)
    if _BENEFICIARY_MONEY.search(text):
        return None
    if _CONTRACT_MONEY.search(text) or re.fullmatch(r"(?:项目|专项|财政)?(?:资金|经费)(?:支付|拨付)及时[率性]", text):
        return name
    return name if _MONEY.search(text) and not _ALSO_OF_BENEFICIARIES.search(text) else None


_SPENT = re.compile(
    r"(?:费|费用|经费|劳务|耗材|试剂|材料|油料|原值|课酬|酬金|投入)(?:支出|开支|采购|购置|投入)?(?:金额|额|总额)?$"
    r"|^(?:投入|支出|列支|购买|采购).{0,10}(?:经费|资金|费用|耗材|试剂|材料)$"
)
_EARNED = re.compile(
    r"补|奖|资助|助学|救助|津贴|发放|免|减|节|收入|收缴|征收|挽回|社会|带动|撬动|研发|引|贷|保险|追|拖欠|清欠|退"
)
_STAFF = re.compile(
    r"(?:(?:项目|投入|安排|派驻|驻场|现场|专职|一线)?(?:施工|监理|安保|保安|保洁|保安保洁|运维|驻场|外包服务|外包|值守|物业|后勤|工作|"
    r"技术服务|服务保障|文化站工作|现场管理|项目管理)人员|保洁员|保安员|保安|裁判员?|评审专家|授课教师|授课专家|设计人员|开发人员)"
    r"(?:投入|到位|配备|聘用|派驻)?(?:数量?|人数|数|情况)?$"
)
_STAFF_LEAD = re.compile(
    r"^(?:投入|安排|聘用|聘请|派驻|配备|招聘|雇用|雇佣|邀请)(?:的)?(?!使用)[^率]{1,12}(?:人员|员|人数|专家|师|裁判|队员)(?:数量?|人数)?$"
)
_PUT_IN = re.compile(
    r"^投入(?!使用|运营|运行|产出|品|率)[^率产]{1,14}(?:机械|设备|车辆|人员|人数|人月|人天|人工|经费|资金|材料|物资|力量|数|数量|台班)?$"
    r"|(?:钢筋|水泥|沥青|混凝土|砂石|油料|燃油|燃料|试剂|耗材|电缆)(?:用量|消耗量|使用量|消耗)$|(?:人月|人天|工日)(?:数|投入)?$|^培训教材(?:数|数量|册数)?$"
)
_TAKEN_ON = re.compile(
    r"招聘|招募|招录|引进|选聘|选派|特岗|特派员|志愿|支教|辅导|岗位|护林|巡护|护路|网格|协管|辅警|就业|购买服务|劳务派遣|编外|人才|专家|用工|消防员|"
    r"裁判员培训|协理|公益性"
)


def put_in(row: ReadRow, about: str) -> str | None:
    """What a row of 产出 counts that is put in, not put out: money spent, staff or materials used; otherwise None.

    ``about`` is what the project is about: where it is there to take on people, their number is its output.
    """
    text = plain(row.name)
    if row.value.kind == "money":
        return "的经费" if _SPENT.search(text) and not _EARNED.search(text) else None
    if row.value.kind in {"rate", "date", "words", "score"} or re.search(
        r"培训(?!教材|教师课时|教师$)|受益|参[训赛会]|资助|慰问", text
    ):
        return None
    if _PUT_IN.search(text):
        return "的资源"
    if _POSTS.search(text):
        return None
    is_staff = (_STAFF.fullmatch(text) or _STAFF_LEAD.search(text)) and row.value.unit in _PERSONS
    return "的人员" if is_staff and not _TAKEN_ON.search(_without_lead(about)) else None


_POSTS = re.compile(r"公益|岗位|特岗|志愿|护林|就业|三支一扶")
_PERSONS = frozenset({"人", "名", "位", ""})


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
