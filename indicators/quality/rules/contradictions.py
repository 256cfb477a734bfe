"""可行性: the goal text, the name and the value of a row do not contradict each other."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

import re

from indicators.quality.agreement import disagreements
from indicators.quality.conditions import has_rows
from indicators.quality.examples import GOAL, row, sheet
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadRow, ReadSheet, plain
from indicators.quality.rule import Context
from indicators.quality.rules.feasibility import FEASIBLE
from indicators.text.terms import terms
from indicators.text.values import quantities


@FEASIBLE.rule(
    501,
    "goal-contradicts-row",
    group="unsound",
    severity="warning",
    basis="practice",
    requires=("CO101", "FE401"),
    applies=(has_rows,),
    bad=[
        sheet(row(name="培训教师人数", target="≥40人"), goal=f"{GOAL}，培训教师60人"),
        sheet(row(level2="时效指标", name="安装调试完成时间", target="9月底前"), goal=f"6月底前完成安装调试。{GOAL}"),
    ],
    good=[
        sheet(row(name="培训教师人数", target="≥60人"), goal=f"{GOAL}，培训教师60人"),
        sheet(row(name="培训校长人数", target="≥20人"), goal=f"{GOAL}，培训教师60人、校长20人"),
        sheet(row(name="课桌和黑板购置数量", target="≥68件"), goal=f"{GOAL}，购置课桌60件、黑板8件"),
        sheet(row(level2="时效指标", name="安装调试完成时间", target="6月底前"), goal=f"6月底前完成安装调试。{GOAL}"),
    ],
)
def goal_contradicts_row(sheet: ReadSheet, context: Context) -> Problems:
    """目标文本和指标值对同一件事写了不同的数。

    为什么: 目标文本和指标是同一个目标的两种写法；数不一致，评价时不知道以哪个为准。
    怎么改: 核对工作计划，把目标文本和指标值改成同一个数。
    """
    for found in disagreements(sheet, context.meaning):
        line = found.row
        message = f"目标文本写“{found.said}”，指标“{line.name}”写“{line.target}{line.unit}”"
        yield line.problem(message, cell="target", evidence=found.said)


@FEASIBLE.rule(
    502,
    "name-contradicts-value",
    group="unsound",
    severity="error",
    basis="default",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[sheet(row(name="改造40栋校舍的栋数", target="=38栋"))],
    good=[
        sheet(row(name="单价40万元以上设备数", target="≥38台")),
        sheet(row(name="60岁以上老人服务人数", target="≥38人")),
        sheet(row(name="服务覆盖学校数", target="=38所")),
    ],
)
def name_contradicts_value(sheet: ReadSheet, context: Context) -> Problems:
    """名称里的数和指标值不一致。

    为什么: 同一行里写了两个数，评价时不知道以哪个为准。
    怎么改: 核对后只留指标值栏里的数，把名称里的数删去。
    """
    for line in sheet.rows:
        if words := _other_number(line):
            message = f"名称“{line.name}”里写的是“{words}”，指标值是“{line.target}{line.unit}”"
            yield line.problem(message, evidence=words)


_QUALIFIES = re.compile(
    r"(?:及?以上|及?以下|以内|之内|周?岁|年级|级|倍|[余多]?(?:元|天|小时|分钟|年|月|人|个工作日)(?:以[上下内]|制))"
)


def _other_number(line: ReadRow) -> str:
    """The number in the name where the value counts the same unit and differs; a qualifier (60岁以上) is none."""
    text, value = plain(line.name), line.value
    if not isinstance(value.value, float) or not value.unit or "/" in value.unit:
        return ""
    found = [q for q in quantities(text) if terms().comparable(q.unit, value.unit) and not q.each]
    if len(found) != 1 or not found[0].text[0].isdigit() or _QUALIFIES.match(text[found[0].end :]):
        return ""
    mine = value.value * terms().base(value.unit)[1]
    return found[0].text if abs(mine - found[0].base_value) > 1e-6 * mine else ""
