"""The ``zhibiao`` command. Exit codes: 0 done, 1 findings at or above --fail-on, 2 wrong usage or input, 3 a resource is missing.

With --json the only thing on stdout is one JSON document; progress and logs go to stderr; ``-`` reads standard input.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from indicators.errors import InvalidInput, MissingResource, ZhibiaoError
from indicators.model.refusal import SAID

if TYPE_CHECKING:
    from indicators.model.finding import CheckedSheet
    from indicators.model.sheet import TargetSheet
    from indicators.model.suggestion import Suggestion
    from ingest.to_sheet import ReadSheet
    from service.resources import Resources

READABLE = {".xlsx", ".xls", ".docx", ".pdf", ".csv", ".json", ".txt", ".md"}

app = typer.Typer(
    name="zhibiao",
    help="绩效指标库：为绩效目标给出少而精的核心指标和权重，检查冗长细碎和缺核心要素的问题。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
library_app = typer.Typer(help="指标库：列出、查看、校验。", no_args_is_help=True, rich_markup_mode=None)
index_app = typer.Typer(help="检索索引：重建、状态、核对。", no_args_is_help=True, rich_markup_mode=None)
rules_app = typer.Typer(help="审核规则：列出、解释。", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(library_app, name="library")
app.add_typer(index_app, name="index")
app.add_typer(rules_app, name="rules")

AsJson = Annotated[bool, typer.Option("--json", help="只输出一个 JSON 文档。")]
SectorOption = Annotated[str | None, typer.Option("--sector", help="领域，写英文短名或中文名；不写则自动判断。")]
Files = Annotated[list[str], typer.Argument(help="文件，可写多个；- 表示标准输入。", metavar="FILE…")]


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


def main() -> None:
    """Entry point of the console script: turns errors into one line on stderr and the contract's exit codes."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(message)s")
    try:
        app(prog_name="zhibiao")
    except MissingResource as error:
        _stop(error, 3)
    except ZhibiaoError as error:
        _stop(error, 2)
    except BrokenPipeError:
        sys.stderr.close()


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="要找的内容，如“培训干部280人次”。", metavar="TEXT")],
    sector: SectorOption = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="最多几条。")] = 10,
    as_json: AsJson = False,
) -> None:
    """按含义和词语查找指标。"""
    from service.actions.search import search as find
    from service.documents.plain import hits_text

    with _resources() as resources:
        answer = find(resources, _argument(text), sector=sector, limit=limit)
    _print(answer.model_dump(mode="json") if as_json else hits_text(answer))


@app.command()
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
    with _resources() as resources:
        for source, read in _read_all(files):
            if isinstance(read, ZhibiaoError):
                answers.append((source, None, read))
                continue
            sheet = read.sheet.model_copy(
                update={"sector": sector or read.sheet.sector, "framework": framework or read.sheet.framework}
            )
            answers.append((read.source, sheet, advise(resources, sheet, most=most)))
    if out:
        _write_suggestion(out, answers)
    _print(_suggestions_json(answers) if as_json else _suggestions_text(answers))
    _exit_for([answer for _, _, answer in answers], several=len(answers) > 1)


@app.command()
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
    with _resources() as resources:
        for source, read in _read_all(files):
            if isinstance(read, ZhibiaoError):
                failed.append((source, read))
            else:
                checked.append(review(resources, read.sheet, source=read.source, profile=profile))
    if len(failed) == 1 and not checked:
        raise failed[0][1]
    _deliver(_check_text(CheckFormat.JSON if as_json else form, checked, failed), out)
    for source, error in failed:
        _warn(f"{source}：{error.message}")
    if failed:
        raise typer.Exit(2)
    if _fails(checked, fail_on):
        raise typer.Exit(1)


@app.command()
def read(files: Files, as_json: AsJson = False) -> None:
    """只读文件，显示读到的目标表和每个格子的出处。"""
    sheets: list[ReadSheet] = []
    failed: list[tuple[str, ZhibiaoError]] = []
    for source, found in _read_all(files):
        if isinstance(found, ZhibiaoError):
            failed.append((source, found))
        else:
            sheets.append(found)
    if len(failed) == 1 and not sheets:
        raise failed[0][1]
    _print({"sheets": [_read_json(sheet) for sheet in sheets]} if as_json else "\n\n".join(map(_read_text, sheets)))
    for source, error in failed:
        _warn(f"{source}：{error.message}")
    if failed:
        raise typer.Exit(2)


