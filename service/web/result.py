"""One answer, arranged for its page: the set by level, where drafted rows went, findings by group, what is open."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from indicators.model.finding import SEVERITIES, CheckedSheet, Finding
from indicators.model.sheet import SheetRow, TargetSheet
from indicators.model.suggestion import Merge, SuggestedIndicator, Suggestion
from indicators.quality.suppression import Lapses
from service.documents.plain import skeleton_text
from service.web.words import GROUPS, UNCHECKED

NO_LAPSES = Lapses()


@dataclass(frozen=True)
class Level:
    """The lines of one level-1 indicator with their points."""

    name: str
    points: float
    lines: tuple[SuggestedIndicator, ...]


@dataclass(frozen=True)
class DraftedRow:
    """A drafted row and what became of it; ``into`` are the names of the lines that carry it now."""

    number: int
    name: str
    target: str
    into: tuple[str, ...]
    kept: bool
    reason: str


@dataclass(frozen=True)
class Task:
    """A task of the goal or the rows, and the names of the lines that carry it, or a skeleton for one that is missing."""

    text: str
    carried_by: tuple[str, ...]
    score: float
    skeleton: str = ""


@dataclass(frozen=True)
class Result:
    """A sheet with its suggestion and its check. ``rule_titles`` maps a rule's id to its title."""

    sheet: TargetSheet
    suggestion: Suggestion
    checked: CheckedSheet
    rule_titles: dict[str, str]
    lapses: Lapses = NO_LAPSES

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The set by level 1, in the order of the suggestion."""
        names = dict.fromkeys(line.level1 for line in self.suggestion.indicators)
        return tuple(_level(name, self.suggestion) for name in names)

    @cached_property
    def chart(self) -> str:
        """The weights as JSON for the treemap: levels, and in them the indicators."""
        tree = [
            {
                "name": level.name,
                "value": level.points,
                "children": [{"name": line.name, "value": line.weight} for line in level.lines],
            }
            for level in self.levels
        ]
        return json.dumps(tree, ensure_ascii=False)

    @cached_property
    def drafted(self) -> tuple[DraftedRow, ...]:
        """Every drafted row, in order, with what became of it."""
        merges = {merge.row: merge for merge in self.suggestion.merge_map}
        return tuple(
            _drafted(number, row, merges.get(number), self.suggestion)
            for number, row in enumerate(self.sheet.rows, start=1)
        )

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The covered tasks, each with the lines that carry it."""
        skeletons = self.skeletons
        return tuple(
            Task(it.clause, _names(it.covered_by, self.suggestion), it.score, skeletons.get(it.clause, ""))
            for it in self.suggestion.coverage
        )

    @cached_property
    def skeletons(self) -> dict[str, str]:
        """What to write where no line is, by clause."""
        return {it.clause: skeleton_text(it) for it in self.suggestion.skeletons}

    @property
    def covered(self) -> int:
        """How many tasks a line carries."""
        return sum(bool(task.carried_by) for task in self.tasks)

    @cached_property
    def findings(self) -> dict[str, tuple[Finding, ...]]:
        """Findings in force by group, the severest first; a group without findings is left out."""
        standing = [finding for finding in self.checked.findings if finding.suppressed is None]
        ordered = sorted(standing, key=lambda it: (SEVERITIES.index(it.severity), it.row or 0))
        grouped = {group: tuple(it for it in ordered if it.group == group) for group in GROUPS}
        return {group: found for group, found in grouped.items() if found}

    @cached_property
    def set_aside(self) -> tuple[Finding, ...]:
        """Findings that an exemption sets aside, in their order."""
        return tuple(finding for finding in self.checked.findings if finding.suppressed)

    @cached_property
    def outcomes(self) -> Counter[str]:
        """How many rules came to each conclusion."""
        return Counter(outcome.outcome for outcome in self.checked.outcomes)

    @cached_property
    def open(self) -> tuple[str, ...]:
        """What could not be judged, and why: it never counts as passed. The opinion's account, or else the outcomes'."""
        undecided = [outcome for outcome in self.checked.outcomes if outcome.outcome in UNCHECKED]
        told = tuple(f"{self.rule_titles.get(it.rule, it.rule)}（{it.rule}）：{it.reason}" for it in undecided)
        return self.checked.opinion.unchecked or told


def _level(name: str, suggestion: Suggestion) -> Level:
    lines = tuple(line for line in suggestion.indicators if line.level1 == name)
    return Level(name, sum(line.weight for line in lines), lines)


def _drafted(number: int, row: SheetRow, merge: Merge | None, suggestion: Suggestion) -> DraftedRow:
    lines = [line for line in suggestion.indicators if number in line.replaces]
    into = tuple(line.name for line in lines) or _names((merge.into,) if merge and merge.into else (), suggestion)
    target = row.target if row.target.endswith(row.unit) else f"{row.target}{row.unit}"
    return DraftedRow(number, row.name, target, into, any(it.kept for it in lines), merge.reason if merge else "")


def _names(codes: tuple[str, ...], suggestion: Suggestion) -> tuple[str, ...]:
    """Names of the lines with these codes, each once; a code that no line carries stands for itself."""
    found = [[line.name for line in suggestion.indicators if line.code == code] or [code] for code in codes]
    return tuple(dict.fromkeys(name for names in found for name in names))
