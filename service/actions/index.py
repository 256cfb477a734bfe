"""The derived index: building it anew, telling its state, comparing it with the database and mending it."""

from __future__ import annotations

from indicators.errors import MissingResource
from indicators.model.value import Value
from indicators.search.index import VectorIndex
from service.database.engine import reading
from service.database.outbox import count_pending
from service.resources import Resources, apply_outbox, rebuild
from service.resources.index import difference, is_copy


class IndexStatus(Value):
    """What the index holds. ``pending`` are changes of the library that it has yet to follow."""

    index: str
    model: str
    points: int
    codes: int
    pending: int
    library_version: str
    library_codes: int
    read_only: bool

    def text(self) -> str:
        """The status in a few lines."""
        lines = [
            f"索引：{self.index}{'（另一个进程正在用，这里是只读的副本）' if self.read_only else ''}",
            f"模型：{self.model}",
            f"指标：{self.codes} 条（库中在用 {self.library_codes} 条，版本 {self.library_version}）",
            f"文本：{self.points} 段",
            f"待处理的变更：{self.pending} 条",
        ]
        return "\n".join(lines)


class Diagnosis(Value):
    """How index and database differ, by code: not indexed, indexed from an older record, indexed but not in use.

    With ``fixed`` these are the differences that were found and mended; ``consistent`` is how they are now.
    """

    codes: int
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    extra: tuple[str, ...]
    pending: int
    fixed: bool
    consistent: bool

    def text(self) -> str:
        """The diagnosis in a few lines."""
        parts = (("缺少", self.missing), ("过时", self.stale), ("多余", self.extra))
        found = [f"{word} {len(codes)} 条：{_some(codes)}" for word, codes in parts if codes]
        if not found:
            return f"索引与数据库一致：{self.codes} 条指标"
        return "\n".join([*found, "已修好" if self.fixed else "请执行 zhibiao index doctor --fix 修好"])


def build(resources: Resources) -> IndexStatus:
    """Builds the index anew from the database, beside the present one, and puts it in its place."""
    rebuild(resources)
    return status(resources)


def status(resources: Resources) -> IndexStatus:
    """What the index holds as it lies there; nothing is mended."""
    index, library = _built(resources), resources.library
    return IndexStatus(
        index=index.name,
        model=resources.embedder.name,
        points=index.count(),
        codes=len(index.hashes()),
        pending=_pending(resources),
        library_version=library.version,
        library_codes=len(library.active),
        read_only=is_copy(index),
    )


def doctor(resources: Resources, *, fix: bool = False) -> Diagnosis:
    """Compares index and database by code and content hash; with ``fix`` mends what differs.

    Raises MissingResource where there is something to mend and another process holds the index.
    """
    found = left = difference(_built(resources), resources.library)
    if found and fix:
        _mend(resources)
        left = difference(resources.index, resources.library)
    return Diagnosis(
        codes=len(resources.library.active),
        missing=found.missing,
        stale=found.stale,
        extra=found.extra,
        pending=_pending(resources),
        fixed=bool(found) and fix,
        consistent=not left,
    )


def _built(resources: Resources) -> VectorIndex:
    """The index; one that was never built, or was thrown away, is built first: that is no fault to report."""
    if resources.index.count() == 0:
        apply_outbox(resources)
    return resources.index


def _mend(resources: Resources) -> None:
    if is_copy(resources.index):
        raise MissingResource("检索索引正被另一个进程使用，这里修不了；请先停止那个 zhibiao 进程再执行一次")
    apply_outbox(resources)


def _pending(resources: Resources) -> int:
    with reading(resources.engine) as session:
        return count_pending(session)


def _some(codes: tuple[str, ...]) -> str:
    return "、".join(codes[:10]) + (" 等" if len(codes) > 10 else "")
