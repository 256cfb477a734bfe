"""The review opinion (绩效目标审核意见) in Markdown; what comes from a sheet is shown as text, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indicators.model.finding import SEVERITIES, Finding
from indicators.quality.profiles import profile_named
from indicators.text.values import written
from service.documents.plain import SEVERITY_WORDS, grade_text, place_of
from service.documents.review_result import RULE, propose
from service.documents.reviewed import Reviewed, accepted, basis_of

ASPECTS = ("审核方面", "审核意见", "错误", "警告", "得分")
FINDINGS = ("位置", "问题", "修改意见", "依据", "规则")


def opinions_markdown(reviewed: Sequence[Reviewed]) -> str:
    """The opinions on these sheets, a section each."""
    return "\n".join(["# 绩效目标审核意见", *(line for one in reviewed for line in ("", *_opinion(one)))])


def markdown_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines of a table; bars and line breaks in a cell do not break it."""
    return [_line(header), _line(["---"] * len(header)), *(_line(map(inline, row)) for row in rows)]


def inline(text: str) -> str:
    """A text on one line, without what Markdown would take for a bar of a table or a tag."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _opinion(reviewed: Reviewed) -> list[str]:
    opinion, proposal = reviewed.checked.opinion, propose(reviewed)
    aspects = [(it.aspect, it.judgement, str(it.errors), str(it.warnings), written(it.score)) for it in opinion.aspects]
    return [
        f"## {inline(reviewed.source)}",
        "",
        *_facts(reviewed),
        "",
        f"**审核结果（建议）：{proposal.result}。** {proposal.reason}{RULE}",
        "",
        f"**{grade_text(reviewed.checked)}。** {opinion.grade_rule}",
        "",
        *markdown_table(ASPECTS, aspects),
        *_findings(reviewed),
        *_listed("没有检查、须人工核对的事项", opinion.unchecked),
        *_listed("审核结果的使用", proposal.use),
    ]


def _facts(reviewed: Reviewed) -> list[str]:
    sheet = reviewed.sheet
    facts = (
        ("项目", sheet.project),
        ("主管部门", sheet.department),
        ("年度", str(sheet.year or "")),
        ("预算", f"{written(sheet.budget)}万元" if sheet.budget is not None else ""),
        ("审核口径", profile_named(reviewed.profile).name),
        ("指标", f"{reviewed.checked.summary.rows}条"),
    )
    return [f"- {name}：{inline(text)}" for name, text in facts if text]


def _findings(reviewed: Reviewed) -> list[str]:
    lines = []
    for severity in SEVERITIES:
        found = [finding for finding in reviewed.heard if finding.severity == severity]
        if found:
            lines += ["", f"### {SEVERITY_WORDS[severity]}（{len(found)}处）", ""]
            lines += markdown_table(FINDINGS, map(_row, found))
    if not reviewed.heard:
        lines += ["", "没有发现问题。"]
    aside = [f"{place_of(it)}：{it.message}。{accepted(it)}" for it in reviewed.set_aside]
    return [*lines, *_listed("写明理由、予以豁免的问题", aside)]


def _row(finding: Finding) -> tuple[str, ...]:
    return place_of(finding), finding.message, finding.suggestion, basis_of(finding), f"{finding.rule} {finding.name}"


def _listed(title: str, lines: Sequence[str]) -> list[str]:
    return ["", f"### {title}", "", *(f"- {inline(line)}" for line in lines)] if lines else []


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
