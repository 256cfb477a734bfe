"""Decodes text files as Chinese offices write them: UTF-8 (with or without mark), UTF-16 with mark, GB 18030."""

from __future__ import annotations

import codecs

from indicators.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, name: str) -> str:
    """The text with line ends as \\n. Raises UnreadableFile for NUL bytes and for bytes that no encoding fits."""
    text = _decoded(data)
    if text is None:
        raise UnreadableFile(f"{name} 的文字编码无法识别，请用记事本打开后另存为 UTF-8 编码")
    if "\x00" in text:
        raise UnreadableFile(f"{name} 含有空字节（NUL），不是普通文本；请用记事本打开后另存为 UTF-8 编码")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_text(data: bytes) -> bool:
    """Whether the bytes are text in one of these encodings."""
    text = _decoded(data)
    return text is not None and "\x00" not in text


def opening(data: bytes) -> str:
    """The first characters, however they are encoded, to tell markup by."""
    return next(
        (data[:2048].decode(encoding, "ignore") for mark, encoding in _MARKS if data.startswith(mark)),
        data[:2048].decode("latin-1"),
    )


def _decoded(data: bytes) -> str | None:
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    for encoding in marked or ["utf-8", "gb18030"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
