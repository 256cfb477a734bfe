"""Sheets: only read what comes in, and say what was not understood."""

from __future__ import annotations

from fastapi import APIRouter

from service.api import examples
from service.api.answers import UnderstoodSheets
from service.api.documented import V1, answers
from service.api.incoming import SheetsIn, sheet_body

router = APIRouter(prefix=V1, tags=["读表"])


@router.post(
    "/sheets",
    summary="只读取目标表，不作判断",
    openapi_extra=sheet_body(examples.SHEET),
    responses=answers(examples.UNDERSTOOD, 413, 415, 422),
)
def read_sheets(incoming: SheetsIn) -> UnderstoodSheets:
    """返回读出的目标表、每行所在的单元格，以及看到而没有采用的文字和原因。"""
    return UnderstoodSheets(sheets=(*incoming.sheets, *incoming.failed))
