"""Which format a file is, by its first bytes and, inside a package, by the parts it holds; never by its name."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

from indicators.errors import UnreadableFile, UnsupportedFormat
from ingest.guard.text import opening

TEXT = "text"


class Format(NamedTuple):
    """How a format is called to a user, and the extensions that it may have, the usual one first."""

    name: str
    extensions: tuple[str, ...] = ()


FORMATS: dict[str, Format] = {
    "xlsx": Format(" Excel 工作簿（.xlsx）", (".xlsx",)),
    "csv": Format(" CSV 文本", (".csv", ".tsv")),
    "json": Format(" JSON 文本", (".json",)),
    "plain": Format("纯文本", (".txt", ".md")),
    "docx": Format(" Word 文档（.docx）", (".docx",)),
    "pdf": Format(" PDF 文件", (".pdf",)),
    "xls": Format("旧版 Excel 工作簿（.xls）", (".xls", ".et")),
    "doc": Format("旧版 Word 文档（.doc）", (".doc", ".wps")),
    "xlsb": Format(" Excel 二进制工作簿（.xlsb）", (".xlsb",)),
    "pptx": Format("演示文稿（.pptx）", (".pptx",)),
    "ods": Format("开放文档（.ods、.odt）", (".ods", ".odt")),
    "html": Format("网页（HTML）表格", (".html", ".htm")),
    "xml": Format(" XML 文件", (".xml",)),
    "rtf": Format(" RTF 文档", (".rtf",)),
    "zip": Format("压缩包（.zip）", (".zip",)),
    "rar": Format("压缩包（.rar）", (".rar",)),
    "7z": Format("压缩包（.7z）", (".7z",)),
    "gzip": Format("压缩包（.gz）", (".gz",)),
    "image": Format("图片", (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")),
    "ole": Format("旧版办公文件"),
    "unknown": Format("无法识别的内容（文件可能已损坏）"),
}
"""Every format that content can be told to be; which of them are read is said in ``readers``."""

ARCHIVES = frozenset({"xlsx", "docx", "pptx", "ods", "zip"})

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b\x08", "gzip"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_KINDS = {extension: kind for kind in ("csv", "json", "plain") for extension in FORMATS[kind].extensions}


def kind_of_content(data: bytes, name: str) -> str:
    """A key of FORMATS, or TEXT. Raises UnreadableFile (password, damaged package) and UnsupportedFormat (macros)."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_package(data, name)
    if data.startswith(_OLE):
        return _kind_of_compound(data, name)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    return _kind_of_markup(opening(data)) or TEXT


def kind_of_text(extension: str) -> str:
    """The text format that an extension names; plain text where it names none."""
    return _TEXT_KINDS.get(extension, "plain")


def _kind_of_package(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {part.lower() for part in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise UnreadableFile(f"{name} 已损坏（压缩包不完整），请重新下载，或用 Excel 或 WPS 打开后另存") from error
    if any(part.endswith("vbaproject.bin") for part in parts):
        raise UnsupportedFormat(f"{name} 带有宏（VBA），为安全起见不读取；请另存为不带宏的 .xlsx 再上传")
    if "xl/workbook.bin" in parts:
        return "xlsb"
    for folder, kind in (("xl/", "xlsx"), ("word/", "docx"), ("ppt/", "pptx")):
        if any(part.startswith(folder) for part in parts):
            return kind
    return "ods" if {"mimetype", "content.xml"} <= parts else "zip"


def _kind_of_compound(data: bytes, name: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableFile(f"{name} 设有打开密码，无法读取；请在 Excel 或 WPS 里去掉密码后另存再上传")
    for stream, kind in (("Workbook", "xls"), ("Book", "xls"), ("WordDocument", "doc")):
        if stream.encode("utf-16-le") in data:
            return kind
    return "ole"


def _kind_of_markup(start: str) -> str | None:
    """Report systems write web pages and XML under the name .xls; a goal text never starts with a tag."""
    head = start.lstrip("\ufeff \t\r\n").lower()
    if not head.startswith("<"):
        return None
    if "<html" in head or "<table" in head or "<!doctype html" in head:
        return "html"
    return "xml" if head.startswith("<?xml") else None
