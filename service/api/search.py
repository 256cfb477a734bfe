"""Search for indicators, by meaning and by word."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Query

from indicators.model.hit import SearchAnswer
from service.actions import search
from service.api import examples
from service.api.answers import SearchRequest
from service.api.documented import V1, answers
from service.dependencies import Open

router = APIRouter(prefix=V1, tags=["检索"])


@router.post("/search", summary="检索指标", responses=answers(examples.SEARCH_ANSWER, 413, 422))
def search_posted(
    resources: Open, wanted: Annotated[SearchRequest, Body(openapi_examples={"常用": {"value": examples.SEARCH}})]
) -> SearchAnswer:
    """按语义和字词检索指标库，给出得分和入选理由。"""
    return search.search(resources, wanted.query, sector=wanted.sector, limit=wanted.limit)


@router.get("/search", summary="检索指标（地址栏可用）", responses=answers(examples.SEARCH_ANSWER, 422))
def search_by_address(
    resources: Open,
    q: Annotated[str, Query(min_length=1, max_length=1000, description="检索文字", examples=["学生满意度"])],
    sector: Annotated[str | None, Query(description="领域标识或中文名")] = None,
    limit: Annotated[int, Query(ge=1, le=100, description="最多返回几条")] = 10,
) -> SearchAnswer:
    """与 POST 相同，便于浏览器和脚本直接调用。"""
    return search.search(resources, q, sector=sector, limit=limit)
