"""Queries on indicators."""

from __future__ import annotations

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from indicators.model.indicator import Indicator
from service.database.records import INDICATORS, read_values
from service.database.tables import IndicatorRow


def find(
    session: Session,
    *,
    sector: str | None = None,
    level1: str | None = None,
    core: bool | None = None,
    status: str | None = None,
) -> tuple[Indicator, ...]:
    """Indicators in the order of their codes; every given condition must hold. ``sector`` is a slug."""
    wanted = {"sector": sector, "level1": level1, "core": core, "status": status}
    return read_values(session, INDICATORS, *_equal({key: value for key, value in wanted.items() if value is not None}))


def statuses(session: Session) -> dict[str, str]:
    """code -> active or retired, of every indicator held."""
    return dict(session.exec(select(IndicatorRow.code, IndicatorRow.status)).all())


def _equal(wanted: dict[str, str | bool]) -> list[ColumnElement[bool]]:
    return [col(getattr(IndicatorRow, name)) == value for name, value in wanted.items()]
