"""The library: listing it, showing one indicator, and making a home's own library."""

from __future__ import annotations

from indicators.errors import InvalidInput
from indicators.library import integrity, releases
from indicators.library.files import LibraryFiles
from indicators.library.integrity import Fault
from indicators.library.snapshot import Library
from indicators.model.framework import plain_level
from indicators.model.indicator import Indicator
from indicators.model.system import IndicatorSystem
from indicators.model.value import Value
from indicators.search.embedding import Embedder
from indicators.search.twins import ALIKE, Pair, twins
from ingest.report import Unread
from ingest.to_indicators import read_indicators
from service.database import indicators, library
from service.database.engine import reading, transaction
from service.database.wanted import Want, wanted
from service.resources import Resources


class Imported(Value):
    """What an import did: how many records were new, how many replaced an older one of theirs, and the rows that were refused."""

    added: int
    changed: int
    library_version: str
    unread: tuple[Unread, ...] = ()


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


def show_entry(resources: Resources, name: str) -> Indicator | IndicatorSystem:
    """The indicator with this code or the system with this slug. Raises NotFound."""
    system = next((it for it in resources.library.systems if it.slug == name), None)
    return system or resources.library.indicator(name)


def list_wanted(resources: Resources, *, limit: int = 50) -> tuple[Want, ...]:
    """What drafts asked for and the library did not hold, the most wanted first."""
    with reading(resources.engine) as session:
        return wanted(session, limit=limit)


def list_systems(resources: Resources, *, sector: str | None = None) -> tuple[IndicatorSystem, ...]:
    """Systems in the order of their slugs. Raises InvalidInput for a sector that nobody knows."""
    slug = resources.library.sector(sector).slug if sector else None
    found = (it for it in resources.library.systems if slug in {None, it.sector})
    return tuple(sorted(found, key=lambda it: it.slug))


def duplicates(resources: Resources, *, sector: str | None = None, least: float = ALIKE) -> list[Pair]:
    """Pairs of indicators that are alike in meaning. Raises InvalidInput for a sector that nobody knows."""
    slug = resources.library.sector(sector).slug if sector else None
    return twins(resources.library, resources.embedder, least=least, sector=slug)


def faults(library: Library, embedder: Embedder) -> list[Fault]:
    """What a curator must mend in the curated library: what must hold of it, pairs to be told apart, changes to be told."""
    alike = [
        Fault(
            it.one.code,
            f"与{it.other.code}“{it.other.name}”含义相近（{it.likeness:.2f}）；请合并，或写 like 和 note 说明怎样区分",
        )
        for it in twins(library, embedder)
        if not it.told_apart
    ]
    return [
        *integrity.faults(library),
        *alike,
        *releases.faults(library, releases.read_lock(), releases.read_releases()),
    ]


def import_file(resources: Resources, data: bytes, name: str) -> Imported:
    """Makes or extends the home's own library from a CSV file or workbook; a row that cannot be taken is reported.

    Open the resources with ``fill=False``. Raises InvalidInput like ``import_own``, and where the file cannot be read.
    """
    read = read_indicators(data, name, known=resources.library.sectors)
    if not read.indicators and read.unread:
        first = read.unread[0]
        raise InvalidInput(f"{name} 里没有可导入的指标；{first.cell}“{first.text}”：{first.reason}")
    files = LibraryFiles(read.sectors, (), read.indicators, (), ())
    return import_own(resources, files).model_copy(update={"unread": read.unread})


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
    codes = {indicator.code for indicator in files.indicators}
    return Imported(
        added=len(codes.intersection(changes.added)),
        changed=len(codes.intersection(changes.changed)),
        library_version=version,
    )


def _level1(known: Library, written: str) -> str:
    names = sorted({indicator.level1 for indicator in known.indicators})
    for name in names:
        if plain_level(name) == plain_level(written):
            return name
    raise InvalidInput(f"没有“{written}”这个一级指标；可用的有：{'、'.join(filter(None, names))}")
