"""``zhibiao suggest``: a concise core set for each sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indicators.errors import ZhibiaoError
from service.cli.forms import form_file, only_answer
from service.cli.terminal import AsJson, Files, SectorOption, error_entry, put, read_all, resources, save, tell

if TYPE_CHECKING:
    from indicators.model.sheet import TargetSheet
    from indicators.model.suggestion import Suggestion

Answers = Sequence[tuple[str, "TargetSheet | None", "Suggestion | ZhibiaoError"]]


def suggest(
    files: Files,
    sector: SectorOption = None,
    framework: Annotated[str | None, typer.Option(help="体系框架，如 mof-2021。")] = None,
    most: Annotated[int | None, typer.Option("--max", min=1, max=60, help="最多几条指标。")] = None,
    keep_weights: Annotated[
        bool, typer.Option("--keep-weights", help="保留草稿的权重，只给新增的指标分配余下的分值。")
    ] = False,
    as_json: AsJson = False,
    out: Annotated[Path | None, typer.Option(help="把建议写成官方表式，.xlsx、.docx 或 .json。")] = None,
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
            answers.append((read.source, sheet, advise(opened, sheet, most=most, keep_weights=keep_weights)))
    if out:
        _write_suggestion(out, answers)
    put(_suggestions_json(answers) if as_json else _suggestions_text(answers))
    _exit_for([answer for _, _, answer in answers], several=len(answers) > 1)


def _suggestions_json(answers: Answers) -> dict[str, object]:
    if len(answers) == 1:
        answer = answers[0][2]
        if isinstance(answer, ZhibiaoError):
            raise answer
        return answer.model_dump(mode="json")
    return {"suggestions": [_suggestion_entry(source, answer) for source, _, answer in answers]}


def _suggestion_entry(source: str, answer: Suggestion | ZhibiaoError) -> dict[str, object]:
    if isinstance(answer, ZhibiaoError):
        return error_entry(source, answer)
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
    from service.documents.form import suggested_table

    suggestion: Suggestion = only_answer([answer for _, _, answer in answers])
    [(_, sheet, _)] = answers
    if sheet is not None:
        record = suggestion.model_dump(mode="json")
        save(out, form_file(out, sheet, lambda: suggested_table(suggestion), record))


def _exit_for(answers: Sequence[Suggestion | ZhibiaoError], *, several: bool) -> None:
    errors = [answer for answer in answers if isinstance(answer, ZhibiaoError)]
    for error in errors if several else []:
        tell(error.message)
    if errors:
        raise typer.Exit(2)
