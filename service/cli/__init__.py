"""The ``zhibiao`` command. Exit codes: 0 done, 1 findings at or above --fail-on, 2 wrong usage or input, 3 a resource is missing.

With --json the only thing on stdout is one JSON document; progress and logs go to stderr; ``-`` reads standard input.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Annotated

import typer

from indicators.errors import MissingResource, ZhibiaoError
from service.cli import library, loop, sheets
from service.cli.check import check
from service.cli.fix import fix
from service.cli.suggest import suggest
from service.cli.terminal import stop

app = typer.Typer(
    name="zhibiao",
    help="绩效指标库：为绩效目标给出少而精的核心指标和权重，检查冗长细碎和缺核心要素的问题。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(library.search)
app.command()(suggest)
app.command()(check)
app.command()(fix)
app.command()(sheets.read)
app.command()(loop.transfer)
app.command()(library.evaluate)
app.add_typer(loop.checklist_app, name="checklist")
app.add_typer(library.library_app, name="library")
app.add_typer(library.index_app, name="index")
app.add_typer(library.rules_app, name="rules")


def main() -> None:
    """Entry point of the console script: turns errors into one line on stderr and the contract's exit codes."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(message)s")
    try:
        app(prog_name="zhibiao")
    except MissingResource as error:
        stop(error, 3)
    except ZhibiaoError as error:
        stop(error, 2)
    except BrokenPipeError:
        sys.stderr.close()


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
        sheets.show(show)
    uvicorn.run(
        "service.app:create_app",
        factory=True,
        host=host or settings.host,
        port=port or settings.port,
        workers=workers or settings.workers,
        log_level=settings.log_level,
        access_log=False,
    )
