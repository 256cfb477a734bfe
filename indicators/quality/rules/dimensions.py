"""全面性: a department's sheet in six dimensions has them all."""

from __future__ import annotations

from indicators.quality import levels
from indicators.quality.conditions import framework_is_held, is_department, rows_are_listed
from indicators.quality.examples import row, sheet
from indicators.quality.problem import Problems, not_applicable
from indicators.quality.reading import ReadSheet
from indicators.quality.rule import Context
from indicators.quality.rules.coverage import COVERING

_OWN_DIMENSIONS = frozenset({"运行成本", "管理效率", "履职效能", "社会效应", "可持续发展能力"})
_FORM_SHOWS = 3
"""So many dimensions by their own names show that the sheet follows this form."""


@COVERING.rule(
    108,
    "missing-dimension",
    group="incomplete",
    severity="warning",
    clause="central-2018-34/三/（四）",
    applies=(is_department, rows_are_listed, framework_is_held),
    bad=[
        sheet(
            row(level1="运行成本", level2="公用经费", name="公用经费控制率", target="≤100%"),
            row(level1="管理效率", level2="预算管理", name="预算执行率", target="≥95%"),
            row(level1="履职效能", level2="履职数量", name="监督检查户数", target="≥900户"),
            row(level1="社会效应", level2="社会效益", name="投诉举报下降率", target="≥5%"),
            row(level1="服务对象满意度", level2="服务对象满意度", name="办事企业满意度", target="≥90%"),
            alone=True,
            kind="department",
        )
    ],
    good=[
        sheet(
            row(level1="产出指标", level2="数量指标", name="监督检查户数", target="≥900户"),
            row(level1="效益指标", level2="社会效益指标", name="投诉举报下降率", target="≥5%"),
            alone=True,
            kind="department",
        )
    ],
)
def missing_dimension(sheet: ReadSheet, context: Context) -> Problems:
    """部门整体目标按六个维度编写，缺了其中的维度。

    为什么: 部门整体绩效从运行成本、管理效率、履职效能、社会效应、可持续发展能力和服务对象满意度等方面衡量。
    怎么改: 每个维度补1至3个指标；本地表式没有这一维度的，可以不补。
    """
    held = {line.place.level1 for line in (*sheet.rows, *sheet.execution)}
    written = {levels.level_words(line.row.level1).removesuffix("指标") for line in (*sheet.rows, *sheet.execution)}
    if len(written & _OWN_DIMENSIONS) < _FORM_SHOWS:
        yield not_applicable("本表没有按六个维度编写")
        return
    demanded = [demand.level1 for demand in context.framework.obligations] if context.framework else []
    if missing := [name for name in demanded if name not in held]:
        names = "、".join(missing)
        yield sheet.problem(f"六个维度里没有{names}", subject=names)
