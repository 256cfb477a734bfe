"""相关性: indicators belong to what the money is spent on and to those whom it serves."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.quality.conditions import has_rows, has_satisfaction
from indicators.quality.examples import row, sheet
from indicators.quality.naming import names_no_group, superior_group
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadSheet
from indicators.quality.rule import Context, family

RELEVANT = family("RE", "相关性")

_GROUP = {"level1": "满意度指标", "level2": "服务对象满意度指标"}


@RELEVANT.rule(
    101,
    "nameless-satisfaction-group",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（四）",
    applies=(has_rows, has_satisfaction),
    bad=[sheet(row(**_GROUP, name="满意度", target="≥95%"))],
    good=[
        sheet(row(**_GROUP, name="学员满意度", target="≥90%")),
        sheet(row(**_GROUP, name="满意度", target="≥90%", explanation="参训学员问卷满意人数占比")),
    ],
)
def nameless_satisfaction_group(sheet: ReadSheet, context: Context) -> Problems:
    """满意度没有写明是谁的满意度。

    为什么: 满意度反映服务对象、受益人的认可程度；对象不明，就无法抽样调查。
    怎么改: 写明对象，如“学员满意度”“补贴对象满意度”，并说明用问卷还是其他方式收集。
    """
    for line in sheet.rows:
        if line.is_satisfaction and names_no_group(line):
            yield line.problem(f"“{line.name}”没有写明是谁的满意度")


@RELEVANT.rule(
    102,
    "superior-body-satisfaction",
    group="incomplete",
    severity="warning",
    basis="default",
    applies=(has_rows, has_satisfaction),
    bad=[sheet(row(**_GROUP, name="上级主管部门满意度", target="≥95%"))],
    good=[
        sheet(row(**_GROUP, name="政府热线用户满意度", target="≥90%")),
        sheet(row(**_GROUP, name="参训领导干部满意度", target="≥90%")),
    ],
)
def superior_body_satisfaction(sheet: ReadSheet, context: Context) -> Problems:
    """以上级机关或领导为满意度对象。

    为什么: 满意度要听服务对象和受益人的意见；上级机关既不是服务对象，也不宜抽样调查。
    怎么改: 改为直接服务的群体，如企业、群众、学员；没有这样的群体，可以不设满意度指标。
    """
    for line in sheet.rows:
        if line.is_satisfaction and (body := superior_group(line.name)):
            yield line.problem(f"“{line.name}”以“{body}”为满意度对象", evidence=body)
