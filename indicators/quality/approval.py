"""A self-evaluated sheet held against the rows that were approved with the budget: which are which, what is lost, what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from indicators.model.framework import Framework
from indicators.quality.fingerprint import normal
from indicators.quality.reading import ReadRow, ReadSheet, read_sheet
from indicators.quality.transfer_rows import written_value


class Pair(NamedTuple):
    """An approved row and the row that evaluates it."""

    approved: ReadRow
    own: ReadRow


class Approval(NamedTuple):
    """All rows of both sides."""

    pairs: tuple[Pair, ...]
    dropped: tuple[ReadRow, ...]
    added: tuple[ReadRow, ...]


def held_against_approved(sheet: ReadSheet, framework: Framework | None) -> Approval:
    """Rows pair by name, however typed; of the others those of one level 2 and one value, which were only renamed."""
    approved = read_sheet(sheet.sheet.model_copy(update={"rows": sheet.sheet.approved}), framework).rows
    named, approved_left, own_left = _paired(approved, sheet.rows, lambda row: normal(row.name))
    renamed, dropped, added = _paired(approved_left, own_left, lambda row: f"{row.row.level2}|{written_value(row)}")
    pairs = sorted((*named, *renamed), key=lambda pair: pair.own.number)
    return Approval(tuple(pairs), tuple(dropped), tuple(added))


def _paired(
    approved: Iterable[ReadRow], own: Iterable[ReadRow], key: Callable[[ReadRow], str]
) -> tuple[list[Pair], list[ReadRow], list[ReadRow]]:
    """Pairs of one key, each row once and in order, and what is left of both sides."""
    open_ = list(own)
    pairs, left = [], []
    for row in approved:
        match = next((one for one in open_ if key(one) == key(row)), None)
        if match is None:
            left.append(row)
        else:
            open_.remove(match)
            pairs.append(Pair(row, match))
    return pairs, left, open_
