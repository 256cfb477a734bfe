"""What all values of the vocabulary share: they are frozen and refuse keys they do not know."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value; unknown keys are refused by name."""

    model_config = ConfigDict(frozen=True, extra="forbid")
