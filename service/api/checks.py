"""Checks: findings, outcomes and opinion for each sheet that comes in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from indicators.quality.stages import read_stages
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
    stages: Annotated[
        str,
        Query(
            description="阶段，几个之间用逗号：target、monitoring、self-evaluation", examples=["target,self-evaluation"]
        ),
    ] = "target",
) -> CheckedSheets:
    """提交目标表（JSON 或文件），返回冗长细碎、缺核心要素和不合理之处，各附依据、改法和能否判定。"""
    wanted = read_stages(stages)
    checked = [
        check.check(resources, it.sheet, source=it.source, profile=profile, stages=wanted) for it in incoming.sheets
    ]
    return CheckedSheets(sheets=(*checked, *incoming.failed))
