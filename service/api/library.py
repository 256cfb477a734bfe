"""The library: indicators, sectors, frameworks and systems."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from indicators.model.indicator import Indicator
from indicators.model.value import Value
from service.actions import library as actions
from service.api import examples
from service.api.answers import Frameworks, Indicators, Sectors, Systems
from service.api.documented import V1, answers
from service.dependencies import Open

router = APIRouter(prefix=V1, tags=["指标库"])


class Wanted(Value):
    """Which indicators; every given condition must hold."""

    sector: str | None = Field(None, description="领域标识或中文名", examples=["职业教育"])
    level1: str | None = Field(None, description="一级指标", examples=["产出指标"])
    level2: str | None = Field(None, description="二级指标", examples=["数量指标"])
    core: bool | None = Field(None, description="是否核心指标")
    pattern: bool | None = Field(None, description="是否带空位的共性模式")
    name: str | None = Field(None, max_length=60, description="名称或别名中含有的字")
    offset: int = Field(0, ge=0, description="跳过几条")
    limit: int = Field(100, ge=1, le=1000, description="最多返回几条")

    def fits(self, indicator: Indicator, slug: str | None) -> bool:
        """Whether the indicator is wanted; ``slug`` is the sector's."""
        pairs = (
            (slug, indicator.sector),
            (self.level1, indicator.level1),
            (self.level2, indicator.level2),
            (self.core, indicator.is_core),
            (self.pattern, indicator.is_pattern),
        )
        names = (indicator.name, *indicator.aliases)
        return all(wanted in {None, found} for wanted, found in pairs) and any((self.name or "") in it for it in names)


@router.get("/indicators", summary="列出指标", responses=answers(examples.INDICATORS, 422))
def list_indicators(resources: Open, wanted: Annotated[Wanted, Query()]) -> Indicators:
    """在用的指标，按编码排列；各条件须同时满足。"""
    library = resources.library
    slug = library.sector(wanted.sector).slug if wanted.sector else None
    found = [indicator for indicator in library.active if wanted.fits(indicator, slug)]
    page = tuple(found[wanted.offset : wanted.offset + wanted.limit])
    return Indicators(library_version=library.version, total=len(found), indicators=page)


@router.get("/indicators/{code}", summary="查看一个指标", responses=answers(examples.INDICATOR, 404, 422))
def show_indicator(resources: Open, code: str) -> Indicator:
    """按编码取一条指标的全部字段；已停用的也能查到。"""
    return resources.library.indicator(code)


@router.get("/sectors", summary="列出领域", responses=answers(examples.SECTORS))
def list_sectors(resources: Open) -> Sectors:
    """指标库分哪些领域。"""
    library = resources.library
    return Sectors(library_version=library.version, sectors=library.sectors)


@router.get("/frameworks", summary="列出体系框架", responses=answers(examples.FRAMEWORKS))
def list_frameworks(resources: Open) -> Frameworks:
    """一级、二级指标的设置要求和权重规定。"""
    library = resources.library
    return Frameworks(library_version=library.version, frameworks=library.frameworks)


@router.get("/systems", summary="列出指标体系", responses=answers(examples.SYSTEMS, 422))
def list_systems(
    resources: Open, sector: Annotated[str | None, Query(description="领域标识或中文名")] = None
) -> Systems:
    """各领域成套的核心指标和权重。"""
    systems = actions.list_systems(resources, sector=sector)
    return Systems(library_version=resources.library.version, systems=systems)
