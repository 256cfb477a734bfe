"""Which sector a draft belongs to, with confidence and alternatives.

A ridge classifier on the sectors' example sentences (``Sector.cues``) and indicator names. Its temperature is set by the
examples' own leave-one-out predictions, so that another model or library needs no new constant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indicators.library.snapshot import Library
from indicators.model.sector import COMMON_SECTOR, Sector
from indicators.model.suggestion import SectorChoice, SectorGuess
from indicators.search.embedding import Embedder

Matrix = NDArray[np.float32]

RIDGE = 1.0
MOST_NAMES = 40
PLAIN = 0.6
UNSURE = 0.4
"""Confidence below which a draft is held to be of no field in particular; all tuning drafts of a field are above it."""
TEMPERATURES = (0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.5)


@dataclass(frozen=True)
class SectorJudge:
    """The fitted classifier: unit text vectors -> one score a sector."""

    sectors: tuple[Sector, ...]
    mean: Matrix
    coefficients: Matrix
    temperature: float

    def judge(self, vectors: Matrix, weights: Sequence[float], text: str, *, kind: str) -> SectorChoice:
        """The sector of a draft whose clauses have these vectors (n, d) and weights; ``text`` is searched for names.

        A project is of a sector for another kind of sheet only when that is plain.
        """
        share = np.asarray(weights, dtype=np.float32) / max(sum(weights), 1e-9)
        scores = (vectors - self.mean) @ self.coefficients
        totals = share @ scores + np.asarray([_name_bonus(sector, text) for sector in self.sectors])
        chances = _softmax(totals / self.temperature)
        ranked = sorted(zip(self.sectors, chances, strict=True), key=lambda pair: (-pair[1], pair[0].slug))
        guesses = [
            SectorGuess(slug=sector.slug, name=sector.name, confidence=round(float(chance), 3))
            for sector, chance in ranked
        ]
        kinds = {sector.slug: sector.kind for sector in self.sectors}
        if kinds[guesses[0].slug] != kind and guesses[0].confidence < PLAIN:
            guesses.append(guesses.pop(0))
        if guesses[0].confidence < UNSURE:  # of none of the fields: what all projects share
            guesses.sort(key=lambda guess: guess.slug != COMMON_SECTOR)
        best, *others = guesses
        return SectorChoice(**best.model_dump(), alternatives=tuple(others[:3]))


def chosen(sector: Sector, *, given: bool = True) -> SectorChoice:
    """A sector that the user named, or that follows from the kind of sheet."""
    return SectorChoice(slug=sector.slug, name=sector.name, confidence=1.0, given=given)


def fit_judge(library: Library, embedder: Embedder) -> SectorJudge:
    """Fits the classifier on the library's cues (or indicator names where a sector has none)."""
    texts, labels = [], []
    for number, sector in enumerate(library.sectors):
        examples = _examples(library, sector)
        texts += examples
        labels += [number] * len(examples)
    vectors = embedder.embed(texts)
    mean = vectors.mean(axis=0)
    centred = vectors - mean
    answers = np.eye(len(library.sectors), dtype=np.float32)[labels]
    coefficients = _ridge(centred, answers)
    held_out = _leave_one_out(centred, answers)
    return SectorJudge(library.sectors, mean, coefficients, _temperature(held_out, labels))


def _examples(library: Library, sector: Sector) -> list[str]:
    names = [i.name for i in library.active if i.sector == sector.slug and not i.is_pattern][:MOST_NAMES]
    return [*sector.cues, *names] or [sector.name]


def _ridge(centred: Matrix, answers: Matrix) -> Matrix:
    gram = centred.T @ centred + RIDGE * np.eye(centred.shape[1], dtype=np.float32)
    return np.asarray(np.linalg.solve(gram, centred.T @ answers), dtype=np.float32)


def _leave_one_out(centred: Matrix, answers: Matrix) -> Matrix:
    """Predictions for each example by the classifier without it (closed form of ridge regression)."""
    gram = centred.T @ centred + RIDGE * np.eye(centred.shape[1], dtype=np.float32)
    hat = centred @ np.linalg.solve(gram, centred.T)
    fitted = hat @ answers
    leverage = np.diag(hat)[:, None]
    return np.asarray((fitted - leverage * answers) / np.maximum(1 - leverage, 1e-3), dtype=np.float32)


def _temperature(held_out: Matrix, labels: Sequence[int]) -> float:
    rows = np.arange(len(labels))

    def loss(temperature: float) -> float:
        chances = np.asarray([_softmax(row / temperature) for row in held_out])
        return float(-np.log(np.maximum(chances[rows, labels], 1e-9)).mean())

    return min(TEMPERATURES, key=loss)


def _softmax(scores: Matrix) -> Matrix:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum(), dtype=np.float32)


def _name_bonus(sector: Sector, text: str) -> float:
    """A draft that names its field is likely of it."""
    return 0.15 if any(name in text for name in (sector.name, *sector.aliases) if len(name) > 2) else 0.0
