"""Only parse: the sheets of a file as understood."""

from __future__ import annotations

from ingest.to_sheet import ReadSheet, read_sheets


def read(data: bytes, name: str) -> list[ReadSheet]:
    """The sheets in a file's bytes. Raises an InvalidInput that says what is wrong and how to mend it."""
    return read_sheets(data, name)
