"""A checked sheet together with what was checked, and a file that could not be: what reports are written from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from indicators.errors import Detail, ZhibiaoError
from indicators.model.finding import SEVERITIES, CheckedSheet, Finding
from indicators.model.sheet import TargetSheet
from indicators.model.value import Value
from service.documents.plain import SEVERITY_WORDS, suppression_text


class Reviewed(Value):
    """``file`` names the file relative to what was asked for; ``profile`` is the slug of the rule set."""

    file: str
    profile: str
    sheet: TargetSheet
    checked: CheckedSheet

    @property
    def source(self) -> str:
        return self.checked.source

    @property
    def heard(self) -> tuple[Finding, ...]:
        """Findings that were not set aside."""
        return tuple(finding for finding in self.checked.findings if finding.suppressed is None)

    @property
    def set_aside(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.checked.findings if finding.suppressed is not None)


class Failed(Value):
    """A file, or one of its sheets, that could not be read or checked."""

    source: str
    code: str
    message: str
    details: tuple[Detail, ...] = ()


Entry: TypeAlias = Reviewed | Failed


def failed(source: str, error: ZhibiaoError) -> Failed:
    """The entry in the place of what could not be read."""
    return Failed(source=source, code=error.code, message=error.message, details=error.details)


def accepted(finding: Finding) -> str:
    """Why a finding is set aside; empty where it is not."""
    return suppression_text(finding.suppressed) if finding.suppressed else ""


def basis_of(finding: Finding) -> str:
    """依据：《…》…, or the bare kind where no official clause carries the finding."""
    return f"{finding.clause_kind}：{finding.clause}" if finding.clause else finding.clause_kind


def counted(findings: Iterable[Finding]) -> str:
    """错误2处、警告1处; 没有问题 for none."""
    severities = [finding.severity for finding in findings]
    parts = [f"{SEVERITY_WORDS[name]}{severities.count(name)}处" for name in SEVERITIES if name in severities]
    return "、".join(parts) or "没有发现问题"
