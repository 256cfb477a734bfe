"""Weighs a package by its directory before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from indicators.errors import TooLarge, UnreadableFile

MOST_MEMBERS = 2_000
LARGEST_UNPACKED = 200 * 1024 * 1024
LARGEST_RATIO = 200
SMALL_MEMBER = 1024 * 1024
"""Below this size a high ratio is harmless: empty styled rows compress a thousandfold."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def check_archive(data: bytes, name: str, *, advice: str = "请新建工作簿，只复制需要的表") -> None:
    """Raises TooLarge for a package that would unpack to too much, UnreadableFile for an encrypted or odd one.

    Reading a member later cannot give more than the size declared here, as zipfile stops there.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise TooLarge(f"{name} 内有{len(members)}个部件，最多{MOST_MEMBERS}个；{advice}")
    if any(member.flag_bits & 0x1 for member in members):
        raise UnreadableFile(f"{name} 设有密码，无法读取；请去掉密码后另存再上传")
    if any(member.compress_type not in _METHODS for member in members):
        raise UnreadableFile(f"{name} 的压缩方式不常见，无法读取；请用 Excel 或 WPS 打开后另存为 .xlsx")
    unpacked = sum(member.file_size for member in members)
    if unpacked > LARGEST_UNPACKED or any(_is_bomb(member) for member in members):
        raise TooLarge(
            f"{name} 展开后有{unpacked / 1024**2:.0f} MB，压缩比异常或超过{LARGEST_UNPACKED // 1024**2} MB；{advice}"
        )


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > SMALL_MEMBER and member.file_size > LARGEST_RATIO * max(member.compress_size, 1)
