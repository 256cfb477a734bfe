"""The templates, with the words, filters and addresses that they use."""

from __future__ import annotations

from pathlib import Path

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from service.documents.exemptions import lapse_lines
from service.documents.fixes import change_text, counts_text, fix_text
from service.documents.plain import line_notes, suppression_text
from service.web import lines, words
from service.web.built import manifest
from service.web.draft import FIELDS


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=words, draft_fields=FIELDS, built=lambda name: f"static/build/{manifest()[name]}")
    environment.filters.update(
        number=lines.number,
        target=lines.target,
        place=lines.place,
        percent=lines.percent,
        field=lines.field,
        notes=line_notes,
        change=change_text,
        fix=fix_text,
        suppression=suppression_text,
        lapses=lapse_lines,
        counts=counts_text,
    )
    return environment


_TEMPLATES = Jinja2Templates(env=_environment())


def render(request: Request, name: str, context: dict[str, object], *, status: int = 200) -> Response:
    """A template as a response. ``base`` is the address of the site's root, wherever a proxy has put it."""
    base = request.scope.get("root_path", "").rstrip("/") + "/"
    response = _TEMPLATES.TemplateResponse(request, name, {**context, "base": base}, status_code=status)
    response.headers["Vary"] = "HX-Request"
    return response


def is_part(request: Request) -> bool:
    """Whether htmx asks for a part of a page."""
    return request.headers.get("hx-request") == "true"
