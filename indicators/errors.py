"""The exception tree. Each error says what was got, where, and how to mend it; none knows HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Detail:
    """One fault inside a larger input: the field (or cell, or row) and what is wrong there."""

    field: str
    message: str


class ZhibiaoError(Exception):
    """Root of everything that zhibiao raises on purpose. ``code`` is stable; ``message`` is Chinese, for users."""

    code = "error"

    def __init__(self, message: str, *, details: Sequence[Detail] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.details = tuple(details)


class InvalidInput(ZhibiaoError):
    """The input can be mended by who sent it (exit 2, HTTP 422)."""

    code = "invalid_input"


class UnreadableFile(InvalidInput):
    """A file that is not what it claims to be, is encrypted, damaged or too large (exit 2, HTTP 422)."""

    code = "unreadable_file"


class UnsupportedFormat(InvalidInput):
    """A file of a kind that has no reader (exit 2, HTTP 415)."""

    code = "unsupported_format"


class TooLarge(InvalidInput):
    """More bytes, rows or characters than are let in (exit 2, HTTP 413)."""

    code = "too_large"


class NotFound(ZhibiaoError):
    """A name that the library, the rules or the database do not know (exit 2, HTTP 404)."""

    code = "not_found"


class InvalidLibrary(ZhibiaoError):
    """Library data that cannot be loaded; the details name the entry and how to mend it (exit 2)."""

    code = "invalid_library"


class MissingResource(ZhibiaoError):
    """A model, index or database that is needed and not there (exit 3, HTTP 503)."""

    code = "missing_resource"
