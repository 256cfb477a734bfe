"""Reads running text (.txt, .md); the marks of Markdown headings and lists are dropped."""

from __future__ import annotations

import re

from ingest.guard import Admitted
from ingest.table import Content

_MARKS = re.compile(r"^[ \t]*(#{1,6}[ \t]+|[-*+][ \t]+|>[ \t]?)|\*\*", re.MULTILINE)


def read(file: Admitted) -> Content:
    """The text of the file."""
    is_markdown = file.name.lower().endswith(".md")
    return Content(text=_MARKS.sub("", file.text) if is_markdown else file.text)
