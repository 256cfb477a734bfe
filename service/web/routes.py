"""The addresses of the pages."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, FastAPI, File, Request, Response, UploadFile

from indicators.errors import ZhibiaoError
from indicators.model.refusal import accept
from indicators.model.sheet import TargetSheet
from indicators.quality.exemption_file import exemptions_text
from ingest.readers import extensions_read
from service.actions import suggest
from service.dependencies import Configured, Open
from service.documents.form import drafted_table, suggested_table, target_form
from service.errors import ErrorBody, fault_of, request_id
from service.resources import Resources
from service.settings import Settings
from service.web import exports
from service.web.answer import Answer, Upload, answer
from service.web.built import STATIC, Static
from service.web.deed import Deed, deed_from_form, pasted_exemptions
from service.web.draft import Draft, draft_from_form, from_sheet, read_draft
from service.web.templates import is_part, render

EXAMPLE = Path(__file__).with_name("example.json")
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "yaml": "application/yaml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

Posted = Annotated[Draft, Depends(draft_from_form)]
Asked = Annotated[Deed, Depends(deed_from_form)]

router = APIRouter(include_in_schema=False)


def mount_pages(app: FastAPI) -> None:
    """The pages, and the files that they load."""
    app.include_router(router)
    app.mount("/static", Static(directory=STATIC), name="static")


@router.get("/")
def show_form(request: Request, resources: Open, settings: Configured, example: bool = False) -> Response:
    """The empty form, or one filled with the example."""
    draft = from_sheet(example_sheet()) if example else Draft()
    return render(request, "index.html", _context(resources, settings, draft=draft))


@router.post("/")
def show_answer(
    request: Request,
    resources: Open,
    settings: Configured,
    draft: Posted,
    deed: Asked,
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """The form with its answer below: the whole page, or for htmx the part of it that changes."""
    try:
        given = answer(resources, draft, _upload(file), deed)
    except ZhibiaoError as error:
        if is_part(request):
            raise
        fault = fault_of(error, request_id(request))
        context = _context(resources, settings, draft=draft, error=fault.body)
        return render(request, "index.html", context, status=fault.status)
    context = _context(resources, settings, draft=given.draft, answer=given)
    return render(request, "_workspace.html" if is_part(request) else "index.html", context)


@router.post("/exports/suggestion.{form}")
def export_suggestion(resources: Open, draft: Posted, form: Literal["csv", "json", "xlsx"]) -> Response:
    """The suggested set of the posted draft as a download; the same draft gives the same set."""
    sheet = read_draft(draft).sheet
    suggestion = suggest.suggest(resources, sheet)
    writers = {
        "csv": lambda: exports.to_csv(suggestion),
        "json": lambda: exports.to_json(suggestion),
        "xlsx": lambda: target_form(sheet, suggested_table(suggestion)),
    }
    return _download(writers[form](), f"{sheet.project or '目标表'}-建议指标", form)


@router.post("/exports/draft.xlsx")
def export_draft(draft: Posted) -> Response:
    """The posted draft, as it stands, in the official form."""
    sheet = read_draft(draft).sheet
    return _download(target_form(sheet, drafted_table(sheet)), f"{sheet.project or '目标表'}-草稿", "xlsx")


@router.post("/exports/exemptions.yaml")
def export_exemptions(draft: Posted) -> Response:
    """The exemptions of the posted form, as ``zhibiao check --baseline`` reads them."""
    text = exemptions_text(pasted_exemptions(draft.exemptions))
    return _download(text.encode(), f"{draft.project or '目标表'}-豁免", "yaml")


def _download(data: bytes, name: str, form: str) -> Response:
    encoded = quote(f"{name}.{form}", safe="")
    headers = {"Content-Disposition": f"attachment; filename=\"zhibiao.{form}\"; filename*=UTF-8''{encoded}"}
    return Response(data, media_type=MEDIA_TYPES[form], headers=headers)


@lru_cache(maxsize=1)
def example_sheet() -> TargetSheet:
    """The sheet that shows what the page does."""
    return accept(TargetSheet, json.loads(EXAMPLE.read_text("utf-8")), what=EXAMPLE.name)


def _context(
    resources: Resources,
    settings: Settings,
    *,
    draft: Draft,
    answer: Answer | None = None,
    error: ErrorBody | None = None,
) -> dict[str, object]:
    library = resources.library
    return {
        "draft": draft,
        "answer": answer,
        "error": error,
        "sectors": [sector for sector in library.sectors if not sector.is_common],
        "library": library,
        "upload_limit": settings.upload_limit,
        "formats": extensions_read(),
    }


def _upload(file: UploadFile | None) -> Upload | None:
    """The file, if one was chosen: a browser posts an empty one without a name where none was."""
    if file is None or not file.filename:
        return None
    name = PurePosixPath(file.filename.replace("\\", "/")).name or "未命名文件"
    return Upload(name, file.file.read())
