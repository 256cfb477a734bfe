"""A chosen candidate -> one line of the suggestion: its value in the draft's own words, its reasons, where rows went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.model.indicator import Indicator
from indicators.model.suggestion import Coverage, Merge, SuggestedIndicator, ValueFrom
from indicators.suggestion.candidates import Candidate
from indicators.suggestion.needs import Need, adds_up, copies_budget
from indicators.suggestion.rows import DraftRow
from indicators.suggestion.select import Choice
from indicators.suggestion.weights import Points
from indicators.text.clauses import ClauseKind, GoalClause
from indicators.text.names import name_pairs, overlap
from indicators.text.terms import terms
from indicators.text.values import Quantity, Target, written

COST_LEVELS = frozenset({"成本指标", "运行成本"})
SAME_NAME = 0.34
COVERED = 0.5
"""Fit from which a need counts as covered."""


@dataclass(frozen=True)
class Lifted:
    """A value in the draft's own words; nothing where the draft has none."""

    operator: str | None = None
    value: float | str | None = None
    unit: str = ""
    origin: ValueFrom = "none"
    words: str = ""


def line(
    candidate: Candidate, needs: Sequence[Need], carried: Sequence[int], *, points: Points, loss: float
) -> SuggestedIndicator:
    """One line; ``carried`` are the numbers of the needs that it carries."""
    mine = [needs[n] for n in sorted(carried or candidate.fits, key=lambda n: (-candidate.fits[n], n))]
    lifted = lift(candidate, mine)
    indicator = candidate.indicator
    rows = sorted({row.number for number in carried for row in needs[number].rows})
    return SuggestedIndicator(
        code=candidate.code,
        name=candidate.name,
        level1=candidate.level1,
        level2=candidate.level2,
        operator=lifted.operator or _operator(lifted, candidate),
        value=lifted.value,
        unit=lifted.unit or (indicator.unit if indicator and lifted.value is None else ""),
        value_from=lifted.origin,
        standard=standard_text(indicator),
        weight=points.weight,
        weight_low=points.low,
        weight_high=points.high,
        core=candidate.is_core,
        replaces=tuple(rows),
        reasons=tuple(_reasons(candidate, mine, lifted, rows)),
        loss=loss,
        slot=candidate.slot,
        kept=candidate.kept,
        definition=indicator.definition if indicator else "",
        formula=indicator.formula if indicator else "",
    )


def drafted_weight(needs: Sequence[Need], carried: Sequence[int]) -> float | None:
    """The drafted points of the rows that a line stands for, None where they have none."""
    weights = [row.row.weight for number in carried for row in needs[number].rows if row.row.weight]
    return sum(weights) if weights else None


def lift(candidate: Candidate, needs: Sequence[Need]) -> Lifted:
    """The value for a line: from its own row, then from the clauses it carries, then from the other rows; else none."""
    if candidate.row and (found := _from_row(candidate.row)):
        return found
    if found := _sum(needs, candidate):
        return found
    if candidate.clause and (found := _from_clause(candidate.clause, candidate)):
        return found
    here = [need for need in needs if (need.level1, need.level2) == (candidate.level1, candidate.level2)]
    for need in here:
        for clause in need.clauses:
            if found := _from_clause(clause, candidate):
                return found
    for need in here:
        for row in need.rows:
            fits = _takes_date(candidate) if row.target.kind == "date" else _unit_fits(row.target.unit, candidate)
            if fits and (found := _from_row(row)):
                return found
    return Lifted()


def _sum(needs: Sequence[Need], candidate: Candidate) -> Lifted | None:
    """Counts of several tasks that one line carries, added up where they do the same in one unit; parts (其中…) are not added."""
    if candidate.level2 not in {"数量指标", "履职数量"}:
        return None
    clauses = [clause for need in needs for clause in need.clauses if not clause.is_part]
    found = [(c, q) for c in clauses for q in c.counts[:1] if _unit_fits(q.unit, candidate)]
    counts = [quantity for clause, quantity in found if adds_up(found[0][0], clause)]
    if len(counts) < 2 or len({quantity.unit for quantity in counts}) > 1:
        return None
    words = "、".join(f"“{quantity.text}”" for quantity in counts)
    return Lifted(
        "≥", sum(quantity.value for quantity in counts), counts[0].unit, "goal", f"目标文本{words}，由各项相加"
    )


def standard_text(indicator: Indicator | None) -> str | None:
    """The library's reference, with what kind of basis it has."""
    standard = indicator.standard if indicator else None
    return f"{standard.text}（{standard.basis}）" if standard else None


