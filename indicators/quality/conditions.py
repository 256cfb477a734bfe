"""Conditions under which a rule concerns a sheet at all; each gives a verdict where it does not."""

# ruff: noqa: ARG001 - every condition has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.model.framework import Obligation
from indicators.quality.problem import Verdict, insufficient, not_applicable
from indicators.quality.reading import ReadSheet, row_numbers
from indicators.quality.rule import Context

ONLY_TEXT = "只有目标文本，没有指标行"


def has_rows(sheet: ReadSheet, context: Context) -> Verdict | None:
    """There are rows to look at, for rules that judge rows."""
    return None if sheet.rows or sheet.nameless else not_applicable(ONLY_TEXT)


def rows_are_listed(sheet: ReadSheet, context: Context) -> Verdict | None:
    """There are rows, for rules that miss a row: a goal text alone does not show which indicators will be set."""
    return None if sheet.rows else insufficient(ONLY_TEXT)


def goal_is_written(sheet: ReadSheet, context: Context) -> Verdict | None:
    """There is a goal text, for rules that judge it."""
    return None if sheet.sheet.goal.strip() else not_applicable("没有填写绩效目标")


def is_project(sheet: ReadSheet, context: Context) -> Verdict | None:
    """The sheet is of a project: 财预〔2021〕101号 is written for project spending."""
    return None if context.kind == "project" else not_applicable("部门整体绩效目标不适用项目支出的要求")


def is_department(sheet: ReadSheet, context: Context) -> Verdict | None:
    """The sheet is of a department as a whole."""
    return None if context.kind == "department" else not_applicable("项目支出绩效目标不适用部门整体的要求")


def framework_is_held(sheet: ReadSheet, context: Context) -> Verdict | None:
    """The library holds the framework by which levels are understood."""
    if context.framework is None:
        return insufficient(f"本库没有体系框架“{context.profile.framework}”，无法核对层级")
    return None


def levels_are_read(sheet: ReadSheet, context: Context) -> Verdict | None:
    """Every row has a level 1 that is understood."""
    if sheet.unplaced:
        return insufficient(f"{row_numbers(sheet.unplaced)}的一级指标没有填写或认不出")
    return None


def has_weights(sheet: ReadSheet, context: Context) -> Verdict | None:
    """The sheet works with weights."""
    return None if any(row.row.weight for row in sheet.rows) else not_applicable("本表没有填写权重")


def has_satisfaction(sheet: ReadSheet, context: Context) -> Verdict | None:
    """The sheet has satisfaction rows."""
    return None if any(row.is_satisfaction for row in sheet.rows) else not_applicable("本表没有满意度指标")


def meaning_is_read(sheet: ReadSheet, context: Context) -> Verdict | None:
    """A model is at hand, for rules that rest on meaning."""
    return None if context.meaning else insufficient("没有语义模型，按意思判断的规则没有检查")


def obligation(context: Context, level1: frozenset[str], level2: frozenset[str] | None = None) -> Obligation | None:
    """What the framework demands at these levels, or None."""
    for demand in context.framework.obligations if context.framework else ():
        if demand.level1 in level1 and (demand.level2 is None if level2 is None else demand.level2 in level2):
            return demand
    return None
