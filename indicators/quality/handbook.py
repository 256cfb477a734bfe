"""The rule handbook: one source, three faces (RULES.md, the rules page, ``zhibiao rules explain``).

``python -m indicators.quality.handbook`` writes RULES.md; a test says when it is stale.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from indicators.errors import NotFound
from indicators.library.files import DATA, read_values
from indicators.model.clause import Clause
from indicators.model.finding import STAGE_WORDS, Aspect, Group, Severity, Stage
from indicators.model.sheet import TargetSheet
from indicators.model.value import Value
from indicators.quality.checkpoints import checkpoints
from indicators.quality.citation import ClauseKind, cite
from indicators.quality.examples import shown_rows
from indicators.quality.profile import Profile
from indicators.quality.profiles import profile_named, profiles
from indicators.quality.rule import Rule
from indicators.quality.rules import FAMILIES, RULES, RULES_BY_ID

RULES_MD = Path(__file__).parent / "RULES.md"
GROUPS = {"verbose": "冗长细碎", "incomplete": "缺核心要素", "unsound": "不合理"}
SEVERITIES: Mapping[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
THRESHOLDS = {
    "good_indicators": "指标以几个为宜",
    "most_indicators": "超过几个即为过多",
    "weight_totals": "可用的权重合计",
    "execution_total": "连预算执行率的权重合计",
    "execution_progress": "各月预算执行进度警戒线（%）",
    "target_progress": "各月目标完成进度警戒线（%）",
    "progress_gap": "各月两者偏离的警戒线（个百分点）",
    "low_execution": "预算执行率偏低的线（%）",
    "low_completion": "完成偏低的线（占指标值）",
    "over_completion": "超额完成偏多的线（占指标值）",
}
"""What each threshold of a profile is called."""


class RuleEntry(Value):
    """One rule as it is shown under a profile: ``clause`` is a citation only where it is a 依据 there.

    ``disabled`` says why the profile leaves the rule out, and is empty where it does not.
    """

    id: str
    name: str
    title: str
    group: Group
    aspect: Aspect
    severity: Severity
    stage: Stage = "target"
    disabled: str = ""
    clause: str | None
    clause_kind: ClauseKind
    why: str
    how: str
    bad: tuple[TargetSheet, ...]
    good: tuple[TargetSheet, ...]


def entries(profile: str = "mof-2021") -> tuple[RuleEntry, ...]:
    """Every rule in the order of the table of contents, as a profile has it. Raises InvalidInput for an unknown profile."""
    return tuple(_entry(rule, profile) for rule in RULES)


def explain(rule_id: str, profile: str = "mof-2021") -> RuleEntry:
    """One rule by id or name, in any case. Raises NotFound naming the nearest ids."""
    wanted = rule_id.strip()
    for rule in RULES:
        if wanted.casefold() in {rule.id.casefold(), rule.name.casefold()}:
            return _entry(rule, profile)
    names = [*RULES_BY_ID, *(rule.name for rule in RULES)]
    near = get_close_matches(wanted.upper(), names, cutoff=0.4) or get_close_matches(wanted.lower(), names, cutoff=0.4)
    shown = "、".join(near or list(RULES_BY_ID))
    raise NotFound(f"没有规则“{rule_id}”；{'相近的有' if near else '可用的有'}：{shown}")


def example_lines(example: TargetSheet) -> tuple[str, ...]:
    """An example in words: 服务质量 = 较好, one line a row, without the companions."""
    return tuple(_line(row.name, row.target, row.unit, row.weight, row.explanation) for row in shown_rows(example))


def handbook() -> str:
    """The whole handbook in Markdown, ending in a newline."""
    parts = [_HEAD, _table()]
    for group in FAMILIES:
        parts.append(f"## {STAGE_WORDS[group.stage] if group.stage != 'target' else group.aspect}（{group.prefix}）")
        parts.extend(_section(_entry(rule, "mof-2021")) for rule in group.rules)
    parts += ["## 规则集", _profiles(), "## 审核要点与规则", _checkpoints()]
    return "\n\n".join(parts) + "\n"


def _entry(rule: Rule, profile: str) -> RuleEntry:
    chosen = profile_named(profile)
    citation = cite(rule, chosen, _clauses())
    return RuleEntry(
        id=rule.id,
        name=rule.name,
        title=rule.title,
        group=rule.group,
        aspect=rule.aspect,
        severity=chosen.severities.get(rule.id, rule.severity),
        stage=rule.stage,
        disabled=chosen.disabled.get(rule.id, ""),
        clause=citation.text,
        clause_kind=citation.kind,
        why=rule.why,
        how=rule.how,
        bad=rule.bad,
        good=rule.good,
    )


@lru_cache(maxsize=1)
def _clauses() -> Mapping[str, Clause]:
    return {clause.id: clause for clause in read_values(DATA / "clauses.yaml", Clause)}


def _line(name: str, target: str, unit: str, weight: float | None, explanation: str) -> str:
    beside = [f"权重{weight:g}"] if weight is not None else []
    beside += [f"说明：{explanation}"] if explanation else []
    value = f"{target}{unit}" if unit and not target.endswith(unit) else target
    return f"{name or '（没有名称）'} = {value or '（空）'}" + (f"（{'；'.join(beside)}）" if beside else "")


_HEAD = """# 审核规则手册