def coverage(
    needs: Sequence[Need], candidates: Sequence[Candidate], choice: Choice
) -> tuple[list[Coverage], list[str]]:
    """Coverage of every need that the draft speaks of, and the texts of those that no line covers."""
    covered, uncovered = [], []
    for number, need in enumerate(needs):
        if need.implied or not need.clauses:  # rows are accounted for in the merge map
            continue
        carrier = candidates[choice.carrier[number]] if number in choice.carrier else None
        score = carrier.fits[number] if carrier else 0.0
        if carrier and score >= COVERED:
            covered.append(
                Coverage(clause=need.text, covered_by=(carrier.code or carrier.name,), score=round(score, 3))
            )
        elif not need.is_slogan:  # told in the notes: there is nothing to cover until it says what changes
            covered.append(Coverage(clause=need.text, covered_by=(), score=round(score, 3)))
            uncovered.append(need.text)
    return covered, uncovered


def merges(
    rows: Sequence[DraftRow], needs: Sequence[Need], candidates: Sequence[Candidate], choice: Choice
) -> list[Merge]:
    """Where every drafted row went."""
    home = {row.number: number for number, need in enumerate(needs) for row in need.rows}
    return [_merge(row, home[row.number], needs, candidates, choice) for row in rows]


def contradictions(needs: Sequence[Need]) -> list[str]:
    """Numbers that the text and a row of the same name give differently, and money whose units cannot both be right."""
    return [
        f"目标文本写“{quantity.text}”，第{row.number}行“{row.row.name}”写{written(row.target.value)}{row.target.unit}，两处不一致，请核对"
        for need in needs
        for clause in need.clauses
        for quantity in clause.quantities
        for row in need.rows
        if len(need.rows) == 1 or clause.object in row.name
        if isinstance(row.target.value, float) and _contradicts(quantity, row.target) and _same_name(clause, row)
    ]


def _contradicts(quantity: Quantity, target: Target) -> bool:
    words, value = terms(), target.value
    if not isinstance(value, float) or not words.comparable(quantity.unit, target.unit):
        return False
    return abs(value * words.base(target.unit)[1] - quantity.base_value) > 1e-9


def _same_name(clause: GoalClause, row: DraftRow) -> bool:
    """A row that counts only a part of what the clause counts goes by another name."""
    return overlap(name_pairs(clause.object or clause.core), name_pairs(row.name)) >= SAME_NAME


def copied_budgets(needs: Sequence[Need], carried: Sequence[int], budget: float | None) -> list[str]:
    """Cost lines of the set that only repeat the budget."""
    return [
        f"“{needs[number].text}”就是预算总额，只重复了预算控制；能分项或能算单位成本的，请改写为分项成本或单位成本"
        for number in carried
        if needs[number].kind is ClauseKind.COST and copies_budget(needs[number].spoken, budget)
    ]


def slogans(needs: Sequence[Need], choice: Choice) -> list[str]:
    """Effects without any measure that no line could take up."""
    return [
        f"“{need.text}”没有写明衡量什么，请改成可比的前后值"
        for number, need in enumerate(needs)
        if need.clauses and need.is_slogan and number not in choice.carrier
    ]


def _merge(row: DraftRow, number: int, needs: Sequence[Need], candidates: Sequence[Candidate], choice: Choice) -> Merge:
    carrier = candidates[choice.carrier[number]] if number in choice.carrier else None
    if carrier is None or (row.is_routine and not (carrier.row and carrier.row.number == row.number)):
        return Merge(row=row.number, name=row.row.name, into=None, reason=f"删去：{_why_dropped(row)}")
    if carrier.row and carrier.row.number == row.number:
        how = "保留原写法" if carrier.kept else f"改写为“{carrier.name}”"
        return Merge(row=row.number, name=row.row.name, into=carrier.code, reason=how)
    same = "同一件事" if len(needs[number].rows) > 1 or carrier.fits[number] >= 0.9 else "内容相近"
    return Merge(row=row.number, name=row.row.name, into=carrier.code, reason=f"并入“{carrier.name}”：{same}")


def _why_dropped(row: DraftRow) -> str:
    return "；".join(row.faults) if row.faults else "不是主要产出或核心效果，为少而精不单列"


def _from_row(row: DraftRow) -> Lifted | None:
    target = row.target
    if target.value is None or (not row.is_sound and target.kind in {"words", "empty"}):
        return None
    return Lifted(target.operator, target.value, target.unit, "sheet", f"第{row.number}行“{row.row.target}”")


