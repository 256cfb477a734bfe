"""``Library``: the immutable snapshot of sectors, frameworks, indicators, systems and clauses, with its look-ups."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from indicators.errors import InvalidInput, NotFound
from indicators.library.files import LibraryFiles
from indicators.model.clause import Clause
from indicators.model.framework import Framework
from indicators.model.indicator import Indicator
from indicators.model.sector import Sector
from indicators.model.system import IndicatorSystem


@dataclass(frozen=True)
class Library:
    """Everything that is known, at one moment. Equal content gives an equal ``version``."""

    sectors: tuple[Sector, ...]
    frameworks: tuple[Framework, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    systems: tuple[IndicatorSystem, ...] = ()
    clauses: tuple[Clause, ...] = ()
    name: str = field(default="zhibiao", compare=False)

    @classmethod
    def from_files(cls, files: LibraryFiles) -> Library:
        return cls(files.sectors, files.frameworks, files.indicators, files.systems, files.clauses)

    @cached_property
    def version(self) -> str:
        """First 12 hex digits of the hash over all content; the same on every machine."""
        digest = hashlib.sha256()
        for group in (self.sectors, self.frameworks, self.indicators, self.systems, self.clauses):
            for line in sorted(value.model_dump_json() for value in group):
                digest.update(line.encode())
        return digest.hexdigest()[:12]

    @cached_property
    def by_code(self) -> Mapping[str, Indicator]:
        return MappingProxyType({indicator.code: indicator for indicator in self.indicators})

    @cached_property
    def active(self) -> tuple[Indicator, ...]:
        """Indicators in use, in the order of their codes."""
        return tuple(sorted((i for i in self.indicators if i.is_active), key=lambda i: i.code))

    @cached_property
    def patterns(self) -> tuple[Indicator, ...]:
        return tuple(i for i in self.active if i.is_pattern)

    @cached_property
    def sectors_by_slug(self) -> Mapping[str, Sector]:
        return MappingProxyType({sector.slug: sector for sector in self.sectors})

    @cached_property
    def clauses_by_id(self) -> Mapping[str, Clause]:
        return MappingProxyType({clause.id: clause for clause in self.clauses})

    def indicator(self, code: str) -> Indicator:
        """The indicator with this code. Raises NotFound."""
        found = self.by_code.get(code) or self.by_code.get(code.upper())
        if found is None:
            raise NotFound(f"指标库里没有编码“{code}”，请用 zhibiao search 查找")
        return found

    def sector(self, written: str) -> Sector:
        """The sector that a slug, a name or an alias names. Raises InvalidInput listing the choices."""
        wanted = written.strip().casefold()
        for sector in self.sectors:
            if wanted in {word.casefold() for word in (sector.slug, sector.name, *sector.aliases)}:
                return sector
        choices = "、".join(f"{sector.name}（{sector.slug}）" for sector in self.sectors)
        raise InvalidInput(f"没有“{written}”这个领域；可用的有：{choices}")

    def framework(self, slug: str) -> Framework:
        """The framework with this slug. Raises InvalidInput listing the choices."""
        for framework in self.frameworks:
            if framework.slug == slug:
                return framework
        choices = "、".join(framework.slug for framework in self.frameworks) or "（本库没有体系框架）"
        raise InvalidInput(f"没有“{slug}”这个体系框架；可用的有：{choices}")

    def with_indicators(self, changed: Iterable[Indicator]) -> Library:
        """A new snapshot in which these records replace those with their codes."""
        merged = {**self.by_code, **{indicator.code: indicator for indicator in changed}}
        return Library(self.sectors, self.frameworks, tuple(merged.values()), self.systems, self.clauses, self.name)
