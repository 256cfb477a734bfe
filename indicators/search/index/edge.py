"""The embedded engine: Qdrant Edge in this process, one folder a build, no server. The only import of qdrant_edge.

A folder belongs to one process at a time. A second process gets a private copy, read-only, that is removed when it closes;
a lock file beside the folder keeps copying and writing apart.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, TypeVar

import qdrant_edge as qdrant
from filelock import FileLock, Timeout

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

DENSE, WORDS = "dense", "words"
KEYWORD_FIELDS = ("code", "sector", "level1", "level2", "core")
YES, NO = "yes", "no"
"""How ``core`` is stored: a filter on a boolean field finds nothing in this engine (0.9.0)."""
EXACT_UP_TO_KB = 100_000
"""Up to this many kB of vectors (some 65,000 points of 384 numbers) every point is compared: exact, and a few ms."""

T = TypeVar("T")
logger = logging.getLogger(__name__)


def open_edge(parent: Path, fingerprint: str, dimension: int) -> EdgeIndex:
    """The build ``fingerprint`` under ``parent``, made empty if it is missing or damaged; a copy if another process holds it.

    Raises MissingResource when the folder cannot be written or read.
    """
    folder = parent / fingerprint
    try:
        parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(parent / f"{fingerprint}.lock")
        with lock, ExitStack() as stack:
            held = _hold(folder)
            if held is None:
                return _open_copy(folder, lock)
            stack.callback(held.release)
            shard = _load(folder) or _load_new(folder, dimension)
            return EdgeIndex(shard, folder, lock, stack.pop_all())
    except OSError as error:
        raise MissingResource(
            f"检索索引目录 {parent} 无法使用：{error.strerror}；请检查该目录的权限和剩余空间"
        ) from error


class EdgeIndex:
    """A ``VectorIndex`` over one Edge shard. ``read_only`` when it is a copy of a folder that another process holds."""

    def __init__(
        self, shard: Any, folder: Path, lock: FileLock, belongings: ExitStack, *, read_only: bool = False
    ) -> None:
        self.read_only = read_only
        self._shard = shard
        self._folder = folder
        self._lock = lock
        self._belongings = belongings
        self._frequencies: Frequencies | None = None
        self._writing = threading.Lock()

    @property
    def name(self) -> str:
        return f"edge:{self._folder.name}"

    def put(self, points: Sequence[Point]) -> None:
        for chunk in batches(points, CODES_AT_ONCE):
            # All points of a code in one operation, which the log holds whole or not at all; what is left over of an
            # older record goes first, so that a crash between the two leaves the old hash for the doctor to see.
            leftovers = qdrant.Filter(
                must=[_codes({point.code for point in chunk})],
                must_not=[qdrant.HasIdCondition({point.id for point in chunk})],
            )
            upsert = qdrant.UpdateOperation.upsert_points([_stored(point) for point in chunk])
            self._write(qdrant.UpdateOperation.delete_points_by_filter(leftovers), upsert)

    def drop(self, codes: Iterable[str]) -> None:
        wanted = set(codes)
        if wanted:
            self._write(qdrant.UpdateOperation.delete_points_by_filter(qdrant.Filter(must=[_codes(wanted)])))

    def hashes(self) -> Mapping[str, str]:
        records = self._scroll(with_payload=["code", "content_hash"])
        return {record.payload["code"]: record.payload["content_hash"] for record in records}

    def count(self) -> int:
        return _working(lambda: int(self._shard.count(qdrant.CountRequest(exact=True))))

    def frequencies(self) -> Frequencies:
        with self._writing:  # else a put in between would leave counts of before it
            if self._frequencies is None:
                only = qdrant.Filter(must=[qdrant.HasVectorCondition(WORDS)])
                records = self._scroll(filter=only, with_vector=[WORDS], with_payload=False)
                self._frequencies = frequencies_of(record.vector[WORDS].indices for record in records)
            return self._frequencies

    def by_meaning(self, queries: Matrix, *, limit: int, where: Where) -> list[list[Found]]:
        wanted = [qdrant.Query.Nearest(row, using=DENSE) for row in queries.tolist()]
        return self._search(wanted, limit, where)

    def by_words(self, queries: Sequence[Sparse], *, limit: int, where: Where) -> list[list[Found]]:
        asked = [number for number, query in enumerate(queries) if query.indices]
        vectors = [qdrant.SparseVector(list(queries[n].indices), list(queries[n].values)) for n in asked]
        answers = self._search([qdrant.Query.Nearest(vector, using=WORDS) for vector in vectors], limit, where)
        found: list[list[Found]] = [[] for _ in queries]
        for number, answer in zip(asked, answers, strict=True):
            found[number] = [hit for hit in answer if hit.score > 0]
        return found

    def promote(self) -> None:
        """Removes the sibling builds that no process holds; there is nothing to switch, the name is the build."""
        for sibling in self._folder.parent.glob("[!.]*"):  # those with a dot are being made
            if sibling.is_dir() and sibling != self._folder and not self.read_only:
                _remove_unused(sibling)

    def close(self) -> None:
        with self._writing, suppress(Exception):  # closing twice, or after a fault, has nothing left to tell
            self._shard.close()
        self._belongings.close()

    def _write(self, *operations: Any) -> None:
        if self.read_only:
            raise MissingResource("检索索引正被另一个进程使用，本进程只能读；请先停止另一个 zhibiao 进程，再重试")
        with self._writing, self._lock:
            _working(lambda: [self._shard.update(operation) for operation in operations])
            _working(self._shard.optimize)
            _working(self._shard.flush)
            self._frequencies = None

    def _scroll(self, **how: Any) -> list[Any]:
        everything = qdrant.ScrollRequest(limit=2**31, **how)
        return _working(lambda: list(self._shard.scroll(everything)[0]))

    def _search(self, queries: list[Any], limit: int, where: Where) -> list[list[Found]]:
        only = _filter(where)
        requests = [
            qdrant.QueryRequest(limit + TIES, query=query, filter=only, with_payload=["code", "text"])
            for query in queries
        ]
        answers = _working(lambda: self._shard.query_batch(qdrant.QueryBatchRequest(requests))) if requests else []
        return [ranked(map(_found, answer), limit) for answer in answers]


def _hold(folder: Path) -> FileLock | None:
    """A lock that is held as long as the folder is open; None where another holds it.

    The engine has a lock of its own, but touches the segments before it looks at it: to try to load a held folder makes
    every later write of its holder fail (qdrant-edge 0.9.0).
    """
    held = FileLock(folder.with_name(f"{folder.name}.held"), thread_local=False)  # may be closed by another thread
    try:
        return held.acquire(timeout=0).lock
    except Timeout:
        return None


def _load(folder: Path) -> Any:
    """The shard; None when the folder is missing or damaged."""
    if not folder.exists():
        return None
    try:
        return qdrant.EdgeShard.load(str(folder))
    except Exception as error:  # noqa: BLE001 - the engine raises nothing narrower
        logger.warning("the index %s is damaged and begins anew, empty: %s", folder, error)
        return None


def _load_new(folder: Path, dimension: int) -> Any:
    """Made whole beside its place and then renamed: a crash half way leaves no half folder."""
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as scratch:
        made = Path(scratch) / "shard"
        made.mkdir()
        shard = _working(lambda: qdrant.EdgeShard.create(str(made), _config(dimension)))
        for name in KEYWORD_FIELDS:
            shard.update(qdrant.UpdateOperation.create_field_index(name, qdrant.PayloadSchemaType.Keyword))
        shard.flush()
        shard.close()
        made.rename(folder)
    return _working(lambda: qdrant.EdgeShard.load(str(folder)))


def _open_copy(folder: Path, lock: FileLock) -> EdgeIndex:
    with ExitStack() as stack:
        scratch = stack.enter_context(tempfile.TemporaryDirectory(prefix="zhibiao-index-"))
        copy = shutil.copytree(folder, Path(scratch) / folder.name)
        shard = _working(lambda: qdrant.EdgeShard.load(str(copy)))
        return EdgeIndex(shard, folder, lock, stack.pop_all(), read_only=True)


def _config(dimension: int) -> Any:
    return qdrant.EdgeConfig(
        vectors={DENSE: qdrant.EdgeVectorParams(dimension, qdrant.Distance.Dot)},
        sparse_vectors={WORDS: qdrant.EdgeSparseVectorParams()},
        hnsw_config=qdrant.HnswIndexConfig(m=16, ef_construct=100, full_scan_threshold=EXACT_UP_TO_KB),
        optimizers=qdrant.EdgeOptimizersConfig(indexing_threshold=EXACT_UP_TO_KB),
        payload_memory=qdrant.Memory.Cached,
    )


def _remove_unused(folder: Path) -> None:
    """The lock files stay: who waits for one that is removed would get a lock on nothing."""
    held = _hold(folder)
    if held is not None:  # otherwise it is in use by another process, and goes with the next promotion
        with held:
            shutil.rmtree(folder, ignore_errors=True)


def _stored(point: Point) -> Any:
    vectors: dict[str, Any] = {DENSE: point.dense.tolist()}
    if point.words is not None and point.words.indices:
        vectors[WORDS] = qdrant.SparseVector(list(point.words.indices), list(point.words.values))
    payload = {
        "code": point.code,
        "text": point.text,
        "sector": point.sector,
        "level1": point.level1,
        "level2": point.level2,
        "core": YES if point.core else NO,
        "content_hash": point.content_hash,
    }
    return qdrant.Point(point.id, vectors, payload)


def _codes(codes: Iterable[str]) -> Any:
    return qdrant.FieldCondition("code", match=qdrant.MatchAny(sorted(codes)))


def _filter(where: Where) -> Any:
    conditions: list[Any] = []
    if where.sectors:
        conditions.append(qdrant.FieldCondition("sector", match=qdrant.MatchAny(list(where.sectors))))
    core = None if where.core is None else YES if where.core else NO
    for name, value in (("level1", where.level1), ("level2", where.level2), ("core", core)):
        if value is not None:
            conditions.append(qdrant.FieldCondition(name, match=qdrant.MatchValue(value)))
    return qdrant.Filter(must=conditions) if conditions else None


def _found(point: Any) -> Found:
    return Found(point.payload["code"], point.payload["text"], point.score)


def _working(call: Callable[[], T]) -> T:
    """The engine raises bare ``Exception``: here it becomes ours, once."""
    try:
        return call()
    except Exception as error:
        raise MissingResource(f"检索索引出错：{error}；请执行 zhibiao index doctor --fix") from error
