"""Parsed JSON -> target sheets: one object, a list of them, or what ``zhibiao read --json`` gives."""

from __future__ import annotations

from indicators.errors import InvalidInput, TooLarge
from indicators.model.refusal import accept
from indicators.model.sheet import TargetSheet
from ingest.report import ReadSheet

MOST_SHEETS = 1_000

_HINT = "JSON 应为一个目标表对象（至少有 goal 或 rows）、这样的列表，或 zhibiao read --json 的输出"


def sheets_from_records(records: object, name: str) -> list[ReadSheet]:
    """The sheets in the order given; a row without a cell gets its place in the list. Raises InvalidInput, TooLarge."""
    if isinstance(records, dict) and "sheets" in records:
        unknown = [key for key in records if key not in ("sheets", "unread")]
        if unknown:
            raise InvalidInput(f"{name} 里不认识字段“{'”“'.join(unknown)}”；{_HINT}")
        records = records["sheets"]
    entries = records if isinstance(records, list) else [records]
    if not entries or not all(isinstance(entry, dict) for entry in entries):
        raise InvalidInput(f"{name} 里没有目标表：{_HINT}")
    if len(entries) > MOST_SHEETS:
        raise TooLarge(f"{name} 里有{len(entries)}张目标表，一次最多{MOST_SHEETS}张；请拆分成几个文件")
    several = len(entries) > 1
    return [
        _read_entry(entry, f"{name}#{number}" if several else name) for number, entry in enumerate(entries, start=1)
    ]


def _read_entry(entry: dict[str, object], source: str) -> ReadSheet:
    if "sheet" not in entry:
        return ReadSheet(source=source, sheet=_with_cells(accept(TargetSheet, entry, what=f"{source} ")))
    unknown = [key for key in entry if key not in ("source", "sheet", "unread")]
    if unknown:
        raise InvalidInput(f"{source} 里不认识字段“{'”“'.join(unknown)}”；{_HINT}")
    read = accept(ReadSheet, {"source": source, **entry}, what=f"{source} ")
    return read.model_copy(update={"sheet": _with_cells(read.sheet)})


def _with_cells(sheet: TargetSheet) -> TargetSheet:
    rows = [
        row if row.cell else row.model_copy(update={"cell": f"rows[{number}]"})
        for number, row in enumerate(sheet.rows, start=1)
    ]
    return sheet.model_copy(update={"rows": tuple(rows)})
