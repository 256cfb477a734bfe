"""One thing that does not hold, and the shape of a check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from indicators.library.snapshot import Library


@dataclass(frozen=True)
class Fault:
    """One thing that does not hold: the entry (a code or slug) and advice."""

    entry: str
    advice: str


Check = Callable[[Library], Iterator[Fault]]
