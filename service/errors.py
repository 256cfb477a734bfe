"""Exception -> status and the one error shape, in one table; every way out of the service passes here."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import NamedTuple

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from indicators.errors import (
    Detail,
    InvalidInput,
    InvalidLibrary,
    MissingResource,
    NotFound,
    TooLarge,
    UnreadableFile,
    UnsupportedFormat,
    ZhibiaoError,
)
from indicators.model.refusal import fault_details, summarise
from indicators.model.value import Value

logger = logging.getLogger(__name__)

STATUS: Mapping[type[ZhibiaoError], int] = {
    InvalidInput: 422,
    UnreadableFile: 422,
    UnsupportedFormat: 415,
    TooLarge: 413,
    NotFound: 404,
    InvalidLibrary: 422,
    MissingResource: 503,
    ZhibiaoError: 500,
}
"""The nearest class of an error decides; a new error inherits the status of the one that it refines."""

FRAMEWORK: Mapping[int, tuple[str, str]] = {
    400: ("bad_request", "请求的格式有误，请核对请求正文和 Content-Type"),
    404: ("not_found", "没有这个地址，请核对路径；接口清单见 /api/openapi.json"),
    405: ("method_not_allowed", "这个地址不接受此种请求方法，可用的方法见响应头 Allow"),
    413: (TooLarge.code, ""),
    415: (UnsupportedFormat.code, "不受理这种内容类型，请用 application/json 或以 multipart/form-data 上传文件"),
    500: ("internal_error", "服务内部出错，已记入日志；请稍后再试，或把请求编号告诉管理员"),
}
"""What the framework itself refuses, by status: code and message; an empty message leaves the raiser's own."""


class ErrorDetail(Value):
    """One fault inside a larger input."""

    field: str
    message: str


class ErrorBody(Value):
    """``code`` is stable; ``message`` is Chinese and says what, where and how to mend it."""

    code: str
    message: str
    details: tuple[ErrorDetail, ...] = ()
    request_id: str


class ErrorAnswer(Value):
    """The one error shape."""

    error: ErrorBody


class Fault(NamedTuple):
    """An error as it leaves the service."""

    status: int
    body: ErrorBody
    headers: Mapping[str, str]


ErrorPage = Callable[[Request, Fault], Response]


def fault_of(error: Exception, request_id: str) -> Fault:
    """Any exception as status and body. An unknown one tells its reader nothing but the request's id."""
    status, code, message, details, headers = _told(error)
    body = ErrorBody(code=code, message=message, details=_as_details(details), request_id=request_id)
    return Fault(status, body, headers)


def status_of(error: ZhibiaoError) -> int:
    """The HTTP status of one of our own errors."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def answer_error(request: Request, error: Exception) -> Response:
    """The response for an error: a page or fragment for a browser, JSON for everybody else."""
    fault = fault_of(error, request_id(request))
    if fault.status >= 500:
        logger.error("%s %s: %s", fault.body.request_id, fault.body.code, error, exc_info=error)
    page: ErrorPage | None = getattr(request.app.state, "error_page", None)
    if page is not None and wants_page(request):
        return page(request, fault)
    answer = ErrorAnswer(error=fault.body)
    return JSONResponse(answer.model_dump(mode="json"), fault.status, headers=dict(fault.headers))


def install_error_handlers(app: FastAPI) -> None:
    """Our errors and the framework's, all into the one shape; what nobody expects is caught by ``edge.boundary``."""
    for kind in (ZhibiaoError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, answer_error)


def request_id(request: Request) -> str:
    """The id that ``edge.trace`` gave the request."""
    return str(getattr(request.state, "request_id", ""))


def wants_page(request: Request) -> bool:
    """Whether a browser asks for a page (or htmx for a part of one), and not a program for data."""
    if request.url.path.startswith("/api/"):
        return False
    return "text/html" in request.headers.get("accept", "")


def _told(error: Exception) -> tuple[int, str, str, list[Detail], Mapping[str, str]]:
    if isinstance(error, ZhibiaoError):
        return status_of(error), error.code, error.message, list(error.details), {}
    if isinstance(error, RequestValidationError):
        details = [Detail(_parameter(it.field), it.message) for it in fault_details(error.errors())]
        return 422, InvalidInput.code, f"请求有{len(details)}处不合格：{summarise(details)}", details, {}
    if isinstance(error, HTTPException):
        code, message = FRAMEWORK.get(error.status_code, ("http_error", ""))
        return error.status_code, code, message or str(error.detail), [], error.headers or {}
    return 500, *FRAMEWORK[500], [], {}


def _parameter(field: str) -> str:
    """query.limit -> limit: where a parameter stood is plain from its name."""
    return field.removeprefix("query.").removeprefix("path.")


def _as_details(details: list[Detail]) -> tuple[ErrorDetail, ...]:
    return tuple(ErrorDetail(field=it.field, message=it.message) for it in details)
