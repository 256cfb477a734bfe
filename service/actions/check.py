"""Findings, outcomes and an opinion for one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from indicators.model.finding import CheckedSheet, Stage
from indicators.model.sheet import TargetSheet
from indicators.quality.checker import TARGET_STAGE, check_sheet
from indicators.quality.meaning import MeaningReader
from indicators.quality.suppression import Exemption, suppress
from indicators.search.embedding import Embedder
from service.resources import Resources


def check(
    resources: Resources,
    sheet: TargetSheet,
    *,
    source: str,
    profile: str | None = None,
    stages: Sequence[Stage] = TARGET_STAGE,
    exemptions: Sequence[Exemption] = (),
) -> CheckedSheet:
    """What the rules of these stages say of a sheet, with what these exemptions set aside marked so.

    Raises InvalidInput for an unknown profile, sector or framework.
    """
    reader = reader_of(resources)
    checked = check_sheet(sheet, resources.library, source=source, profile=profile, reader=reader, stages=stages)
    return set_aside(checked, exemptions)


def set_aside(checked: CheckedSheet, exemptions: Sequence[Exemption]) -> CheckedSheet:
    """The sheet with what these exemptions meet today marked as suppressed."""
    return suppress(checked, exemptions, date.today()) if exemptions else checked


def reader_of(resources: Resources, embedder: Embedder | None = None) -> MeaningReader:
    """Reads meaning with the library and model of the process; ``embedder`` stands in for the latter."""
    suggester = resources.suggester
    searcher = replace(suggester.searcher, embedder=embedder) if embedder else suggester.searcher
    return MeaningReader(searcher, suggester.likeness, suggester.judge)
