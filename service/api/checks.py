"""Checks: findings, outcomes and opinion for each sheet that comes in."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from indicators.quality.stages import read_stages
from indicators.quality.suppression import lapses
from service.actions import check
from service.api import examples
from service.api.answers import CheckedSheets
from service.api.documented import V1, answers
from service.api.incoming_exemptions import ReviewedIn, body_with_exemptions
from service.dependencies import Open

router = APIRouter(prefix=V1, tags=["检查"])


@router.post(
    "/checks",
    summary="检查目标表并给出审核意见",
    openapi_extra=body_with_exemptions(examples.SHEET),
    responses=answers(examples.CHECKED, 413, 415, 422),
)
def check_sheets(
    resources: Open,
    incoming: ReviewedIn,
    profile: Annotated[str | None, Query(description="规则组合", examples=["mof-2021"])] = None,
    stages: Annotated[
        str,
        Query(
            description="阶段，几个之间用逗号：target、monitoring、self-evaluation", examples=["target,self-evaluation"]
        ),
    ] = "target",
) -> CheckedSheets:
    """提交目标表（JSON 或文件），返回冗长细碎、缺核心要素和不合理之处，各附依据、改法和能否判定。

    带豁免时（JSON 写 `{"sheets": […], "exemptions": […]}`，上传文件另加名为 exemptions 的文件），所指的问题照列，注明理由、谁定的
    和期限，不计入等级；没有用上和过期的豁免列在 `exemptions` 里。
    """
    wanted = read_stages(stages)
    sheets, exemptions = incoming
    checked = [
        check.check(resources, it.sheet, source=it.source, profile=profile, stages=wanted, exemptions=exemptions)
        for it in sheets.sheets
    ]
    return CheckedSheets(
        sheets=(*checked, *sheets.failed), exemptions=lapses(exemptions, checked, date.today()) if exemptions else None
    )