本文件由 `python -m indicators.quality.handbook` 从规则的声明生成，请勿手改。

- **级别**：错误，不改不能提交；警告，应当修改，确有理由的写明理由；提示，建议修改。级别是本服务的建议口径，可以在规则集里调整。
- **依据**：有官方条款、且条款约束所用规则集的才称“依据”；通行做法称“参考”；本服务的默认口径称“建议”。下面按规则集 `mof-2021` 标注。
- **结论**：通过、不通过、不适用、信息不足、出错五种；信息不足和出错都不算通过。"""


def _table() -> str:
    head = "| 编号 | 规则 | 问题 | 类别 | 级别 |\n| --- | --- | --- | --- | --- |\n"
    rows = (
        f"| [{rule.id}](#{rule.id.lower()}) | `{rule.name}` | {rule.title} | {GROUPS[rule.group]} | {SEVERITIES[rule.severity]} |"
        for rule in RULES
    )
    return head + "\n".join(rows)


def _section(entry: RuleEntry) -> str:
    rests_on = f"{entry.clause_kind}：{entry.clause}" if entry.clause else entry.clause_kind
    lines = [
        f'### <a id="{entry.id.lower()}"></a>{entry.id} `{entry.name}`',
        f"{entry.title}。（{GROUPS[entry.group]}，{SEVERITIES[entry.severity]}；{rests_on}）",
        f"- **为什么**：{entry.why}\n- **怎么改**：{entry.how}",
        "\n".join(
            [
                *(f"- 有问题：{_example(one)}" for one in entry.bad),
                *(f"- 没有问题：{_example(one)}" for one in entry.good),
            ]
        ),
    ]
    return "\n\n".join(lines)


def _example(example: TargetSheet) -> str:
    lines = example_lines(example)
    shown = [f"`{line}`" for line in lines[:6]]
    return "，".join(shown) + (f" 等{len(lines)}条" if len(lines) > 6 else "")


def _profiles() -> str:
    lines = ["| 代号 | 名称 | 说明 |", "| --- | --- | --- |"]
    lines += [f"| `{profile.slug}` | {profile.name} | {profile.note} |" for profile in profiles()]
    changed = [
        f"`{profile.slug}` 与规则本来的口径不同之处：\n\n{_changes(profile)}"
        for profile in profiles()
        if _changes(profile)
    ]
    return "\n\n".join(["\n".join(lines), *changed])


def _changes(profile: Profile) -> str:
    """What a profile changes of severities, rules and thresholds, as a list; empty where it changes nothing."""
    lines = [
        f"- 改为{SEVERITIES[severity]}：{_titles(rule_id for rule_id, given in profile.severities.items() if given == severity)}"
        for severity in SEVERITIES
        if severity in profile.severities.values()
    ]
    reasons = dict.fromkeys(profile.disabled.values())
    lines += [
        f"- 不启用：{_titles(rule_id for rule_id, given in profile.disabled.items() if given == reason)}（{reason}）"
        for reason in reasons
    ]
    set_here = profile.thresholds.model_dump(exclude_defaults=True)
    numbers = "；".join(f"{THRESHOLDS[name]} {_number(value)}" for name, value in set_here.items())
    return "\n".join([*lines, *([f"- 阈值：{numbers}"] if numbers else [])])


def _titles(rule_ids: Iterable[str]) -> str:
    return "；".join(f"{rule_id} {RULES_BY_ID[rule_id].title}" for rule_id in rule_ids)


def _number(value: float | Sequence[float]) -> str:
    return "、".join(f"{one:g}" for one in value) if isinstance(value, Sequence) else f"{value:g}"


def _checkpoints() -> str:
    lines = ["| 方面 | 要核对的事 | 规则 |", "| --- | --- | --- |"]
    for point in checkpoints():
        rules = "、".join(point.rules) or "没有，须人工核对"
        lines.append(f"| {point.aspect} | {point.question} | {rules} |")
    return "\n".join(lines)


if __name__ == "__main__":
    RULES_MD.write_text(handbook(), "utf-8")
