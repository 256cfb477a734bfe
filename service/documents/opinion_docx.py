"""The review opinion (绩效目标审核意见) as a Word document, a page of its own for every sheet.

The five aspects are those of 豫财效〔2022〕4号 第二十一条, the result 通过 or 不通过 is that of 第二十四条. Both are proposals
of the check; the reviewing body decides and signs.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as Written

from indicators.model.finding import SEVERITIES, Finding
from indicators.quality.profiles import profile_named
from indicators.text.values import written
from service.documents import word
from service.documents.plain import SEVERITY_WORDS, grade_text, place_of
from service.documents.review_result import RULE, propose
from service.documents.reviewed import Reviewed, accepted, basis_of

NAME = "绩效目标审核意见"
KINDS = {"project": "项目支出绩效目标", "department": "部门整体支出绩效目标"}
ASPECTS = ("审核方面", "审核意见", "错误", "警告", "得分")
FINDINGS = ("序号", "位置", "问题", "修改意见", "依据")
SIGNATURES = (("审核人（签字）：", "复核人（签字）："), ("审核单位（盖章）：", "日期：      年    月    日"))


def opinion_docx(reviewed: Sequence[Reviewed]) -> bytes:
    """The opinions on these sheets, one after the other, as a .docx file."""
    document = word.new_document()
    for number, one in enumerate(reviewed):
        if number:
            document.add_page_break()  # type: ignore[no-untyped-call]
        _opinion(document, one)
    return word.saved(document)


def _opinion(document: Written, reviewed: Reviewed) -> None:
    word.title(document, NAME)
    _facts(document, reviewed)
    _result(document, reviewed)
    _aspects(document, reviewed)
    _findings(document, reviewed)
    _unchecked(document, reviewed)
    word.heading(document, "六、审核结果的使用")
    for line in propose(reviewed).use:
        word.text(document, line)
    _signatures(document)


def _facts(document: Written, reviewed: Reviewed) -> None:
    sheet = reviewed.sheet
    unsaid = "（未填写）"
    table = word.ruled(document, (18, 32, 18, 32))
    rows = (
        ("项目名称", sheet.project or unsaid, "主管部门", sheet.department or unsaid),
        ("预算年度", f"{sheet.year}年" if sheet.year else unsaid, "预算资金", _money(sheet.budget) or unsaid),
        ("目标类型", KINDS[sheet.kind], "指标条数", f"{reviewed.checked.summary.rows}条"),
        ("审核口径", profile_named(reviewed.profile).name, "审核文件", reviewed.source),
    )
    for row in rows:
        word.add_row(table, row)


def _result(document: Written, reviewed: Reviewed) -> None:
    proposal = propose(reviewed)
    marks = "  ".join(f"{'☑' if proposal.result == result else '☐'}{result}" for result in ("通过", "不通过"))
    word.heading(document, "一、审核结果（建议）")
    word.text(document, f"{marks}    {proposal.reason}")
    word.text(document, RULE, size=word.SMALL)
    word.text(document, f"{grade_text(reviewed.checked)}。{reviewed.checked.opinion.grade_rule}", size=word.SMALL)


def _aspects(document: Written, reviewed: Reviewed) -> None:
    word.heading(document, "二、五个方面的审核意见")
    rows = [
        (it.aspect, it.judgement, str(it.errors), str(it.warnings), written(it.score))
        for it in reviewed.checked.opinion.aspects
    ]
    word.grid(document, ASPECTS, rows, widths=(14, 58, 9, 9, 10))


def _findings(document: Written, reviewed: Reviewed) -> None:
    word.heading(document, "三、问题和修改意见")
    if not reviewed.heard:
        word.text(document, "没有发现问题。")
    for severity in SEVERITIES:
        found = [finding for finding in reviewed.heard if finding.severity == severity]
        if found:
            word.text(document, f"{SEVERITY_WORDS[severity]}（{len(found)}处）", indent=False)
            _table(document, found)
    word.heading(document, "四、写明理由、予以豁免的问题")
    for finding in reviewed.set_aside:
        word.text(document, f"{place_of(finding)}：{finding.message}。{accepted(finding)}", size=word.SMALL)
    if not reviewed.set_aside:
        word.text(document, "无。")


def _table(document: Written, findings: Sequence[Finding]) -> None:
    rows = [
        (str(number), place_of(it), f"{it.message}（{it.rule}）", it.suggestion, basis_of(it))
        for number, it in enumerate(findings, 1)
    ]
    word.grid(document, FINDINGS, rows, widths=(7, 15, 29, 27, 22))


def _unchecked(document: Written, reviewed: Reviewed) -> None:
    word.heading(document, "五、没有检查、须人工核对的事项")
    for number, line in enumerate(reviewed.checked.opinion.unchecked, 1):
        word.text(document, f"{number}. {line}", size=word.SMALL)
    if not reviewed.checked.opinion.unchecked:
        word.text(document, "无。")


def _signatures(document: Written) -> None:
    word.heading(document, "审核单位意见")
    word.text(document, "审核结果：☐通过  ☐不通过        意见：")
    for left, right in SIGNATURES:
        paragraph = word.text(document, f"{left}\t{right}", indent=False)
        paragraph.paragraph_format.tab_stops.add_tab_stop(word.HALF_LINE)
        paragraph.paragraph_format.space_before = word.GAP
        paragraph.paragraph_format.keep_together = True
    word.text(
        document,
        "本意见由绩效指标库（zhibiao）根据填报内容生成，供审核参考，以审核单位签章的意见为准。",
        size=word.SMALL,
    )


def _money(budget: float | None) -> str:
    return "" if budget is None else f"{written(budget)}万元"
