"""What is let in: files of bounded size whose content is what their name says, without bombs, passwords or macros.

``kinds`` tells a format by its content, ``archive`` weighs packages before anything is unpacked, ``text`` decodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from indicators.errors import TooLarge, UnreadableFile
from ingest.guard.archive import check_archive
from ingest.guard.kinds import ARCHIVES, FORMATS, TEXT, kind_of_content, kind_of_text
from ingest.guard.text import decode, is_text

LARGEST_FILE = 20 * 1024 * 1024

__all__ = ["FORMATS", "LARGEST_FILE", "Admitted", "let_in"]


@dataclass(frozen=True)
class Admitted:
    """A file that may be read. ``kind`` is a key of FORMATS; ``text`` is the decoded content of text formats."""

    name: str
    kind: str
    data: bytes
    text: str = ""


def let_in(data: bytes, name: str) -> Admitted:
    """The file as one that may be read; ``name`` may lack an extension (standard input).

    Raises TooLarge; UnreadableFile for what is empty, damaged, encrypted, a bomb, or not what its extension says;
    UnsupportedFormat for macros.
    """
    if not data.strip():
        raise UnreadableFile(f"{name} 是空文件，请核对后重新上传")
    if len(data) > LARGEST_FILE:
        raise TooLarge(
            f"{name} 有{len(data) / 1024**2:.1f} MB，最多{LARGEST_FILE // 1024**2} MB；请删去图片等多余内容或拆分后再上传"
        )
    extension = PurePosixPath(name.strip()).suffix.lower()
    kind = kind_of_content(data, name)
    if kind == TEXT:
        return _let_in_text(data, name, extension)
    if kind in ARCHIVES:
        check_archive(data, name)
    _refuse_wrong_extension(name, extension, kind)
    return Admitted(name, kind, data)


def _let_in_text(data: bytes, name: str, extension: str) -> Admitted:
    kind = kind_of_text(extension)
    if extension not in FORMATS[kind].extensions and not is_text(data):
        kind = "unknown"
    _refuse_wrong_extension(name, extension, kind)
    text = decode(data, name)
    if not extension and text.lstrip()[:1] in ("{", "["):
        kind = "json"
    return Admitted(name, kind, data, text)


def _refuse_wrong_extension(name: str, extension: str, kind: str) -> None:
    actual = FORMATS[kind]
    if extension in actual.extensions or (not extension and kind != "unknown"):
        return
    claim = f"{name} 的扩展名是 {extension}，内容其实是" if extension else f"{name} 是"
    rename = f"把扩展名改为 {' 或 '.join(actual.extensions)}，或" if actual.extensions else ""
    raise UnreadableFile(f"{claim}{actual.name}；请{rename}用 Excel 或 WPS 打开后另存为 .xlsx 再上传")
