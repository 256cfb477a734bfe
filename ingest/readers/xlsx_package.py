"""The parts of a workbook package that matter here: the list of sheets, the shared strings, the number formats."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from indicators.errors import TooLarge
from ingest.readers.number_format import BUILT_IN

LARGEST_PART = 64 * 1024 * 1024
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SheetPart(NamedTuple):
    """A sheet's name as users see it, and where its XML lies."""

    name: str
    path: str
    is_hidden: bool


class Package:
    """A workbook's parts, each read when first asked for. Raises what zipfile and defusedxml raise, and TooLarge."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower().lstrip("/"): name for name in archive.namelist()}
        self._workbook_path = next(
            (target for kind, target in self._relations("").values() if kind.endswith("/officeDocument")),
            "xl/workbook.xml",
        )

    def walk(self, path: str, *, events: Sequence[str] = ("end",)) -> Iterator[tuple[str, Element]]:
        """The XML events of a part; no DTD and no entities are let in."""
        member = self._archive.getinfo(self._names[path.lower()])
        if member.file_size > LARGEST_PART:
            raise TooLarge(f"工作簿的部件 {path} 展开后超过{LARGEST_PART // 1024**2} MB，请新建工作簿，只复制需要的表")
        with self._archive.open(member) as stream:
            yield from iterparse(stream, events=events, forbid_dtd=True)

    @cached_property
    def sheets(self) -> tuple[SheetPart, ...]:
        """The worksheets in the order of their tabs; chart sheets hold no cells and are left out."""
        related = self._relations(self._workbook_path)
        found = []
        for _, element in self.walk(self._workbook_path):
            if local_name(element) == "sheet":
                kind, path = related[_relation_id(element)]
                if kind.endswith("/worksheet"):
                    hidden = element.get("state", "visible") != "visible"
                    found.append(SheetPart(element.get("name", ""), path, hidden))
        return tuple(found)

    @cached_property
    def since_1904(self) -> bool:
        """Whether days are counted from 1904 (workbooks of old Macs)."""
        settings = [element for _, element in self.walk(self._workbook_path) if local_name(element) == "workbookPr"]
        return any(element.get("date1904") in ("1", "true") for element in settings)

    @cached_property
    def shared_strings(self) -> list[str]:
        found = []
        for element in self._ends("/sharedStrings"):
            if local_name(element) == "si":
                found.append(unescaped(words_of(element)))
                element.clear()
        return found

    def number_format(self, style: str | None) -> str:
        """The format code of a cell's style; General where the style is not known."""
        index = int(style or 0)
        return self._formats[index] if 0 <= index < len(self._formats) else "General"

    @cached_property
    def _formats(self) -> list[str]:
        own: dict[str, str] = {}
        styles: list[str] = []
        inside: list[str] = []
        for element in self._ends("/styles"):
            kind = local_name(element)
            if kind == "numFmt":
                own[element.get("numFmtId", "")] = element.get("formatCode", "General")
            elif kind == "xf":
                inside.append(element.get("numFmtId", "0"))
            elif kind in ("cellStyleXfs", "cellXfs"):
                styles, inside = inside if kind == "cellXfs" else styles, []
        return [own.get(style) or BUILT_IN.get(int(style), "General") for style in styles]

    def _ends(self, kind: str) -> Iterator[Element]:
        """The elements of the workbook's part of this kind; none where it has no such part."""
        for relation, path in self._relations(self._workbook_path).values():
            if relation.endswith(kind) and path.lower() in self._names:
                yield from (element for _, element in self.walk(path))

    def _relations(self, path: str) -> dict[str, tuple[str, str]]:
        """Id -> (kind, path) of what a part refers to inside the package; external links are left out."""
        folder, name = posixpath.split(path)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations.lower() not in self._names:
            return {}
        return {
            element.get("Id", ""): (element.get("Type", ""), _resolved(folder, element.get("Target", "")))
            for _, element in self.walk(relations)
            if local_name(element) == "Relationship" and element.get("TargetMode") != "External"
        }


def local_name(element: Element) -> str:
    """The tag without its namespace, as transitional and strict workbooks differ in that alone."""
    return str(element.tag).rpartition("}")[2]


def words_of(element: Element) -> str:
    """The text of a string element: plain or in runs, without the phonetic guide."""
    words = []
    for child in element:
        kind = local_name(child)
        if kind == "t":
            words.append(child.text or "")
        elif kind == "r":
            words.append(words_of(child))
    return "".join(words)


def unescaped(text: str) -> str:
    """_x000D_ and the like as the characters they stand for; line ends as \\n."""
    return _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), text).replace("\r\n", "\n").replace("\r", "\n")


def _relation_id(element: Element) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith("}id")), "")


def _resolved(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
