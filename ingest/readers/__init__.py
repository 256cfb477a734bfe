"""Readers, one file a format: an admitted file -> ``Content``. They know nothing of indicators.

To read a further format that ``guard.kinds`` can tell: write its file here with a ``read`` function and add it to READERS.
"""

from __future__ import annotations

from collections.abc import Callable

from indicators.errors import UnsupportedFormat
from ingest.guard import FORMATS, Admitted
from ingest.readers import csv, json_sheet, plain, xlsx
from ingest.table import Content

Reader = Callable[[Admitted], Content]

READERS: dict[str, Reader] = {
    "xlsx": xlsx.read,
    "csv": csv.read,
    "json": json_sheet.read,
    "plain": plain.read,
}


def read_content(file: Admitted) -> Content:
    """All that the file holds. Raises UnsupportedFormat naming the formats that are read, or what the reader raises."""
    reader = READERS.get(file.kind)
    if reader is None:
        raise UnsupportedFormat(
            f"{file.name} 是{FORMATS[file.kind].name}，目前不能读取；可读的格式有 {'、'.join(extensions_read())}，"
            "请打开后另存为其中一种再上传"
        )
    return reader(file)


def extensions_read() -> tuple[str, ...]:
    """The extensions of the formats that have a reader."""
    return tuple(extension for kind in READERS for extension in FORMATS[kind].extensions)