@app.command()
def evaluate(
    queries: Annotated[
        str, typer.Argument(help="JSON 行文件，每行 query、relevant、sector。", metavar="QUERIES.jsonl")
    ],
    as_json: AsJson = False,
) -> None:
    """用带答案的查询衡量检索：nDCG@10、recall@10、recall@20、MRR@10。"""
    from service.actions.evaluate import evaluate as measure

    with _resources() as resources:
        result = measure(resources, _bytes(queries)[0].decode("utf-8-sig"))
    _print(result.model_dump(mode="json", by_alias=True) if as_json else result.text())


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="监听地址，默认取设置。")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="端口，默认取设置。")] = None,
    workers: Annotated[int | None, typer.Option(min=1, max=64, help="进程数，默认取设置。")] = None,
    show: Annotated[Path | None, typer.Option(help="启动前先打印这张表的建议和检查结果。")] = None,
) -> None:
    """启动网页和接口。"""
    import uvicorn

    from service.settings import read_settings

    settings = read_settings()
    if show:
        _show(show)
    uvicorn.run(
        "service.app:create_app",
        factory=True,
        host=host or settings.host,
        port=port or settings.port,
        workers=workers or settings.workers,
        log_level=settings.log_level,
        access_log=False,
    )


@library_app.command("list")
def library_list(
    sector: SectorOption = None,
    core: Annotated[bool, typer.Option("--core", help="只列核心指标。")] = False,
    as_json: AsJson = False,
) -> None:
    """列出指标。"""
    from service.actions.library import list_indicators
    from service.documents.plain import indicators_text

    with _resources() as resources:
        found = list_indicators(resources, sector=sector, core=core or None)
        version = resources.library.version
    entries = [_indicator_json(indicator) for indicator in found]
    _print({"library_version": version, "indicators": entries} if as_json else indicators_text(found))


@library_app.command("show")
def library_show(code: Annotated[str, typer.Argument(metavar="CODE")], as_json: AsJson = False) -> None:
    """查看一条指标的全部内容。"""
    from service.actions.library import show
    from service.documents.plain import indicator_text

    with _resources() as resources:
        indicator = show(resources, code)
    _print(indicator.model_dump(mode="json") if as_json else indicator_text(indicator))


@library_app.command("validate")
def library_validate(as_json: AsJson = False) -> None:
    """校验随包的指标库：字段齐全、层级合法、引用存在、写法规范。"""
    from indicators.library.files import read_library
    from indicators.library.integrity import faults
    from indicators.library.snapshot import Library

    library = Library.from_files(read_library())
    found = faults(library)
    if as_json:
        _print(
            {"library_version": library.version, "indicators": len(library.active), "faults": [vars(f) for f in found]}
        )
    else:
        _print(
            "\n".join(
                [*(f"{f.entry}：{f.advice}" for f in found), f"{len(library.active)} 条指标，{len(found)} 处问题"]
            )
        )
    if found:
        raise typer.Exit(2)


@index_app.command("build")
def index_build(as_json: AsJson = False) -> None:
    """按数据库重建索引，建好后替换旧的。"""
    from service.actions.index import build

    with _resources() as resources:
        status = build(resources)
    _print(status.model_dump(mode="json") if as_json else status.text())


@index_app.command("status")
def index_status(as_json: AsJson = False) -> None:
    """索引的条数、模型、引擎和待处理的变更。"""
    from service.actions.index import status as state

    with _resources() as resources:
        status = state(resources)
    _print(status.model_dump(mode="json") if as_json else status.text())


@index_app.command("doctor")
def index_doctor(
    fix: Annotated[bool, typer.Option("--fix", help="发现不一致时修好。")] = False, as_json: AsJson = False
) -> None:
    """核对索引与数据库的编码集合和内容指纹。"""
    from service.actions.index import doctor

    with _resources() as resources:
        report = doctor(resources, fix=fix)
    _print(report.model_dump(mode="json") if as_json else report.text())
    if not report.consistent:
        raise typer.Exit(3)


