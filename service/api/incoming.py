"""Sheets as they come in: a JSON object, or uploaded files of which each may hold several sheets."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Any, NamedTuple

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from indicators.errors import Detail, InvalidInput, UnsupportedFormat, ZhibiaoError
from indicators.model.sheet import TargetSheet
from ingest.to_sheet import ReadSheet
from service.actions import read
from service.api.answers import FailedSource, SourceError
from service.errors import ErrorDetail

BODY = "请求.json"
"""What a sheet in the request's body is called where a file would be named."""

MOST_FILES = 100
EXEMPTIONS = "exemptions"
"""The one field that may also be sent as text, and holds no sheet."""


class Part(NamedTuple):
    """One file, or the request's body; ``field`` is the form's field that it came in."""

    name: str
    data: bytes
    field: str = "file"


class Incoming(NamedTuple):
    """What one request brings: sheets as read, and files that could not be."""

    sheets: tuple[ReadSheet, ...]
    failed: tuple[FailedSource, ...]

    @property
    def single(self) -> bool:
        return len(self.sheets) == 1 and not self.failed


async def receive_parts(request: Request) -> list[Part]:
    """The body or the uploaded files. Raises UnsupportedFormat for another type, InvalidInput where no file came."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return [Part(BODY, await request.body())]
    if kind != "multipart/form-data":
        raise UnsupportedFormat(
            f"请求正文的类型“{kind or '（未写明）'}”不受理，请用 application/json，或以 multipart/form-data 上传文件"
        )
    async with request.form(max_files=MOST_FILES) as form:
        parts = [await _part(field, value) for field, value in form.multi_items() if _is_sent(field, value)]
    if not parts:
        raise InvalidInput("没有收到文件", details=[Detail("file", "请把文件放在名为 file 的字段里上传")])
    return parts


def read_parts(parts: Annotated[list[Part], Depends(receive_parts)]) -> Incoming:
    """Every part as sheets. One that cannot be read is an error if it is alone, and an entry among several."""
    sheets: list[ReadSheet] = []
    failed: list[FailedSource] = []
    for part in parts:
        try:
            sheets.extend(read.read(part.data, part.name))
        except ZhibiaoError as error:
            if len(parts) == 1:
                raise
            failed.append(failed_source(part.name, error))
    return Incoming(tuple(sheets), tuple(failed))


def failed_source(source: str, error: ZhibiaoError) -> FailedSource:
    """The entry that stands in the place of a sheet's answer."""
    details = tuple(ErrorDetail(field=it.field, message=it.message) for it in error.details)
    return FailedSource(source=source, error=SourceError(code=error.code, message=error.message, details=details))


def _is_sent(field: str, value: UploadFile | str) -> bool:
    return isinstance(value, UploadFile) or (field == EXEMPTIONS and bool(value.strip()))


async def _part(field: str, value: UploadFile | str) -> Part:
    if isinstance(value, str):
        return Part(field, value.encode(), field)
    return Part(file_name(value), await value.read(), field)


def file_name(file: UploadFile) -> str:
    """The name without folders: some browsers send a whole path."""
    return PurePosixPath((file.filename or "").replace("\\", "/")).name or "未命名文件"


def sheet_body(example: TargetSheet) -> dict[str, Any]:
    """The OpenAPI description of a body that is a sheet or files; FastAPI cannot tell it from a signature."""
    files = {"type": "array", "items": {"type": "string", "format": "binary"}}
    json_body = {
        "schema": {"$ref": "#/components/schemas/TargetSheet"},
        "example": example.model_dump(mode="json", exclude_defaults=True),
    }
    form_body = {"schema": {"type": "object", "required": ["file"], "properties": {"file": files}}}
    content = {"application/json": json_body, "multipart/form-data": form_body}
    return {"requestBody": {"required": True, "content": content}}


SheetsIn = Annotated[Incoming, Depends(read_parts)]
