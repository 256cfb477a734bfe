"""The outward contract as OpenAPI. ``make generate`` writes it to ``openapi.json`` beside this file."""

from __future__ import annotations

import json
from typing import Any

from fastapi import FastAPI

from indicators.model.sheet import TargetSheet
from indicators.quality.suppression import Exemption
from service.api.routes import TAGS, api_router

TITLE = "绩效指标库"
VERSION = "1"
DESCRIPTION = """预算绩效目标的指标检索、精简建议与质量检查。

出错时都返回同一种结构：`{"error": {"code", "message", "details": [{"field", "message"}], "request_id"}}`。
可用请求头 `X-Request-ID` 指定请求编号，响应头原样带回。行号都从 1 数起。"""


def openapi_document() -> dict[str, Any]:
    """The whole contract; depends on nothing but the code."""
    app = FastAPI(title=TITLE, version=VERSION, description=DESCRIPTION, openapi_tags=TAGS)
    app.include_router(api_router())
    document = app.openapi()
    _add_bodies(document)
    return document


def openapi_text() -> str:
    """The document as it stands in the file."""
    return json.dumps(openapi_document(), ensure_ascii=False, indent=1) + "\n"


def _add_bodies(document: dict[str, Any]) -> None:
    """What the bodies refer to; FastAPI sees it only where it is an answer, under its own choice of name."""
    schemas = document["components"]["schemas"]
    for model in (TargetSheet, Exemption):
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}", mode="validation")
        for name, definition in {**schema.pop("$defs", {}), model.__name__: schema}.items():
            schemas.setdefault(name, definition)
