"""How well checks serve labelled sheets: ``python -m tests.bench.checks [SET] [--rule NAME] [--misses]``.

A sheet is checked as the service checks it, with the meaning read. For each rule: its findings, how many are right, debatable
(left out of both shares) and wrong, the labels it missed, precision and recall with Wilson 95 % intervals; then totals by
severity, rules that never fire, what is right only under another name (``ACCEPTS``), labels that no rule bears, and sheets a
second. A label counts as answered under any name that accepts it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import sqrt
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

from indicators.model.finding import SEVERITIES, Finding, Severity, Stage
from indicators.model.refusal import accept
from indicators.model.sheet import TargetSheet
from indicators.quality.rules import RULES
from service.actions.check import check
from service.resources import Resources, open_resources
from service.settings import Settings

FOLDER = Path(__file__).parent / "golden"
SETS = ("a", "b", "c", "d", "stages")
Standing: TypeAlias = Literal["right", "debatable", "wrong"]

SAME_FAULT = (
    ("vague-target", "slogan-benefit", "促进发展 = 促进 is one line whose effect cannot be measured"),
    ("vague-target", "undated-timeliness", "及时 is both vague and without a date"),
    ("vague-target", "empty-target", "若干 may be read as a vague word or as a placeholder"),
    ("slogan-benefit", "unprovable", "an effect that nobody can measure has no evidence"),
    ("verb-in-name", "no-measure-in-name", "a name that opens with its verb names the task, not the measure"),
    ("payment-as-output", "input-as-output", "money spent is money put in"),
    ("repeated-indicator", "near-repeated-indicator", "exact is a matter of how names are cleaned"),
    ("near-repeated-indicator", "completion-restated", "the same task counted twice"),
    ("near-repeated-indicator", "same-matter-twice", "the same matter counted twice"),
    ("fragments", "crowded-class", "a task in pieces is what crowds the class"),
    ("too-many-indicators", "many-indicators", "one count, cut at two places"),
    ("unfit-satisfaction-group", "superior-body-satisfaction", "neither group is served by the project"),
    ("routine-management", "unrelated-indicator", "routine work is no task of the project"),
    ("wrong-level", "output-as-benefit", "the line stands at the wrong level"),
    ("wrong-level", "benefit-as-output", "the line stands at the wrong level"),
    ("wrong-level", "satisfaction-as-benefit", "the line stands at the wrong level"),
    ("wrong-unit", "rate-with-count", "the unit is not of the indicator"),
    ("wrong-unit", "count-with-rate", "the unit is not of the indicator"),
    ("contradictory-sign", "cost-at-least", "at least is against the meaning of a cost"),
    ("money-slip", "price-times-quantity", "a slip of 10,000 shows in the product"),
    ("date-outside-period", "period-mixed", "the value is not of this year"),
    ("missing-core", "task-without-indicator", "the line that is not there is one and the same"),
)
"""Pairs of names under which two fair labellers, or two rules, put one fault; either answers the other."""

ONE_WAY = (
    ("value-in-name", "name-contradicts-value", "the name holds a value where it contradicts one"),
    ("goal-without-number", "goal-slogan", "a slogan has no number either"),
    ("goal-without-number", "goal-duties", "duties have no number either"),
    ("goal-without-number", "goal-too-thin", "the first want of a thin goal"),
    ("goal-without-effect", "goal-spending-list", "a list of spending has no effect either"),
)
"""A rule and a label that it answers, but not the reverse."""


def _accepts() -> Mapping[str, frozenset[str]]:
    pairs = [*((rule, label) for rule, label, _ in (*SAME_FAULT, *ONE_WAY))]
    pairs += [(label, rule) for rule, label, _ in SAME_FAULT]
    names = {name for pair in pairs for name in pair} | {rule.name for rule in RULES}
    return MappingProxyType(
        {name: frozenset({name, *(label for rule, label in pairs if rule == name)}) for name in names}
    )


ACCEPTS = _accepts()
"""Rule name -> the labels that it answers."""


class Label(NamedTuple):
    """A fault by name; ``row`` counts from 1 and is None for the whole sheet."""

    rule: str
    row: int | None


@dataclass(frozen=True)
class Judged:
    """One labelled sheet and what the rules said of it."""

    id: str
    sheet: TargetSheet
    faults: tuple[Label, ...]
    debatable: tuple[Label, ...]
    findings: tuple[Finding, ...]
    stage: Stage = "target"
    raised: tuple[str, ...] = ()

    @cached_property
    def answered(self) -> frozenset[Label]:
        """The labels that some finding answers."""
        return frozenset(label for label in self.faults if any(answers(finding, label) for finding in self.findings))

    def standing(self, finding: Finding) -> Standing:
        """Whether the labels say that a finding is right."""
        if any(answers(finding, label) for label in self.faults):
            return "right"
        return "debatable" if any(answers(finding, label) for label in self.debatable) else "wrong"


@dataclass
class Tally:
    """Counts of findings by standing, and of labels; a debatable finding is in no share."""

    standings: Counter[Standing] = field(default_factory=Counter)
    labels: int = 0
    answered: int = 0

    def line(self) -> str:
        """The counts and both shares."""
        counts = self.standings
        return (
            f"{counts.total():>8}{counts['right']:>6}{counts['debatable']:>6}{counts['wrong']:>6}{self.labels - self.answered:>7}"
            f"   {_share(counts['right'], counts['right'] + counts['wrong'])}   {_share(self.answered, self.labels)}"
        )


def main() -> None:
    """Prints the figures of the set that is named, of all by default."""
    asked = _arguments()
    resources = opened()
    for name in [asked.set] if asked.set else SETS:
        lines = (FOLDER / f"sheets-{name}.jsonl").read_text("utf-8").splitlines()
        start = time.perf_counter()
        judged = [judge(json.loads(line), resources) for line in lines]
        took = time.perf_counter() - start
        print(f"\nsheets-{name}: {len(judged)} sheets, {len(judged) / took:.1f} sheets/s with the meaning read")
        show(judged, only=asked.rule)
        if asked.misses:
            _print_misses(judged, only=asked.rule)
    resources.close()


def opened() -> Resources:
    """The service's resources in a home of the bench, kept from run to run so that the library is indexed once."""
    settings = Settings()
    home = settings.model_copy(
        update={"home": settings.model_cache / "bench", "database_url": None, "qdrant_url": None}
    )
    resources = open_resources(home, lambda message: print(message, file=sys.stderr))
    _ = resources.suggester
    return resources


