"""Suggestions, checks, hits and rules as text for a terminal; Chinese characters count two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from indicators.model.finding import CheckedSheet, Finding, Suppression
from indicators.model.hit import SearchAnswer
from indicators.model.suggestion import Skeleton, SuggestedIndicator, Suggestion
from indicators.quality.handbook import GROUPS, RuleEntry, example_lines
from indicators.text.values import written

GROUP_WORDS = GROUPS
SEVERITY_WORDS = {"error": "错误", "warning": "警告", "info": "提示"}


def suggestion_text(suggestion: Suggestion, *, source: str = "") -> str:
    """The whole suggestion: sector, table of lines, reasons, uncovered tasks and where the drafted rows went."""
    if suggestion.abstained:
        return _join(
            _heading(suggestion, source),
            ["没有给出建议：" + "；".join(suggestion.notes)],
            _nearest(suggestion),
            listed("没有覆盖的内容", _uncovered(suggestion)),
        )
    return _join(
        _heading(suggestion, source),
        table(_HEADER, [_cells(number, entry) for number, entry in enumerate(suggestion.indicators, 1)]),
        [f"合计 {written(suggestion.weight_total)} 分。{suggestion.weight_reason}"],
        ["", "理由"],
        [
            f"{number:>3}. {entry.name}：{'；'.join((*entry.reasons, *line_notes(entry)))}"
            for number, entry in enumerate(suggestion.indicators, 1)
        ],
        _merge_lines(suggestion),
        listed("没有覆盖的内容", _uncovered(suggestion)),
        listed("请核对", suggestion.notes),
    )


def check_text(checked: CheckedSheet) -> str:
    """Findings by severity, the opinion, and what could not be checked."""
    summary, opinion = checked.summary, checked.opinion
    head = (
        f"{checked.source}：错误 {summary.errors}，警告 {summary.warnings}，提示 {summary.infos}"
        f"{f'，另有豁免 {summary.suppressed}' if summary.suppressed else ''}；指标 {summary.rows} 行；{grade_text(checked)}"
    )
    return _join(
        [head],
        *[_finding_lines(finding) for finding in suppressed_last(checked.findings)],
        ["", "审核意见"],
        [f"  {aspect.aspect}：{aspect.judgement}" for aspect in opinion.aspects],
        [f"  {opinion.grade_rule}"],
        listed("没有检查到的", opinion.unchecked),
    )


def suppressed_last(findings: Iterable[Finding]) -> list[Finding]:
    """All findings in their order, those that are set aside behind the others."""
    return sorted(findings, key=lambda finding: finding.suppressed is not None)


def suppression_text(suppression: Suppression) -> str:
    """Why a finding is set aside, by whom and until when: 豁免：按省里口径（预算科，至2026-12-31）."""
    beside = [suppression.who, f"至{suppression.until}" if suppression.until else ""]
    told = "，".join(filter(None, beside))
    return f"豁免：{suppression.reason}" + (f"（{told}）" if told else "")


def row_of(finding: Finding) -> str:
    """第3行, or 全表."""
    return f"第{finding.row}行" if finding.row else "全表"


def place_of(finding: Finding) -> str:
    """第3行（Sheet1!D7）, or 全表."""
    return f"{row_of(finding)}（{finding.cell}）" if finding.cell else row_of(finding)


def grade_text(checked: CheckedSheet) -> str:
    """The grade with its score; without rows there is nothing to grade."""
    if not checked.summary.rows:
        return "没有指标行，未评等级"
    return f"等级 {checked.opinion.grade}（{written(checked.opinion.score)} 分）"


def hits_text(answer: SearchAnswer) -> str:
    """Hits with scores and reasons."""
    if not answer.hits:
        return "没有找到相近的指标。换一种说法，或不限领域再试。"
    rows = [
        (
            hit.code,
            hit.name,
            f"{hit.level1}/{hit.level2}",
            "核心" if hit.core else "",
            f"{hit.score:.3f}",
            "；".join(hit.reasons),
        )
        for hit in answer.hits
    ]
    return "\n".join(table(("编码", "指标", "层级", "", "得分", "理由"), rows))


def rule_text(entry: RuleEntry) -> str:
    """One rule of the handbook: what, why, how to mend, on what it rests, and examples."""
    basis = f"{entry.clause_kind}：{entry.clause}" if entry.clause else entry.clause_kind
    lines = [
        f"{entry.id} {entry.title}",
        f"{GROUP_WORDS[entry.group]}；{entry.aspect}；{SEVERITY_WORDS[entry.severity]}；{basis}",
        f"为什么：{entry.why}",
        f"怎么改：{entry.how}",
    ]
    for label, sheets in (("反例", entry.bad), ("正例", entry.good)):
        lines += [f"{label}：{line}" for sheet in sheets for line in example_lines(sheet)]
    return "\n".join(lines)


def value_text(entry: SuggestedIndicator) -> str:
    """The value as it is written in a form; 待填 with the reference where the draft has none."""
    if entry.value is None:
        return f"待填（参考{entry.standard}）" if entry.standard else "待填"
    value = written(entry.value) if isinstance(entry.value, float) else str(entry.value)
    sign = "" if entry.operator in {None, "定性"} else entry.operator
    return f"{sign}{value}{entry.unit}"


def line_notes(entry: SuggestedIndicator) -> list[str]:
    """What else is to be said of a line: a worked-out value, what is lost without it, and how firm its weight is."""
    notes = [entry.derived] if entry.derived and entry.value is None else []
    if entry.loss:
        notes.append(f"去掉它，任务覆盖减少{entry.loss * 100:.0f}%")
    if entry.weight_low is not None and entry.weight_high is not None and entry.weight_low < entry.weight_high:
        notes.append(f"权重可在{written(entry.weight_low)}—{written(entry.weight_high)}分之间")
    if entry.drafted_weight is not None and entry.drafted_weight != entry.weight:
        notes.append(f"草稿权重{written(entry.drafted_weight)}分")
    return notes


def skeleton_text(skeleton: Skeleton) -> str:
    """A skeleton in one line; its gaps in 〔〕 are for the user to fill."""
    target = f" {skeleton.target}" if skeleton.target else f"（单位：{skeleton.unit}）" if skeleton.unit else ""
    return f"可自拟 {skeleton.level1}/{skeleton.level2}：{skeleton.name}{target}，不出自指标库"


def _uncovered(suggestion: Suggestion) -> list[str]:
    by_clause = {skeleton.clause: skeleton for skeleton in suggestion.skeletons}
    return [
        f"{clause} → {skeleton_text(by_clause[clause])}" if clause in by_clause else clause
        for clause in suggestion.uncovered
    ]


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of a table whose columns are as wide as their widest cell; the last column runs free."""
    widths = [max(width(row[i]) for row in (header, *rows)) for i in range(len(header) - 1)]
    return [
        "  ".join([*(pad(cell, w) for cell, w in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in (header, *rows)
    ]


def width(text: str) -> int:
    """Columns that a text takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def pad(text: str, columns: int) -> str:
    """The text filled up with blanks to so many columns."""
    return text + " " * max(0, columns - width(text))


_HEADER = ("#", "一级", "二级", "指标", "指标值", "权重", "")


def _cells(number: int, entry: SuggestedIndicator) -> tuple[str, ...]:
    marks = "".join(["★" if entry.core else "", f"［{entry.code}］" if entry.code else "［自拟］"])
    return (str(number), entry.level1, entry.level2, entry.name, value_text(entry), written(entry.weight), marks)


def _heading(suggestion: Suggestion, source: str) -> list[str]:
    sector = suggestion.sector
    others = "、".join(f"{other.name}{other.confidence:.0%}" for other in sector.alternatives[:2])
    how = "用户指定" if sector.given else f"把握 {sector.confidence:.0%}" + (f"，其次 {others}" if others else "")
    rows = len(suggestion.merge_map)
    count = f"；{rows} → {len(suggestion.indicators)} 条" if rows else f"；{len(suggestion.indicators)} 条"
    return [
        f"{source + '：' if source else ''}领域 {sector.name}（{how}）；框架 {suggestion.framework or '无'}{count}",
        "",
    ]


def _merge_lines(suggestion: Suggestion) -> list[str]:
    if not suggestion.merge_map:
        return []
    return ["", "原有各行的去向", *[f"{merge.row:>3}. {merge.name}：{merge.reason}" for merge in suggestion.merge_map]]


def _nearest(suggestion: Suggestion) -> list[str]:
    return listed("最接近的指标", [f"{near.code} {near.name}" for near in suggestion.nearest])


def _finding_lines(finding: Finding) -> list[str]:
    lines = [f"  [{_severity_text(finding)}] {finding.rule} {place_of(finding)} {finding.message}"]
    if finding.suppressed:
        return [*lines, f"         {suppression_text(finding.suppressed)}"]
    if finding.suggestion:
        lines.append(f"         改法：{finding.suggestion}")
    if finding.clause:
        lines.append(f"         {finding.clause_kind}：{finding.clause}")
    return lines


def _severity_text(finding: Finding) -> str:
    word = SEVERITY_WORDS[finding.severity]
    return f"豁免，{word}" if finding.suppressed else word


def listed(title: str, lines: Iterable[str], *, mark: str = "- ") -> list[str]:
    """A blank line, the title and the lines; nothing where there are none."""
    found = list(lines)
    return ["", title, *[f"  {mark}{line}" for line in found]] if found else []


def _join(*parts: Iterable[str]) -> str:
    return "\n".join(line for part in parts for line in part)
