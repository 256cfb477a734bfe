"""What ``zhibiao check`` found, in the format that is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from indicators.errors import InvalidInput
from service.cli.terminal import error_entry, put, save

if TYPE_CHECKING:
    from service.documents.batch_report import BatchReport
    from service.documents.reviewed import Failed, Reviewed

FEW = 5
"""Up to so many sheets of a batch are shown whole on the terminal; of more only the report."""


class CheckFormat(StrEnum):
    """How a check is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    DOCX = "docx"
    SARIF = "sarif"


BINARY = {CheckFormat.XLSX: ".xlsx", CheckFormat.DOCX: ".docx"}
EXTENSIONS = {
    ".txt": CheckFormat.TEXT,
    ".json": CheckFormat.JSON,
    ".md": CheckFormat.MARKDOWN,
    ".xlsx": CheckFormat.XLSX,
    ".docx": CheckFormat.DOCX,
    ".sarif": CheckFormat.SARIF,
}


@dataclass(frozen=True)
class Checked:
    """All that a check came to; ``report`` only for a batch, ``added`` are further keys of the JSON document."""

    reviewed: tuple[Reviewed, ...]
    failed: tuple[Failed, ...]
    report: BatchReport | None = None
    added: Mapping[str, object] = field(default_factory=dict)


def chosen_format(asked: CheckFormat | None, out: Path | None, *, as_json: bool) -> CheckFormat:
    """The format that is named, else that of the file's extension, else text. Raises InvalidInput for bytes on a screen."""
    by_name = EXTENSIONS.get(out.suffix.lower()) if out else None
    form = CheckFormat.JSON if as_json else asked or by_name or CheckFormat.TEXT
    if form in BINARY and out is None:
        raise InvalidInput(f"--format {form} 不能写到屏幕；请加 --out 文件名{BINARY[form]}")
    return form


def deliver(form: CheckFormat, checked: Checked, out: Path | None) -> None:
    """Writes it to the file if one is named, otherwise to stdout. Raises InvalidInput where it cannot be written."""
    if out is None:
        put(TEXTS[form](checked))
    elif form in BINARY:
        save(out, _bytes(form, checked))
    else:
        save(out, (TEXTS[form](checked) + "\n").encode())


def _bytes(form: CheckFormat, checked: Checked) -> bytes:
    if form is CheckFormat.XLSX:
        from service.documents.findings_xlsx import findings_book

        return findings_book(checked.reviewed, checked.failed, report=checked.report)
    from service.documents.opinion_docx import opinion_docx

    return opinion_docx(checked.reviewed)


def _text(checked: Checked) -> str:
    from service.documents.batch_text import batch_text
    from service.documents.plain import check_text

    shown = checked.reviewed if checked.report is None or len(checked.reviewed) <= FEW else ()
    report = [batch_text(checked.report)] if checked.report else []
    return "\n\n".join([*(check_text(one.checked) for one in shown), *report])


def _markdown(checked: Checked) -> str:
    from service.documents.batch_text import batch_markdown
    from service.documents.opinion_markdown import opinions_markdown

    report = [batch_markdown(checked.report)] if checked.report else []
    return "\n\n".join([*report, opinions_markdown(checked.reviewed)])


def _json(checked: Checked) -> str:
    sheets = [
        {
            **one.checked.model_dump(mode="json"),
            "file": one.file,
            "department": one.sheet.department,
            "profile": one.profile,
        }
        for one in checked.reviewed
    ]
    errors = [error_entry(one.source, one) for one in checked.failed]
    batch = checked.report.model_dump(mode="json", exclude={"failed"}) if checked.report else None
    document = {"sheets": sheets, "errors": errors, "batch": batch, **checked.added}
    return json.dumps({key: it for key, it in document.items() if it or key == "sheets"}, ensure_ascii=False, indent=1)


def _sarif(checked: Checked) -> str:
    from service.documents.sarif import sarif

    return json.dumps(sarif(checked.reviewed, checked.failed), ensure_ascii=False, indent=1)


TEXTS: Mapping[CheckFormat, Callable[[Checked], str]] = {
    CheckFormat.TEXT: _text,
    CheckFormat.JSON: _json,
    CheckFormat.MARKDOWN: _markdown,
    CheckFormat.SARIF: _sarif,
}
