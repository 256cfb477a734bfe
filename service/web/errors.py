"""An error as a page, or as a fragment in the page where it happened."""

from __future__ import annotations

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse

from indicators.errors import MissingResource
from service.errors import Fault, status_of
from service.web.templates import is_part, render


def error_page(request: Request, fault: Fault) -> Response:
    """The error in Chinese. In a page, it appears above the form and leaves what was typed alone."""
    part = is_part(request)
    context: dict[str, object] = {"error": fault.body, "status": fault.status}
    try:
        response = render(request, "_fault.html" if part else "error.html", context, status=fault.status)
    except MissingResource as error:  # the page's own files are not built: words alone can still be sent
        return PlainTextResponse(error.message, status_of(error))
    if part:
        response.headers.update({"HX-Retarget": "#fault", "HX-Reswap": "innerHTML"})
    response.headers.update(fault.headers)
    return response
