"""Exemptions as they come in beside the sheets that they are for: a key of the JSON body, or an uploaded file of that name."""

from __future__ import annotations

import json
from typing import Annotated, Any, NamedTuple

from fastapi import Depends

from indicators.errors import Detail, InvalidInput
from indicators.model.sheet import TargetSheet
from indicators.quality.exemption_file import read_exemptions
from indicators.quality.suppression import VERSION, Exemption
from service.api.incoming import BODY, EXEMPTIONS, Incoming, Part, read_parts, receive_parts, sheet_body


class Reviewed(NamedTuple):
    """The sheets of one request, and the exemptions that come with them."""

    sheets: Incoming
    exemptions: tuple[Exemption, ...]


def read_with_exemptions(parts: Annotated[list[Part], Depends(receive_parts)]) -> Reviewed:
    """Sheets and exemptions. Raises InvalidInput where there are only exemptions, or where they are at fault."""
    if [part.name for part in parts] == [BODY]:
        parts = _taken_apart(parts[0])
    files = [part for part in parts if part.field == EXEMPTIONS]
    sheets = [part for part in parts if part.field != EXEMPTIONS]
    if not sheets:
        raise InvalidInput("只收到豁免，没有收到目标表", details=[Detail("file", "请把目标表放在名为 file 的字段里")])
    return Reviewed(read_parts(sheets), tuple(it for file in files for it in read_exemptions(file.data, file.name)))


def body_with_exemptions(example: TargetSheet) -> dict[str, Any]:
    """The OpenAPI description of a body of sheets that may bring exemptions."""
    described = sheet_body(example)
    content = described["requestBody"]["content"]
    both = {
        "type": "object",
        "required": ["sheets"],
        "properties": {
            "sheets": {"type": "array", "items": {"$ref": "#/components/schemas/TargetSheet"}},
            EXEMPTIONS: {"type": "array", "items": {"$ref": "#/components/schemas/Exemption"}},
        },
    }
    content["application/json"]["schema"] = {"oneOf": [content["application/json"]["schema"], both]}
    content["multipart/form-data"]["schema"]["properties"][EXEMPTIONS] = {"type": "string", "format": "binary"}
    return described


def _taken_apart(body: Part) -> list[Part]:
    """The body without its exemptions, and these as a file of their own; what is no such JSON is left to the reader of sheets."""
    try:
        records = json.loads(body.data)
    except (ValueError, RecursionError):
        return [body]
    if not isinstance(records, dict) or EXEMPTIONS not in records:
        return [body]
    exemptions = {"version": VERSION, EXEMPTIONS: records.pop(EXEMPTIONS)}
    return [body._replace(data=_dumped(records)), Part(BODY, _dumped(exemptions), EXEMPTIONS)]


def _dumped(records: object) -> bytes:
    return json.dumps(records, ensure_ascii=False).encode("utf-8", "surrogatepass")


ReviewedIn = Annotated[Reviewed, Depends(read_with_exemptions)]
