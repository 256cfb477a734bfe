"""What came of fixing a sheet, as text: every change with its rule, what was left and why, what is solved and what is new."""

from __future__ import annotations

from indicators.model.finding import Finding, Fix
from indicators.model.fixed import FixedSheet
from service.documents.plain import SEVERITY_WORDS, listed, row_of

FIELD_WORDS = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "指标名称",
    "target": "指标值",
    "unit": "计量单位",
    "row": "整行",
}


def fixed_text(fixed: FixedSheet) -> str:
    """The account of one sheet for a terminal."""
    asked = len(fixed.applied) + len(fixed.left)
    if not asked:
        return f"{fixed.source}：没有能机械完成的修改；其余问题见 zhibiao check"
    head = f"{fixed.source}：可改{asked}处，采用{len(fixed.applied)}处；{counts_text(fixed)}"
    told = {finding.fingerprint for finding in (*fixed.applied, *(one.finding for one in fixed.left))}
    beside = [finding for finding in fixed.solved if finding.fingerprint not in told]
    parts = (
        listed("采用的修改", (change_text(finding) for finding in sorted(fixed.applied, key=_row)), mark=""),
        listed("没有采用", (f"{change_text(one.finding)}：{one.reason}" for one in fixed.left), mark=""),
        listed("因此也改好的问题", (_found(finding) for finding in beside), mark=""),
        listed("改后才看到的问题（行号为改好的表）", (_found(finding) for finding in fixed.appeared), mark=""),
    )
    return "\n".join([head, *(line for part in parts for line in part)])


def counts_text(fixed: FixedSheet) -> str:
    """错误 5 → 2，警告 8 → 7，提示 8 → 0."""
    before, after = fixed.before, fixed.checked.summary
    pairs = ((word, getattr(before, f"{kind}s"), getattr(after, f"{kind}s")) for kind, word in SEVERITY_WORDS.items())
    return "，".join(f"{word} {was} → {now}" for word, was, now in pairs)


def change_text(finding: Finding) -> str:
    """第3行 指标名称“确保完好率”改为“完好率”（CO202）."""
    return f"第{finding.row}行 {fix_text(finding.fix) if finding.fix else ''}（{finding.rule}）"


def fix_text(fix: Fix) -> str:
    """One fix in words, with every field that it sets."""
    if fix.into:
        return f"“{fix.before}”{fix}，删去本行"
    beside = "".join(f"，{FIELD_WORDS[field]}改为“{value}”" for field, value in fix.beside.items())
    before = f"“{fix.before}”改为" if fix.before else "填"
    return f"{FIELD_WORDS[fix.field]}{before}“{fix.after}”{beside}"


def _row(finding: Finding) -> int:
    return finding.row or 0


def _found(finding: Finding) -> str:
    return f"[{SEVERITY_WORDS[finding.severity]}] {row_of(finding)} {finding.message}（{finding.rule}）"
