"""Checked sheets as SARIF 2.1.0 (OASIS), for code-scanning dashboards and editors.

One run for each rule set in use, since levels and clauses are the rule set's. Every rule is listed whether it found anything
or not. A spreadsheet has rows and no lines: the region's line is the row of the cell, and the cell itself is a property.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import quote

from indicators.model.finding import Finding, Severity
from indicators.quality.handbook import GROUPS, RuleEntry, entries, example_lines
from indicators.quality.profiles import DEFAULTS
from service.documents.plain import row_of
from service.documents.reviewed import Failed, Reviewed

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
FINGERPRINT = "zhibiao/v1"
"""Names how the fingerprint is made; a scanner matches prints of one name only."""

_CELL_ROW = re.compile(r"(?:^|!)[A-Z]{1,3}(\d+)$")

Json = dict[str, object]


def sarif(reviewed: Sequence[Reviewed], failed: Sequence[Failed] = ()) -> Json:
    """The log as a JSON object; files that could not be read are notifications of the first run."""
    profiles = list(dict.fromkeys(one.profile for one in reviewed)) or [DEFAULTS["project"]]
    runs = [
        _run(profile, [one for one in reviewed if one.profile == profile], failed if number == 0 else ())
        for number, profile in enumerate(profiles)
    ]
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": runs}


def _run(profile: str, reviewed: Sequence[Reviewed], failed: Iterable[Failed]) -> Json:
    rules = entries(profile)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    files = {file: number for number, file in enumerate(dict.fromkeys(one.file for one in reviewed))}
    notifications = [_notification(one) for one in failed]
    return {
        "tool": {"driver": _driver(rules)},
        "automationDetails": {"id": f"zhibiao/{profile}/"},
        "language": "zh-CN",
        "invocations": [{"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}],
        "artifacts": [{"location": {"uri": uri(file), "index": number}} for file, number in files.items()],
        "results": [
            _result(one, finding, numbers, artifact=files[one.file])
            for one in reviewed
            for finding in one.checked.findings
        ],
    }


def _driver(rules: Iterable[RuleEntry]) -> Json:
    return {"name": "zhibiao", "version": _version(), "language": "zh-CN", "rules": [_rule(rule) for rule in rules]}


def _rule(rule: RuleEntry) -> Json:
    basis = f"{rule.clause_kind}：{rule.clause}" if rule.clause else rule.clause_kind
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}。{rule.why}"},
        "help": {"text": _help(rule, basis), "markdown": _help(rule, basis, mark="**")},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "group": rule.group,
            "aspect": rule.aspect,
            "clause": rule.clause,
            "clauseKind": rule.clause_kind,
            "tags": [GROUPS[rule.group], rule.aspect],
        },
    }


def _help(rule: RuleEntry, basis: str, *, mark: str = "") -> str:
    examples = [("反例", rule.bad), ("正例", rule.good)]
    parts = [("为什么", rule.why), ("怎么改", rule.how), ("依据", basis)]
    parts += [
        (label, "；".join(line for sheet in sheets for line in example_lines(sheet))) for label, sheets in examples
    ]
    return "\n\n".join(f"{mark}{label}{mark}：{text}" for label, text in parts if text)


def _result(reviewed: Reviewed, finding: Finding, numbers: Mapping[str, int], *, artifact: int) -> Json:
    mend = f"；{finding.suggestion}" if finding.suggestion else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{mend}"},
        "locations": [_location(reviewed, finding, artifact)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        # SARIF 3.27.23: present on every result or on none, else it cannot be told which were looked at
        "suppressions": _suppressions(finding),
        "properties": {
            "source": reviewed.source,
            "row": finding.row,
            "cell": finding.cell,
            "group": finding.group,
            "aspect": finding.aspect,
            "clause": finding.clause,
            "clauseKind": finding.clause_kind,
            "evidence": finding.evidence,
            "fix": finding.fix.model_dump() if finding.fix else None,
        },
    }


def _location(reviewed: Reviewed, finding: Finding, artifact: int) -> Json:
    physical: Json = {"artifactLocation": {"uri": uri(reviewed.file), "index": artifact}}
    if found := _CELL_ROW.search(finding.cell or ""):
        physical["region"] = {"startLine": int(found[1])}
    name = reviewed.sheet.rows[finding.row - 1].name if finding.row else reviewed.sheet.project
    place = row_of(finding)
    logical = {"name": name or place, "fullyQualifiedName": f"{reviewed.source}/{place}", "kind": "object"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _suppressions(finding: Finding) -> list[Json]:
    if finding.suppressed is None:
        return []
    said = {key: text for key, text in (("who", finding.suppressed.who), ("until", finding.suppressed.until)) if text}
    return [
        {"kind": "external", "status": "accepted", "justification": finding.suppressed.reason, "properties": said},
    ]


def _notification(failed: Failed) -> Json:
    return {
        "descriptor": {"id": failed.code},
        "level": "error",
        "message": {"text": failed.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(failed.source)}}}],
    }


def uri(file: str) -> str:
    """A relative file name as a URI reference."""
    return quote(file.replace("\\", "/").lstrip("/"), safe="/")


def _version() -> str:
    try:
        return version("zhibiao")
    except PackageNotFoundError:  # run from a source tree that is not installed
        return "0"