def judge(entry: Mapping[str, Any], resources: Resources) -> Judged:
    """One line of a golden file with its findings."""
    sheet = accept(TargetSheet, entry["sheet"])
    faults, debatable = (
        tuple(Label(label["rule"], label["row"]) for label in entry[kind]) for kind in ("faults", "debatable")
    )
    stage = entry.get("stage", "target")
    checked = check(resources, sheet, source=entry["id"], stages=[stage])
    raised = tuple(outcome.rule for outcome in checked.outcomes if outcome.outcome == "error")
    return Judged(entry["id"], sheet, faults, debatable, checked.findings, stage, raised)


def answers(finding: Finding, label: Label) -> bool:
    """Whether a finding is the one that a label asks for: the fault by name, and the row or a row that its message names.

    A label of the whole sheet is answered wherever the rule points to.
    """
    if label.rule not in ACCEPTS[finding.name]:
        return False
    return label.row is None or label.row in {finding.row, *rows_named(finding.message)}


def rows_named(message: str) -> frozenset[int]:
    """The rows of 第2、5行 and 第3至6行."""
    rows: set[int] = set()
    for listed in re.findall(r"第([\d、，,和与及至到~～—–\-]+)行", message):
        for part in re.split(r"[、，,和与及]", listed):
            ends = [int(number) for number in re.findall(r"\d+", part)]
            rows.update(range(ends[0], ends[-1] + 1) if ends else ())
    return frozenset(rows)


