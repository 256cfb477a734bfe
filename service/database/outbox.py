"""The outbox: changes that the index has yet to follow, written in the transaction of the change itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import insert, update
from sqlmodel import Session, col, func, select

from service.database.tables import OutboxRow, now

PUT, DROP = "put", "drop"


def enqueue(session: Session, actions: Mapping[str, str]) -> None:
    """One row for each code; ``actions``: code -> put or drop."""
    if actions:
        rows = [{"code": code, "action": action, "created_at": now()} for code, action in actions.items()]
        session.exec(insert(OutboxRow), params=rows)


def pending(session: Session) -> tuple[OutboxRow, ...]:
    """Rows that no index has followed yet, oldest first."""
    waiting = select(OutboxRow).where(col(OutboxRow.done_at).is_(None)).order_by(col(OutboxRow.id))
    return tuple(session.exec(waiting))


def count_pending(session: Session) -> int:
    """Number of rows that no index has followed yet."""
    return session.exec(select(func.count()).select_from(OutboxRow).where(col(OutboxRow.done_at).is_(None))).one()


def mark_done(session: Session, ids: Iterable[int]) -> None:
    """Notes that a durable index holds what these rows announced."""
    for batch in _batches(list(ids), 500):
        session.exec(update(OutboxRow).where(col(OutboxRow.id).in_(batch)).values(done_at=now()))


def _batches(ids: Sequence[int], size: int) -> Iterable[Sequence[int]]:
    """SQLite refuses statements with very many variables."""
    return (ids[start : start + size] for start in range(0, len(ids), size))
