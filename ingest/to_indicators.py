"""Table -> library indicators and their sectors, with an account of the rows that were refused.

Columns: code, name, sector, level1, level2, definition, formula, unit, direction, aliases, keywords, core, weight, or
their Chinese names; only name and sector are required.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

from indicators.errors import Detail, InvalidInput, UnreadableFile
from indicators.model.indicator import CoreMark, Direction, Indicator, Nature
from indicators.model.refusal import accept, summarise
from indicators.model.sector import Sector
from indicators.model.value import Value
from ingest.cells import clean, is_placeholder, number_of, one_line
from ingest.guard import let_in
from ingest.readers import read_content
from ingest.report import Unread, unread
from ingest.table import Cell, Table

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "编码", "指标编码", "代码"),
    "name": ("name", "名称", "指标名称", "三级指标"),
    "sector": ("sector", "领域", "行业", "行业领域", "所属领域"),
    "level1": ("level1", "一级指标"),
    "level2": ("level2", "二级指标"),
    "definition": ("definition", "定义", "指标解释", "指标定义", "指标说明"),
    "formula": ("formula", "公式", "计算公式", "计算方法"),
    "unit": ("unit", "单位", "计量单位"),
    "direction": ("direction", "方向", "指标方向"),
    "aliases": ("aliases", "别名", "同义词"),
    "keywords": ("keywords", "关键词"),
    "core": ("core", "核心", "是否核心"),
    "weight": ("weight", "权重", "分值"),
}
"""Field of the library file -> the header words for it."""

_DIRECTIONS = {
    Direction.HIGHER: ("higher", "up", "increase", "positive", "正向", "越大越好", "↑"),
    Direction.LOWER: ("lower", "down", "decrease", "negative", "反向", "逆向", "负向", "越低越好", "越小越好", "↓"),
    Direction.RANGE: ("range", "适度", "↔"),
    Direction.EQUAL: ("equal", "等于", "=", "＝"),
    Direction.YES_NO: ("yes_no", "yes/no", "boolean", "是否判定"),
    Direction.GRADED: ("graded", "qualitative", "定性"),
    Direction.VARIES: ("varies",),
}
_CORE = {
    CoreMark.FIELD: ("true", "1", "yes", "y", "是", "★", "√"),
    CoreMark.BRANCH: ("branch", "☆"),
    CoreMark.NONE: ("", "false", "0", "no", "n", "否", "/", "-", "—"),
}
_SEPARATORS = re.compile(r"[;；、|\n]")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_REQUIRED = ("name", "sector")


class ReadLibrary(Value):
    """What a library file holds: the sectors it names, its indicators, and the rows that were refused, with reasons."""

    sectors: tuple[Sector, ...]
    indicators: tuple[Indicator, ...]
    unread: tuple[Unread, ...] = ()


def read_indicators(data: bytes, name: str, *, known: Iterable[Sector] = ()) -> ReadLibrary:
    """The library in a CSV file or workbook. A sector that is ``known`` by slug, name or alias stays that sector.

    A row that cannot be taken is reported, not raised. Raises InvalidInput where the file or its header cannot be read.
    """
    content = read_content(let_in(data, name))
    tables = [table for table in content.tables if table.rows and _columns(table)]
    if not tables:
        raise UnreadableFile(
            f"{name} 不是指标库文件：第一行应是表头，至少有 name（指标名称）和 sector（领域）两列；可用的列有 {'、'.join(COLUMNS)}"
        )
    reader = _Reader(known)
    for table in tables:
        reader.read(table)
    return ReadLibrary(
        sectors=tuple(reader.sectors.values()),
        indicators=tuple(reader.indicators.values()),
        unread=tuple(reader.unread),
    )


class _Reader:
    """What has been gathered so far: sectors by what was written, indicators by code."""

    def __init__(self, known: Iterable[Sector]) -> None:
        self._known = {word.casefold(): sector for sector in known for word in _names(sector)}
        self.sectors: dict[str, Sector] = {}
        self.indicators: dict[str, Indicator] = {}
        self.unread: list[Unread] = []

    def read(self, table: Table) -> None:
        columns = _columns(table)
        self.unread += [unread(cell.text, cell.origin, cell.reason) for cell in table.withheld]
        for head in table.row(table.rows[0]):
            if head.origin.column not in columns.values():
                self.unread.append(unread(head.text, head.origin, "不认识这一列，未读入"))
        for row in table.rows[1:]:
            cells = {field: cell for field, column in columns.items() if (cell := table.own(row, column))}
            self._read_row(cells, table.row(row)[0])

    def _read_row(self, cells: Mapping[str, Cell], first: Cell) -> None:
        texts = {field: clean(cell.text) for field, cell in cells.items()}
        try:
            sector = self._sector(texts.get("sector", ""))
            indicator = accept(Indicator, _record(texts, sector))
            if indicator.code in self.indicators:
                raise _fault("code", f"“{indicator.code}”（或同领域同名指标）已在前面出现，请删去重复的一行或另编编码")
        except InvalidInput as error:
            faulty = next((cells[each.field] for each in error.details if each.field in cells), first)
            self.unread.append(unread(faulty.text, faulty.origin, summarise(error.details)))
            return
        self.sectors.setdefault(sector.slug, sector)
        self.indicators[indicator.code] = indicator

    def _sector(self, written: str) -> Sector:
        if is_placeholder(written):
            raise _fault("sector", "缺少领域，请补上")
        name = one_line(written)
        return self._known.get(name.casefold()) or new_sector(name)


def new_sector(name: str) -> Sector:
    """A sector made up from its name: the same name always gives the same slug and prefix of codes."""
    slug = _NOT_SLUG.sub("-", name.lower()).strip("-") if name.isascii() else ""
    digest = hashlib.sha256(name.encode()).hexdigest()
    if not slug:
        return Sector(slug=f"s-{digest[:8]}", name=name, code_prefix=f"S{digest[:6].upper()}")
    words = [word for word in slug.split("-") if word]
    prefix = "".join(word[0] for word in words).upper() if len(words) > 1 else slug[:4].upper()
    return Sector(slug=slug, name=name, code_prefix=f"{prefix[:4]}{digest[:3].upper()}")


def new_code(sector: Sector, name: str) -> str:
    """A code made up from sector and name, stable from import to import."""
    digest = hashlib.sha256(f"{sector.slug}\0{name}".encode()).hexdigest()
    return f"{sector.code_prefix}-{digest[:8]}"


def _names(sector: Sector) -> Sequence[str]:
    return (sector.slug, sector.name, *sector.aliases)


def _columns(table: Table) -> dict[str, int]:
    """Field -> column by the first row; empty where a required one is missing."""
    header = {
        "".join(clean(cell.text).lower().split()): cell.origin.column for cell in reversed(table.row(table.rows[0]))
    }
    found = {
        field: next(header[word] for word in words if word in header)
        for field, words in COLUMNS.items()
        if any(word in header for word in words)
    }
    return found if all(field in found for field in _REQUIRED) else {}


def _record(texts: Mapping[str, str], sector: Sector) -> dict[str, object]:
    name = one_line(texts.get("name", ""))
    if is_placeholder(name):
        raise _fault("name", "缺少指标名称，请补上")
    direction = _direction(texts.get("direction", ""))
    record: dict[str, object] = {
        field: one_line(texts.get(field, "")) for field in ("level1", "level2", "unit", "definition", "formula")
    }
    return record | {
        "code": texts.get("code") or new_code(sector, name),
        "name": name,
        "sector": sector.slug,
        "direction": direction,
        "nature": Nature.QUALITATIVE if direction is Direction.GRADED else Nature.QUANTITATIVE,
        "aliases": _words(texts.get("aliases", "")),
        "keywords": _words(texts.get("keywords", "")),
        "core": _core(texts.get("core", "")),
        "weight": _weight(texts.get("weight", "")),
    }


def _direction(written: str) -> Direction:
    word = written.strip().lower()
    for direction, words in _DIRECTIONS.items():
        if word in (*words, direction.value):
            return direction
    if word:
        choices = "、".join(direction.value for direction in Direction)
        raise _fault("direction", f"“{written}”不可用，可用：{choices}（或 higher、lower、range、equal、graded）")
    return Direction.HIGHER


def _core(written: str) -> CoreMark:
    word = written.strip().lower()
    for mark, words in _CORE.items():
        if word in (*words, mark.value):
            return mark
    raise _fault("core", f"“{written}”不可用，可用：是、否、★、☆")


def _weight(written: str) -> float | None:
    found = number_of(written)
    if found and found[1] in ("", "分", "%"):
        return found[0]
    if is_placeholder(written):
        return None
    raise _fault("weight", f"“{written}”不是数字")


def _words(written: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in _SEPARATORS.split(written) if word.strip()))


def _fault(field: str, message: str) -> InvalidInput:
    return InvalidInput(message, details=[Detail(field, message)])
