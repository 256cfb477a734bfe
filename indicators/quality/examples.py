"""Builders of the examples that rules declare: an example shows only what it is about, the rest is sound."""

from __future__ import annotations

from indicators.model.sheet import SheetRow, TargetSheet

GOAL = "改造实训室600平方米并通过验收，实训室年使用率达到70%以上，改善学生实训条件，提升实训能力"
"""A goal that its companions carry."""


def row(**fields: object) -> SheetRow:
    """One row; by default a sound one of 产出/数量."""
    defaults = {"level1": "产出指标", "level2": "数量指标", "name": "培训人次", "target": "≥280", "unit": "人次"}
    if "target" in fields:
        defaults.pop("unit")
    return SheetRow.model_validate({**defaults, **fields})


def sheet(*rows: SheetRow, alone: bool = False, **fields: object) -> TargetSheet:
    """A sheet of these rows. Unless ``alone``, sound companions follow, so that nothing obligatory is missing."""
    shown = rows if alone else (*rows, *COMPANIONS)
    return TargetSheet.model_validate({"goal": GOAL, **fields, "rows": shown})


def shown_rows(example: TargetSheet) -> tuple[SheetRow, ...]:
    """The rows that an example is about, without the companions."""
    return tuple(row for row in example.rows if row not in COMPANIONS)


COMPANIONS = (
    SheetRow(level1="产出指标", level2="数量指标", name="实训室改造面积", target="≥600", unit="平方米"),
    SheetRow(level1="产出指标", level2="质量指标", name="改造工程验收合格率", target="=100", unit="%"),
    SheetRow(level1="效益指标", level2="社会效益指标", name="实训室年使用率", target="≥70", unit="%"),
)
