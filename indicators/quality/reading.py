"""A sheet read once for all rules: its indicator rows, placed in the framework, with values taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from indicators.model.finding import Fix
from indicators.model.framework import Framework
from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality import levels
from indicators.quality.problem import Problem
from indicators.text.values import Target, fold, read_target, written

_TOTALS = frozenset({"合计", "总计", "小计", "总分", "总得分"})
_EXECUTION = frozenset({"预算执行率", "预算执行", "预算资金执行率", "资金执行率", "预算执行情况"})
_NO_UNIT = frozenset({"/", "／", "\\", "-", "—", "——", "–", "无", "*", "_", "定性", "定量"})


@dataclass(frozen=True)
class ReadRow:
    """One indicator row. ``number`` counts from 1 in the sheet; texts are as drafted, ``value`` is the target taken apart."""

    number: int
    row: SheetRow
    place: levels.Place

    @property
    def name(self) -> str:
        return self.row.name

    @property
    def target(self) -> str:
        return self.row.target

    @property
    def unit(self) -> str:
        """The unit cell; empty where it holds only a stroke."""
        return "" if self.row.unit in _NO_UNIT else self.row.unit

    @property
    def notes(self) -> str:
        """What stands beside the value: explanation and basis."""
        return f"{self.row.explanation} {self.row.basis}".strip()

    @property
    def has_graded_standard(self) -> bool:
        return self.row.has_graded_standard

    @cached_property
    def value(self) -> Target:
        return read_target(self.row.target, self.unit)

    @property
    def is_output(self) -> bool:
        return self.place.level1 in levels.OUTPUT

    @property
    def is_benefit(self) -> bool:
        return self.place.level1 in levels.BENEFIT

    @property
    def is_timeliness(self) -> bool:
        return self.place.level2 in levels.TIMELINESS

    @property
    def is_cost(self) -> bool:
        """Whether the row stands under 成本, in the newer form or below 产出 in the older one."""
        return self.place.level1 in levels.COST or self.place.level2 in levels.COST2

    @property
    def is_satisfaction(self) -> bool:
        return self.place.level1 in levels.SATISFACTION or bool(re.search("满意(?:度|率)", self.name))

    def problem(
        self,
        message: str,
        *,
        cell: str = "name",
        subject: str = "",
        evidence: str = "",
        fix: str = "",
        beside: Mapping[str, str] | None = None,
        into: ReadRow | None = None,
    ) -> Problem:
        """A fault in the field ``cell`` of this row.

        ``fix`` is what that field should hold instead, ``beside`` what others should hold with it; ``into`` is the row that
        says all that this one does.
        """
        value = getattr(self.row, cell) or ""
        text = written(value) if isinstance(value, float) else str(value)
        mend = Fix(row=self.number, field=cell, before=text, after=fix, beside=dict(beside or {})) if fix else None
        if into:
            mend = Fix(row=self.number, field="row", before=self.name, after="", into=into.number)
        return Problem(
            message,
            subject or f"{self.name}|{text}",
            row=self.number,
            cell=cell,
            evidence=evidence or text,
            fix=mend if mend and mend.after != text else None,
        )


@dataclass(frozen=True)
class ReadSheet:
    """The sheet as the rules see it.

    ``rows`` are named indicator rows; ``nameless`` have a target and no name; ``execution`` are rows of 预算执行率, which
    carry points only at self-evaluation; subtotals and empty rows of a form are left out.
    """

    sheet: TargetSheet
    rows: tuple[ReadRow, ...]
    nameless: tuple[ReadRow, ...]
    execution: tuple[ReadRow, ...]

    @property
    def unplaced(self) -> tuple[ReadRow, ...]:
        """Rows whose level 1 is not understood."""
        return tuple(row for row in self.rows if row.place.level1 is None)

    def problem(self, message: str, *, subject: str = "", evidence: str = "", clause: str | None = None) -> Problem:
        """A fault of the whole sheet."""
        return Problem(message, subject, evidence=evidence, clause=clause)


def read_sheet(sheet: TargetSheet, framework: Framework | None) -> ReadSheet:
    """Reads every row once."""
    read = [
        ReadRow(number, row, levels.place_row(row, framework))
        for number, row in enumerate(sheet.rows, 1)
        if plain(row.name) not in _TOTALS
    ]
    execution = tuple(row for row in read if _is_execution(row, framework))
    others = [row for row in read if row not in execution]
    return ReadSheet(
        sheet,
        rows=tuple(row for row in others if row.name),
        nameless=tuple(row for row in others if not row.name and row.target),
        execution=execution,
    )


def plain(text: str) -> str:
    """Words without blanks and in half-width, for comparing."""
    return "".join(fold(text).split())


def row_numbers(rows: tuple[ReadRow, ...]) -> str:
    """第2、5行; a long list is cut."""
    shown = "、".join(str(row.number) for row in rows[:8])
    return f"第{shown}行" + ("等" if len(rows) > 8 else "")


def _is_execution(row: ReadRow, framework: Framework | None) -> bool:
    level = next((level for level in framework.levels if level.name == row.place.level1), None) if framework else None
    if level is not None:
        return not level.at_drafting
    return plain(row.name or row.row.level1) in _EXECUTION
