"""The commands for the other stages of the closed loop: transfer payments and guided checklists."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from indicators.errors import InvalidInput, ZhibiaoError
from service.cli.terminal import AsJson, put, read_all

if TYPE_CHECKING:
    from ingest.to_sheet import ReadSheet
    from service.actions.checklist import Checklist
    from service.actions.transfer import Comparison

checklist_app = typer.Typer(help="引导式清单：事前绩效评估。", no_args_is_help=True, rich_markup_mode=None)


class HowDistributed(StrEnum):
    """How the money of a transfer payment is distributed."""

    FACTORS = "因素法"
    PROJECTS = "项目法"


def transfer(
    upper: Annotated[str, typer.Argument(help="整体绩效目标表。", metavar="UPPER")],
    lowers: Annotated[list[str], typer.Argument(help="区域或明细项目绩效目标表，可写多个或文件夹。", metavar="LOWER…")],
    *,
    region: Annotated[list[str] | None, typer.Option(help="应有目标表的地区，可写多次。")] = None,
    method: Annotated[HowDistributed | None, typer.Option(help="资金分配方法。")] = None,
    as_json: AsJson = False,
) -> None:
    """核对转移支付的整体目标与区域、明细项目目标：合计差多少、丢了哪些指标、哪些要求变弱。"""
    from service.actions.transfer import compare

    whole = _sheets([upper])
    if len(whole) != 1:
        raise InvalidInput(f"“{upper}”里有{len(whole)}张目标表；整体绩效目标表只能有一张，请把其他的另存为单独的文件")
    answer = compare(whole[0], _sheets(lowers), regions=region or (), method=method.value if method else None)
    put(answer.model_dump(mode="json") if as_json else comparison_text(answer))


@checklist_app.command("ex-ante")
def ex_ante(as_json: AsJson = False) -> None:
    """事前绩效评估的五个方面，逐条列出要回答的问题和出处。"""
    from service.actions.checklist import ex_ante as questions

    answer = questions()
    put(answer.model_dump(mode="json") if as_json else checklist_text(answer))


def comparison_text(answer: Comparison) -> str:
    """Every gap in a line, by the heaviness of its check."""
    from service.documents.plain import SEVERITY_WORDS

    head = f"{answer.upper}：与{len(answer.lowers)}张下级目标表核对，{_counted(answer)}"
    lines = [f"  {SEVERITY_WORDS[one.severity]} {one.check} {one.message}" for one in answer.findings]
    return "\n".join([head, *lines, answer.basis + "。"])


def checklist_text(answer: Checklist) -> str:
    """The points with their numbered questions, each with its clause."""
    lines = [answer.name, answer.note]
    for number, point in enumerate(answer.points, 1):
        lines += ["", f"{number} {point.name}（依据：{point.clause}）"]
        lines += [f"  {one.number} {one.question}（{one.clause}，{one.jurisdiction}）" for one in point.questions]
    return "\n".join(lines)


def _counted(answer: Comparison) -> str:
    return f"发现{len(answer.findings)}处不一致" if answer.findings else "没有发现不一致"


def _sheets(files: Sequence[str]) -> list[ReadSheet]:
    """Every sheet of the files. Raises the first error: a part that cannot be read would look like one that is missing."""
    found: list[ReadSheet] = []
    for source, read in read_all(files):
        if isinstance(read, ZhibiaoError):
            raise InvalidInput(f"{source}：{read.message}", details=read.details) from read
        found.append(read)
    return found
