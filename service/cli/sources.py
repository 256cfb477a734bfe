"""What is named on the command line -> files: a folder stands for the files in it, an archive for the files packed in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NoReturn

from indicators.errors import InvalidInput, ZhibiaoError
from service.actions.batch import SheetFile
from service.cli.terminal import read_bytes

READABLE = {".xlsx", ".xls", ".docx", ".pdf", ".csv", ".json", ".txt", ".md"}
TOLD = READABLE | {".doc", ".wps", ".et", ".xlsb", ".ods", ".rtf", ".htm", ".html", ".rar", ".7z"}
"""Files of a folder or archive that are not passed over: a sheet in an odd format must be told, a picture need not."""
ARCHIVE = ".zip"


def sheet_files(paths: Sequence[str]) -> list[SheetFile]:
    """The files in the order given, those of a folder or archive by name; several of them keep theirs as the first part of the name.

    Raises InvalidInput for a folder or archive without any. What cannot be opened raises when it is read.
    """
    return [file for path in paths for file in _files(path, alone=len(paths) == 1)]


def _files(path: str, *, alone: bool) -> list[SheetFile]:
    place = Path(path)
    if path != "-" and place.is_dir():
        found = list(_in_folder(place, "" if alone else f"{place.name}/"))
    elif path != "-" and place.suffix.lower() == ARCHIVE:
        found = _in_archive(place, "" if alone else f"{place.name}/")
    else:
        return [SheetFile("stdin" if path == "-" else place.name, lambda: read_bytes(path)[0])]
    if not found:
        what = "文件夹" if place.is_dir() else "压缩包"
        raise InvalidInput(f"{what}“{path}”里没有可读的文件（{'、'.join(sorted(READABLE))}）")
    return found


def _in_folder(folder: Path, prefix: str) -> Iterator[SheetFile]:
    for path in sorted(folder.rglob("*")):
        name = prefix + path.relative_to(folder).as_posix()
        if path.suffix.lower() == ARCHIVE and path.is_file():
            yield from _in_archive(path, f"{name}/")
        elif _is_told(name) and path.is_file():
            yield SheetFile(name, partial(_content, str(path)))


def _in_archive(path: Path, prefix: str) -> list[SheetFile]:
    """The files of an archive; a damaged or overgrown one is one file that cannot be read."""
    from ingest.guard.bundle import Bundle

    try:
        bundle = Bundle(_content(str(path)), path.name)
    except ZhibiaoError as error:
        return [SheetFile(prefix.rstrip("/") or path.name, partial(_refuse, error))]
    return [SheetFile(prefix + name, partial(bundle.read, name)) for name in bundle if _is_told(name)]


def _is_told(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() in TOLD and not path.name.startswith((".", "~$"))


def _content(path: str) -> bytes:
    return read_bytes(path)[0]


def _refuse(error: ZhibiaoError) -> NoReturn:
    raise error
