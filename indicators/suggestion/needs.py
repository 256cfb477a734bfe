"""What the set must cover: each task, standard, date, effect and group of the draft, once, with the rows that speak of it.

Clauses of the goal and drafted rows that say the same thing are one need: same place and alike in meaning, or the same
quantity in the same unit. What the framework demands and the draft is silent about becomes an implied need.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from indicators.model.framework import Framework
from indicators.suggestion.rows import DraftRow, level_of_kind
from indicators.suggestion.sector import Likeness
from indicators.text.clauses import ClauseKind, GoalClause
from indicators.text.terms import terms

Matrix = NDArray[np.float32]

SAME = 0.80
"""Likeness from which two texts at one place are one need."""
SAME_LETTERS = 0.3
"""Share of common character pairs that must go with it: short names that share only an ending look alike to the model."""
SAME_LETTERS_OF_ROWS = 0.6
"""The same between two rows: who wrote both meant two things, unless they are nearly one to the letter."""
SAME_NAME = 0.95
SAME_WITH_QUANTITY = 0.35
"""Likeness that is enough where number and unit agree too."""
GUESSED_ELSEWHERE, PLACED_ELSEWHERE = 0.1, 0.3
"""What likeness loses where the two stand at different places: by the words of a clause, or as a row was drafted."""
BESIDE_THE_GOAL = 0.35
"""Factor on a count that only a row speaks of, where the goal itself names the tasks: mostly a step, not an output."""

IN_WORDS = 0.3
"""Factor on what only a row with a value in words speaks of: a third of them is worth a line."""

TASKS_THAT_TELL = 3
IMPORTANCE = {
    ClauseKind.TASK: 1.0,
    ClauseKind.STANDARD: 0.8,
    ClauseKind.EFFECT: 0.7,
    ClauseKind.SATISFACTION: 0.9,
    ClauseKind.COST: 0.7,
    ClauseKind.TIME: 0.6,
}


@dataclass(frozen=True)
class Need:
    """One thing to cover. ``texts`` are its wordings, the clearest first; ``places`` index them into the text vectors."""

    text: str
    kind: ClauseKind
    level1: str
    level2: str
    importance: float
    texts: tuple[str, ...]
    places: tuple[int, ...]
    clauses: tuple[GoalClause, ...] = ()
    rows: tuple[DraftRow, ...] = ()
    implied: bool = False

    @property
    def spoken(self) -> tuple[GoalClause, ...]:
        """The clauses of the goal, then those of the rows."""
        return (*self.clauses, *(row.clause for row in self.rows))

    @property
    def clause(self) -> GoalClause:
        """The clause that tells most: one with a quantity if there is one."""
        return next((clause for clause in self.spoken if clause.counts or clause.mishap), self.spoken[0])

    @property
    def is_slogan(self) -> bool:
        """An effect without any quantity; that something must not happen is one."""
        return self.kind is ClauseKind.EFFECT and not self.clause.quantities and not self.clause.mishap


@dataclass
class _Group:
    """A need while it is gathered."""

    level1: str
    level2: str
    places: list[int] = field(default_factory=list)
    clauses: list[GoalClause] = field(default_factory=list)
    rows: list[DraftRow] = field(default_factory=list)

    @property
    def spoken(self) -> list[GoalClause]:
        return [*self.clauses, *(row.clause for row in self.rows)]


@dataclass
class _Gathering:
    """The groups so far, and how alike any two wordings are in meaning and to the letter."""

    alike: Matrix
    pairs: Sequence[frozenset[str]]
    groups: list[_Group] = field(default_factory=list)

    def add_clause(self, place: int, clause: GoalClause, level: tuple[str, str]) -> None:
        if clause.is_part and self.groups and self.groups[-1].clauses:
            group = self.groups[-1]
        else:
            group = self._home(place, level, clause, is_row=False)
        group.clauses.append(clause)
        group.places.append(place)

    def add_row(self, place: int, row: DraftRow) -> None:
        group = self._home(place, (row.level1, row.level2), row.clause, is_row=True)
        if not group.rows:  # who drafts a row has placed it; a clause is only placed by its words
            group.level1, group.level2 = row.level1, row.level2
        group.rows.append(row)
        group.places.append(place)

    def _home(self, place: int, level: tuple[str, str], clause: GoalClause, *, is_row: bool) -> _Group:
        """The group that says the same thing best, or a new one."""
        best, best_score = None, 0.0
        for group in self.groups:
            score = self._sameness(group, place, level, clause, is_row=is_row)
            if score > best_score:
                best, best_score = group, score
        if best is None:
            best = _Group(*level)
            self.groups.append(best)
        return best

    def _sameness(
        self, group: _Group, place: int, level: tuple[str, str], clause: GoalClause, *, is_row: bool
    ) -> float:
        """How surely a wording says what the group says; 0 where it does not."""
        if _apart(group, clause):
            return 0.0
        letters = max(overlap(self.pairs[place], self.pairs[other]) for other in group.places)
        if letters >= SAME_NAME:
            return 1.0
        same_quantity = _same_quantity(group, clause)
        score = float(np.mean([self.alike[place, other] for other in group.places]))
        if (group.level1, group.level2) != level and not (same_quantity and group.level1 == level[0]):
            score -= PLACED_ELSEWHERE if is_row and group.rows else GUESSED_ELSEWHERE
        wanted = SAME_LETTERS_OF_ROWS if is_row and not group.clauses else SAME_LETTERS
        if not same_quantity and letters < wanted:
            return 0.0
        return score if score >= (SAME_WITH_QUANTITY if same_quantity else SAME) else 0.0


def texts_of(clauses: Sequence[GoalClause], rows: Sequence[DraftRow]) -> list[str]:
    """The wordings to embed: the clauses that are no filler, then the rows, in the order ``gather`` expects."""
    return [clause.core for clause in clauses] + [row.name for row in rows]


def gather(
    clauses: Sequence[GoalClause],
    rows: Sequence[DraftRow],
    vectors: Matrix,
    likeness: Likeness,
    framework: Framework | None,
) -> list[Need]:
    """Needs in order of appearance. ``vectors`` are the unit vectors (n, d) of ``texts_of(clauses, rows)``."""
    texts = texts_of(clauses, rows)
    alike = likeness(vectors @ vectors.T) if len(vectors) else np.zeros((0, 0), np.float32)
    gathering = _Gathering(alike, [name_pairs(text) for text in texts])
    for place, clause in enumerate(clauses):
        guess = level_of_kind(clause.kind, clause.text)
        gathering.add_clause(place, clause, framework.place(*guess) if framework else guess)
    for place, row in enumerate(rows, len(clauses)):
        gathering.add_row(place, row)
    tasks = sum(1 for clause in clauses if clause.kind is ClauseKind.TASK and clause.counts)
    return [_need(group, texts, tasks >= TASKS_THAT_TELL) for group in gathering.groups]


def adds_up(one: GoalClause, other: GoalClause) -> bool:
    """Whether the counts of two clauses are of one thing and may be added: same action, unit, and no other object."""
    mine, its = one.object, other.object
    alike = not mine or not its or mine in its or its in mine or mine[-1] == its[-1]  # 主体班, 专题培训班: head-final
    same_unit = any(terms().comparable(a.unit, b.unit) for a in one.counts for b in other.counts)
    return one.action == other.action and alike and same_unit


def name_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a name, by which two wordings are compared to the letter."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset({text})


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of common pairs, 0..1."""
    return len(one & other) / len(one | other)


