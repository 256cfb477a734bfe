"""A form's words -> a target sheet, and back. Drafted rows travel as tab-separated text, which is what Excel pastes."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, fields, replace
from typing import Annotated

from fastapi import Form

from indicators.model.refusal import accept
from indicators.model.sheet import SheetRow, TargetSheet
from ingest.to_sheet import ReadSheet
from service.actions import read
from service.web.words import COLUMNS, ROW_FIELDS

FILLABLE = ("project", "department", "year", "budget", "goal", "framework")
PASTED = "草稿指标.tsv"
TYPED = "网页填写"


@dataclass(frozen=True)
class Draft:
    """What the form holds, as typed."""

    project: str = ""
    department: str = ""
    kind: str = "project"
    sector: str = ""
    year: str = ""
    budget: str = ""
    goal: str = ""
    framework: str = ""
    rows: str = ""
    exemptions: str = ""

    @property
    def row_count(self) -> int:
        """Drafted rows, the header aside."""
        lines = [line for line in self.rows.splitlines() if line.strip()]
        return len(lines) - (bool(lines) and _is_header(lines[0]))


FIELDS = tuple(field.name for field in fields(Draft))
"""What a form must post to bring a draft back."""


def draft_from_form(  # noqa: PLR0913, PLR0917 - FastAPI reads the form's fields off the signature
    project: Annotated[str, Form()] = "",
    department: Annotated[str, Form()] = "",
    kind: Annotated[str, Form()] = "project",
    sector: Annotated[str, Form()] = "",
    year: Annotated[str, Form()] = "",
    budget: Annotated[str, Form()] = "",
    goal: Annotated[str, Form()] = "",
    framework: Annotated[str, Form()] = "",
    rows: Annotated[str, Form()] = "",
    exemptions: Annotated[str, Form()] = "",
    sector_instead: Annotated[str, Form()] = "",
) -> Draft:
    """The posted form. ``sector_instead`` is the sector that a button in the answer offers in place of the chosen one."""
    chosen = sector_instead or sector
    return Draft(project, department, kind, chosen, year, budget, goal, framework, rows, exemptions)


def to_sheet(draft: Draft, rows: tuple[SheetRow, ...]) -> TargetSheet:
    """The draft as a sheet with these rows. Raises InvalidInput with one detail per fault."""
    data = {
        "project": draft.project,
        "department": draft.department,
        "kind": draft.kind,
        "sector": draft.sector.strip() or None,
        "year": draft.year.strip() or None,
        "budget": draft.budget.replace(",", "").replace("，", "").removesuffix("万元").strip() or None,
        "goal": draft.goal.replace("\r\n", "\n"),
        "framework": draft.framework.strip() or None,
        "rows": rows,
    }
    return accept(TargetSheet, data, what="所填内容")


def read_draft(draft: Draft) -> ReadSheet:
    """The draft as a sheet, with what of its pasted rows was not understood. Raises InvalidInput."""
    found = pasted(draft.rows)
    sheet = to_sheet(draft, found.sheet.rows if found else ())
    return ReadSheet(source=TYPED, sheet=sheet, unread=found.unread if found else ())


def from_sheet(sheet: TargetSheet, exemptions: str = "") -> Draft:
    """A sheet as the form shows it, with these exemptions beside it."""
    return Draft(
        project=sheet.project,
        department=sheet.department,
        kind=sheet.kind,
        sector=sheet.sector or "",
        year=str(sheet.year or ""),
        budget="" if sheet.budget is None else f"{sheet.budget:.12g}",
        goal=sheet.goal,
        framework=sheet.framework or "",
        rows=rows_to_text(sheet.rows),
        exemptions=exemptions,
    )


def completed(sheet: TargetSheet, typed: Draft) -> TargetSheet:
    """A file's sheet, completed with what was typed where the file says nothing; a sector that was chosen wins."""
    shown = from_sheet(sheet)
    missing = {name: getattr(typed, name) for name in FILLABLE if not getattr(shown, name)}
    kind = "department" if "department" in (shown.kind, typed.kind) else shown.kind
    whole = replace(shown, **missing, kind=kind, sector=typed.sector or shown.sector)
    return to_sheet(whole, sheet.rows)


def pasted(text: str) -> ReadSheet | None:
    """Rows pasted from a spreadsheet, with or without a header line, read as a file with these columns would be."""
    if not text.strip():
        return None
    first = text.lstrip("\r\n").splitlines()[0]
    whole = text if _is_header(first) else "\t".join(COLUMNS) + "\n" + text
    found = read.read(whole.encode(), PASTED)[0]
    rows = tuple(row.model_copy(update={"cell": None, "cells": {}}) for row in found.sheet.rows)
    return found.model_copy(update={"sheet": found.sheet.model_copy(update={"rows": rows})})


def rows_to_text(rows: tuple[SheetRow, ...]) -> str:
    """Rows as tab-separated text under their header; empty where there are none."""
    if not rows:
        return ""
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_written(getattr(row, field)) for field in ROW_FIELDS] for row in rows)
    return out.getvalue()


def _is_header(line: str) -> bool:
    return (
        len({"三级指标", "指标名称", "绩效指标", "指标值", "一级指标"} & {cell.strip() for cell in line.split("\t")})
        > 1
    )


def _written(value: str | float | None) -> str:
    return f"{value:.12g}" if isinstance(value, float) else value or ""
