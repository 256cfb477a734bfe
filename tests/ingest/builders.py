"""Workbooks and packages in memory, with sound defaults, so that a test shows only what it is about."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence

from openpyxl import Workbook

from ingest.table import Area, Cell, Origin, Table, build_table

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_PART = "xl/worksheets/sheet1.xml"
RELATIONS_PART = "xl/_rels/workbook.xml.rels"

HEADER = ("一级指标", "二级指标", "三级指标", "指标值")
ROW = ("产出指标", "数量指标", "培训人次", "≥280人次")


def book(lines: Iterable[Sequence[object]], *, merges: Iterable[str] = (), title: str = "表") -> Workbook:
    """A workbook of one sheet; None leaves a cell empty."""
    made = Workbook()
    made.worksheets[0].title = title
    fill(made, 0, lines, merges=merges)
    return made


def fill(made: Workbook, sheet: int, lines: Iterable[Sequence[object]], *, merges: Iterable[str] = ()) -> None:
    """Writes lines from A1 on."""
    for row, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            if value is not None:
                made.worksheets[sheet].cell(row, column, value)
    for reference in merges:
        made.worksheets[sheet].merge_cells(reference)


def saved(made: Workbook) -> bytes:
    """The bytes of the file."""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def workbook(lines: Iterable[Sequence[object]], *, merges: Iterable[str] = (), title: str = "表") -> bytes:
    """The bytes of a workbook of one sheet."""
    return saved(book(lines, merges=merges, title=title))


def edited(package: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The package with the text of one part changed; fails if nothing changes."""
    members = _members(package)
    before = members[part].decode()
    members[part] = change(before).encode()
    assert members[part] != before.encode(), f"nothing changed in {part}"
    return archive(members)


def with_shared_strings(strings: Sequence[str]) -> bytes:
    """A workbook as Excel saves it: one row of cells that refer to shared strings, given as the XML inside <si>."""
    package = workbook([["x"] * len(strings)])
    items = "".join(f"<si>{string}</si>" for string in strings)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="rIdS" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    numbers = iter(range(len(strings)))
    cell = re.compile(r't="inlineStr"><is><t>x</t></is>')
    package = edited(package, SHEET_PART, lambda xml: cell.sub(lambda _: f't="s"><v>{next(numbers)}</v>', xml))
    package = edited(package, RELATIONS_PART, lambda xml: xml.replace("</Relationships>", relation))
    return archive(_members(package) | {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{items}</sst>'.encode()})


def _members(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def archive(members: dict[str, bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return out.getvalue()


def table(lines: Iterable[Sequence[str]], *, areas: Iterable[Area] = (), sheet: str = "表") -> Table:
    """A table from lines of texts; "" leaves a cell empty."""
    cells = [
        Cell(text, Origin("f", sheet, row, column))
        for row, line in enumerate(lines, start=1)
        for column, text in enumerate(line, start=1)
    ]
    return build_table("f", sheet, cells, areas=areas)
