"""Exemptions (豁免): findings that are set aside with a reason, by whom and until when. A baseline is the same file, written.

``suppress`` marks findings and gives the opinion again; nothing is taken away, and ``lapses`` tells which exemptions met
nothing or have run out. The file, YAML or JSON::

    version: 1
    exemptions:
    - {fingerprint: 0f3c…, reason: 按省里口径, who: 预算科, until: 2026-12-31}
    - {rule: vague-target, row: 服务质量, project: 某项目, reason: 另附评分表, who: 预算科}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from pydantic import Field, field_validator, model_validator

from indicators.model.finding import CheckedSheet, Finding, Suppression
from indicators.model.value import Value
from indicators.quality.checker import summarise
from indicators.quality.fingerprint import normal
from indicators.quality.opinion import give_again

VERSION: Literal[1] = 1
IN_BASELINE = "基线中已有"
BY_BASELINE = "基线"


class Exemption(Value):
    """One exemption: the finding with a ``fingerprint``, or those of a ``rule`` (id or name) on the row called ``row``.

    Beside a fingerprint, rule, row and project are for the reader. Without one, an empty ``row`` stands for the whole sheet and
    an empty ``project`` (or body, for a sheet without project) for every sheet. ``until`` is the last day on which it holds;
    without it, it holds on.
    """

    fingerprint: str = ""
    rule: str = ""
    row: str = ""
    project: str = ""
    reason: str
    who: str
    until: date | None = None

    @field_validator("fingerprint", mode="before")
    @classmethod
    def _is_text(cls, written: object) -> object:
        if not isinstance(written, str) or (written and not re.fullmatch("[0-9a-f]{16}", written)):
            raise ValueError(f"“{written}”不是16位小写的指纹；请照检查结果里的 fingerprint 抄写，全是数字的要加引号")
        return written

    @field_validator("reason", "who")
    @classmethod
    def _is_said(cls, written: str) -> str:
        if not written.strip():
            raise ValueError("不能留空，请写明")
        return written.strip()

    @field_validator("until", mode="before")
    @classmethod
    def _is_a_day(cls, written: object) -> object:
        if written is None or type(written) is date:
            return written
        try:
            return date.fromisoformat(str(written))
        except ValueError:
            raise ValueError(f"“{written}”不是日期，请写成 2026-12-31 这样") from None

    @model_validator(mode="after")
    def _points_to_something(self) -> Exemption:
        if not self.fingerprint and not self.rule:
            raise ValueError(
                "没有指明问题；请写 fingerprint，或写 rule（整表的问题不写 row，某一行的问题写 row 指标名称）"
            )
        return self

    def has_expired(self, today: date) -> bool:
        """Whether its last day has gone by."""
        return self.until is not None and self.until < today

    def concerns(self, checked: CheckedSheet) -> bool:
        """Whether this sheet is one that it may be about."""
        return not self.project or normal(self.project) == normal(checked.project)

    def meets(self, finding: Finding, checked: CheckedSheet) -> bool:
        """Whether it is about this finding."""
        if self.fingerprint:
            return self.fingerprint == finding.fingerprint
        named = self.rule.casefold() in {finding.rule.casefold(), finding.name.casefold()}
        same_row = normal(self.row) == normal(finding.row_name) and bool(self.row) == (finding.row is not None)
        return named and same_row and self.concerns(checked)

    @property
    def suppression(self) -> Suppression:
        """What a finding carries that it sets aside."""
        return Suppression(reason=self.reason, who=self.who, until=self.until.isoformat() if self.until else None)


class ExemptionFile(Value):
    """The whole file."""

    version: Literal[1] = VERSION
    exemptions: tuple[Exemption, ...] = Field(default=())


class Lapsed(Exemption):
    """An exemption that does nothing; ``entry`` is its number in the file, counted from 1."""

    entry: int


class Lapses(Value):
    """Exemptions that met no finding, and those that have run out."""

    unused: tuple[Lapsed, ...] = ()
    expired: tuple[Lapsed, ...] = ()


def suppress(checked: CheckedSheet, exemptions: Sequence[Exemption], today: date) -> CheckedSheet:
    """The sheet with the findings that an exemption meets marked as suppressed, counted so, and the opinion given again.

    An expired exemption sets nothing aside; of several the first holds.
    """
    valid = [exemption for exemption in exemptions if not exemption.has_expired(today)]
    findings = tuple(_marked(finding, checked, valid) for finding in checked.findings)
    return checked.model_copy(
        update={
            "findings": findings,
            "summary": summarise(findings, rows=checked.summary.rows),
            "opinion": give_again(checked.opinion, checked.outcomes, findings),
        }
    )


def lapses(exemptions: Sequence[Exemption], sheets: Sequence[CheckedSheet], today: date) -> Lapses:
    """What of the exemptions met no finding of these sheets, and what has run out.

    An exemption for a project that is not among the sheets is neither: it was not looked at.
    """
    unused, expired = [], []
    for number, exemption in enumerate(exemptions, 1):
        concerned = [sheet for sheet in sheets if exemption.concerns(sheet)]
        if exemption.has_expired(today):
            expired.append(Lapsed(entry=number, **dict(exemption)))
        elif concerned and not any(exemption.meets(one, sheet) for sheet in concerned for one in sheet.findings):
            unused.append(Lapsed(entry=number, **dict(exemption)))
    return Lapses(unused=tuple(unused), expired=tuple(expired))


def baseline(sheets: Iterable[CheckedSheet]) -> tuple[Exemption, ...]:
    """An exemption for every finding of these sheets; a finding that is set aside already keeps its reason."""
    found = {
        finding.fingerprint: Exemption(
            fingerprint=finding.fingerprint,
            rule=finding.rule,
            row=finding.row_name,
            project=sheet.project,
            reason=finding.suppressed.reason if finding.suppressed else IN_BASELINE,
            who=(finding.suppressed.who if finding.suppressed else "") or BY_BASELINE,
            until=finding.suppressed.until if finding.suppressed else None,
        )
        for sheet in sheets
        for finding in sheet.findings
    }
    return tuple(found.values())


def _marked(finding: Finding, checked: CheckedSheet, exemptions: Iterable[Exemption]) -> Finding:
    met = next((exemption for exemption in exemptions if exemption.meets(finding, checked)), None)
    return finding.model_copy(update={"suppressed": met.suppression}) if met else finding
