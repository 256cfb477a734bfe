"""Small libraries with sound defaults, so that a test shows only what it is about."""

from __future__ import annotations

from indicators.library.files import LibraryFiles
from indicators.model.clause import Clause
from indicators.model.framework import Count, Framework, Level1
from indicators.model.indicator import Indicator
from indicators.model.sector import Sector
from indicators.model.system import IndicatorSystem, SystemEntry


def sector(slug="talent", **given):
    return Sector(**{"slug": slug, "name": f"领域{slug}", "code_prefix": "TD", **given})


def indicator(code="TD001", **given):
    sound = {"code": code, "name": f"指标{code}", "sector": "talent", "level1": "产出指标", "level2": "数量指标"}
    return Indicator(**{**sound, **given})


def framework(slug="project", **given):
    sound = {"slug": slug, "name": slug, "kind": "project", "levels": (Level1(name="产出指标"),)}
    return Framework(**{**sound, "count": Count(good_low=5, good_high=9, verbose=15), **given})


def system(slug="talent-core", **given):
    entries = (SystemEntry(code="TD001", weight=90),)
    sound = {"slug": slug, "name": slug, "sector": "talent", "framework": "project", "entries": entries}
    return IndicatorSystem(**{**sound, **given})


def clause(id="mof-2021-101/一", **given):
    return Clause(**{"id": id, "document": "办法", "number": "1号", "place": "一", "gist": "要点", **given})


def files(*indicators, sectors=None, frameworks=(), systems=(), clauses=()):
    """Curated files that hold these indicators, and every sector that they name."""
    named = dict.fromkeys(it.sector for it in indicators)
    return LibraryFiles(sectors or tuple(sector(slug) for slug in named), frameworks, indicators, systems, clauses)
