"""Recall by meaning and by word -> fuse -> hits that carry their reasons.

An exact code comes first, an exact name or alias next, then the fused score of the two arms; ties by code. When an arm fails,
the other answers and the answer says ``degraded``. What the index holds and the library does not (the index follows the
library a moment later) is passed over.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeVar

from indicators.errors import InvalidInput, MissingResource
from indicators.library.snapshot import Library
from indicators.model.hit import Hit, SearchAnswer
from indicators.model.indicator import Indicator
from indicators.model.sector import COMMON_SECTOR
from indicators.search import words
from indicators.search.document import idf, plain_name
from indicators.search.embedding import Embedder
from indicators.search.index import Found, Frequencies, Matrix, Sparse, VectorIndex, Where

LONGEST_QUERY = 1_000
LEXICAL_SHARE = 0.05
"""What the best match by word is worth beside a cosine. Cosines of this kind of model lie close together, so little decides.
Set on the tuning half of the golden queries: 0.03, 0.05 and 0.08 give nDCG@10 0.825, 0.824 and 0.818, and more of it lets more
held-out phrases find their own record first (0.957, 0.974, 0.98). Reciprocal rank fusion gives 0.815 and loses 0.01 to 0.025 on
foreign libraries: it forgets by how much one record is better than the next.
"""
POINTS_A_CODE = 6
"""Points asked for each code wanted: a record has that many texts, and all of them may be near."""
DEPTH = 30
"""Codes of each arm that enter the fusion at least."""
LONGEST_QUOTE = 40
WORDS_SHOWN = 4

_UNSEEN = re.compile(r"[\s“”‘’\"']+")
_BROKEN = re.compile("[\x00\ud800-\udfff]")
T = TypeVar("T")
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Arm:
    """One arm's answer to one query: codes best first with scores, and the text that was nearest."""

    scores: dict[str, float]
    texts: dict[str, str]


NOTHING = Arm({}, {})


@dataclass(frozen=True)
class Searcher:
    """Searches one library in one index with one model."""

    library: Library
    index: VectorIndex
    embedder: Embedder

    def search(
        self,
        text: str,
        *,
        sector: str | None = None,
        level1: str | None = None,
        level2: str | None = None,
        core: bool | None = None,
        limit: int = 10,
    ) -> SearchAnswer:
        """The best indicators for a text. ``sector`` is a slug or a name; its filter lets the shared pool in.

        Raises InvalidInput for a query that is empty, over-long or not text, for an unknown sector and for a limit below 1;
        MissingResource when both arms are down.
        """
        query = _checked(text, limit)
        where = Where(sectors=self._sectors(sector), level1=level1, level2=level2, core=core)
        depth = max(limit, DEPTH)
        dense = _attempt(lambda: self.dense([query], where=where, limit=depth)[0])
        lexical = _attempt(lambda: self.lexical([query], where=where, limit=depth)[0])
        if dense is None and lexical is None:
            raise MissingResource("检索索引无法使用；请执行 zhibiao index doctor --fix")
        return SearchAnswer(
            query=query,
            hits=tuple(islice(self._hits(query, dense or NOTHING, lexical or NOTHING, where=where), limit)),
            library_version=self.library.version,
            degraded=dense is None or lexical is None,
        )

    def recall(self, vectors: Matrix, *, where: Where, limit: int) -> list[list[Hit]]:
        """For each query vector (n, dimension) the nearest indicators by meaning, best first."""
        arms = self._nearest(vectors, where, limit) if len(vectors) else []
        return [[self._hit(code, arm.scores[code], dense=arm) for code in arm.scores] for arm in arms]

    def dense(self, texts: Sequence[str], *, where: Where, limit: int) -> list[Arm]:
        """The arm by meaning: cosine of the nearest text of each indicator."""
        return self._nearest(self.embedder.embed(texts), where, limit)

    def lexical(self, texts: Sequence[str], *, where: Where, limit: int) -> list[Arm]:
        """The arm by word: BM25 with the IDF of what the index holds."""
        frequencies = self.index.frequencies()
        queries = [_weighted(text, frequencies) for text in texts]
        return [self._arm(found, limit) for found in self.index.by_words(queries, limit=limit, where=where)]

    def fused(self, text: str, dense: Arm, lexical: Arm, *, where: Where) -> list[str]:
        """Codes by fused score of what the arms answered, for evaluation; exact codes and names first as in ``search``."""
        return list(dict.fromkeys([*self._exact(text, where), *fuse(dense, lexical)]))

    def _nearest(self, vectors: Matrix, where: Where, limit: int) -> list[Arm]:
        found = self.index.by_meaning(vectors, limit=limit * POINTS_A_CODE, where=where)
        return [self._arm(points, limit) for points in found]

    def _arm(self, found: Sequence[Found], limit: int) -> Arm:
        """Points -> indicators in use, each with its best point; the engines give points best first."""
        arm = Arm({}, {})
        for point in found:
            if point.code in self._active and point.code not in arm.scores:
                if len(arm.scores) == limit:
                    break
                arm.scores[point.code] = point.score
                arm.texts[point.code] = point.text
        return arm

    def _hits(self, query: str, dense: Arm, lexical: Arm, *, where: Where) -> Iterator[Hit]:
        exact = self._exact(query, where)
        for code, said in exact.items():
            yield self._hit(code, 1.0, said=said)
        offered = (words.whole_words(query), words.words(query))
        for code, score in fuse(dense, lexical).items():
            if code not in exact:
                yield self._hit(code, score, dense=dense, lexical=lexical, offered=offered)

    def _hit(
        self,
        code: str,
        score: float,
        *,
        said: str | None = None,
        dense: Arm = NOTHING,
        lexical: Arm = NOTHING,
        offered: Sequence[Sequence[str]] = (),
    ) -> Hit:
        indicator = self._active[code]
        reasons = [said] if said else []
        if code in dense.scores:
            reasons.append(f"与写法“{_quoted(dense.texts[code])}”含义相近（{dense.scores[code]:.2f}）")
        if code in lexical.scores and (shared := _shared(offered, indicator)):
            reasons.append(f"词语匹配：{'、'.join(shared)}")
        return Hit.model_construct(
            code=code,
            name=indicator.name,
            sector=indicator.sector,
            level1=indicator.level1,
            level2=indicator.level2,
            core=indicator.is_core,
            score=round(score, 6),
            dense=dense.scores.get(code),
            lexical=lexical.scores.get(code),
            reasons=tuple(reasons),
        )

    def _exact(self, query: str, where: Where) -> dict[str, str]:
        """The indicator whose code the query is, then those whose name it is, then aliases: code -> what is the same."""
        wanted = _bare(query)
        codes = sorted(self._written.get(wanted, ()), key=lambda code: _bare(self._active[code].name) != wanted)
        found = {code: "编码相同" for code in codes if _bare(code) == wanted}
        found |= {code: "名称相同" for code in codes if code not in found}
        return {code: said for code, said in found.items() if _fits(self._active[code], where)}

    def _sectors(self, sector: str | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.library.sector(sector).slug, COMMON_SECTOR))) if sector else ()

    @cached_property
    def _active(self) -> Mapping[str, Indicator]:
        return {indicator.code: indicator for indicator in self.library.active}

    @cached_property
    def _written(self) -> Mapping[str, list[str]]:
        """Codes by every code, name and alias, in the order of the codes."""
        found: dict[str, list[str]] = {}
        for indicator in self._active.values():
            names = (indicator.code, indicator.name, plain_name(indicator), *indicator.aliases)
            for name in dict.fromkeys(map(_bare, names)):
                found.setdefault(name, []).append(indicator.code)
        return found