def _from_clause(clause: GoalClause, candidate: Candidate) -> Lifted | None:
    if clause.mishap and _unit_fits("起", candidate):
        return Lifted("=", 0.0, "起", "goal", f"目标文本“{clause.text}”")
    quantity = next((q for q in clause.quantities if _quantity_fits(q, candidate)), None)
    if quantity:
        operator = quantity.operator
        value: float | str = quantity.value
        if quantity.high is not None:
            operator, value = "=", f"{written(quantity.value)}—{written(quantity.high)}"
        return Lifted(operator, value, quantity.unit, "goal", f"目标文本“{quantity.text}”")
    term = clause.moment.duration if clause.moment else None
    if clause.moment and term and (candidate.own_words or _unit_fits(term[1], candidate)):
        return Lifted("≤", term[0], term[1], "goal", f"目标文本“{clause.moment.text}”")
    if clause.moment and _takes_date(candidate):
        return Lifted("≤", clause.moment.text, "", "goal", f"目标文本“{clause.moment.text}”")
    return None


def _quantity_fits(quantity: Quantity, candidate: Candidate) -> bool:
    if candidate.level2 in {"数量指标", "履职数量"} and quantity.kind in {"rate", "money"}:
        return bool(candidate.indicator) and _unit_fits(quantity.unit, candidate)
    return _unit_fits(quantity.unit, candidate)


def _unit_fits(unit: str, candidate: Candidate) -> bool:
    units = candidate.indicator.all_units if candidate.indicator else ()
    return not units or any(terms().comparable(unit, other) for other in units)


def _takes_date(candidate: Candidate) -> bool:
    units = candidate.indicator.all_units if candidate.indicator else ()
    return "日期" in units or ("时效" in candidate.level2 and not units)


def _operator(lifted: Lifted, candidate: Candidate) -> str | None:
    """The sign for a value that has none in the text: = for a full 100 % or a zero, else the indicator's usual one."""
    indicator = candidate.indicator
    if isinstance(lifted.value, float) and ((lifted.unit == "%" and lifted.value == 100) or lifted.value == 0):
        return "="
    if indicator is None and isinstance(lifted.value, float):
        low = candidate.level1 in COST_LEVELS or any(word in candidate.name for word in terms().lower_is_better)
        return "≤" if low else "≥"
    usual = indicator.operators[0] if indicator and indicator.operators else None
    return usual if usual != "定性" or not isinstance(lifted.value, float) else "≥"


def _reasons(candidate: Candidate, needs: Sequence[Need], lifted: Lifted, rows: Sequence[int]) -> list[str]:
    reasons = [_why_here(candidate, needs)]
    if candidate.words and not candidate.row:
        reasons.append(candidate.words[0])
    if candidate.is_core:
        reasons.append(f"指标库核心指标（{candidate.code}）")
    others = [row for row in rows if not candidate.row or row != candidate.row.number]
    if others:
        reasons.append(f"合并第{'、'.join(map(str, others))}行")
    reasons.append(_why_value(candidate, lifted))
    return reasons


def _why_here(candidate: Candidate, needs: Sequence[Need]) -> str:
    if candidate.row and candidate.row.faults:
        return f"沿用第{candidate.row.number}行“{candidate.row.row.name}”，但{'；'.join(candidate.row.faults)}，请改"
    if candidate.kept and candidate.row:
        return f"第{candidate.row.number}行写得明确，保留原写法"
    if candidate.row:
        return f"由第{candidate.row.number}行“{candidate.row.row.name}”改写"
    if candidate.own_words:
        return f"目标文本已写明“{candidate.name}”，沿用"
    spoken = "；".join(f"“{need.text}”" for need in needs[:3] if not need.implied)
    if candidate.slot and candidate.indicator:
        return f"按共性模式“{candidate.indicator.name}”填入原文“{candidate.slot}”" + (
            f"，对应{spoken}" if spoken else ""
        )
    return f"对应{spoken}" if spoken else f"草稿没有写到，{needs[0].text}" if needs else "领域核心指标"


def _why_value(candidate: Candidate, lifted: Lifted) -> str:
    if lifted.origin != "none":
        return f"指标值取自{lifted.words}"
    standard = standard_text(candidate.indicator)
    return f"原文没有数值，请按计划填写；参考{standard}" if standard else "原文没有数值，请按计划填写"