@rules_app.command("list")
def rules_list(as_json: AsJson = False) -> None:
    """列出全部规则。"""
    from service.actions.rules import list_rules
    from service.documents.plain import SEVERITY_WORDS, table

    rules = list_rules()
    if as_json:
        _print({"rules": [rule.model_dump(mode="json") for rule in rules]})
    else:
        rows = [(rule.id, rule.aspect, SEVERITY_WORDS[rule.severity], rule.title) for rule in rules]
        _print("\n".join(table(("编号", "方面", "级别", "问题"), rows)))


@rules_app.command("explain")
def rules_explain(rule: Annotated[str, typer.Argument(metavar="ID")], as_json: AsJson = False) -> None:
    """解释一条规则：为什么、怎么改、依据和例子。"""
    from service.actions.rules import explain
    from service.documents.plain import rule_text

    entry = explain(rule)
    _print(entry.model_dump(mode="json") if as_json else rule_text(entry))


@contextmanager
def _resources() -> Iterator[Resources]:
    from service.resources import open_resources
    from service.settings import read_settings

    resources = open_resources(read_settings(), _warn)
    try:
        yield resources
    finally:
        resources.close()


def _read_all(files: Sequence[str]) -> Iterator[tuple[str, ReadSheet | ZhibiaoError]]:
    """Every sheet of every file in the order given; a folder stands for the files in it; an unreadable file is an error value."""
    from service.actions.read import read as read_file

    for file in _expanded(files):
        try:
            data, name = _bytes(file)
            for sheet in read_file(data, name):
                yield sheet.source, sheet
        except ZhibiaoError as error:
            yield file, error


def _expanded(files: Sequence[str]) -> Iterator[str]:
    for file in files:
        folder = Path(file)
        if file != "-" and folder.is_dir():
            inside = sorted(str(path) for path in folder.rglob("*") if path.suffix.lower() in READABLE)
            if not inside:
                raise InvalidInput(f"文件夹“{file}”里没有可读的文件（{'、'.join(sorted(READABLE))}）")
            yield from inside
        else:
            yield file


def _bytes(file: str) -> tuple[bytes, str]:
    if file == "-":
        return sys.stdin.buffer.read(), "stdin"
    try:
        return Path(file).read_bytes(), Path(file).name
    except OSError as error:
        reason = {FileNotFoundError: "文件不存在", PermissionError: "没有读取权限", IsADirectoryError: "这是文件夹"}
        raise InvalidInput(
            f"打不开“{file}”：{reason.get(type(error), error.strerror or '读取失败')}，请核对路径"
        ) from error


def _argument(text: str) -> str:
    return sys.stdin.read() if text == "-" else text


Answers = Sequence[tuple[str, "TargetSheet | None", "Suggestion | ZhibiaoError"]]


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
    _save(out, data)


def _save(out: Path, data: bytes) -> None:
    try:
        out.write_bytes(data)
    except OSError as error:
        raise InvalidInput(f"写不了“{out}”：{error.strerror}，请核对路径和权限") from error


def _exit_for(answers: Sequence[Suggestion | ZhibiaoError], *, several: bool) -> None:
    errors = [answer for answer in answers if isinstance(answer, ZhibiaoError)]
    for error in errors if several else []:
        _warn(error.message)
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


def _deliver(text: str, out: Path | None) -> None:
    if out:
        _save(out, (text + "\n").encode())
    else:
        _print(text)


def _show(path: Path) -> None:
    from service.actions.check import check as review
    from service.actions.suggest import suggest as advise
    from service.documents.plain import check_text, suggestion_text

    with _resources() as resources:
        for source, found in _read_all([str(path)]):
            if isinstance(found, ZhibiaoError):
                raise found
            _print(suggestion_text(advise(resources, found.sheet), source=source))
            _print("\n" + check_text(review(resources, found.sheet, source=source)) + "\n")


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


def _indicator_json(indicator: object) -> dict[str, object]:
    from indicators.model.indicator import Indicator

    assert isinstance(indicator, Indicator)
    entry = indicator.model_dump(mode="json")
    return entry | {"core": indicator.is_core, "core_mark": indicator.core.value}


def _print(content: object) -> None:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
    sys.stdout.write(text + "\n")


def _warn(message: str) -> None:
    sys.stderr.write(message + "\n")


def _stop(error: ZhibiaoError, code: int) -> NoReturn:
    _warn(f"zhibiao: {error.message}")
    for detail in error.details[SAID:20]:
        _warn(f"  {detail.field}：{detail.message}")
    sys.exit(code)
