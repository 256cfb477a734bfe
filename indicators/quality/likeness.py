"""Which rows of a sheet say the same thing: exact twins, near twins by words, and, where a model is given, by meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from indicators.quality import levels
from indicators.quality.naming import name_key, reduced_key
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.quality.rule import Similarity

_OWN_KINDS = frozenset({"rate", "money", "date", "time", "score", "words", "empty"})
_LONGEST_GAP = 3

Group = tuple[str, str, str]


def twins(sheet: ReadSheet) -> Iterator[tuple[str, list[ReadRow]]]:
    """Groups of two rows and more with one name, in one class or across 产出 and 效益, that measure one kind of thing."""
    for (key, *_), rows in _grouped(sheet, name_key).items():
        if len(rows) > 1:
            yield key, rows


def near_twins(sheet: ReadSheet) -> Iterator[tuple[str, list[ReadRow]]]:
    """Groups whose names differ only in filler and in the word for the measure; one row for each distinct name."""
    for (key, *_), rows in _grouped(sheet, reduced_key).items():
        firsts = {name_key(row.name): row for row in reversed(rows)}
        if len(firsts) > 1:
            yield key, sorted(firsts.values(), key=lambda row: row.number)


def alike_pairs(sheet: ReadSheet, similarity: Similarity, threshold: float) -> Iterator[tuple[ReadRow, ReadRow]]:
    """Pairs with the same target of which one name only adds up to three characters to the other and a model calls one."""
    same: dict[tuple[object, ...], dict[str, ReadRow]] = {}
    for row in sheet.rows:
        bucket = same.setdefault((_group(row, ""), row.value.operator, row.value.value, row.value.unit), {})
        bucket.setdefault(name_key(row.name), row)
    for rows in same.values():
        for (one_key, one), (other_key, other) in combinations(rows.items(), 2):
            if not _extends(one_key, other_key) or reduced_key(one.name) == reduced_key(other.name):
                continue
            if similarity(one.name, other.name) >= threshold:
                yield one, other


def _grouped(sheet: ReadSheet, key: Callable[[str], str]) -> dict[Group, list[ReadRow]]:
    groups: dict[Group, list[ReadRow]] = {}
    for row in sheet.rows:
        if words := key(row.name):
            groups.setdefault(_group(row, words), []).append(row)
    return groups


def _group(row: ReadRow, words: str) -> Group:
    level1 = row.place.level1
    is_result = level1 in levels.OUTPUT | levels.BENEFIT
    kind = row.value.kind if row.value.kind in _OWN_KINDS else "count"
    return words, "结果" if is_result else level1 or levels.level_words(row.row.level1), kind


def _extends(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if not 4 <= len(short) < len(long) <= len(short) + _LONGEST_GAP:
        return False
    rest = iter(long)
    return all(char in rest for char in short)
