"""A sheet read as a whole for suggestion: its clauses, rows, project types, whom it serves, and its main words."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.model.framework import Framework
from indicators.model.sheet import TargetSheet
from indicators.suggestion.rows import DraftRow, read_row
from indicators.text.clauses import ClauseKind, GoalClause, read_goal
from indicators.text.terms import terms

MAIN_TASKS = 3
TYPE_SHARE = 0.2
"""Share of the type words from which a project is of a type: one room renovated makes no renovation project."""


@dataclass(frozen=True)
class Draft:
    """What was understood. ``clauses`` are without filler; ``types`` are project types, the most spoken of first."""

    sheet: TargetSheet
    clauses: tuple[GoalClause, ...]
    rows: tuple[DraftRow, ...]
    types: tuple[str, ...]

    @property
    def words(self) -> str:
        """All words of the draft."""
        return "\n".join((self.sheet.project, self.sheet.goal, *(row.row.name for row in self.rows)))

    @property
    def serves_the_public(self) -> bool:
        """Whether the draft names people or public services, for whom satisfaction counts (财预〔2021〕101号 二（四）)."""
        return any(word in self.words for word in terms().public_service)

    @property
    def beneficiary(self) -> str:
        """The group that the draft names most often, for 〔受益群体〕; empty when it names none or speaks of a department."""
        if self.sheet.kind == "department":
            return ""
        words = self.words
        groups = [group for group in terms().satisfaction_groups if group not in _VAGUE_GROUPS]
        return (
            max(groups, key=lambda group: (words.count(group), len(group)), default="")
            if any(group in words for group in groups)
            else ""
        )

    @property
    def main_objects(self) -> tuple[str, ...]:
        """The objects of the first tasks, for asking what belongs beside them."""
        tasks = [clause for clause in self.clauses if clause.kind is ClauseKind.TASK and clause.object]
        named = [clause.object + (clause.action if clause.action != clause.verb else "") for clause in tasks]
        named += [row.name for row in self.rows if not row.is_routine]
        return tuple(dict.fromkeys([*named, self.sheet.project] if named else [self.sheet.project or self.words[:60]]))[
            :MAIN_TASKS
        ]

    @property
    def main_object(self) -> str:
        """The object of the first countable task, for standards and dates that speak of the whole."""
        tasks = [clause.object for clause in self.clauses if clause.kind is ClauseKind.TASK and clause.object]
        return tasks[0] if tasks else ""


_VAGUE_GROUPS = frozenset(
    {"单位", "对象", "人员", "主体", "受益", "代表", "政府", "参训", "参会", "参赛", "办事", "入住"}
)


def read_draft(sheet: TargetSheet, framework: Framework | None) -> Draft:
    """Reads the sheet; rows without a name are left out here and reported by the rules."""
    clauses = tuple(clause for clause in read_goal(sheet.goal) if clause.kind is not ClauseKind.FILLER)
    rows = tuple(read_row(number, row, framework) for number, row in enumerate(sheet.rows, 1) if row.name)
    words = "\n".join((sheet.project, sheet.goal, *(row.name for row in sheet.rows)))
    counts = {kind: sum(words.count(cue) for cue in cues) for kind, cues in terms().project_types.items()}
    enough = max(1.0, TYPE_SHARE * sum(counts.values()))
    types = sorted((kind for kind, count in counts.items() if count >= enough), key=lambda kind: -counts[kind])
    return Draft(sheet, clauses, rows, tuple(types))
