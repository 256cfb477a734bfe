"""Which exemptions did nothing, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indicators.quality.suppression import Lapsed, Lapses

SHOWN = 10


def lapse_lines(found: Lapses) -> Iterator[str]:
    """One line a kind: 2条豁免没有用上（第3、7条），可以删去."""
    if found.unused:
        yield f"{len(found.unused)}条豁免没有用上（{_entries(found.unused)}）：问题已经改好，或指的不是这几张表；可以删去"
    if found.expired:
        yield f"{len(found.expired)}条豁免已过期（{_entries(found.expired)}）：问题重新计入；仍有理由的，改 until 并写明"


def _entries(part: Sequence[Lapsed]) -> str:
    shown = "、".join(str(one.entry) for one in part[:SHOWN])
    return f"第{shown}条" + ("等" if len(part) > SHOWN else "")
