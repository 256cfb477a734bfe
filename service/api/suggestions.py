"""Suggestions: a concise core set with weights for each sheet that comes in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from indicators.model.sheet import TargetSheet
from indicators.model.suggestion import Suggestion
from service.actions import suggest
from service.api import examples
from service.api.answers import SourcedSuggestion, Suggestions
from service.api.documented import V1, answers
from service.api.incoming import SheetsIn, sheet_body
from service.dependencies import Open

router = APIRouter(prefix=V1, tags=["建议"])


@router.post(
    "/suggestions",
    summary="给出精简的核心指标和权重",
    openapi_extra=sheet_body(examples.SHEET),
    responses=answers(examples.SUGGESTION, 413, 415, 422),
)
def suggest_indicators(
    resources: Open,
    incoming: SheetsIn,
    sector: Annotated[str | None, Query(description="指定领域（标识或中文名），代替表中写的")] = None,
    framework: Annotated[str | None, Query(description="指定体系框架，代替表中写的", examples=["mof-2021"])] = None,
    most: Annotated[int | None, Query(alias="max", ge=1, le=100, description="最多建议几条")] = None,
    keep_weights: Annotated[bool, Query(description="保留草稿的权重，只给新增的指标分配余下的分值")] = False,
) -> Suggestion | Suggestions:
    """提交一张目标表（JSON 或文件），返回建议；文件里有几张表时返回 `{"suggestions": […]}`，各带 `source`。

    指标值只取自所填文字；没有写明的留空，参考值另列在 `standard`，不替填报单位定值。
    """
    chosen = {name: word for name, word in (("sector", sector), ("framework", framework)) if word}
    if incoming.single:
        return suggest.suggest(
            resources, _chosen(incoming.sheets[0].sheet, chosen), most=most, keep_weights=keep_weights
        )
    made = [
        SourcedSuggestion(
            source=it.source,
            **dict(suggest.suggest(resources, _chosen(it.sheet, chosen), most=most, keep_weights=keep_weights)),
        )
        for it in incoming.sheets
    ]
    return Suggestions(suggestions=(*made, *incoming.failed))


def _chosen(sheet: TargetSheet, chosen: dict[str, str]) -> TargetSheet:
    return sheet.model_copy(update=chosen)
