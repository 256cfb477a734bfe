"""What a batch has finished, in a file that only grows, so that a run that was killed goes on where it was.

One line of JSON a file: the key of its content and name, the state of rules, library and model, and its checked sheets. A line
of another state is passed over, and so is a last line that was cut off.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import indicators
import ingest
from indicators.errors import InvalidInput
from service.documents.reviewed import Reviewed

BEGINNING = '{"key": "'
KNOWLEDGE = (Path(indicators.__file__).parent, Path(ingest.__file__).parent)


class Finished:
    """Checked sheets by the key of their file; without a ``file`` nothing is remembered."""

    def __init__(self, file: Path | None, state: str) -> None:
        """Raises InvalidInput where the file cannot be read, or is of another kind and must not be written into."""
        self._file = file
        self._state = state
        lines = _read(file) if file and file.exists() else []
        self._torn = bool(lines) and not lines[-1].endswith("\n")
        self._lines = dict(_finished(lines, state))

    @property
    def count(self) -> int:
        """Files that need not be checked again."""
        return len(self._lines)

    def get(self, key: str) -> tuple[Reviewed, ...] | None:
        """The sheets of the file with this key, or None where it is still to be checked."""
        line = self._lines.get(key)
        try:
            return None if line is None else tuple(Reviewed.model_validate(one) for one in json.loads(line)["sheets"])
        except (ValueError, KeyError):  # written by a version with other fields
            return None

    def add(self, key: str, reviewed: Sequence[Reviewed]) -> None:
        """Appends the sheets of one file. Raises InvalidInput where the file cannot be written."""
        if self._file is None:
            return
        record = {"key": key, "state": self._state, "sheets": [one.model_dump(mode="json") for one in reviewed]}
        line = ("\n" if self._torn else "") + json.dumps(record, ensure_ascii=False) + "\n"
        try:
            with self._file.open("ab") as stream:
                stream.write(line.encode())
        except OSError as error:
            raise InvalidInput(f"断点文件“{self._file}”写不了（{error.strerror}）；请核对路径和权限") from error
        self._torn = False


def key_of(data: bytes, name: str) -> str:
    """32 hex digits of a file's content and name."""
    return hashlib.blake2b(data + b"\0" + name.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def state_of(*parts: str) -> str:
    """32 hex digits of all that decides what is found: the code and data of rules and readers, and these parts."""
    return hashlib.blake2b("\0".join((_knowledge(), *parts)).encode(), digest_size=16).hexdigest()


@lru_cache(maxsize=1)
def _knowledge() -> str:
    digest = hashlib.blake2b(digest_size=16)
    for folder in KNOWLEDGE:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".yaml"}):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _read(file: Path) -> list[str]:
    try:
        lines = file.read_text("utf-8", errors="replace").splitlines(keepends=True)
    except OSError as error:
        raise InvalidInput(f"断点文件“{file}”读不了（{error.strerror}）；请核对路径，或换一个文件名重新开始") from error
    if lines and not lines[0].startswith(BEGINNING):
        raise InvalidInput(f"“{file}”不是断点文件，没有动它；请换一个文件名")
    return lines


def _finished(lines: Iterable[str], state: str) -> Iterator[tuple[str, str]]:
    for line in lines:
        try:
            record = json.loads(line)
            if record["state"] == state:
                yield str(record["key"]), line
        except (ValueError, KeyError, TypeError):
            continue  # cut off when a run was killed
