"""A row whose cells hold several indicators, one a line -> one row each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.cells import is_placeholder, numbered_items, one_line, strip_numbering

_SHARED = ("level1", "level2")
_LONG = ("explanation", "basis", "actual", "deviation")
POINTS = ("weight", "score")
"""Counted once, even where the cell is shared by several rows."""


def split_row(texts: Mapping[str, str]) -> list[dict[str, str]]:
    """The rows that these texts hold (field -> text, lines kept).

    Several names are told by their numbering (指标1：…), or by values that stand line for line beside them. Each field
    is then split alike where its lines match; a text that does not is shared, but points count once.
    """
    names, targets = _names_and_targets(texts.get("name", ""), texts.get("target", ""))
    if len(names) == 1:
        return [_single(texts)]
    rows = []
    for place, (name, target) in enumerate(zip(names, targets, strict=True)):
        if not (is_placeholder(name) and is_placeholder(target)):
            row = {field: _part(field, text, place, count=len(names)) for field, text in texts.items()}
            rows.append({**row, "name": name, "target": target})
    return rows


def _names_and_targets(name: str, target: str) -> tuple[list[str], list[str]]:
    names = numbered_items(name)
    values = numbered_items(target) if len(numbered_items(target)) > 1 else target.split("\n")
    if len(names) == 1 and _stand_side_by_side(name.split("\n"), values):
        names = name.split("\n")
    written = [item for item in names if not is_placeholder(item)]
    if len(names) == len(values):
        return names, values
    if len(written) == len(values):
        return written, values
    return (names, [""] * len(names)) if is_placeholder(target) else ([name], [target])


def _stand_side_by_side(names: list[str], values: list[str]) -> bool:
    return len(names) == len(values) > 1 and all(re.search(r"[0-9]", value) for value in values)


def _single(texts: Mapping[str, str]) -> dict[str, str]:
    row = {field: text if field in _LONG else one_line(text) for field, text in texts.items()}
    items = numbered_items(texts.get("name", ""))
    names = items if len(items) > 1 else [strip_numbering(row.get("name", ""))]
    return {**row, "name": "；".join(name for name in names if not is_placeholder(name))}


def _part(field: str, text: str, place: int, *, count: int) -> str:
    lines = text.split("\n")
    if field not in _SHARED and len(lines) == count:
        return strip_numbering(lines[place]) if field in _LONG else lines[place]
    if field in POINTS and place > 0:
        return ""
    return text if field in _LONG else one_line(text)
