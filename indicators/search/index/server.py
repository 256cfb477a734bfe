"""The server engine: a Qdrant server or cluster, for more than one process or machine. The only import of qdrant_client.

A build is a collection named by its fingerprint; ``promote`` points the alias ``zhibiao`` at it in one step and removes the
collections that came before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from qdrant_client import QdrantClient, models

from indicators.errors import MissingResource
from indicators.search.index import (
    CODES_AT_ONCE,
    TIES,
    Found,
    Frequencies,
    Matrix,
    Point,
    Sparse,
    Where,
    batches,
    frequencies_of,
    ranked,
)

ALIAS = "zhibiao"
DENSE, WORDS = "dense", "words"
KEYWORD_FIELDS = ("code", "sector", "level1", "level2")
PAGE = 1_000

T = TypeVar("T")


def connect(url: str, api_key: str | None) -> QdrantClient:
    """A client for a server. Nothing is asked yet."""
    return QdrantClient(url=url, api_key=api_key, timeout=30, check_compatibility=False)


def open_server(client: QdrantClient, fingerprint: str, dimension: int) -> ServerIndex:
    """The collection of this build, made if it is missing. Raises MissingResource when the server does not answer."""
    name = f"{ALIAS}-{fingerprint}"

    def opened() -> ServerIndex:
        if not client.collection_exists(name):
            try:
                _create(client, name, dimension)
            except Exception:
                if not client.collection_exists(name):  # otherwise another process was first
                    raise
        return ServerIndex(client, name)

    return _working(opened)


class ServerIndex:
    """A ``VectorIndex`` over one collection. Writing is allowed from every process: the server orders it."""

    def __init__(self, client: QdrantClient, collection: str) -> None:
        self._client = client
        self._collection = collection
        self._frequencies: Frequencies | None = None

    @property
    def name(self) -> str:
        return f"server:{self._collection.removeprefix(f'{ALIAS}-')}"

    def put(self, points: Sequence[Point]) -> None:
        for chunk in batches(points, CODES_AT_ONCE):
            # What is left over of an older record goes first: a crash in between leaves the old hash for the doctor to see.
            keep: list[int | str | UUID] = [point.id for point in chunk]
            codes = _codes({point.code for point in chunk})
            self._delete(models.Filter(must=[codes], must_not=[models.HasIdCondition(has_id=keep)]))
            self._upsert([_stored(point) for point in chunk])

    def drop(self, codes: Iterable[str]) -> None:
        wanted = set(codes)
        if wanted:
            self._delete(models.Filter(must=[_codes(wanted)]))

    def hashes(self) -> Mapping[str, str]:
        return {
            record.payload["code"]: record.payload["content_hash"]
            for record in self._scroll(with_payload=["code", "content_hash"])
            if record.payload
        }

    def count(self) -> int:
        return _working(lambda: self._client.count(self._collection, exact=True).count)

    def frequencies(self) -> Frequencies:
        if self._frequencies is None:
            records = self._scroll(with_payload=False, with_vectors=[WORDS])
            held = (record.vector.get(WORDS) for record in records if isinstance(record.vector, dict))
            self._frequencies = frequencies_of(v.indices for v in held if isinstance(v, models.SparseVector))
        return self._frequencies

    def by_meaning(self, queries: Matrix, *, limit: int, where: Where) -> list[list[Found]]:
        return self._search([(row, DENSE) for row in queries.tolist()], limit, where)

    def by_words(self, queries: Sequence[Sparse], *, limit: int, where: Where) -> list[list[Found]]:
        asked = [number for number, query in enumerate(queries) if query.indices]
        vectors = [models.SparseVector(indices=list(queries[n].indices), values=list(queries[n].values)) for n in asked]
        answers = self._search([(vector, WORDS) for vector in vectors], limit, where)
        found: list[list[Found]] = [[] for _ in queries]
        for number, answer in zip(asked, answers, strict=True):
            found[number] = [hit for hit in answer if hit.score > 0]
        return found

    def promote(self) -> None:
        """Points the alias at this build, then removes the builds that came before."""
        switch: list[Any] = [
            models.DeleteAliasOperation(delete_alias=models.DeleteAlias(alias_name=ALIAS))
            for held in _working(lambda: self._client.get_aliases().aliases)
            if held.alias_name == ALIAS
        ]
        here = models.CreateAlias(collection_name=self._collection, alias_name=ALIAS)
        switch.append(models.CreateAliasOperation(create_alias=here))
        _working(lambda: self._client.update_collection_aliases(switch))
        for other in _working(lambda: self._client.get_collections().collections):
            if other.name.startswith(f"{ALIAS}-") and other.name != self._collection:
                _working(lambda name=other.name: self._client.delete_collection(name))  # type: ignore[misc]

    def close(self) -> None:
        self._client.close()

    def _upsert(self, points: list[models.PointStruct]) -> None:
        _working(lambda: self._client.upsert(self._collection, points, wait=True))
        self._frequencies = None

    def _delete(self, only: models.Filter) -> None:
        selector = models.FilterSelector(filter=only)
        _working(lambda: self._client.delete(self._collection, selector, wait=True))
        self._frequencies = None

    def _scroll(self, **how: Any) -> Iterator[models.Record]:
        offset: Any = None
        while True:
            records, offset = _working(
                lambda offset=offset: self._client.scroll(self._collection, limit=PAGE, offset=offset, **how)  # type: ignore[misc]
            )
            yield from records
            if offset is None:
                return

    def _search(self, queries: Sequence[tuple[Any, str]], limit: int, where: Where) -> list[list[Found]]:
        only = _filter(where)
        requests = [
            models.QueryRequest(
                query=query, using=using, filter=only, limit=limit + TIES, with_payload=["code", "text"]
            )
            for query, using in queries
        ]
        if not requests:
            return []
        answers = _working(lambda: self._client.query_batch_points(self._collection, requests))
        return [ranked(map(_found, answer.points), limit) for answer in answers]


def _create(client: QdrantClient, name: str, dimension: int) -> None:
    client.create_collection(
        name,
        vectors_config={DENSE: models.VectorParams(size=dimension, distance=models.Distance.DOT)},
        sparse_vectors_config={WORDS: models.SparseVectorParams()},
    )
    for field in KEYWORD_FIELDS:
        client.create_payload_index(name, field, models.PayloadSchemaType.KEYWORD)
    client.create_payload_index(name, "core", models.PayloadSchemaType.BOOL)


def _stored(point: Point) -> models.PointStruct:
    vectors: dict[str, Any] = {DENSE: point.dense.tolist()}
    if point.words is not None and point.words.indices:
        vectors[WORDS] = models.SparseVector(indices=list(point.words.indices), values=list(point.words.values))
    fields = ("code", "text", "sector", "level1", "level2", "core", "content_hash")
    return models.PointStruct(id=point.id, vector=vectors, payload={name: getattr(point, name) for name in fields})


def _codes(codes: Iterable[str]) -> models.FieldCondition:
    return models.FieldCondition(key="code", match=models.MatchAny(any=sorted(codes)))


def _filter(where: Where) -> models.Filter | None:
    conditions: list[Any] = []
    if where.sectors:
        conditions.append(models.FieldCondition(key="sector", match=models.MatchAny(any=list(where.sectors))))
    for name, value in (("level1", where.level1), ("level2", where.level2), ("core", where.core)):
        if value is not None:
            conditions.append(models.FieldCondition(key=name, match=models.MatchValue(value=value)))
    return models.Filter(must=conditions) if conditions else None


def _found(point: models.ScoredPoint) -> Found:
    payload = point.payload or {}
    return Found(payload["code"], payload["text"], point.score)


def _working(call: Callable[[], T]) -> T:
    """The client raises many kinds of errors, those of its transport among them: here they become ours, once."""
    try:
        return call()
    except Exception as error:
        raise MissingResource(
            f"Qdrant 服务器没有正常应答：{error}；请检查 ZHIBIAO_QDRANT_URL、ZHIBIAO_QDRANT_API_KEY 和服务器状态"
        ) from error
