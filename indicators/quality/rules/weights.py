"""可行性: weights are given, differ by importance and are large enough to discriminate."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.model.framework import LEAST_POINTS
from indicators.quality import levels
from indicators.quality.conditions import has_rows, has_weights, is_project, levels_are_read
from indicators.quality.examples import row, sheet
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadRow, ReadSheet, row_numbers
from indicators.quality.rule import Context
from indicators.quality.rules.feasibility import FEASIBLE
from indicators.text.values import written

_FEWEST_UNIFORM = 4
_MOST_SHOWN = 6
"""More tiny weights than these are one fault of the whole sheet."""
_WHOLE = 50.0
"""Below this sum the weights are no points of a hundred, so that a small one says nothing."""

_BENEFIT = {"level1": "效益指标", "level2": "社会效益指标"}


@FEASIBLE.rule(
    103,
    "missing-weight",
    group="incomplete",
    severity="warning",
    basis="practice",
    applies=(has_rows, has_weights),
    bad=[
        sheet(
            row(name="改造面积", target="≥500平方米", weight=30),
            row(name="实训工位数", target="≥60个"),
            row(level2="质量指标", name="验收合格率", target="≥98%", weight=20),
            row(**_BENEFIT, name="设施年使用率", target="≥70%", weight=40),
            alone=True,
        )
    ],
    good=[
        sheet(
            row(name="改造面积", target="≥500平方米", weight=30),
            row(level2="质量指标", name="验收合格率", target="≥98%", weight=20),
            row(**_BENEFIT, name="设施年使用率", target="≥70%", weight=40),
            alone=True,
        ),
        sheet(
            row(weight=50),
            row(name="改造面积", target="≥500平方米"),
            row(level2="质量指标", name="验收合格率"),
            alone=True,
        ),
    ],
)
def missing_weight(sheet: ReadSheet, context: Context) -> Problems:
    """有的指标填了权重，有的没有。

    为什么: 各级指标都要按重要程度确定权重；没有权重的指标评价时得不到分，等于没有设。
    怎么改: 给这一行填上权重，同类指标相应调减；不准备考核的，删去这一行。
    """
    missing = [line for line in sheet.rows if line.row.weight is None]
    if len(missing) * 2 > len(sheet.rows):
        return
    for line in missing:
        yield line.problem(f"“{line.name}”没有填写权重，其他指标都填了", cell="weight", subject=line.name)


@FEASIBLE.rule(
    104,
    "uniform-weights",
    group="unsound",
    severity="warning",
    basis="default",
    applies=(has_rows, has_weights),
    bad=[
        sheet(
            row(name="实训室改造面积", target="≥500平方米", weight=10),
            row(name="实训工位数", target="≥60个", weight=10),
            row(level2="质量指标", name="改造工程验收合格率", target="≥98%", weight=10),
            row(level2="质量指标", name="设备故障率", target="≤2%", weight=10),
            row(level2="时效指标", name="改造完成时间", target="8月底前", weight=10),
            row(**_BENEFIT, name="实训室年使用率", target="≥70%", weight=10),
            row(**_BENEFIT, name="学生技能证书获取率", target="≥80%", weight=10),
            row(level1="效益指标", level2="经济效益指标", name="年对外培训收入", target="≥12万元", weight=10),
            row(level1="满意度指标", level2="服务对象满意度指标", name="学生满意度", target="≥90%", weight=10),
            alone=True,
        )
    ],
    good=[
        sheet(
            row(name="改造面积", target="≥500平方米", weight=30),
            row(level2="质量指标", name="验收合格率", target="≥98%", weight=20),
            row(**_BENEFIT, name="设施年使用率", target="≥70%", weight=30),
            row(level1="满意度指标", level2="服务对象满意度指标", name="学生满意度", target="≥90%", weight=10),
            alone=True,
        )
    ],
)
def uniform_weights(sheet: ReadSheet, context: Context) -> Problems:
    """各指标权重平均分配。

    为什么: 权重依据指标的重要程度确定；平均分配，主要产出和核心效果体现不出来。
    怎么改: 提高主要产出和核心效果的权重，降低一般性指标的权重。
    """
    weights = {line.row.weight for line in sheet.rows if line.row.weight is not None}
    weighted = [line for line in sheet.rows if line.row.weight]
    if len(weighted) >= _FEWEST_UNIFORM and len(weighted) * 2 > len(sheet.rows) and len(weights) == 1:
        points = written(next(iter(weights)))
        yield sheet.problem(f"{len(weighted)}个指标的权重都是{points}", evidence=points)


@FEASIBLE.rule(
    105,
    "tiny-weight",
    group="unsound",
    severity="info",
    basis="default",
    applies=(is_project, has_rows, has_weights),
    bad=[
        sheet(
            row(name="改造面积", target="≥500平方米", weight=48),
            row(name="更换门窗数", target="≥60扇", weight=2),
            row(level2="质量指标", name="验收合格率", target="≥98%", weight=10),
            row(**_BENEFIT, name="设施年使用率", target="≥70%", weight=40),
            alone=True,
        )
    ],
    good=[
        sheet(
            row(name="改造面积", target="≥500平方米", weight=30),
            row(level2="质量指标", name="验收合格率", target="≥98%", weight=20),
            row(**_BENEFIT, name="设施年使用率", target="≥70%", weight=40),
            alone=True,
        )
    ],
)
def tiny_weight(sheet: ReadSheet, context: Context) -> Problems:
    """权重低于3分。

    为什么: 一两分的指标完成与否对得分几乎没有影响，往往是细碎工作被拆成了指标。
    怎么改: 并入同类指标，或删去；确属主要内容的，把权重提到3分以上。
    """
    if sum(line.row.weight or 0 for line in (*sheet.rows, *sheet.execution)) < _WHOLE:
        return
    tiny = tuple(line for line in sheet.rows if line.row.weight is not None and line.row.weight < LEAST_POINTS)
    if len(tiny) > _MOST_SHOWN:
        message = f"{row_numbers(tiny)}共{len(tiny)}个指标的权重低于{written(LEAST_POINTS)}分"
        yield sheet.problem(message, evidence=f"{len(tiny)}个")
        return
    for line in tiny:
        if line.row.weight is not None:
            yield line.problem(f"“{line.name}”的权重只有{written(line.row.weight)}分", cell="weight", subject=line.name)


@FEASIBLE.rule(
    106,
    "light-core",
    group="unsound",
    severity="info",
    basis="default",
    requires=("FE104",),
    applies=(is_project, has_rows, has_weights, levels_are_read),
    bad=[
        sheet(
            row(name="改造面积", target="≥500平方米", weight=10),
            row(level2="质量指标", name="验收合格率", target="≥98%", weight=40),
            row(**_BENEFIT, name="设施年使用率", target="≥70%", weight=5),
            row(**_BENEFIT, name="办学条件满足程度", target="较高", explanation="分好、一般、差三档", weight=35),
            alone=True,
        )
    ],
    good=[
        sheet(
            row(name="改造面积", target="≥500平方米", weight=30),
            row(level2="质量指标", name="验收合格率", target="≥98%", weight=20),
            row(**_BENEFIT, name="设施年使用率", target="≥70%", weight=40),
            alone=True,
        )
    ],
)
def light_core(sheet: ReadSheet, context: Context) -> Problems:
    """能衡量的效果权重最轻，空泛或过程性的指标权重最重。

    为什么: 权重压在容易完成的事上，做得好坏拉不开分。
    怎么改: 把权重移到可以衡量的核心产出和效果上，宣传、制度一类的过程指标减到最低或删去。
    """
    firm = [line for line in sheet.rows if _is_firm_result(line)]
    soft = [line for line in sheet.rows if line.row.weight and _is_soft(line)]
    if not firm or not soft:
        return
    heaviest = max(soft, key=lambda line: line.row.weight or 0)
    core = max(line.row.weight or 0 for line in firm)
    if core <= _LIGHT and (heaviest.row.weight or 0) >= 2 * core:
        message = (
            f"第{heaviest.number}行“{heaviest.name}”权重{written(heaviest.row.weight or 0)}，"
            f"比能衡量的效果（最高{written(core)}）还重"
        )
        yield sheet.problem(message, subject=heaviest.name, evidence=written(heaviest.row.weight or 0))


_LIGHT = 5.0
"""Points up to which the best of the measured effects counts as light."""
_PROCESS = ("宣传资料", "宣传册", "会议", "制度", "台账", "档案", "方案", "合同", "公示", "推进会", "资料")


def _is_firm_result(line: ReadRow) -> bool:
    """A benefit or quality that is counted and is no satisfaction."""
    is_result = line.place.level1 in levels.BENEFIT
    return is_result and line.value.is_number and not line.is_satisfaction and bool(line.row.weight)


def _is_soft(line: ReadRow) -> bool:
    is_word = line.place.level1 in levels.BENEFIT and line.value.kind == "words"
    return is_word or (line.is_output and any(word in line.name for word in _PROCESS))
