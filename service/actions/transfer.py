"""Transfer payments: the whole against its parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indicators.model.value import Value
from indicators.quality.transfer import BASIS, Method, Part, TransferFinding
from indicators.quality.transfer import compare as compare_sheets
from ingest.to_sheet import ReadSheet


class Comparison(Value):
    """What was held against what, and every gap; ``basis`` says on what the checks rest."""

    upper: str
    lowers: tuple[str, ...]
    findings: tuple[TransferFinding, ...]
    basis: str = BASIS


def compare(
    upper: ReadSheet, lowers: Sequence[ReadSheet], *, regions: Iterable[str] = (), method: Method | None = None
) -> Comparison:
    """The gaps between a sheet and those below it. ``regions`` must each have a sheet or a file that names them."""
    parts = [Part(name=_name(lower), sheet=lower.sheet, source=lower.source) for lower in lowers]
    findings = compare_sheets(upper.sheet, parts, regions=regions, method=method)
    return Comparison(upper=upper.source, lowers=tuple(lower.source for lower in lowers), findings=findings)


def _name(read: ReadSheet) -> str:
    return read.sheet.department or read.sheet.project or read.source
