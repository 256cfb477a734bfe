"""Reads JSON into plain lists, dicts, texts and numbers; what they mean is decided elsewhere."""

from __future__ import annotations

import json

from indicators.errors import UnreadableFile
from ingest.guard import Admitted
from ingest.table import Content


def read(file: Admitted) -> Content:
    """The parsed records. Raises UnreadableFile with line and column, or naming what JSON does not allow."""
    try:
        records = json.loads(
            file.text, parse_int=_bounded_int, parse_constant=_no_constant, object_pairs_hook=_no_repeats
        )
        json.dumps(records, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            f"{file.name} 不是有效的 JSON：第{error.lineno}行第{error.colno}列附近有误，请检查引号、逗号和括号"
        ) from error
    except UnicodeEncodeError as error:
        raise UnreadableFile(f"{file.name} 含有不完整的字符（单独的 \\ud800–\\udfff），请删去") from error
    except RecursionError as error:
        raise UnreadableFile(f"{file.name} 的括号嵌套过深，不是目标表") from error
    except ValueError as error:
        raise UnreadableFile(f"{file.name} 不能读取：{error}") from error
    if records is None:
        raise UnreadableFile(f"{file.name} 里只有 null，不是目标表")
    return Content(records=records)


def _bounded_int(digits: str) -> int:
    if len(digits) > 30:
        raise ValueError(f"数字 {digits[:10]}… 有{len(digits)}位，请核对")
    return int(digits)


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} 不是有限的数字")


def _no_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"字段“{key}”在同一对象里写了两次，请删去一个")
        found[key] = value
    return found
