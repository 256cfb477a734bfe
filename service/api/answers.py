"""Shapes of answers that are not already values of the vocabulary."""

from __future__ import annotations

from pydantic import Field

from indicators.model.finding import CheckedSheet
from indicators.model.fixed import FixedSheet
from indicators.model.framework import Framework
from indicators.model.indicator import Indicator
from indicators.model.sector import Sector
from indicators.model.suggestion import Suggestion
from indicators.model.system import IndicatorSystem
from indicators.model.value import Value
from indicators.quality.suppression import Lapses
from ingest.to_sheet import ReadSheet
from service.errors import ErrorDetail


class SearchRequest(Value):
    """What to look for: a few words or a whole sentence."""

    query: str = Field(min_length=1, max_length=1000, description="检索文字：指标名称、关键词或一句话")
    sector: str | None = Field(None, description="只在这个领域（及共性）中找：标识或中文名")
    limit: int = Field(10, ge=1, le=100, description="最多返回几条")


class SourceError(Value):
    """Why one of several files was not read."""

    code: str
    message: str
    details: tuple[ErrorDetail, ...] = ()


class FailedSource(Value):
    """In the place of an answer, where one of several files was not read."""

    source: str
    error: SourceError


class SourcedSuggestion(Suggestion):
    """A suggestion with the sheet that it is for."""

    source: str


class Suggestions(Value):
    """Suggestions for several sheets, in their order."""

    suggestions: tuple[SourcedSuggestion | FailedSource, ...]


class CheckedSheets(Value):
    """Checked sheets, in their order; ``exemptions`` tells, where some came with the sheets, which of them did nothing."""

    sheets: tuple[CheckedSheet | FailedSource, ...]
    exemptions: Lapses | None = None


class FixedSheets(Value):
    """Fixed sheets, in their order."""

    sheets: tuple[FixedSheet | FailedSource, ...]


class UnderstoodSheets(Value):
    """All sheets that the files hold."""

    sheets: tuple[ReadSheet | FailedSource, ...]


class Indicators(Value):
    """A page of indicators; ``total`` counts all that match."""

    library_version: str
    total: int
    indicators: tuple[Indicator, ...]


class Sectors(Value):
    """All sectors, the shared pool (common) first."""

    library_version: str
    sectors: tuple[Sector, ...]


class Frameworks(Value):
    """All frameworks."""

    library_version: str
    frameworks: tuple[Framework, ...]


class Systems(Value):
    """All indicator systems."""

    library_version: str
    systems: tuple[IndicatorSystem, ...]


class Alive(Value):
    """The process answers."""

    status: str = "ok"


class Ready(Value):
    """Each part that answers depend on, and how it was found."""

    status: str = "ok"
    parts: dict[str, str]
