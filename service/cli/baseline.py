"""What ``zhibiao check`` does with a file of exemptions: read it, tell which did nothing, write it as a baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.terminal import read_bytes, save, tell

if TYPE_CHECKING:
    from indicators.model.finding import CheckedSheet
    from indicators.quality.suppression import Exemption

BaselineOption = Annotated[
    Path | None,
    typer.Option("--baseline", help="豁免或基线文件（YAML 或 JSON）：其中的问题照列，标为豁免，不计入等级和退出码。"),
]
WriteBaselineOption = Annotated[
    Path | None, typer.Option("--write-baseline", help="把这次的全部问题写成基线文件，下次用 --baseline 只看新问题。")
]


def exemptions_in(file: Path | None) -> tuple[Exemption, ...]:
    """The exemptions of a file, none without one. Raises InvalidInput."""
    from indicators.quality.exemption_file import read_exemptions

    return read_exemptions(read_bytes(str(file))[0], file.name) if file else ()


def save_baseline(out: Path, checked: Iterable[CheckedSheet]) -> None:
    """Writes every finding as an exemption and says how many. Raises InvalidInput where the file cannot be written."""
    from indicators.quality.exemption_file import exemptions_text
    from indicators.quality.suppression import baseline

    known = baseline(checked)
    save(out, exemptions_text(known).encode())
    tell(f"基线写入“{out}”，{len(known)}条")


def lapsed(exemptions: Sequence[Exemption], checked: Sequence[CheckedSheet]) -> dict[str, object]:
    """Tells which exemptions did nothing, and gives them for the JSON document."""
    from indicators.quality.suppression import lapses
    from service.documents.exemptions import lapse_lines

    found = lapses(exemptions, checked, date.today())
    for line in lapse_lines(found):
        tell(line)
    return found.model_dump(mode="json")
