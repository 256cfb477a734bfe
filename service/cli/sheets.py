"""``zhibiao read``, and what ``serve --show`` prints of one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from indicators.errors import ZhibiaoError
from service.cli.terminal import AsJson, Files, put, read_all, resources, tell

if TYPE_CHECKING:
    from ingest.to_sheet import ReadSheet


def read(files: Files, as_json: AsJson = False) -> None:
    """只读文件，显示读到的目标表和每个格子的出处。"""
    sheets: list[ReadSheet] = []
    failed: list[tuple[str, ZhibiaoError]] = []
    for source, found in read_all(files):
        if isinstance(found, ZhibiaoError):
            failed.append((source, found))
        else:
            sheets.append(found)
    if len(failed) == 1 and not sheets:
        raise failed[0][1]
    put({"sheets": [_read_json(sheet) for sheet in sheets]} if as_json else "\n\n".join(map(_read_text, sheets)))
    for source, error in failed:
        tell(f"{source}：{error.message}")
    if failed:
        raise typer.Exit(2)


def show(path: Path) -> None:
    """Prints the suggestion and the check of one file."""
    from service.actions.check import check as review
    from service.actions.suggest import suggest as advise
    from service.documents.plain import check_text, suggestion_text

    with resources() as opened:
        for source, found in read_all([str(path)]):
            if isinstance(found, ZhibiaoError):
                raise found
            put(suggestion_text(advise(opened, found.sheet), source=source))
            put("\n" + check_text(review(opened, found.sheet, source=source)) + "\n")


def _read_json(read: ReadSheet) -> dict[str, object]:
    unread = [{"cell": u.cell, "text": u.text, "reason": u.reason} for u in read.unread]
    return {"source": read.source, "sheet": read.sheet.model_dump(mode="json"), "unread": unread}


def _read_text(read: ReadSheet) -> str:
    from service.documents.plain import table

    sheet = read.sheet
    rows = [
        (
            str(n),
            row.level1,
            row.level2,
            row.name,
            f"{row.target}{'' if row.unit in row.target else row.unit}",
            row.cell or "",
        )
        for n, row in enumerate(sheet.rows, 1)
    ]
    head = [f"{read.source}：{sheet.project or '（没有项目名称）'}", f"目标：{sheet.goal or '（没有目标文本）'}"]
    unread = [f"没有读入 {u.cell or ''} “{u.text}”：{u.reason}" for u in read.unread]
    return "\n".join([*head, *(table(("#", "一级", "二级", "指标", "指标值", "位置"), rows) if rows else []), *unread])
