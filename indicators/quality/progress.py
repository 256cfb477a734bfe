"""Progress of the year: execution, targets and the gap between them (the three warning lines), and the light of one row.

The names of the lines are those of a regional notice whose text is not held, the lights those of a provincial fiscal platform
[PRACTICE]; the computation of the lines is a product default [DEFAULT]. Thresholds are settings (``Thresholds``), never official.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from indicators.model.sheet import TargetSheet
from indicators.quality import levels
from indicators.quality.achievement import Achievement, achievement
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.quality.scoring import Grade

Light: TypeAlias = Literal["red", "yellow", "green", "blue"]
_BY_GRADE: dict[Grade, Light] = {"达成": "green", "部分达成": "yellow", "未达成": "red"}


@dataclass(frozen=True)
class Progress:
    """In percent, None where the sheet does not tell. ``read`` of ``rows`` indicators have a reading that could be compared."""

    execution: float | None
    targets: float | None
    read: int
    rows: int

    @property
    def gap(self) -> float | None:
        """D = |P − C| in points."""
        if self.execution is None or self.targets is None:
            return None
        return abs(self.execution - self.targets)


def progress(sheet: ReadSheet) -> Progress:
    """P = spent / budget; C = Σ(w × min(rate, 1)) / Σw over the indicators with a reading, each counting 1 without weights."""
    read = [(row, done) for row in sheet.rows if (done := achievement(row))]
    total = sum(_weight(row) for row, _ in read)
    reached = sum(_weight(row) * done.share for row, done in read)
    return Progress(
        execution=execution_rate(sheet.sheet),
        targets=100 * reached / total if total else None,
        read=len(read),
        rows=len(sheet.rows),
    )


def execution_rate(sheet: TargetSheet) -> float | None:
    """Spent / yearly budget in percent (the adjusted one where it is given), else the rate as written; None where neither is.

    Source of the base: 财预〔2021〕101号 三（七）2 (年度预算规模); other texts take the money received (norms 11, setting).
    """
    budget = sheet.adjusted_budget or sheet.budget
    if sheet.spent is not None and budget:
        return 100 * sheet.spent / budget
    return sheet.execution_rate


def light(row: ReadRow, month: int) -> Light | None:
    """The light of a row after ``month`` months; None where its reading cannot be compared. Source: [PRACTICE], see the module.

    数量, 效益 and 满意度 with a forward sign are held against yearly value × month / 12: below 60 % red, below 80 % yellow, from
    120 % blue; a rate or a score does not add up over the year, so that one in range is green [DEFAULT]. All others are green
    in range, else red; words are green, yellow or red by their grade.
    """
    done = achievement(row)
    if done is None:
        return None
    if done.grade:
        return _BY_GRADE[done.grade]
    is_level = row.value.kind in {"rate", "score"} and done.reached
    if done.rate is None or is_level or not _grows(row):
        return "green" if done.reached else "red"
    return _by_share(done, month)


def _by_share(done: Achievement, month: int) -> Light:
    share = round((done.rate or 0.0) * 12 / month, 9)
    if share < 0.6:
        return "red"
    if share < 0.8:
        return "yellow"
    return "blue" if share >= 1.2 else "green"


def _grows(row: ReadRow) -> bool:
    stays = row.is_timeliness or row.place.level2 in levels.QUALITY or row.is_cost
    return not stays and row.value.operator not in {"≤", "<"}


def _weight(row: ReadRow) -> float:
    return 1.0 if row.row.weight is None else row.row.weight
