"""What a model says of one sheet: the indicators nearest to each row, and how alike its rows and the clauses of its goal are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indicators.model.indicator import Indicator
from indicators.model.sheet import TargetSheet
from indicators.model.suggestion import SectorChoice
from indicators.quality.reading import ReadSheet
from indicators.search.index import Where
from indicators.search.likeness import Likeness
from indicators.search.retrieve import Searcher
from indicators.search.sector_judge import SectorJudge, chosen
from indicators.text.clauses import ClauseKind, GoalClause, read_goal
from indicators.text.names import clean_name

Matrix = NDArray[np.float32]

NEAREST = 8


@dataclass(frozen=True)
class Near:
    """An indicator near to a row; ``likeness`` in 0..1 on the scale of ``Likeness`` (1: two wordings of one thing)."""

    indicator: Indicator
    likeness: float


@dataclass(frozen=True)
class Meaning:
    """``nearest`` maps a row's number to its nearest indicators, best first; ``clauses`` are those of the goal without filler."""

    nearest: Mapping[int, tuple[Near, ...]]
    clauses: tuple[GoalClause, ...]
    sector: SectorChoice
    _alike: Matrix
    _places: Mapping[int, int]

    def rows_alike(self, one: int, other: int) -> float:
        """Likeness of two rows, by number, 0..1."""
        return float(self._alike[self._places[one], self._places[other]])

    def clause_alike(self, clause: int, row: int) -> float:
        """Likeness of a clause (by its place in ``clauses``) and a row (by number), 0..1."""
        return float(self._alike[clause, self._places[row]])


@dataclass(frozen=True)
class MeaningReader:
    """Reads the meaning of sheets with one library and model."""

    searcher: Searcher
    likeness: Likeness
    judge: SectorJudge

    def read(self, sheet: ReadSheet) -> Meaning:
        """One embedding of all names and clauses (about 2 ms a text), and one query a row."""
        clauses = _clauses(sheet.sheet.goal)
        texts = [clause.core for clause in clauses] + [clean_name(row.name) for row in sheet.rows]
        vectors = self.searcher.embedder.embed(texts or [sheet.sheet.project or "项目"])
        names = vectors[len(clauses) : len(texts)]
        found = self.searcher.recall(names, where=Where(), limit=NEAREST) if len(names) else []
        by_code = self.searcher.library.by_code
        return Meaning(
            nearest={
                row.number: tuple(Near(by_code[hit.code], self.likeness.of(hit.dense or 0.0)) for hit in hits)
                for row, hits in zip(sheet.rows, found, strict=True)
            },
            clauses=clauses,
            sector=self._sector(sheet.sheet, vectors),
            _alike=self.likeness(vectors @ vectors.T),
            _places={row.number: place for place, row in enumerate(sheet.rows, len(clauses))},
        )

    def _sector(self, sheet: TargetSheet, vectors: Matrix) -> SectorChoice:
        if sheet.sector:
            return chosen(self.searcher.library.sector(sheet.sector))
        words = "\n".join((sheet.project, sheet.goal, *(row.name for row in sheet.rows)))
        return self.judge.judge(vectors, [1.0] * len(vectors), words, kind=sheet.kind)


def texts_of(sheet: TargetSheet) -> list[str]:
    """The texts that ``MeaningReader`` embeds of a sheet, so that those of many sheets can be embedded together beforehand."""
    names = [clean_name(row.name) for row in sheet.rows if row.name]
    return [clause.core for clause in _clauses(sheet.goal)] + names or [sheet.project or "项目"]


def _clauses(goal: str) -> tuple[GoalClause, ...]:
    return tuple(clause for clause in read_goal(goal) if clause.kind is not ClauseKind.FILLER)