def show(judged: Sequence[Judged], *, only: str | None = None) -> None:
    """The figures of one set, of every rule or of one."""
    by_rule, by_severity = tallies(judged)
    print(
        f"{'rule':32}{'':9}{'findings':>8}{'right':>6}{'deb.':>6}{'wrong':>6}{'missed':>7}   {'precision':18}   recall"
    )
    for rule in RULES:
        tally = by_rule[rule.name]
        if only in {None, rule.name} and (tally.standings or tally.labels):
            print(f"{rule.id} {rule.name:26}{rule.severity:>8} {tally.line()}")
    if only:
        return
    for severity in (*SEVERITIES, "all"):
        print(f"{'total':33}{severity:>7} {by_severity[severity].line()}")
    ruled = [rule.name for rule in RULES if rule.stage in {one.stage for one in judged}]
    raised = Counter(rule for one in judged for rule in one.raised)
    listed("raise an exception", [f"{rule} {count}" for rule, count in raised.most_common()])
    listed("never fire", [name for name in ruled if not by_rule[name].standings])
    listed("right only under another name", [f"{name} {count}" for name, count in borrowed(judged).most_common()])
    unruled = sorted(by_rule.keys() - {rule.name for rule in RULES}, key=lambda name: -by_rule[name].labels)
    listed("labels that no rule bears", [f"{name} {by_rule[name].answered}/{by_rule[name].labels}" for name in unruled])


def listed(head: str, names: Sequence[str]) -> None:
    """One line of names, if there are any."""
    if names:
        print(f"\n{head} ({len(names)}): {'、'.join(names)}")


def borrowed(judged: Iterable[Judged]) -> Counter[str]:
    """Rule -> findings that are right although no label bears the rule's own name there."""
    return Counter(
        finding.name
        for one in judged
        for finding in one.findings
        if one.standing(finding) == "right"
        and not any(label.rule == finding.name and answers(finding, label) for label in one.faults)
    )


def tallies(judged: Iterable[Judged]) -> tuple[dict[str, Tally], dict[str, Tally]]:
    """Counts by rule or label name, and by severity; a label has the severity of the rule that bears its name."""
    severity_of: dict[str, Severity] = {rule.name: rule.severity for rule in RULES}
    names = {rule.name for rule in RULES} | {label.rule for one in judged for label in one.faults}
    by_rule = {name: Tally() for name in names}
    by_severity = {name: Tally() for name in (*SEVERITIES, "all")}
    for one in judged:
        for finding in one.findings:
            standing = one.standing(finding)
            for tally in (by_rule[finding.name], by_severity[finding.severity], by_severity["all"]):
                tally.standings[standing] += 1
        for label in one.faults:
            named = severity_of.get(label.rule)
            for tally in (by_rule[label.rule], by_severity["all"], *([by_severity[named]] if named else [])):
                tally.labels += 1
                tally.answered += label in one.answered
    return by_rule, by_severity


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927); (0, 1) of nothing."""
    if not of:
        return 0.0, 1.0
    z, share = 1.959964, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _share(hits: int, of: int) -> str:
    low, high = wilson(hits, of)
    return f"{hits / of:.3f} [{low:.2f}, {high:.2f}]" if of else f"{'–':18}"


def _print_misses(judged: Iterable[Judged], *, only: str | None) -> None:
    for one in judged:
        said = [(one.standing(finding), finding) for finding in one.findings if only in {None, finding.name}]
        wrong = [
            f"  WRONG {f.severity:7} {f.rule} {f.name} {_row(one, f.row)} | {f.message}"
            for s, f in said
            if s == "wrong"
        ]
        missed = [
            f"  MISS  {label.rule} {_row(one, label.row)}"
            for label in one.faults
            if label not in one.answered and only in {None, label.rule}
        ]
        if wrong or missed:
            print(f"\n{one.id} {one.sheet.project} ({one.sheet.kind}, {one.sheet.year}) {one.sheet.goal[:160]}")
            print("\n".join([*wrong, *missed]))


def _row(one: Judged, number: int | None) -> str:
    if number is None:
        return "sheet"
    row = one.sheet.rows[number - 1]
    weight = "" if row.weight is None else f" w{row.weight:g}"
    return f"row {number}: {row.level1}/{row.level2} {row.name} = {row.target} {row.unit}{weight} {row.explanation} {row.basis}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.checks", description=__doc__)
    parser.add_argument("set", nargs="?", choices=SETS, help="one of the sets; all by default")
    parser.add_argument("--rule", choices=sorted(ACCEPTS), help="only this rule")
    parser.add_argument("--misses", action="store_true", help="every wrong finding and missed label with its row")
    return parser.parse_args()


if __name__ == "__main__":
    main()
