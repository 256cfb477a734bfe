"""What is done with the findings that are marked on the page: their fixes are applied, or they are set aside with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Form

from indicators.errors import Detail, InvalidInput
from indicators.model.finding import CheckedSheet, Finding
from indicators.model.fixed import FixedSheet
from indicators.model.refusal import accept
from indicators.quality.exemption_file import read_exemptions
from indicators.quality.suppression import Exemption
from ingest.to_sheet import ReadSheet
from service.actions import fix
from service.resources import Resources

PASTED = "所填豁免"


@dataclass(frozen=True)
class Deed:
    """``marked`` and ``fixable`` are fingerprints, the latter of findings that carry a fix; the rest is said of an exemption."""

    act: Literal["", "fix", "exempt"] = ""
    marked: tuple[str, ...] = ()
    fixable: tuple[str, ...] = ()
    reason: str = ""
    who: str = ""
    until: str = ""


def deed_from_form(
    act: Annotated[Literal["", "fix", "exempt"], Form()] = "",
    marked: Annotated[tuple[str, ...], Form()] = (),
    fixable: Annotated[tuple[str, ...], Form()] = (),
    reason: Annotated[str, Form()] = "",
    who: Annotated[str, Form()] = "",
    until: Annotated[str, Form()] = "",
) -> Deed:
    """What the pressed button asks for; a plain submission asks for nothing."""
    return Deed(act, marked, fixable, reason, who, until)


def pasted_exemptions(text: str) -> tuple[Exemption, ...]:
    """The exemptions that the form holds. Raises InvalidInput naming entry and line of every fault."""
    return read_exemptions(text.encode("utf-8", "replace"), PASTED) if text.strip() else ()


def fix_marked(resources: Resources, found: ReadSheet, deed: Deed) -> FixedSheet:
    """The sheet with the fixes of the marked findings. Raises InvalidInput where none of them has one."""
    _refuse_nothing(deed)
    if not deed.fixable:
        raise InvalidInput("所选问题没有能机械完成的修改；请照各条的改法在草稿里修改")
    return fix.fix(resources, found.sheet, source=found.source, only=deed.fixable)


def exempt_marked(checked: CheckedSheet, deed: Deed, known: tuple[Exemption, ...]) -> tuple[Exemption, ...]:
    """The known exemptions and one for each marked finding. Raises InvalidInput where reason or person is not said."""
    _refuse_nothing(deed)
    told = {"reason": deed.reason, "who": deed.who, "until": deed.until.strip() or None}
    marked = {*deed.marked, *deed.fixable}
    added = [
        accept(Exemption, {**told, **_pointing_to(finding, checked)}, what="豁免")
        for finding in checked.findings
        if finding.fingerprint in marked
    ]
    return (*known, *added)


def _refuse_nothing(deed: Deed) -> None:
    if not deed.marked and not deed.fixable:
        raise InvalidInput("没有选中问题", details=[Detail("marked", "请先在检查结果里勾选要处理的问题")])


def _pointing_to(finding: Finding, checked: CheckedSheet) -> dict[str, str]:
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "row": finding.row_name,
        "project": checked.project,
    }
