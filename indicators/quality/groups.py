"""Whose satisfaction a row speaks of: nobody's, a superior body's, or that of people whom the project does not serve."""

from __future__ import annotations

import re

from indicators.quality.reading import ReadRow, plain
from indicators.text.terms import terms

_MARKS = re.compile(r"[\s,，、.。;；:：“”\"'（）()\[\]【】《》<>·—\-_/]+")
_NO_GROUP = re.compile(
    r"(?:总体|综合|整体|平均|调查|测评|问卷|服务|工作|项目|提高|提升|达到|实现|确保|指标|情况|各类|各方面?|有关方面|相关方?|的|对|本|该|服务对象|[≥≤=<>\d.%％以上])*"
    r"(?:满意度|满意率|满意程度|满意)(?:指标|情况|调查|测评|率|度|[≥≤=<>\d.%％以上])*"
)
_CLASS_GROUPS = ("服务对象", "社会公众", "受益", "公众")


def names_no_group(row: ReadRow) -> bool:
    """Whether a satisfaction row says nowhere whose satisfaction it is (满意度, 总体满意度, 服务对象满意度)."""
    if not _NO_GROUP.fullmatch(_MARKS.sub("", plain(row.name))):
        return False
    level2 = row.row.level2
    for words in _CLASS_GROUPS:
        level2 = level2.replace(words, "")
    beside = f"{level2.replace('对象', '')} {row.notes} {row.unit} {row.target}"
    return not any(group in beside for group in terms().satisfaction_groups)


_BODY = r"(?:财政|教育|科技|民政|司法|人社|自然资源|生态环境|住建|交通|水利|农业农村|商务|文旅|文化|卫健|卫生健康|应急|审计|统计|市场监管|林草|林业|发改|工信|公安|体育|医保|组织|宣传|统战)"
_SUPERIOR = re.compile(
    r"(?:对?.{0,6}(?:上级|主管)(?:业务)?(?:主管)?(?:单位|部门|机关|领导)?|上级.{0,6}(?:单位|部门|机关)|上级|主管部门|财政部门|组织部门?|政府(?:业务)?主管部门|"
    r"(?:[市县区省州乡镇]|自治区|自治州|各级)?(?:党委)?(?:人民)?政府|[县市区]委(?:和|、)?[县市区]政府|[县市区省]委|"
    rf"[省市县区]?{_BODY}(?:和.{{2,4}})?(?:局|厅|委|部))"
    r"(?:对.*)?的?"
)
_SERVED = re.compile(r"地方|基层|乡镇的|下级|受援|当地|用户|使用|服务|采购|购买|参训|参会")


def superior_group(name: str) -> str | None:
    """The superior body that a satisfaction row names as its group (上级部门, 县政府, 省教育厅), otherwise None."""
    head = re.split("满意", plain(name), maxsplit=1)[0]
    body = head if head.startswith("对") else re.split("对", head, maxsplit=1)[0]
    return body if body and _SUPERIOR.fullmatch(body) and not _SERVED.search(body) else None


_LEADERS = re.compile(r"[\u4e00-\u9fff]{0,8}领导(?:班子)?(?:成员)?(?:对.*)?的?")
_OWN_STAFF = re.compile(
    r"(?:本|我)[\u4e00-\u9fff]{1,4}(?:干部|职工|干部职工|工作人员|员工)(?:对.*)?|"
    rf"(?:{_BODY})?(?:局|委|厅)(?:机关)?(?:干部职工|职工|工作人员)(?:对.*)?"
)
_DOERS = re.compile(r"授课(?:专家|教师|老师|讲师)|(?:施工|监理)(?:单位|方|企业|人员)|评审专家")
_FOR_STAFF = re.compile(
    r"食堂|后勤|物业|办公|培训|体检|工会|职工|干部|机关|宿舍|信息系统|运转|节能|健身|文体|疗养|专家"
)
_LED = re.compile(r"参训|参会|培训|学员|村|社区|企业|学校|乡镇领导|基层|单位领导")


_SCHOOL = re.compile(r"学校|学院|大学|中学|小学|幼儿园")


def unfit_group(row: ReadRow, about: str, body: str = "") -> str | None:
    """The group of a satisfaction row that the project does not serve: its own leaders, its own staff, or those who do its work.

    ``about`` is what the project is about (its name); staff is a fit group where the project is for them (食堂, 体检).
    ``body`` is whose project it is: 学校领导 are served by a bureau, and lead where the body is a school.
    """
    head = re.split("满意", plain(row.name), maxsplit=1)[0]
    served = head.replace("学校", "") if _SCHOOL.search(body) else head
    if _LEADERS.fullmatch(head) and not _LED.search(served) and "上级" not in head:
        return re.split("对", head, maxsplit=1)[0]
    if _OWN_STAFF.fullmatch(head) and not _FOR_STAFF.search(about):
        return re.split("对", head, maxsplit=1)[0]
    doers = _DOERS.fullmatch(head)
    return doers.group() if doers else None


def group_of(name: str) -> str:
    """The words for the group, to tell distinct ones: 参训学员满意度 -> 参训学员, 家长对课后服务的认可程度 -> 家长."""
    head = re.split("满意|认可", plain(name), maxsplit=1)[0]
    head = head if head.startswith("对") else re.split("对(?!象)", head, maxsplit=1)[0]
    return _HOW_ASKED.sub("", head)


_HOW_ASKED = re.compile(r"(?:总体|综合|整体|平均|服务|使用|的)+$")
