"""Guided checklists for a person: the five points of the ex-ante assessment."""

from __future__ import annotations

from indicators.model.value import Value
from indicators.quality.ex_ante import NOTE, CitedPoint, checklist


class Checklist(Value):
    """The points with their questions; ``note`` says where they come from."""

    name: str
    points: tuple[CitedPoint, ...]
    note: str


def ex_ante() -> Checklist:
    """事前绩效评估: the points of 中发〔2018〕34号 with the questions of Henan."""
    return Checklist(name="事前绩效评估", points=checklist(), note=NOTE)
