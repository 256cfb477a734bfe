"""What every command needs of the terminal: reading files, opening the resources, printing, and telling what went wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from indicators.errors import InvalidInput, ZhibiaoError
from indicators.model.refusal import SAID

if TYPE_CHECKING:
    from ingest.to_sheet import ReadSheet
    from service.documents.reviewed import Failed
    from service.resources import Resources

AsJson = Annotated[bool, typer.Option("--json", help="只输出一个 JSON 文档。")]
StageOption = Annotated[
    str,
    typer.Option(
        "--stage", help="阶段，几个之间用逗号：target 绩效目标、monitoring 运行监控、self-evaluation 单位自评。"
    ),
]
SectorOption = Annotated[str | None, typer.Option("--sector", help="领域，写英文短名或中文名；不写则自动判断。")]
ProfileOption = Annotated[
    str | None, typer.Option("--profile", help="规则集，如 mof-2021、mof-2020、henan-2022、strict、lenient。")
]
Files = Annotated[
    list[str], typer.Argument(help="文件，可写多个，也可以是文件夹或压缩包（.zip）；- 表示标准输入。", metavar="FILE…")
]


@contextmanager
def resources(*, fill: bool = True) -> Iterator[Resources]:
    """The resources of this process, closed at the end; progress goes to stderr. ``fill=False`` leaves an empty home empty."""
    from service.resources import open_resources
    from service.settings import read_settings

    opened = open_resources(read_settings(), tell, fill=fill)
    try:
        yield opened
    finally:
        opened.close()


def read_all(files: Sequence[str]) -> Iterator[tuple[str, ReadSheet | ZhibiaoError]]:
    """Every sheet of every file in the order given, folders and archives opened; an unreadable file is an error value."""
    from service.actions.read import read as read_file
    from service.cli.sources import sheet_files

    for file in sheet_files(files):
        try:
            for sheet in read_file(file.read(), file.name):
                yield sheet.source, sheet
        except ZhibiaoError as error:
            yield file.name, error


def read_bytes(file: str) -> tuple[bytes, str]:
    """Content and name of a file or of standard input. Raises InvalidInput."""
    if file == "-":
        return sys.stdin.buffer.read(), "stdin"
    try:
        return Path(file).read_bytes(), Path(file).name
    except OSError as error:
        reason = {FileNotFoundError: "文件不存在", PermissionError: "没有读取权限", IsADirectoryError: "这是文件夹"}
        raise InvalidInput(
            f"打不开“{file}”：{reason.get(type(error), error.strerror or '读取失败')}，请核对路径"
        ) from error


def argument(text: str) -> str:
    """An argument, or standard input for ``-``."""
    return sys.stdin.read() if text == "-" else text


def save(out: Path, data: bytes) -> None:
    """Writes a file. Raises InvalidInput saying why it cannot be written."""
    try:
        out.write_bytes(data)
    except OSError as error:
        raise InvalidInput(f"写不了“{out}”：{error.strerror}，请核对路径和权限") from error


def error_entry(source: str, error: ZhibiaoError | Failed) -> dict[str, object]:
    """What stands in a JSON list where one of several files gave no answer."""
    return {"source": source, "error": {"code": error.code, "message": error.message}}


def put(content: object) -> None:
    """Prints text as it is, anything else as one JSON document."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
    sys.stdout.write(text + "\n")


def tell(message: str) -> None:
    """A line on stderr."""
    sys.stderr.write(message + "\n")


def stop(error: ZhibiaoError, code: int) -> NoReturn:
    """Ends the process with what was wrong, in one line and those that did not fit in it."""
    tell(f"zhibiao: {error.message}")
    for detail in error.details[SAID:20]:
        tell(f"  {detail.field}：{detail.message}")
    sys.exit(code)
