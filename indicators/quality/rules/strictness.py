"""可行性: values are set strictly and within reach."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

import re

from indicators.quality.conditions import has_rows
from indicators.quality.examples import row, sheet
from indicators.quality.history import earlier_value, gives_reason, is_weaker
from indicators.quality.measures import bare_name
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadRow, ReadSheet, plain
from indicators.quality.rule import Context
from indicators.quality.rules.feasibility import FEASIBLE

_QUALITY = {"level2": "质量指标"}
_BENEFIT = {"level1": "效益指标", "level2": "社会效益指标"}


@FEASIBLE.rule(
    601,
    "weaker-than-history",
    group="unsound",
    severity="warning",
    clause="mof-2021-101/一/（一）3",
    requires=("CO101", "FE201"),
    applies=(has_rows,),
    bad=[sheet(row(**_QUALITY, name="粪污综合利用率", target="≥80%", basis="2025年实际83.5%"), year=2026)],
    good=[
        sheet(row(**_QUALITY, name="粪污综合利用率", target="≥85%", basis="2025年实际83.5%"), year=2026),
        sheet(
            row(**_QUALITY, name="粪污综合利用率", target="≥80%", basis="2025年实际83.5%，因统计口径扩大调低"),
            year=2026,
        ),
        sheet(row(**_BENEFIT, name="案件平均审理天数", target="≤52天", basis="上年57天"), year=2026),
    ],
)
def weaker_than_history(sheet: ReadSheet, context: Context) -> Problems:
    """指标值比本表写明的上年水平还低。

    为什么: 指标值应在可实现的基础上尽量从严、从高设定；比已经达到的水平还低，没有约束。
    怎么改: 改为不低于上年或近三年平均水平；确需调低的，在说明里写明原因。
    """
    for line in sheet.rows:
        earlier = earlier_value(line, sheet.sheet.year)
        if earlier and is_weaker(line, earlier) and not gives_reason(line):
            message = f"“{line.name}”的指标值“{line.target}”低于“{earlier.text}”的水平"
            yield line.problem(message, cell="target", evidence=earlier.text)


_TOP = re.compile(
    r"(?:达到|建成|打造|进入|保持).{0,10}(?:(?:国际|世界|全球|全国|国内)(?:领先|一流|第一|首位|前列)|[ⅠI]类$)|(?:建成|打造).{0,10}(?:一流|高地|标杆|样板|强[国省市县]$)"
    r"|一年内.{0,6}(?:产业化|全覆盖|高地|根治|现代化)"
)
_NO_DISEASE = re.compile(r"(?:传染病|疾病|慢性病|癌症|糖尿病|高血压)[^率]{0,4}(?:发病|患病|新发)(?:例|人)?[数率]$")
_CURE = re.compile(r"(?:治愈率|破案率|侦破率|救治成功率|抢救成功率|好转率|脱贫率|中标率|获奖率|满意[度率])$")


@FEASIBLE.rule(
    602,
    "unreachable-target",
    group="unsound",
    severity="info",
    clause="mof-2021-101/一/（一）3",
    requires=("CO101", "FE204"),
    applies=(has_rows,),
    bad=[
        sheet(row(**_BENEFIT, name="确诊患者治愈率", target="=100%")),
        sheet(row(**_BENEFIT, name="慢性病新发病例数", target="=0例")),
    ],
    good=[
        sheet(row(**_QUALITY, name="命案破案率", target="=100%")),
        sheet(row(**_BENEFIT, name="确诊患者治愈率", target="≥85%")),
        sheet(row(**_QUALITY, name="教材合格率", target="=100%")),
    ],
)
def unreachable_target(sheet: ReadSheet, context: Context) -> Problems:
    """指标值一年内达不到。

    为什么: 指标值要在可实现的基础上设定；达不到的目标，年底只能找理由。
    怎么改: 按近三年实际和本年条件测算，写能够达到、又要努力的数值。
    """
    for line in sheet.rows:
        if words := _unreachable(line):
            yield line.problem(f"“{line.name}”的指标值“{line.target}”一年内很难达到", cell="target", evidence=words)


def _unreachable(line: ReadRow) -> str:
    name, value = bare_name(line.name), line.value
    if value.kind in {"words", "count", "number"} and (match := _TOP.search(plain(line.name))):
        return match.group()
    is_full = value.kind == "rate" and value.value == 100 and value.operator not in {"≤", "<"}
    is_none = value.value == 0 and value.is_number and bool(_NO_DISEASE.search(name))
    return line.target if is_none or (is_full and _CURE.search(name) and "命案" not in name) else ""
