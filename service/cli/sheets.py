"""The commands for sheets: suggest, check and read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indicators.errors import InvalidInput, ZhibiaoError
from service.cli.terminal import AsJson, Files, SectorOption, deliver, put, read_all, resources, save, tell

if TYPE_CHECKING:
    from indicators.model.finding import CheckedSheet
    from indicators.model.sheet import TargetSheet
    from indicators.model.suggestion import Suggestion
    from ingest.to_sheet import ReadSheet

Answers = Sequence[tuple[str, "TargetSheet | None", "Suggestion | ZhibiaoError"]]


class FailOn(StrEnum):
    """From which severity on a check fails."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class CheckFormat(StrEnum):
    """How a check is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def suggest(
    files: Files,
    sector: SectorOption = None,
    framework: Annotated[str | None, typer.Option(help="体系框架，如 mof-2021。")] = None,
    most: Annotated[int | None, typer.Option("--max", min=1, max=60, help="最多几条指标。")] = None,
    as_json: AsJson = False,
    out: Annotated[Path | None, typer.Option(help="把建议写成官方表式，.xlsx 或 .json。")] = None,
) -> None:
    """为绩效目标表或目标文本给出少而精的核心指标和权重。"""
    from service.actions.suggest import suggest as advise

    answers: list[tuple[str, TargetSheet | None, Suggestion | ZhibiaoError]] = []
    with resources() as opened:
        for source, read in read_all(files):
            if isinstance(read, ZhibiaoError):
                answers.append((source, None, read))
                continue
            sheet = read.sheet.model_copy(
                update={"sector": sector or read.sheet.sector, "framework": framework or read.sheet.framework}
            )
            answers.append((read.source, sheet, advise(opened, sheet, most=most)))
    if out:
        _write_suggestion(out, answers)
    put(_suggestions_json(answers) if as_json else _suggestions_text(answers))
    _exit_for([answer for _, _, answer in answers], several=len(answers) > 1)


def check(
    files: Files,
    profile: Annotated[str | None, typer.Option(help="审核口径，如 mof-2021、mof-2020、henan-2022。")] = None,
    form: Annotated[CheckFormat, typer.Option("--format", help="输出格式。")] = CheckFormat.TEXT,
    as_json: AsJson = False,
    out: Annotated[Path | None, typer.Option(help="写到文件而不是屏幕。")] = None,
    fail_on: Annotated[FailOn, typer.Option(help="有这一级及以上问题时退出码为 1。")] = FailOn.ERROR,
) -> None:
    """检查绩效目标表：冗长细碎、缺核心要素和取值权重问题，写明依据。"""
    from service.actions.check import check as review

    checked: list[CheckedSheet] = []
    failed: list[tuple[str, ZhibiaoError]] = []
    with resources() as opened:
        for source, read in read_all(files):
            if isinstance(read, ZhibiaoError):
                failed.append((source, read))
            else:
                checked.append(review(opened, read.sheet, source=read.source, profile=profile))
    if len(failed) == 1 and not checked:
        raise failed[0][1]
    deliver(_check_text(CheckFormat.JSON if as_json else form, checked, failed), out)
    for source, error in failed:
        tell(f"{source}：{error.message}")
    if failed:
        raise typer.Exit(2)
    if _fails(checked, fail_on):
        raise typer.Exit(1)


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


def _suggestions_json(answers: Answers) -> dict[str, object]:
    if len(answers) == 1:
        answer = answers[0][2]
        if isinstance(answer, ZhibiaoError):
            raise answer
        return answer.model_dump(mode="json")
    return {"suggestions": [_suggestion_entry(source, answer) for source, _, answer in answers]}


def _suggestion_entry(source: str, answer: Suggestion | ZhibiaoError) -> dict[str, object]:
    if isinstance(answer, ZhibiaoError):
        return {"source": source, "error": {"code": answer.code, "message": answer.message}}
    return {"source": source, **answer.model_dump(mode="json")}


def _suggestions_text(answers: Answers) -> str:
    from service.documents.plain import suggestion_text

    if len(answers) == 1 and isinstance(answers[0][2], ZhibiaoError):
        raise answers[0][2]
    texts = [
        f"{source}：{answer.message}" if isinstance(answer, ZhibiaoError) else suggestion_text(answer, source=source)
        for source, _, answer in answers
    ]
    return "\n\n".join(texts)


def _write_suggestion(out: Path, answers: Answers) -> None:
    from service.documents.form import target_form

    _, sheet, answer = answers[0]
    if len(answers) != 1 or sheet is None or isinstance(answer, ZhibiaoError):
        raise InvalidInput("--out 一次只写一张表；请只给一个可读的文件")
    if out.suffix.lower() == ".xlsx":
        data = target_form(sheet, answer)
    elif out.suffix.lower() == ".json":
        data = json.dumps(answer.model_dump(mode="json"), ensure_ascii=False, indent=1).encode()
    else:
        raise InvalidInput(f"--out 不支持“{out.suffix}”；可写 .xlsx 或 .json")
    save(out, data)


def _exit_for(answers: Sequence[Suggestion | ZhibiaoError], *, several: bool) -> None:
    errors = [answer for answer in answers if isinstance(answer, ZhibiaoError)]
    for error in errors if several else []:
        tell(error.message)
    if errors:
        raise typer.Exit(2)


def _check_text(form: CheckFormat, checked: Sequence[CheckedSheet], failed: Sequence[tuple[str, ZhibiaoError]]) -> str:
    from service.documents.plain import check_markdown, check_text

    if form is CheckFormat.JSON:
        errors = [
            {"source": source, "error": {"code": error.code, "message": error.message}} for source, error in failed
        ]
        document = {"sheets": [sheet.model_dump(mode="json") for sheet in checked]} | (
            {"errors": errors} if errors else {}
        )
        return json.dumps(document, ensure_ascii=False, indent=1)
    if form is CheckFormat.MARKDOWN:
        return check_markdown(checked)
    return "\n\n".join(check_text(sheet) for sheet in checked)


def _fails(checked: Sequence[CheckedSheet], fail_on: FailOn) -> bool:
    counted = {FailOn.ERROR: {"error"}, FailOn.WARNING: {"error", "warning"}, FailOn.NEVER: set[str]()}[fail_on]
    return any(f.severity in counted and f.suppressed is None for sheet in checked for f in sheet.findings)


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
