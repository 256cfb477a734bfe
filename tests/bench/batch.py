"""Sheets a second of a batch, from files to findings: ``python -m tests.bench.batch``, in one process and with one a core.

Files are the labelled sheets as .xlsx, four times, each time with other words in every name and clause, so that hardly a text
comes twice; real batches repeat more. Warm: models are loaded before the clock starts.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from indicators.search.embedding import workers
from service.actions.batch import CHUNK, SheetFile, check_batch
from service.actions.review import Terms
from service.actions.workers import Work, work_here, work_in_processes
from service.documents.reviewed import Reviewed
from service.documents.spreadsheet import append, saved
from service.resources import open_resources
from service.settings import Settings

SHEETS = Path(__file__).parent / "golden" / "sheets-a.jsonl"
HEADER = ("一级指标", "二级指标", "三级指标", "指标值", "计量单位", "权重", "指标值说明", "备注")
FIELDS = ("level1", "level2", "name", "target", "unit", "weight", "explanation", "basis")
VARIANTS = ("", "（东片）", "第二批次", "（续建）")


def main() -> None:
    """Prints sheets a second on all cores."""
    files, cores = sheet_files(VARIANTS), workers()
    with tempfile.TemporaryDirectory() as home:
        resources = open_resources(Settings(home=Path(home)))
        here = work_here(resources, Terms())
        figure("batch, warming up", files[:CHUNK], here)
        figure("batch, one process", files, here)
        resources.close()
        figure(
            f"batch, {cores} processes", files, work_in_processes(resources.settings, Terms(), cores), start=2 * cores
        )


def figure(title: str, files: Sequence[SheetFile], work: Work, *, start: int = 0) -> None:
    """Checks the files and prints how fast; the clock runs from the end of the ``start``-th chunk on."""
    begun, used = time.perf_counter(), time.process_time()
    sheets: list[Reviewed] = []
    for number, found in enumerate(check_batch(files, Terms(), work)):
        sheets += [one for one in found if isinstance(one, Reviewed)]
        if number + 1 == start * CHUNK:
            print(f"{title}: {number + 1} files in the first {time.perf_counter() - begun:.1f} s, start included")
            begun, sheets = time.perf_counter(), []
    wall, used = time.perf_counter() - begun, time.process_time() - used
    rows = sum(one.checked.summary.rows for one in sheets) / len(sheets)
    cost = "" if start else f", {1000 * used / len(sheets):.0f} ms of processor a sheet"
    print(f"{title}: {len(sheets)} sheets of {rows:.0f} rows, {len(sheets) / wall:.1f} sheets/s{cost}")


def sheet_files(variants: Sequence[str]) -> list[SheetFile]:
    """The labelled sheets as workbooks, once for each variant of their wording."""
    drafts = [json.loads(line)["sheet"] for line in SHEETS.read_text("utf-8").splitlines()]
    return [
        _file(f"{number}{variant}.xlsx", draft, variant)
        for variant in variants
        for number, draft in enumerate(drafts, 1)
    ]


def _file(name: str, draft: dict[str, Any], variant: str) -> SheetFile:
    book = Workbook()
    page = book.active
    for label, field in (("项目名称", "project"), ("主管部门", "department"), ("年度目标", "goal")):
        append(page, (label, str(draft.get(field) or "").replace("，", f"{variant}，")))
    append(page, HEADER)
    for row in draft["rows"]:
        append(page, [f"{row.get(field) or ''}{variant if field == 'name' else ''}" for field in FIELDS])
    data = saved(book)
    return SheetFile(name, lambda: data)


if __name__ == "__main__":
    main()
