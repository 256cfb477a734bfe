"""How far a batch is: a line on stderr every few seconds, none for what is done at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

SILENT_SECONDS = 3.0

T = TypeVar("T")


class Progress:
    """Counts what goes by; ``tell`` gets the lines."""

    def __init__(self, total: int, tell: Callable[[str], None], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._tell = tell
        self._clock = clock

    def over(self, items: Iterator[T]) -> Iterator[T]:
        """The items, each told once it has come."""
        begun = told = self._clock()
        for done, item in enumerate(items, 1):
            now = self._clock()
            if now - told >= SILENT_SECONDS and done < self._total:
                self._tell(self._line(done, now - begun))
                told = now
            yield item

    def _line(self, done: int, seconds: float) -> str:
        left = seconds / done * (self._total - done)
        return f"已检查 {done}/{self._total} 个文件，每秒 {done / seconds:.1f} 个，约需再等 {left:.0f} 秒"
