"""``Resources``: what lives as long as the process, and how it keeps up with what this and other processes write."""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from filelock import FileLock, Timeout
from sqlalchemy import Engine

from indicators.errors import MissingResource
from indicators.library.snapshot import Library
from indicators.search.bundled_model import Progress
from indicators.search.embedding import Embedder
from indicators.search.index import VectorIndex
from indicators.search.retrieve import Searcher
from service.database.engine import reading, transaction
from service.database.library import snapshot, state
from service.database.outbox import count_pending, mark_done, pending
from service.resources.builds import is_old, open_build
from service.resources.index import Difference, difference, everything, is_copy, mend
from service.resources.vectors import RememberingEmbedder
from service.settings import Settings

if TYPE_CHECKING:
    from indicators.suggestion.suggest import Suggester

SILENT_SECONDS, PATIENCE_SECONDS = 2, 1800
"""How long a process waits for another one that is filling the index of the same home: before it says so, and at most."""
SEARCH_SECONDS = 10
"""How long a rebuild waits for searches in the old index to end."""


def quiet(_: str) -> None:
    """Progress that nobody wants to see."""


class Glance(NamedTuple):
    """What one look at the database tells: the library's version, and whether changes wait for the index."""

    version: str
    waiting: bool


class Resources:
    """Settings, database, library, embedder, index and searcher of one process; used from all its threads."""

    def __init__(self, settings: Settings, engine: Engine, embedder: Embedder, *, progress: Progress = quiet) -> None:
        self.settings = settings
        self.engine = engine
        self.embedder = embedder
        self.for_library = RememberingEmbedder(embedder, settings.model_cache / "vectors.db")
        """The same embedder for the library's own texts, whose vectors are kept."""
        self.progress = progress
        self._library: Library | None = None
        self._index: VectorIndex | None = None
        self._left_behind: VectorIndex | None = None
        self._searcher: Searcher | None = None
        self._suggester: Suggester | None = None
        self._followed: Glance | None = None
        self._turn = threading.RLock()

    @property
    def library(self) -> Library:
        """The library as it is now; read again only when its version has changed."""
        with reading(self.engine) as session:
            current = self._library
            if current is None or current.version != state(session).version:
                current = self._library = snapshot(session)
        return current

    @property
    def index(self) -> VectorIndex:
        """The index as it lies there, opened when first needed; ``searcher`` makes it follow the library."""
        if self._index is None:
            with self._turn:
                self._index = self._index or open_build(self.settings, self.embedder)
        return self._index

    @property
    def searcher(self) -> Searcher:
        """Searches the library as it is now.

        While one thread brings the index up to date, the others go on with what there was before.
        """
        if self._searcher is None or self._followed != glance(self.engine):
            with self._only_one(wait=self._searcher is None) as mine:
                if mine and self._followed != glance(self.engine):
                    apply_outbox(self)
        assert self._searcher is not None
        return self._searcher

    @property
    def suggester(self) -> Suggester:
        """Suggests from the library as it is now; fitted anew when the library has changed."""
        searcher = self.searcher
        with self._turn:
            if self._suggester is None or self._suggester.searcher is not searcher:
                self._suggester = self._fit(searcher)
            return self._suggester

    def _fit(self, searcher: Searcher) -> Suggester:
        """It is fitted to texts of the library; what users ask later is not to be kept."""
        from indicators.suggestion.suggest import fit_suggester
        from indicators.suggestion.weights import Scale

        fitted = fit_suggester(
            replace(searcher, embedder=self.for_library),
            scale=Scale(self.settings.draft_weight_total, 0.5 if self.settings.half_points else 1),
        )
        return replace(fitted, searcher=searcher)

    def close(self) -> None:
        """Releases index and database."""
        self._let_go()
        if self._index is not None:
            self._index.close()
        self.engine.dispose()

    @contextmanager
    def _only_one(self, *, wait: bool) -> Iterator[bool]:
        """Whether it is this thread's turn; False only where it need not ``wait``."""
        mine = self._turn.acquire(blocking=wait)
        try:
            yield mine
        finally:
            if mine:
                self._turn.release()

    def _up_to_date_index(self) -> VectorIndex:
        """The index, opened anew where this process holds a copy that may have been left behind, or an older build."""
        if self._index is not None and (is_copy(self._index) or is_old(self._index, self.settings)):
            self._take(open_build(self.settings, self.embedder))
        return self.index

    def _take(self, index: VectorIndex) -> None:
        """Goes on with this index. The one before stays open, since other threads may be searching it."""
        self._let_go()
        self._left_behind, self._index = self._index, index

    def _let_go(self) -> None:
        if self._left_behind is not None:
            self._left_behind.close()
            self._left_behind = None

    def _serve(self, library: Library, *, waiting: bool) -> None:
        self._suggester = None
        self._searcher = Searcher(library, self.index, self.embedder)
        self._library = library
        self._followed = Glance(library.version, waiting)


