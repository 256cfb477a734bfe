"""Fixes: each sheet that comes in with its mechanical mends applied and checked again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from indicators.errors import InvalidInput
from indicators.model.fixed import FixedSheet
from service.actions import fix
from service.api import examples
from service.api.answers import FailedSource, FixedSheets
from service.api.documented import V1, answers
from service.api.incoming import SheetsIn, failed_source, sheet_body
from service.dependencies import Open

router = APIRouter(prefix=V1, tags=["检查"])


@router.post(
    "/fixes",
    summary="采用能机械完成的修改并重新检查",
    openapi_extra=sheet_body(examples.SHEET),
    responses=answers(examples.FIXED, 413, 415, 422),
)
def fix_sheets(
    resources: Open,
    incoming: SheetsIn,
    only: Annotated[
        list[str] | None,
        Query(description="只采用这些修改：问题的指纹、规则或行号，可写多个；不写则全部采用", examples=[["CO202"]]),
    ] = None,
    profile: Annotated[str | None, Query(description="规则组合", examples=["mof-2021"])] = None,
) -> FixedSheets:
    """提交目标表（JSON 或文件），返回改好的表、采用的和没有采用的修改及原因、改好的和新看到的问题。服务器不保存，也不改动原文件。"""
    fixed: list[FixedSheet | FailedSource] = []
    for it in incoming.sheets:
        try:
            fixed.append(fix.fix(resources, it.sheet, source=it.source, profile=profile, only=only or ()))
        except InvalidInput as error:  # nothing of what is asked for is there to be mended
            if incoming.single:
                raise
            fixed.append(failed_source(it.source, error))
    return FixedSheets(sheets=(*fixed, *incoming.failed))
