"""Every phrase of the library, held out one at a time: does the rest of its record still bring its own indicator first?

A phrase is asked as a user would ask it, among the records of its own sector, while its record is indexed without it. What
fails here is a record whose other phrases say too little of what is particular to it, or a phrase that fits two records.
The ranking is that of ``retrieve``: cosine of the nearest text and BM25 with IDF, fused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator
from indicators.search import document, words
from indicators.search.bundled_model import Progress
from indicators.search.embedding import Embedder
from indicators.search.index import Matrix
from indicators.search.retrieve import DEPTH, Arm, fuse


@dataclass(frozen=True)
class HeldOut:
    """One phrase: the indicator it belongs to and the one that came first; None when nothing came."""

    code: str
    sector: str
    phrase: str
    first: str | None

    @property
    def found(self) -> bool:
        return self.code == self.first


def held_out(library: Library, embedder: Embedder, *, progress: Progress = lambda _: None) -> list[HeldOut]:
    """One answer for every phrase of every active indicator, sector by sector. Takes about a minute for 700 records."""
    answers: list[HeldOut] = []
    for sector in library.sectors:
        if records := [indicator for indicator in library.active if indicator.sector == sector.slug]:
            progress(f"逐条抽去写法检索：{sector.name}，{len(records)} 条指标")
            answers += _Sector(records, embedder).answers()
    return answers


Shares = dict[str, tuple[int, int]]
"""Sector's name -> phrases that found their own record, and phrases asked; the whole library last."""


def shares(library: Library, answers: Sequence[HeldOut]) -> Shares:
    """The figures of ``held_out``, a sector a line."""
    by_sector = {sector.name: [it.found for it in answers if it.sector == sector.slug] for sector in library.sectors}
    by_sector["合计"] = [it.found for it in answers]
    return {name: (sum(found), len(found)) for name, found in by_sector.items() if found}


class _Sector:
    """The texts and lexical documents of one sector's records, each phrase of which is asked without itself."""

    def __init__(self, records: Sequence[Indicator], embedder: Embedder) -> None:
        self.records = records
        self.embedder = embedder
        self.texts = [(place, text) for place, record in enumerate(records) for text in document.texts(record)]
        self.rows = embedder.embed([text for _, text in self.texts])
        self.owners = np.asarray([place for place, _ in self.texts])
        self.documents = [_weights(record) for record in records]
        self.frequencies = Counter(term for found in self.documents for term in found)

    def answers(self) -> list[HeldOut]:
        asked = [(place, phrase) for place, record in enumerate(self.records) for phrase in record.phrases]
        vectors = self.embedder.embed([phrase for _, phrase in asked])
        return [self._answer(place, phrase, vector) for (place, phrase), vector in zip(asked, vectors, strict=True)]

    def _answer(self, place: int, phrase: str, vector: Matrix) -> HeldOut:
        record = self.records[place]
        first = next(iter(fuse(self._dense(place, phrase, vector), self._lexical(place, phrase))), None)
        return HeldOut(record.code, record.sector, phrase, first)

    def _dense(self, place: int, phrase: str, vector: Matrix) -> Arm:
        scores = self.rows @ vector
        scores[[owner == place and text == phrase for owner, text in self.texts]] = -1.0
        best = np.full(len(self.records), -1.0, np.float32)
        np.maximum.at(best, self.owners, scores)
        return self._arm(best)

    def _lexical(self, place: int, phrase: str) -> Arm:
        record = self.records[place]
        others = tuple(other for other in record.phrases if other != phrase)
        without = _weights(record.model_copy(update={"phrases": others}))
        asked = Counter(words.words(phrase))
        scores = np.zeros(len(self.records), np.float32)
        for term, count in asked.items():
            held = self.frequencies[term] - (term in self.documents[place]) + (term in without)
            if not held:
                continue
            rarity = document.idf(len(self.records), held) * min(count, 2)
            for number, found in enumerate(self.documents):
                weight = (without if number == place else found).get(term)
                if weight:
                    scores[number] += rarity * weight
        return self._arm(scores)

    def _arm(self, scores: Matrix) -> Arm:
        order = np.argsort(-scores, kind="stable")[:DEPTH]
        return Arm({self.records[n].code: float(scores[n]) for n in order if scores[n] > 0}, {})


def _weights(record: Indicator) -> dict[str, float]:
    """BM25 weight of each term; the same numbers as ``document.lexical``, by word."""
    sparse = document.lexical(record)
    by_number = dict(zip(sparse.indices, sparse.values, strict=True))
    return {term: by_number[words.term_id(term)] for term in document.terms(record)}
