"""How a finding names its clause: 依据 only for an official clause that binds the sheet, otherwise 参考 or 建议."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from indicators.model.clause import Clause
from indicators.quality.profile import Profile
from indicators.quality.rule import Rule

ClauseKind: TypeAlias = Literal["依据", "参考", "建议"]


class Citation(NamedTuple):
    """``text`` is None unless ``kind`` is 依据."""

    text: str | None
    kind: ClauseKind


def cite(rule: Rule, profile: Profile, clauses: Mapping[str, Clause], *, override: str | None = None) -> Citation:
    """The citation of a rule under a profile; ``override`` is the clause of one problem.

    An official clause outside the profile's scope, or one that the library does not hold, is no 依据 for this sheet.
    """
    clause_id = override or profile.clauses.get(rule.id) or rule.clause
    clause = clauses.get(clause_id) if clause_id else None
    if clause is not None and clause.is_official and clause.id.split("/")[0] in profile.scope:
        return Citation(clause.citation, "依据")
    return Citation(None, "建议" if rule.basis == "default" else "参考")
