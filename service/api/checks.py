"""Checks: findings, outcomes and opinion for each sheet that comes in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from service.actions import check
from service.api import examples
from service.api.answers import CheckedSheets
from service.api.documented import V1, answers
from service.api.incoming import SheetsIn, sheet_body
from service.dependencies import Open

router = APIRouter(prefix=V1, tags=["检查"])


@router.post(
    "/checks",
    summary="检查目标表并给出审核意见",
    openapi_extra=sheet_body(examples.SHEET),
    responses=answers(examples.CHECKED, 413, 415, 422),
)
def check_sheets(
    resources: Open,
    incoming: SheetsIn,
    profile: Annotated[str | None, Query(description="规则组合", examples=["mof-2021"])] = None,
) -> CheckedSheets:
    """提交目标表（JSON 或文件），返回冗长细碎、缺核心要素和不合理之处，各附依据、改法和能否判定。"""
    checked = [check.check(resources, it.sheet, source=it.source, profile=profile) for it in incoming.sheets]
    return CheckedSheets(sheets=(*checked, *incoming.failed))