def apply_outbox(resources: Resources) -> Difference:
    """Makes the index follow the library and tells the outbox so; gives what had to be mended.

    The waiting rows say that something changed; what has to be put or dropped is seen by comparing index and library,
    so that a crash at any point, or a change announced twice, needs no care. Rows are done only after the index holds
    their changes durably. A process that holds a copy of another's index cannot write: there they wait for the other.
    """
    with resources._turn, _home_to_ourselves(resources):
        index = resources._up_to_date_index()
        waiting, library = _changes(resources.engine)
        found = difference(index, library)
        if not is_copy(index):
            mend(found, index, library, resources.for_library, progress=resources.progress)
            _mark_done(resources.engine, waiting)
            index.promote()
        resources._serve(library, waiting=is_copy(index) and bool(waiting))
    return found


def rebuild(resources: Resources) -> None:
    """Builds the whole index anew beside the present one, puts it in its place and removes what it replaces."""
    with resources._turn, _home_to_ourselves(resources):
        index = open_build(resources.settings, resources.embedder, anew=True)
        waiting, library = _changes(resources.engine)
        mend(everything(index, library), index, library, resources.for_library, progress=resources.progress)
        _mark_done(resources.engine, waiting)
        before = weakref.ref(resources._searcher) if resources._searcher is not None else None
        resources._take(index)
        resources._serve(library, waiting=False)
        _wait_until_unused(before)
        resources._let_go()
        index.promote()


def _wait_until_unused(searcher: weakref.ref[Searcher] | None) -> None:
    """Other threads may be in the middle of a search, for some hundredths of a second; it would fail in a closed index."""
    deadline = time.monotonic() + SEARCH_SECONDS
    while searcher is not None and searcher() is not None and time.monotonic() < deadline:
        time.sleep(0.01)


def glance(engine: Engine) -> Glance:
    """One look at the database, well under a millisecond."""
    with reading(engine) as session:
        return Glance(state(session).version, count_pending(session) > 0)


def _changes(engine: Engine) -> tuple[list[int], Library]:
    """The outbox rows that wait, and the library of the same moment, which holds all that they announce."""
    with reading(engine) as session:
        return [row.id for row in pending(session) if row.id is not None], snapshot(session)


def _mark_done(engine: Engine, ids: list[int]) -> None:
    if ids:
        with transaction(engine) as session:
            mark_done(session, ids)


@contextmanager
def _home_to_ourselves(resources: Resources) -> Iterator[None]:
    """One process at a time fills or copies the index of a home: a second one would embed the same texts again.

    The model is loaded before, so that nobody waits for that.
    """
    _ = resources.embedder.name
    lock = _lock(resources.settings.home / "index.lock", resources.progress)
    try:
        yield
    finally:
        lock.release()


def _lock(path: Path, progress: Progress) -> FileLock:
    lock = FileLock(path)
    try:
        lock.acquire(timeout=SILENT_SECONDS)
    except Timeout:
        progress("另一个进程正在建立检索索引，等它完成")
        _wait(lock)
    except OSError as error:
        raise MissingResource(f"{path.parent} 无法写入（{error.strerror}）；请检查数据目录的权限和剩余空间") from error
    return lock


def _wait(lock: FileLock) -> None:
    try:
        lock.acquire(timeout=PATIENCE_SECONDS)
    except Timeout:
        raise MissingResource("等了半小时，另一个进程仍在建立检索索引；请结束那个 zhibiao 进程后重试") from None
