"""Cuts a table into forms: each a head block, one or more headers, and the rows below each."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.columns import label_of
from ingest.table import Table
from ingest.to_sheet.head import is_title
from ingest.to_sheet.header import Header, find_header

_BEGINS_A_FORM = ("project", "whole_department")


@dataclass
class Part:
    """A header and the numbers of the rows below it."""

    header: Header
    rows: list[int] = field(default_factory=list)


@dataclass
class Segment:
    """One form; a header that is repeated after a page break begins a further part."""

    head: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def rows(self) -> list[int]:
        """All its rows, in order."""
        return [*self.head, *(row for part in self.parts for row in (*part.header.rows, *part.rows))]


def find_segments(table: Table) -> list[Segment]:
    """The forms of a table from top to bottom; none where no header is found. Rows after the last form belong to it."""
    segments = [Segment()]
    for row in table.rows:
        segment = segments[-1]
        if segment.parts and row in segment.parts[-1].header.rows:
            continue
        if header := find_header(table, row):
            segment.parts.append(Part(header))
        elif segment.parts and _begins_a_form(table, row):
            segments.append(Segment([row]))
        elif segment.parts:
            segment.parts[-1].rows.append(row)
        else:
            segment.head.append(row)
    if not segments[-1].parts and len(segments) > 1:
        segments[-2].parts[-1].rows.extend(segments.pop().head)
    return [segment for segment in segments if segment.parts]


def _begins_a_form(table: Table, row: int) -> bool:
    first = table.row(row)[0]
    label = label_of(first.text)
    return is_title(first.text) or (label is not None and label.field in _BEGINS_A_FORM)