def _apart(group: _Group, clause: GoalClause) -> bool:
    """Satisfaction, time and cost never speak of the same thing as another kind, however alike the words."""
    kinds = {other.kind for other in group.spoken}
    return clause.kind not in kinds and bool(({clause.kind} | kinds) & _OF_THEIR_OWN)


def _same_quantity(group: _Group, clause: GoalClause) -> bool:
    spoken = group.spoken
    mine = {(q.base_value, terms().base(q.unit)[0]) for q in clause.counts}
    months = {clause.moment.month} - {None} if clause.moment else set()
    if any(other.moment and other.moment.month in months for other in spoken):
        return True
    return any((q.base_value, terms().base(q.unit)[0]) in mine for other in spoken for q in other.counts)


def _need(group: _Group, texts: Sequence[str], goal_tells: bool) -> Need:
    spoken = group.spoken
    kinds = [clause.kind for clause in spoken if clause.kind is not ClauseKind.FILLER]
    kind = kinds[0] if kinds else ClauseKind.TASK
    return Need(
        text=spoken[0].text if group.clauses else group.rows[0].name,
        kind=kind,
        level1=group.level1,
        level2=group.level2,
        importance=_importance(group, kind, goal_tells),
        texts=tuple(dict.fromkeys(texts[place] for place in group.places)),
        places=tuple(group.places),
        clauses=tuple(group.clauses),
        rows=tuple(group.rows),
    )


def _importance(group: _Group, kind: ClauseKind, goal_tells: bool) -> float:
    base = IMPORTANCE.get(kind, 0.5)
    if group.clauses:
        countable = any(clause.quantities or clause.moment or clause.mishap for clause in group.clauses)
        vague = 0.6 if not goal_tells or kind is not ClauseKind.TASK else 0.15
        return (base if countable else vague * base) + (0.1 if any(row.is_measured for row in group.rows) else 0.0)
    sound = [row for row in group.rows if not row.is_routine]
    if not sound:
        return 0.05
    if goal_tells and kind is ClauseKind.TASK:
        base *= BESIDE_THE_GOAL
    if any(row.is_measured and row.target.kind != "words" for row in sound):
        return base * 0.75
    return base * (IN_WORDS if any(row.is_measured for row in sound) else 0.4)


_OF_THEIR_OWN = frozenset({ClauseKind.SATISFACTION, ClauseKind.TIME, ClauseKind.COST})
