"""``--out`` of a command that writes one sheet: the official form for Excel or Word, or its JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from indicators.errors import InvalidInput, ZhibiaoError

if TYPE_CHECKING:
    from indicators.model.sheet import TargetSheet
    from service.documents.form import FormTable

Answer = TypeVar("Answer")


def only_answer(answers: Sequence[Answer | ZhibiaoError]) -> Answer:
    """The one answer that there is. Raises InvalidInput where there are several, or none that was read."""
    if len(answers) != 1 or isinstance(answers[0], ZhibiaoError):
        raise InvalidInput("--out 一次只写一张表；请只给一个可读的文件")
    return answers[0]


def form_file(out: Path, sheet: TargetSheet, table: Callable[[], FormTable], record: Mapping[str, object]) -> bytes:
    """The form of a sheet with this table, or the record as JSON, by the extension. Raises InvalidInput for another one."""
    from service.documents.form import target_form
    from service.documents.form_docx import target_form_docx

    match out.suffix.lower():
        case ".json":
            return json.dumps(record, ensure_ascii=False, indent=1).encode()
        case ".xlsx":
            return target_form(sheet, table())
        case ".docx":
            return target_form_docx(sheet, table())
        case extension:
            raise InvalidInput(f"--out 不支持“{extension}”；可写 .xlsx、.docx 或 .json")
