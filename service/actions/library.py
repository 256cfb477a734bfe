"""The library: listing it, showing one indicator, and making a home's own library."""

from __future__ import annotations

from indicators.errors import InvalidInput
from indicators.library.files import LibraryFiles
from indicators.library.snapshot import Library
from indicators.model.framework import plain_level
from indicators.model.indicator import Indicator
from indicators.model.value import Value
from service.database import indicators, library
from service.database.engine import reading, transaction
from service.resources import Resources


class Imported(Value):
    """What an import did: how many records were new, and how many replaced an older one of theirs."""

    added: int
    changed: int
    library_version: str


def list_indicators(
    resources: Resources,
    *,
    sector: str | None = None,
    level1: str | None = None,
    core: bool | None = None,
    status: str | None = "active",
) -> tuple[Indicator, ...]:
    """Indicators in the order of their codes; every given condition must hold. ``status=None`` means retired ones too.

    ``sector`` and ``level1`` are what a user writes. Raises InvalidInput, with the choices, for words that name nothing.
    """
    known = resources.library
    slug = known.sector(sector).slug if sector else None
    with reading(resources.engine) as session:
        return indicators.find(
            session, sector=slug, level1=_level1(known, level1) if level1 else None, core=core, status=status
        )


def show(resources: Resources, code: str) -> Indicator:
    """The whole record of one indicator, retired or not. Raises NotFound."""
    return resources.library.indicator(code)


def import_own(resources: Resources, files: LibraryFiles) -> Imported:
    """Makes or extends a library of the home's own, which the curated one then leaves alone.

    Open the resources with ``fill=False``. Raises InvalidInput where the home holds the curated library already, or
    where there is nothing to import, and InvalidLibrary naming what does not fit.
    """
    if not files.indicators:
        raise InvalidInput("没有可导入的指标；请核对文件里是否有 name、sector 两列和数据行")
    with transaction(resources.engine) as session:
        changes = library.import_own(session, files)
        version = library.state(session).version
    return Imported(added=len(changes.added), changed=len(changes.changed), library_version=version)


def _level1(known: Library, written: str) -> str:
    names = sorted({indicator.level1 for indicator in known.indicators})
    for name in names:
        if plain_level(name) == plain_level(written):
            return name
    raise InvalidInput(f"没有“{written}”这个一级指标；可用的有：{'、'.join(filter(None, names))}")
