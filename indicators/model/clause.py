"""A clause (文件依据): one place in an official text, with how sure and how binding it is."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from indicators.model.value import Value


class Clause(Value):
    """``id`` is document slug / place, e.g. mof-2021-101/三/（三）. Only an ``official`` clause may be shown as 依据."""

    id: str
    document: str
    number: str
    place: str
    gist: str
    certainty: Annotated[str, Field(pattern="^(official|practice|default|unverified)$")] = "official"
    force: str = ""
    jurisdiction: str = "全国"

    @property
    def is_official(self) -> bool:
        return self.certainty == "official"

    @property
    def citation(self) -> str:
        """How the clause is named to a user: 《…》（财预〔2021〕101号）三（三）."""
        number = f"（{self.number}）" if self.number else ""
        return f"《{self.document}》{number}{self.place}"
