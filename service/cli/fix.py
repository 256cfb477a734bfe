"""``zhibiao fix``: what can be mended mechanically, mended, checked again, and written to a file of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indicators.errors import InvalidInput, MissingResource, ZhibiaoError
from service.cli.forms import form_file, only_answer
from service.cli.terminal import AsJson, Files, ProfileOption, error_entry, put, read_all, resources, save, tell

if TYPE_CHECKING:
    from indicators.model.fixed import FixedSheet

OnlyOption = Annotated[
    list[str] | None,
    typer.Option("--only", help="只采用这些修改，写规则（如 CO202）、行号或指纹，可写多次；不写则全部采用。"),
]
OutOption = Annotated[
    Path | None, typer.Option("--out", help="把改好的表写成新文件，.xlsx、.docx 或 .json；不写则只列出修改。")
]
Answer = tuple[str, "FixedSheet | ZhibiaoError"]


def fix(
    files: Files,
    *,
    only: OnlyOption = None,
    profile: ProfileOption = None,
    as_json: AsJson = False,
    out: OutOption = None,
) -> None:
    """采用能机械完成的修改（名称、单位、符号、重复行等），改后再查一遍；没有改好的撤回，每处修改都列出。原文件不动。"""
    from service.actions.fix import fix as mend

    answers: list[Answer] = []
    with resources() as opened:
        for source, read in read_all(files):
            if isinstance(read, ZhibiaoError):
                answers.append((source, read))
                continue
            try:
                answers.append((source, mend(opened, read.sheet, source=source, profile=profile, only=only or ())))
            except MissingResource:
                raise
            except ZhibiaoError as refused:  # nothing of what is asked for is there to be mended
                answers.append((source, refused))
    if len(answers) == 1 and isinstance(answers[0][1], ZhibiaoError):
        raise answers[0][1]
    if out:
        _write(out, files, answers)
    put(_as_json(answers) if as_json else _as_text(answers, written_to=out))
    failed = [(source, answer) for source, answer in answers if isinstance(answer, ZhibiaoError)]
    for source, error in failed:
        tell(f"{source}：{error.message}")
    if failed:
        raise typer.Exit(2)


def _as_json(answers: Sequence[Answer]) -> dict[str, object]:
    return {"sheets": [_entry(source, answer) for source, answer in answers]}


def _entry(source: str, answer: FixedSheet | ZhibiaoError) -> dict[str, object]:
    return error_entry(source, answer) if isinstance(answer, ZhibiaoError) else answer.model_dump(mode="json")


def _as_text(answers: Sequence[Answer], *, written_to: Path | None) -> str:
    from service.documents.fixes import fixed_text

    texts = [fixed_text(answer) for _, answer in answers if not isinstance(answer, ZhibiaoError)]
    if written_to:
        texts.append(f"改好的表写入“{written_to}”，原文件没有动。")
    elif any(not isinstance(answer, ZhibiaoError) and answer.applied for _, answer in answers):
        texts.append("没有写文件。核对后加 --out 写成新文件；只采用一部分的，加 --only 规则、行号或指纹。")
    return "\n\n".join(texts)


def _write(out: Path, files: Sequence[str], answers: Sequence[Answer]) -> None:
    from service.documents.form import drafted_table

    fixed: FixedSheet = only_answer([answer for _, answer in answers])
    if any(out.resolve() == Path(file).resolve() for file in files):
        raise InvalidInput(f"“{out}”就是原文件；原文件要留作对照，请换一个文件名")
    places = {"rows": {"__all__": {"cell", "cells"}}}  # of the file that was read, not of this one
    record = fixed.sheet.model_dump(mode="json", exclude_defaults=True, exclude=places)
    save(out, form_file(out, fixed.sheet, lambda: drafted_table(fixed.sheet), record))
