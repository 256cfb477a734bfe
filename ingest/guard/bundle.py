"""An archive (.zip) of sheets: weighed before anything is unpacked, then opened file by file, in memory and never onto a disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from indicators.errors import TooLarge, UnreadableFile
from ingest.guard.archive import LARGEST_UNPACKED, check_archive

_UTF8_NAME = 0x800
_ADVICE = "请把表分成几个压缩包"


class Bundle:
    """The files of one archive by name; ``name`` is the archive's own, for messages."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises UnreadableFile for what is no archive, is damaged or encrypted; TooLarge for what would unpack to too much."""
        if len(data) > LARGEST_UNPACKED:
            raise TooLarge(f"{name} 超过{LARGEST_UNPACKED // 1024**2} MB；{_ADVICE}")
        try:
            check_archive(data, name, advice=_ADVICE)
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise UnreadableFile(f"{name} 不是完整的压缩包（.zip），请重新打包后再试") from error
        self.name = name
        self._members = {file_name(member): member for member in self._archive.infolist() if _is_file(member)}

    def __iter__(self) -> Iterator[str]:
        """The names of the files, as they are shown."""
        return iter(self._members)

    def read(self, file: str) -> bytes:
        """The content of one file. Raises UnreadableFile where the archive is damaged there."""
        try:
            return self._archive.read(self._members[file])
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise UnreadableFile(f"{self.name} 里的 {file} 已损坏，请重新打包后再试") from error


def file_name(member: zipfile.ZipInfo) -> str:
    """The name as its writer saw it: Windows archivers write Chinese names in GB 18030 and do not say so."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def _is_file(member: zipfile.ZipInfo) -> bool:
    """Not a folder, nor what macOS and Excel put beside files."""
    path = PurePosixPath(member.filename)
    return not (member.is_dir() or "__MACOSX" in path.parts or path.name.startswith((".", "~$")))