def fuse(dense: Arm, lexical: Arm) -> dict[str, float]:
    """Cosine plus a share of the relative BM25 score: code -> score in 0..1, best first, ties by code.

    A record that only the lexical arm holds is given the least cosine of the other: it cannot be nearer than that.
    """
    best = max(lexical.scores.values(), default=1.0)
    least = min(dense.scores.values(), default=0.0)
    whole = (1.0 if dense.scores else 0.0) + LEXICAL_SHARE
    totals = {
        code: (dense.scores.get(code, least) + LEXICAL_SHARE * lexical.scores.get(code, 0.0) / best) / whole
        for code in {**dense.scores, **lexical.scores}
    }
    return dict(sorted(totals.items(), key=lambda pair: (-pair[1], pair[0])))


def _weighted(text: str, frequencies: Frequencies) -> Sparse:
    """Query terms with their IDF; a term that no record holds is left out."""
    weights: dict[int, float] = {}
    for term, count in Counter(words.words(text[:LONGEST_QUERY])).items():
        number = words.term_id(term)
        if held := frequencies.of.get(number):
            weights[number] = idf(frequencies.documents, held) * min(count, 2)
    return Sparse(tuple(sorted(weights)), tuple(weights[number] for number in sorted(weights)))


def _shared(offered: Sequence[Sequence[str]], indicator: Indicator) -> list[str]:
    """The longest of the query's words that stand in the record, or, where none does, of its pairs and characters."""
    text = words.normal("\n".join((plain_name(indicator), *indicator.aliases, *indicator.keywords, *indicator.phrases)))
    found = next(filter(None, ({word for word in some if word in text} for some in offered)), set[str]())
    return sorted(found, key=lambda word: (-len(word), word))[:WORDS_SHOWN]


def _fits(indicator: Indicator, where: Where) -> bool:
    return (
        (not where.sectors or indicator.sector in where.sectors)
        and where.level1 in {None, indicator.level1}
        and where.level2 in {None, indicator.level2}
        and where.core in {None, indicator.is_core}
    )


def _bare(name: str) -> str:
    """How names are compared: without width, case, spaces and quotation marks."""
    return _UNSEEN.sub("", words.normal(name))


def _quoted(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def _checked(text: str, limit: int) -> str:
    query = text.strip()
    if not query:
        raise InvalidInput("查询内容是空的，请写要找的内容，如“培训干部280人次”")
    if len(query) > LONGEST_QUERY:
        raise InvalidInput(f"查询内容有{len(query)}字，最多{LONGEST_QUERY}字；长文本请用 zhibiao suggest")
    if bad := _BROKEN.search(query):
        raise InvalidInput(f"查询内容第{bad.start() + 1}个字符不是有效的文字，请删去或改用 UTF-8 输入")
    if limit < 1:
        raise InvalidInput(f"条数是{limit}，至少为1")
    return query


def _attempt(arm: Callable[[], T]) -> T | None:
    try:
        return arm()
    except MissingResource as error:
        logger.warning("a search arm is down: %s", error)
        return None
