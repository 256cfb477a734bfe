"""Reads workbooks (.xlsx), sheet by sheet, as a person sees them.

The sheets are parsed here in one pass with defusedxml. openpyxl, whose number formats and calendar are used, is not
asked to load the file: it refuses a workbook for faults of mere looks that Excel overlooks (an empty fill, a colour
#FFF, an unknown validation type), expands a merged area over a million rows into objects, and shows a formula that was
never calculated as an empty cell.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from indicators.errors import TooLarge, UnreadableFile
from ingest.guard import Admitted
from ingest.readers.number_format import displayed
from ingest.readers.xlsx_package import Package, SheetPart, local_name, unescaped, words_of
from ingest.table import MOST_CELLS, Area, Cell, Content, Origin, Table, Withheld, build_table, column_letters

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_CONSTANT = re.compile(r"=[0-9.]+%?")
"""A target typed as =100% is stored as a formula; where no value is saved, the text itself says it."""
_TRUE_FALSE = {"0": "FALSE", "1": "TRUE"}
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


def read(file: Admitted) -> Content:
    """One table for each sheet, hidden ones with all their cells withheld. Raises UnreadableFile and TooLarge."""
    with _damage_told(file.name), zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        package = Package(archive)
        return Content(tables=tuple(_read_sheet(file.name, package, part) for part in package.sheets))


def _read_sheet(file: str, package: Package, part: SheetPart) -> Table:
    sheet = _Sheet(file, part.name, package)
    try:
        for event, element in package.walk(part.path, events=("start", "end")):
            sheet.take(event, element)
    except ParseError as error:
        place = f"，在单元格 {sheet.place} 附近" if sheet.row else ""
        raise UnreadableFile(
            f"{file} 的工作表“{part.name}”内容损坏或含有控制字符{place}；请用 Excel 或 WPS 打开修复后另存"
        ) from error
    cells, withheld = sheet.cells, sheet.withheld
    if part.is_hidden:
        withheld = [*withheld, *(Withheld(cell.text, cell.origin, "隐藏的工作表，未读入") for cell in cells)]
        cells = []
    return build_table(file, part.name, cells, areas=sheet.areas, withheld=withheld)


@dataclass
class _Sheet:
    """What has been gathered of one sheet, and the place reached."""

    file: str
    name: str
    package: Package
    cells: list[Cell] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    row: int = 0
    column: int = 0
    in_hidden_row: bool = False

    @property
    def place(self) -> str:
        return f"{self.name}!{column_letters(max(self.column, 1))}{self.row}"

    def take(self, event: str, element: Element) -> None:
        kind = local_name(element)
        if event == "start":
            self._start(kind, element)
        elif kind == "c":
            self._take_cell(element)
        elif kind == "mergeCell":
            self.areas.extend(_area(element.get("ref", "")))
        elif kind == "col" and element.get("hidden") in ("1", "true"):
            self.hidden_columns.append((int(element.get("min", "0")), int(element.get("max", "0"))))
        elif kind == "row":
            element.clear()

    def _start(self, kind: str, element: Element) -> None:
        """Writers may leave out the numbers of rows and cells; they then follow on."""
        if kind == "row":
            self.row = int(element.get("r") or self.row + 1)
            self.column = 0
            self.in_hidden_row = element.get("hidden") in ("1", "true")
        elif kind == "c":
            self.column += 1
            if found := _REFERENCE.fullmatch(element.get("r") or ""):
                self.column, self.row = _column_number(found.group(1)), int(found.group(2))

    def _take_cell(self, element: Element) -> None:
        text, fault = _content(element, self.package)
        element.clear()
        if not text:
            return
        if len(self.cells) + len(self.withheld) >= MOST_CELLS:
            raise TooLarge(f"{self.file} 的工作表“{self.name}”超过{MOST_CELLS}个单元格，请拆分后再上传")
        if not (1 <= self.row <= _LAST_ROW and 1 <= self.column <= _LAST_COLUMN):
            raise ValueError(f"cell outside the sheet: {self.row}, {self.column}")
        origin = Origin(self.file, self.name, self.row, self.column)
        if reason := fault or self._hidden():
            self.withheld.append(Withheld(text, origin, reason))
        else:
            self.cells.append(Cell(text, origin))

    def _hidden(self) -> str:
        if self.in_hidden_row:
            return "隐藏行，未读入"
        hidden = any(first <= self.column <= last for first, last in self.hidden_columns)
        return "隐藏列，未读入" if hidden else ""


def _content(element: Element, package: Package) -> tuple[str, str]:
    """The cell's text, and why it cannot be used ("" where it can)."""
    kind = element.get("t", "n")
    parts = {local_name(child): child for child in element}
    if kind == "inlineStr":
        return (unescaped(words_of(parts["is"])), "") if "is" in parts else ("", "")
    value = parts["v"].text or "" if "v" in parts else ""
    if "f" in parts and not value and kind != "str":
        formula = f"={parts['f'].text or ''}"
        return formula, "" if _CONSTANT.fullmatch(
            formula
        ) else "公式没有保存计算结果，请用 Excel 或 WPS 打开并保存后再上传"
    if kind == "e":
        return value, f"单元格是错误值 {value}，请修正公式"
    return (_text(kind, value, element.get("s"), package=package), "") if value else ("", "")


def _text(kind: str, value: str, style: str | None, *, package: Package) -> str:
    if kind == "n":
        return displayed(float(value), package.number_format(style), since_1904=package.since_1904)
    if kind == "s":
        return package.shared_strings[int(value)]
    return _TRUE_FALSE.get(value, value) if kind == "b" else unescaped(value)


def _area(reference: str) -> list[Area]:
    corners = [_REFERENCE.fullmatch(corner) for corner in reference.split(":")]
    if len(corners) != 2 or corners[0] is None or corners[1] is None:
        return []
    columns, rows = zip(*((_column_number(corner[1]), int(corner[2])) for corner in corners if corner), strict=True)
    return [Area(min(rows), min(columns), max(rows), max(columns))]


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    """Whatever a broken package raises, as one clear message; defusedxml's refusals are ValueErrors."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        ParseError,
        LookupError,
        ValueError,
        OSError,
        EOFError,
        RuntimeError,
    ) as error:
        raise UnreadableFile(
            f"{name} 已损坏或含有不安全的内容，读不出工作表；请用 Excel 或 WPS 打开，确认无误后另存为 .xlsx 再上传"
        ) from error
