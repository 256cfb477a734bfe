"""Table(s) -> target sheets with an account of everything that was not taken over.

``segments`` finds the forms in a table, ``head`` reads the block above a header, ``header`` decides which column holds
what, ``body`` reads the rows; ``records`` takes JSON. They know nothing of file formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from indicators.errors import Detail, InvalidInput, UnreadableFile
from indicators.model.refusal import accept, summarise
from indicators.model.sheet import SheetRow, TargetSheet
from ingest.cells import clean, is_placeholder
from ingest.columns import DEPARTMENT_LEVELS, month_of
from ingest.guard import let_in
from ingest.readers import read_content
from ingest.report import ImportReport, Ledger, ReadSheet, Unread, shortened, unread
from ingest.table import Cell, Content, Table, build_table
from ingest.to_sheet.body import DraftRow, points_of, read_rows, total_score
from ingest.to_sheet.head import Head, read_head
from ingest.to_sheet.header import choose_fields
from ingest.to_sheet.records import sheets_from_records
from ingest.to_sheet.segments import Segment, find_segments
from ingest.to_sheet.split import POINTS

__all__ = ["ImportReport", "ReadSheet", "read_file", "read_sheets"]

_NO_HEADER = (
    "没有找到指标表头：需要有一行写着“三级指标”（或“指标名称”“绩效指标”）和“指标值”（或“目标值”“年度指标值”等）；"
    "请补上表头，或把目标文本另存为 .txt 再上传"
)


def read_sheets(data: bytes, name: str) -> list[ReadSheet]:
    """All target sheets of a file, at least one; what belongs to none of them is told with the first.

    ``name`` is the file's name and decides with the content how it is read. Raises InvalidInput or a subclass, with a
    message that says what was got, where, and how to mend it.
    """
    report = read_file(data, name)
    first, *others = report.read
    return [first.model_copy(update={"unread": shortened([*first.unread, *report.unread])}), *others]


def read_file(data: bytes, name: str) -> ImportReport:
    """As ``read_sheets``, with what belongs to no sheet kept apart."""
    content = read_content(let_in(data, name))
    if content.records is not None:
        return ImportReport(read=tuple(sheets_from_records(content.records, name)))
    if content.tables:
        return _read_tables(content, name)
    goal = clean(content.text)
    if not goal:
        raise UnreadableFile(f"{name} 里没有文字，请核对后重新上传")
    return ImportReport(read=(ReadSheet(source=name, sheet=accept(TargetSheet, {"goal": goal}, what=f"{name} ")),))


def _read_tables(content: Content, name: str) -> ImportReport:
    found = [(table, find_segments(table)) for table in map(_cleaned, content.tables)]
    forms = [(table, segment) for table, segments in found for segment in segments]
    read: list[ReadSheet] = []
    left = [entry for table, segments in found for entry in _left_of(table, is_read=bool(segments))]
    for table, segment in forms:
        sheet, entries = _read_segment(table, segment, name)
        if sheet is None:
            left.extend(entries)
        else:
            read.append(ReadSheet(source=table.sheet, sheet=sheet, unread=entries))
    if not read:
        raise UnreadableFile(
            f"{name} 的表里只有表头，没有填写目标和指标，请填写后再上传" if forms else f"{name} {_NO_HEADER}"
        )
    return ImportReport(read=tuple(_with_sources(read, name)), unread=shortened(left))


def _cleaned(table: Table) -> Table:
    cells = [Cell(clean(cell.text), cell.origin) for cell in table.cells.values()]
    return build_table(table.file, table.sheet, cells, areas=table.areas, withheld=table.withheld)


def _left_of(table: Table, *, is_read: bool) -> list[Unread]:
    """What the reader withheld, and a sheet without a header, named by its first cell."""
    entries = [unread(entry.text, entry.origin, entry.reason) for entry in table.withheld]
    if table.rows and not is_read:
        first = table.row(table.rows[0])[0]
        entries.append(unread(first.text, first.origin, f"工作表“{table.sheet}”没有找到指标表头，整张未读入"))
    return entries


def _read_segment(table: Table, segment: Segment, name: str) -> tuple[TargetSheet | None, tuple[Unread, ...]]:
    """The sheet, or None for a form that was not filled in, and what was not taken over."""
    ledger = Ledger()
    head = read_head(table, segment.head, ledger)
    parts = [(choose_fields(table, part.header, part.rows, ledger=ledger), part.rows) for part in segment.parts]
    drafts = read_rows(table, parts, ledger)
    if total := total_score(table, parts, ledger):
        head.put("total_score", *total)
    for column in (column for part in segment.parts for column in part.header.columns):
        if column.field == "actual" and (month := month_of(column.cell.text)):
            head.put("progress_month", month, column.cell)
    entries = ledger.unread(table, segment.rows)
    if not drafts and "goal" not in head.values:
        return None, entries
    rows, notes = _accept_rows(drafts, name)
    return _accept_sheet(head, rows, name), (*notes, *entries)


def _accept_rows(drafts: Iterable[DraftRow], name: str) -> tuple[list[SheetRow], list[Unread]]:
    """The rows as values. Raises InvalidInput naming the cell of every fault."""
    rows: list[SheetRow] = []
    notes: list[Unread] = []
    faults: list[Detail] = []
    for draft in drafts:
        points = {field: points_of(draft.texts.get(field, "")) for field in POINTS}
        notes += _no_points(draft, points)
        record = {**_said(draft), **points, "cell": draft.cells["name"], "cells": dict(draft.cells)}
        try:
            rows.append(accept(SheetRow, record))
        except InvalidInput as error:
            faults += [Detail(draft.cells.get(each.field, draft.cells["name"]), each.message) for each in error.details]
    if faults:
        raise _refusal(name, faults)
    return rows, notes


def _no_points(draft: DraftRow, points: Mapping[str, float | None]) -> Iterable[Unread]:
    for field, number in points.items():
        text = draft.texts.get(field, "")
        if number is None and not is_placeholder(text):
            word = "权重" if field == "weight" else "得分"
            yield Unread(cell=draft.cells[field], text=text, reason=f"{word}不是数字，未读入")


def _said(draft: DraftRow) -> dict[str, str]:
    """A stroke in these columns means that nothing is said; as a target it stays, for the rules to judge."""
    optional = ("unit", "explanation", "basis", "actual", "deviation")
    return {field: text for field, text in draft.texts.items() if not (field in optional and is_placeholder(text))}


def _accept_sheet(head: Head, rows: list[SheetRow], name: str) -> TargetSheet:
    values = {**head.values, "rows": rows}
    if _is_of_whole_department(rows):
        values["kind"] = "department"
    try:
        return accept(TargetSheet, values)
    except InvalidInput as error:
        faults = [Detail(head.cells.get(each.field, each.field), each.message) for each in error.details]
        raise _refusal(name, faults) from error


def _is_of_whole_department(rows: Iterable[SheetRow]) -> bool:
    """At least two of the six dimensions as first levels; 社会效益 alone is also found in sheets of projects."""
    levels = {row.level1.removesuffix("指标") for row in rows}
    return len(levels & DEPARTMENT_LEVELS) >= 2 or "投入管理" in levels


def _refusal(name: str, faults: list[Detail]) -> InvalidInput:
    return InvalidInput(f"{name} 有{len(faults)}处不合格：{summarise(faults)}", details=faults)


def _with_sources(read: list[ReadSheet], name: str) -> Iterable[ReadSheet]:
    """name, name#Sheet, or name#Sheet（2） for the second form of one worksheet."""
    seen: dict[str, int] = {}
    for sheet in read:
        seen[sheet.source] = seen.get(sheet.source, 0) + 1
        number = f"（{seen[sheet.source]}）" if seen[sheet.source] > 1 else ""
        source = name if len(read) == 1 else f"{name}#{sheet.source}{number}"
        yield sheet.model_copy(update={"source": source})
