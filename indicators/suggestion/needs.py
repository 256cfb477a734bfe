"""What the set must cover: each task, standard, date, effect and group of the draft, once, with the rows that speak of it.

Clauses of the goal and drafted rows that say the same thing are one need: same place and alike in meaning, or the same
quantity in the same unit. What the framework demands and the draft is silent about becomes an implied need.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from indicators.search.likeness import Likeness
from indicators.suggestion.draft import Draft
from indicators.suggestion.importance import COPIES_BUDGET, TASKS_THAT_TELL, importance, mean_weight
from indicators.suggestion.rows import DraftRow
from indicators.text.clauses import ClauseKind, GoalClause
from indicators.text.names import name_pairs, overlap
from indicators.text.terms import terms

Matrix = NDArray[np.float32]

ROUNDED_YUAN = 50.0
"""What an amount in 万元 with two decimals may be off."""
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
        score = float(max(self.alike[place, other] for other in group.places))
        if (group.level1, group.level2) != level and not (same_quantity and group.level1 == level[0]):
            score -= PLACED_ELSEWHERE if is_row and group.rows else GUESSED_ELSEWHERE
        wanted = SAME_LETTERS_OF_ROWS if is_row and not group.clauses else SAME_LETTERS
        if not same_quantity and letters < wanted:
            return 0.0
        return score if score >= (SAME_WITH_QUANTITY if same_quantity else SAME) else 0.0


def texts_of(draft: Draft) -> list[str]:
    """The wordings to embed: the clauses that are no filler, then the rows, in the order ``gather`` expects."""
    return [clause.core for clause in draft.clauses] + [row.name for row in draft.rows]


def gather(draft: Draft, levels: Sequence[tuple[str, str]], vectors: Matrix, likeness: Likeness) -> list[Need]:
    """Needs in order of appearance. ``levels`` are the places of the clauses, ``vectors`` the unit vectors (n, d) of ``texts_of(draft)``."""
    clauses, rows = draft.clauses, draft.rows
    texts = texts_of(draft)
    alike = likeness(vectors @ vectors.T) if len(vectors) else np.zeros((0, 0), np.float32)
    gathering = _Gathering(alike, [name_pairs(text) for text in texts])
    for place, clause in enumerate(clauses):
        gathering.add_clause(place, clause, levels[place])
    for place, row in enumerate(rows, len(clauses)):
        gathering.add_row(place, row)
    tasks = sum(1 for clause in clauses if clause.kind is ClauseKind.TASK and clause.counts)
    mean, budget = mean_weight(rows), draft.sheet.budget_yuan
    return [_need(group, texts, mean, budget=budget, goal_tells=tasks >= TASKS_THAT_TELL) for group in gathering.groups]


def copies_budget(clauses: Sequence[GoalClause], budget: float | None) -> bool:
    """Whether all the money that the clauses speak of is the budget (in 元) itself, but for rounding."""
    amounts = [q.base_value for clause in clauses for q in clause.quantities if q.kind == "money" and not q.each]
    return bool(budget and amounts) and all(abs(amount - (budget or 0.0)) < ROUNDED_YUAN for amount in amounts)


def adds_up(one: GoalClause, other: GoalClause) -> bool:
    """Whether the counts of two clauses are of one thing and may be added: same action, unit, and no other object."""
    mine, its = one.object, other.object
    alike = not mine or not its or mine in its or its in mine or mine[-1] == its[-1]  # 主体班, 专题培训班: head-final
    same_unit = any(terms().comparable(a.unit, b.unit) for a in one.counts for b in other.counts)
    return one.action == other.action and alike and same_unit


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


def _need(group: _Group, texts: Sequence[str], mean: float, *, budget: float | None, goal_tells: bool) -> Need:
    spoken = group.spoken
    kind = _kind(group)
    factor = COPIES_BUDGET if kind is ClauseKind.COST and copies_budget(spoken, budget) else 1.0
    wordings = tuple(dict.fromkeys(texts[place] for place in group.places))
    return Need(
        text=spoken[0].text if group.clauses else group.rows[0].name,
        kind=kind,
        level1=group.level1,
        level2=group.level2,
        importance=factor * importance(kind, group.clauses, group.rows, mean=mean, goal_tells=goal_tells),
        texts=wordings,
        places=tuple(group.places),
        clauses=tuple(group.clauses),
        rows=tuple(group.rows),
    )


def _kind(group: _Group) -> ClauseKind:
    """What the first wording speaks of; a count that is drafted as a benefit is one."""
    kinds = [clause.kind for clause in group.spoken if clause.kind is not ClauseKind.FILLER]
    kind = kinds[0] if kinds else ClauseKind.TASK
    if kind is ClauseKind.TASK and group.rows and not group.clauses and group.level1 in _BENEFITS:
        return ClauseKind.EFFECT
    return kind


_BENEFITS = frozenset({"效益指标", "社会效应"})
_OF_THEIR_OWN = frozenset({ClauseKind.SATISFACTION, ClauseKind.TIME, ClauseKind.COST})
