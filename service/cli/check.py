"""``zhibiao check``: findings and an opinion for each sheet; several files, a folder or an archive make a batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indicators.errors import InvalidInput, ZhibiaoError
from service.cli.baseline import BaselineOption, WriteBaselineOption, exemptions_in, lapsed, save_baseline
from service.cli.check_output import Checked, CheckFormat, chosen_format, deliver
from service.cli.progress import Progress
from service.cli.terminal import AsJson, Files, ProfileOption, StageOption, read_all, read_bytes, resources, tell

if TYPE_CHECKING:
    from indicators.model.sheet import TargetSheet
    from service.actions.batch import SheetFile
    from service.actions.review import Terms
    from service.documents.batch_report import Earlier
    from service.documents.reviewed import Entry, Reviewed
    from service.resources import Resources


class FailOn(StrEnum):
    """From which severity on a check fails."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


COUNTED = {FailOn.ERROR: {"error"}, FailOn.WARNING: {"error", "warning"}, FailOn.NEVER: set[str]()}


FormatOption = Annotated[
    CheckFormat | None, typer.Option("--format", help="输出格式；不写则按 --out 的扩展名，再不然就是 text。")
]
OutOption = Annotated[Path | None, typer.Option("--out", help="写到文件而不是屏幕；xlsx 和 docx 必须写。")]
FailOnOption = Annotated[FailOn, typer.Option("--fail-on", help="有这一级及以上问题时退出码为 1。")]
ApprovedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--approved", help="批复的绩效目标表，单位自评时核对指标、指标值和分值；按项目名称对应，可写多次或写文件夹。"
    ),
]
AgainstOption = Annotated[
    Path | None, typer.Option("--against", help="与以前一次检查的 JSON 结果相比：改好了哪些，新出现哪些。")
]
ResumeOption = Annotated[
    Path | None, typer.Option("--resume", help="断点文件（.jsonl）：边检查边记，中断后再运行接着做。")
]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", min=1, max=64, help="几个进程一起检查，默认看文件多少；每个约占 1 GB 内存。"),
]


def check(  # noqa: PLR0913 - a command is a record of its options
    files: Files,
    *,
    profile: ProfileOption = None,
    stage: StageOption = "target",
    form: FormatOption = None,
    as_json: AsJson = False,
    out: OutOption = None,
    fail_on: FailOnOption = FailOn.ERROR,
    approved: ApprovedOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    against: AgainstOption = None,
    resume: ResumeOption = None,
    workers: WorkersOption = None,
) -> None:
    """检查绩效目标表：冗长细碎、缺核心要素和取值权重问题，写明依据。文件夹和压缩包成批检查。"""
    from indicators.quality.stages import read_stages
    from service.actions.batch import set_aside
    from service.actions.review import Terms
    from service.cli.sources import sheet_files

    wanted = chosen_format(form, out, as_json=as_json)
    found = sheet_files(files)
    terms = Terms(profile, read_stages(stage), _approved(approved or (), single=len(found) == 1))
    exemptions, earlier = exemptions_in(baseline), _earlier(against)
    with resources() as opened:
        entries = _checked(opened, found, terms, resume=resume, workers=workers)
        entries = [set_aside(entry, exemptions, date.today()) for entry in entries]
    checked = _sorted_out(entries, earlier, batch=len(files) > 1 or len(entries) > 1)
    sheets = [one.checked for one in checked.reviewed]
    added = {"exemptions": lapsed(exemptions, sheets)} if baseline else {}
    deliver(wanted, Checked(checked.reviewed, checked.failed, checked.report, added), out)
    if write_baseline:
        save_baseline(write_baseline, sheets)
    for one in checked.failed:
        tell(f"{one.source}：{one.message}")
    if checked.failed:
        raise typer.Exit(2)
    if _fails(checked.reviewed, fail_on):
        raise typer.Exit(1)


def _checked(
    opened: Resources, files: Sequence[SheetFile], terms: Terms, *, resume: Path | None, workers: int | None
) -> list[Entry]:
    from service.actions.batch import check_batch, open_finished
    from service.actions.workers import work_here, work_in_processes, workers_for

    finished = open_finished(opened, terms, resume) if resume else None
    if finished and finished.count:
        tell(f"断点文件里有{finished.count}个文件的结果可以直接用")
    count = min(workers or workers_for(len(files)), len(files))
    work = work_here(opened, terms) if count == 1 else work_in_processes(opened.settings, terms, count)
    progress = Progress(len(files), tell)
    return list(_flat(progress.over(check_batch(files, terms, work, finished=finished))))


def _flat(answers: Iterator[tuple[Entry, ...]]) -> Iterator[Entry]:
    for entries in answers:
        yield from entries


def _sorted_out(entries: Sequence[Entry], earlier: Earlier | None, *, batch: bool) -> Checked:
    """Raises what was wrong with the only sheet that there was to check."""
    from service.documents.batch_report import make_report
    from service.documents.reviewed import Failed, Reviewed

    reviewed = tuple(one for one in entries if isinstance(one, Reviewed))
    failed = tuple(one for one in entries if isinstance(one, Failed))
    if failed and len(entries) == 1:
        raise InvalidInput(failed[0].message, details=failed[0].details)
    report = make_report(reviewed, failed, earlier=earlier) if batch or earlier else None
    return Checked(reviewed, failed, report)


def _approved(files: Sequence[str], *, single: bool) -> tuple[TargetSheet, ...]:
    """The approved sheets. The only one for the only file is for it, whatever both call the project."""
    sheets = []
    for source, read in read_all(files):
        if isinstance(read, ZhibiaoError):
            raise InvalidInput(f"批复的目标表 {source}：{read.message}", details=read.details) from read
        sheets.append(read.sheet)
    if single and len(sheets) == 1:
        sheets = [sheets[0].model_copy(update={"project": ""})]
    return tuple(sheets)


def _earlier(file: Path | None) -> Earlier | None:
    from service.documents.batch_report import read_earlier

    return read_earlier(*read_bytes(str(file))) if file else None


def _fails(reviewed: Sequence[Reviewed], fail_on: FailOn) -> bool:
    return any(finding.severity in COUNTED[fail_on] for one in reviewed for finding in one.heard)
