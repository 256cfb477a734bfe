"""Progress of the year: execution, targets and the gap between them (the three warning lines), and the light of one row.

The names of the lines are those of a regional notice whose text is not held, the lights those of a provincial fiscal platform
[PRACTICE]; the computation of the lines is a product default [DEFAULT]. Thresholds are settings (``Thresholds``), never official.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from indicators.model.sheet import TargetSheet
from indicators.quality import levels
from indicators.quality.achievement import Achievement, achievement, is_reverse
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.quality.scoring import Grade
from indicators.text.values import moments

Light: TypeAlias = Literal["red", "yellow", "green", "blue"]
_LEVELS = frozenset({"rate", "score", "time", "concentration"})
_CUMULATIVE = re.compile(
    r"(?<!按时)(?<!及时)(?<!按期)(?<!如期)(?:完成率|完成比例|完成进度|建设进度|形象进度|开工率|竣工率|建成率)$"
)
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
    month = sheet.sheet.progress_month or 12
    read = [(row, done) for row in sheet.rows if (done := _reading(row, month))]
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

    数量 and 效益 with a forward sign, and shares of work done (完成率), are held against yearly value × month / 12: below 60 % red,
    below 80 % yellow, from 120 % blue. All others are green in range, else red; words are green, yellow or red by their grade.

    [DEFAULT] A level (合格率, 满意度, 平均用时) does not add up over the year and may still be made good: out of range it is held
    against the yearly value itself by the same marks. What is met to the piece was not set too low (14 systems in care) and is
    green, not blue.
    """
    done = _reading(row, month)
    if done is None:
        return None
    if done.grade:
        return _BY_GRADE[done.grade]
    if done.rate is None or (done.reached and (done.rate == 1 or not _grows(row))):
        return "green" if done.reached else "red"
    if _grows(row):
        return _by_share(done.rate * 12 / month)
    return _by_share(done.rate) if _is_level(row) else "red"


def _reading(row: ReadRow, month: int) -> Achievement | None:
    """What the row achieved; words that a survey, a rate or a date not yet due is open (尚未开展) are no reading."""
    done = achievement(row)
    if done is None or done.reached or done.grade is None or row.value.kind == "words":
        return done
    if row.value.kind == "date":
        return done if _is_due(row, month) else None
    return None if row.is_satisfaction or _is_level(row) else done


def _is_due(row: ReadRow, month: int) -> bool:
    """Whether the month that a date names, without a year, is past."""
    due = next((moment for moment in moments(row.target)), None)
    return due is not None and "20" not in due.text[:2] and (due.month or 13) <= month


def _by_share(share: float) -> Light:
    share = round(share, 9)
    if share < 0.6:
        return "red"
    if share < 0.8:
        return "yellow"
    return "blue" if share >= 1.2 else "green"


def _grows(row: ReadRow) -> bool:
    """Whether the reading adds up over the year."""
    if row.value.kind == "rate" and _CUMULATIVE.search(row.name):
        return True
    stays = row.is_timeliness or row.place.level2 in levels.QUALITY or row.is_cost or row.is_satisfaction
    return not stays and not _is_level(row) and is_reverse(row) is False


def _is_level(row: ReadRow) -> bool:
    return row.value.kind in _LEVELS


def _weight(row: ReadRow) -> float:
    return 1.0 if row.row.weight is None else row.row.weight
