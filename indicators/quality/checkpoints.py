"""What must be checked, apart from the rules that exist: so that nothing looks sound because nobody looked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from indicators.errors import Detail, InvalidLibrary
from indicators.library.files import read_values
from indicators.model.finding import Aspect, Stage
from indicators.model.value import Value
from indicators.quality.rules import RULES_BY_ID

CHECKPOINTS = Path(__file__).parent / "data" / "checkpoints.yaml"


TARGET: tuple[Stage, ...] = ("target",)


class Checkpoint(Value):
    """One question that a review must answer. ``rules`` answer it; without rules a person must.

    ``kinds`` of sheets it concerns, ``stages`` of the closed loop at which it is asked.
    """

    question: str
    aspect: Aspect
    clause: str | None = None
    rules: tuple[str, ...] = ()
    kinds: tuple[str, ...] = Field(default=("project", "department"))
    stages: tuple[Stage, ...] = TARGET

    def is_open(self, kind: str, stages: Collection[Stage] = TARGET) -> bool:
        """Whether nothing but a person can answer it on a sheet of this kind, and one of these stages asks it."""
        return not self.rules and kind in self.kinds and not set(self.stages).isdisjoint(stages)


@lru_cache(maxsize=1)
def checkpoints() -> tuple[Checkpoint, ...]:
    """All checkpoints in the order of the file."""
    return read_checkpoints(CHECKPOINTS, RULES_BY_ID)


def read_checkpoints(path: Path, rule_ids: Collection[str]) -> tuple[Checkpoint, ...]:
    """The checkpoints of one file. Raises InvalidLibrary where one names a rule that does not exist."""
    found = read_values(path, Checkpoint)
    if details := list(_unknown_rules(path, found, rule_ids)):
        raise InvalidLibrary(f"{path.name} 有{len(details)}处不合格", details=details)
    return found


def _unknown_rules(path: Path, found: Iterable[Checkpoint], rule_ids: Collection[str]) -> Iterable[Detail]:
    for point in found:
        for rule_id in sorted(set(point.rules) - set(rule_ids)):
            yield Detail(f"{path.name}:{point.question}", f"没有编号为“{rule_id}”的规则，请核对拼写或删去")
