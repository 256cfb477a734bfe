"""A target sheet (绩效目标表): a goal text and rows of indicators, as a department drafts it."""

from __future__ import annotations

import math
import re
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from indicators.model.value import Value

LONGEST_GOAL = 10_000
LONGEST_TEXT = 2_000
MOST_ROWS = 500
LARGEST_NUMBER = 1e12

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PLAIN_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")

Text = Annotated[str, Field(max_length=LONGEST_TEXT)]


def _checked_text(text: str) -> str:
    if bad := _CONTROL.search(text):
        raise ValueError(f"第{bad.start() + 1}个字符是控制字符（U+{ord(bad.group()):04X}），请删去")
    return text.strip()


def _checked_number(number: float | None) -> float | None:
    if number is not None and (not math.isfinite(number) or abs(number) > LARGEST_NUMBER):
        raise ValueError(f"数值{number:g}超出可用范围（绝对值不超过1万亿），请核对单位和位数")
    return number


def _as_text(value: object) -> object:
    """A number as it would be written, a text checked; anything else is left for the type to refuse."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        _checked_number(float(value) if abs(value) < 1e300 else math.inf)
        return f"{value:.12g}"
    if not isinstance(value, str):
        return value
    text = _checked_text(value)
    if _PLAIN_NUMBER.fullmatch(text):
        _checked_number(float(text))
    return text


class SheetRow(Value):
    """One row. ``cell`` is where the row's name stood, ``cells`` where each field stood (field name -> Sheet1!D7).

    ``actual`` (实际完成值), ``score`` (得分) and ``deviation`` (偏差原因分析及改进措施) are filled at monitoring and self-evaluation.
    """

    level1: Text = ""
    level2: Text = ""
    name: Text = ""
    target: Text = ""
    unit: Text = ""
    weight: float | None = None
    explanation: Text = ""
    basis: Text = ""
    actual: Text | None = None
    score: float | None = None
    deviation: Text = ""
    cell: str | None = None
    cells: dict[str, str] = Field(default_factory=dict)

    @field_validator("level1", "level2", "name", "target", "unit", "explanation", "basis", "deviation", mode="before")
    @classmethod
    def _text(cls, value: object) -> object:
        return "" if value is None else _as_text(value)

    @field_validator("actual", mode="before")
    @classmethod
    def _actual(cls, value: object) -> object:
        return _as_text(value)

    @field_validator("weight")
    @classmethod
    def _weight(cls, value: float | None) -> float | None:
        _checked_number(value)
        if value is not None and value < 0:
            raise ValueError(f"权重{value:g}小于0，请改为正数或留空")
        return value

    @field_validator("score")
    @classmethod
    def _score(cls, value: float | None) -> float | None:
        return _checked_number(value)

    @property
    def has_graded_standard(self) -> bool:
        """Whether grades (好、一般、差 or levels) stand beside the value, which make a word measurable.

        Source: 财预〔2021〕101号 一（二）3.
        """
        return is_graded(self.target) or is_graded(self.explanation) or is_graded(self.basis)


YUAN_IN_BUDGET = 10_000.0
"""Budgets are written in 万元."""


class TargetSheet(Value):
    """A drafted sheet. ``budget`` in 万元; ``sector`` a slug, a Chinese name or None (worked out from the text).

    What only monitoring and self-evaluation fill: ``adjusted_budget`` (全年预算数) and ``spent`` (全年执行数, or up to the month) in
    万元; ``execution_rate`` (执行率, in percent) with its ``execution_weight`` (分值) and ``execution_score`` (得分) as written in the
    head of the form; ``total_score`` (总分); ``progress_month``, up to which month (1–12) the figures run; ``evaluation``, the
    text 实际完成情况; ``approved``, the rows as approved with the budget. Source of the form: 财预〔2020〕10号 附1.
    """

    project: Text = ""
    department: Text = ""
    kind: Annotated[str, Field(pattern="^(project|department)$")] = "project"
    sector: str | None = None
    year: Annotated[int, Field(ge=1990, le=2100)] | None = None
    budget: float | None = None
    adjusted_budget: float | None = None
    spent: float | None = None
    execution_rate: float | None = None
    execution_weight: float | None = None
    execution_score: float | None = None
    total_score: float | None = None
    progress_month: Annotated[int, Field(ge=1, le=12)] | None = None
    evaluation: str = ""
    goal: str = ""
    framework: str | None = None
    rows: Annotated[tuple[SheetRow, ...], Field(max_length=MOST_ROWS)] = ()
    approved: Annotated[tuple[SheetRow, ...], Field(max_length=MOST_ROWS)] = ()

    @property
    def budget_yuan(self) -> float | None:
        """The budget in 元, None where it is not given."""
        return None if self.budget is None else self.budget * YUAN_IN_BUDGET

    @field_validator("project", "department", "goal", "evaluation", mode="before")
    @classmethod
    def _text(cls, value: object) -> object:
        return "" if value is None else _checked_text(value) if isinstance(value, str) else value

    @field_validator("goal")
    @classmethod
    def _goal(cls, goal: str) -> str:
        if len(goal) > LONGEST_GOAL:
            raise ValueError(f"目标文本有{len(goal)}字，最多{LONGEST_GOAL}字；请只保留总任务、总产出和总效益")
        return goal

    @field_validator("evaluation")
    @classmethod
    def _evaluation(cls, text: str) -> str:
        if len(text) > LONGEST_GOAL:
            raise ValueError(f"完成情况有{len(text)}字，最多{LONGEST_GOAL}字，请精简")
        return text

    @field_validator("adjusted_budget", "spent", "execution_rate", "execution_weight", "execution_score", "total_score")
    @classmethod
    def _figure(cls, figure: float | None) -> float | None:
        return _checked_number(figure)

    @field_validator("budget")
    @classmethod
    def _budget(cls, budget: float | None) -> float | None:
        _checked_number(budget)
        if budget is not None and budget < 0:
            raise ValueError(f"预算{budget:g}小于0，请核对")
        return budget

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not _WORD.search(self.goal + self.project) and not any(row.name for row in self.rows):
            raise ValueError("目标文本和指标行都是空的，请至少写目标文本或一行指标")
        return self


_WORD = re.compile(r"[\u3400-\u9fffA-Za-z]")
_GRADED = re.compile(
    r"好[、，,/]\s*(较好[、，,/]\s*)?(一般|中)[、，,/]\s*(较)?差|优[秀]?[、，,/]\s*良[好]?[、，,/]|"
    r"[分为]?[三四五3-5]\s*(个)?(档|级|等级|等次)|(基本)?达成.{0,12}部分(达成|实现)|评分标准|分级标准|分档|"
    r"(?:好|优秀?|良好?)\s*[：:].{2,60}(?:一般|良好?|中|差|不合格)\s*[：:]"
)


def is_graded(text: str) -> bool:
    """Whether the text names grades by which a word can be judged."""
    return bool(_GRADED.search(text))
