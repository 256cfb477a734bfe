"""``Rule`` and its declaration: ``family("ME", "可衡量性")`` gives the decorator that makes one Rule of one function."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from indicators.library.snapshot import Library
from indicators.model.finding import Aspect, Group, Severity, Stage
from indicators.model.framework import Framework
from indicators.model.sheet import TargetSheet
from indicators.quality.meaning import Meaning
from indicators.quality.problem import Problems, Verdict
from indicators.quality.profile import Profile, Thresholds
from indicators.quality.reading import ReadSheet

Basis: TypeAlias = Literal["official", "practice", "default"]


@dataclass(frozen=True)
class Context:
    """What a rule may ask besides the sheet.

    ``framework`` is None where the library does not hold the profile's one, ``meaning`` where no model is at hand.
    """

    library: Library
    profile: Profile
    framework: Framework | None
    kind: str
    meaning: Meaning | None = None

    @property
    def thresholds(self) -> Thresholds:
        return self.profile.thresholds


Check: TypeAlias = Callable[[ReadSheet, Context], Problems]
Condition: TypeAlias = Callable[[ReadSheet, Context], Verdict | None]
F = TypeVar("F", bound=Check)


class Words(NamedTuple):
    """What the docstring of a check says: title, 为什么, 怎么改."""

    title: str
    why: str
    how: str


@dataclass(frozen=True)
class Rule:
    """One rule: what it finds, why that is a fault, how to mend it, and examples that are documentation and test at once.

    ``basis`` says what carries the rule where no official clause binds the sheet; ``requires`` names rules that come first
    and whose findings silence this one; ``applies`` are conditions, the first verdict of which is the outcome.
    """

    id: str
    name: str
    aspect: Aspect
    group: Group
    severity: Severity
    clause: str | None
    basis: Basis
    requires: tuple[str, ...]
    applies: tuple[Condition, ...]
    bad: tuple[TargetSheet, ...]
    good: tuple[TargetSheet, ...]
    words: Words
    check: Check = field(repr=False)
    stage: Stage = "target"

    @property
    def title(self) -> str:
        return self.words.title

    @property
    def why(self) -> str:
        return self.words.why

    @property
    def how(self) -> str:
        return self.words.how


@dataclass(frozen=True)
class Family:
    """The rules of one review aspect; their ids share ``prefix``."""

    prefix: str
    aspect: Aspect
    rules: list[Rule] = field(default_factory=list)
    stage: Stage = "target"

    def rule(  # noqa: PLR0913 - a declaration is a record; every part has its name
        self,
        number: int,
        name: str,
        *,
        group: Group,
        severity: Severity,
        clause: str | None = None,
        basis: Basis = "official",
        requires: Sequence[str] = (),
        applies: Sequence[Condition] = (),
        bad: Sequence[TargetSheet],
        good: Sequence[TargetSheet],
    ) -> Callable[[F], F]:
        """Declares the decorated check as a rule and leaves the function plain. Raises ValueError for a faulty declaration."""
        rule_id = f"{self.prefix}{number}"
        self._refuse_twins(rule_id, name)
        if (basis == "official") != (clause is not None):
            raise ValueError(f"rule {rule_id}: give a clause, or say basis='practice' or 'default'")

        def declare(check: F) -> F:
            rule = Rule(
                id=rule_id,
                name=name,
                aspect=self.aspect,
                group=group,
                severity=severity,
                clause=clause,
                basis=basis,
                requires=tuple(requires),
                applies=tuple(applies),
                bad=tuple(bad),
                good=tuple(good),
                words=_words(check, rule_id),
                check=check,
                stage=self.stage,
            )
            self.rules.append(rule)
            return check

        return declare

    def _refuse_twins(self, rule_id: str, name: str) -> None:
        if any(rule_id == rule.id or name == rule.name for rule in self.rules):
            raise ValueError(f"rule {rule_id} ({name}) is declared twice; ids and names are never reused")


def family(prefix: str, aspect: Aspect, *, stage: Stage = "target") -> Family:
    """A family without rules yet."""
    return Family(prefix, aspect, stage=stage)


def _words(check: Check, rule_id: str) -> Words:
    text = inspect.getdoc(check) or ""
    parts = re.fullmatch(r"(?P<title>[^\n]+)。\n\n为什么: (?P<why>.+?)\n怎么改: (?P<how>.+)", text, re.DOTALL)
    if parts is None:
        raise ValueError(f"rule {rule_id}: the docstring must read 题目。, blank line, 为什么: …, 怎么改: …")
    return Words(parts["title"], parts["why"].replace("\n", ""), parts["how"].replace("\n", ""))
