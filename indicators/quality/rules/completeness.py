"""完整性, the family itself, and its first theme: every element of a row is filled in, and the row has its place."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.quality.conditions import framework_is_held, has_rows
from indicators.quality.examples import row, sheet
from indicators.quality.levels import is_known_level1, is_known_level2
from indicators.quality.naming import value_in_name
from indicators.quality.nearest import sure_indicator
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadRow, ReadSheet, row_numbers
from indicators.quality.rule import Context, family
from indicators.quality.targets import lacks_unit, placeholder
from indicators.text.values import quantities

COMPLETE = family("CO", "完整性")


@COMPLETE.rule(
    101,
    "empty-target",
    group="incomplete",
    severity="error",
    clause="mof-2021-101/一/（一）3",
    applies=(has_rows,),
    bad=[
        sheet(row(name="图书上架册数", target="")),
        sheet(row(name="慰问困难职工人数", target="若干")),
        sheet(row(name="抽检合格率", target="≥**%")),
    ],
    good=[
        sheet(row(name="慰问困难职工人数", target="≥120人")),
        sheet(row(name="重大安全责任事故", target="无")),
        sheet(row(level1="预算执行率", level2="预算执行率", name="预算执行率", target="")),
    ],
)
def empty_target(sheet: ReadSheet, context: Context) -> Problems:
    """指标值没有填写，或只是占位。

    为什么: 没有指标值，执行中无法监控，年终无法评价。
    怎么改: 写出可以核对的数值、日期或等级；暂时定不下来的，先按近三年平均或上年值测算。
    """
    for line in sheet.rows:
        if (word := placeholder(line)) is not None:
            message = f"“{line.name}”的指标值“{word}”只是占位" if word else f"“{line.name}”没有填写指标值"
            yield line.problem(message, cell="target", fix="" if word else _value_of(line))


def _value_of(line: ReadRow) -> str:
    """The quantity that stands in the name; a year or a date there is not the value."""
    word = value_in_name(line.name) or ""
    return word if quantities(word) else ""


@COMPLETE.rule(
    102,
    "missing-unit",
    group="incomplete",
    severity="error",
    basis="practice",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[sheet(row(name="道路养护面积", target="≥5000"))],
    good=[
        sheet(row(name="道路养护面积", target="≥5000", unit="平方米")),
        sheet(row(name="培训场次", target="12场次")),
        sheet(row(name="安全事故数", target="0")),
        sheet(row(name="师生比", target="1:18")),
    ],
)
def missing_unit(sheet: ReadSheet, context: Context) -> Problems:
    """定量指标没有计量单位。

    为什么: 只有数字，看不出是多少件、多少元还是百分之几，前后年度也无法比较。
    怎么改: 在计量单位栏填写单位，如“人次”“平方米”“%”；定性指标不用填。
    """
    for line in sheet.rows:
        if lacks_unit(line):
            indicator = sure_indicator(context.meaning, line)
            message = f"“{line.name}”的指标值“{line.target}”没有计量单位"
            yield line.problem(message, cell="unit", evidence=line.target, fix=indicator.unit if indicator else "")


@COMPLETE.rule(
    103,
    "missing-name",
    group="incomplete",
    severity="error",
    clause="mof-2021-101/三/（一）1",
    applies=(has_rows,),
    bad=[sheet(row(name="", target="≥5000册"))],
    good=[sheet(row(name="图书借阅册数", target="≥5000册")), sheet(row(name="", target=""))],
)
def missing_name(sheet: ReadSheet, context: Context) -> Problems:
    """有指标值而没有指标名称。

    为什么: 没有名称，指标值不知道衡量什么。
    怎么改: 补上简洁明确的三级指标名称；多余的行请删去。
    """
    for line in sheet.nameless:
        yield line.problem(f"第{line.number}行有指标值“{line.target}”，没有指标名称", evidence=line.target)


@COMPLETE.rule(
    104,
    "unplaced-row",
    group="incomplete",
    severity="warning",
    basis="practice",
    applies=(has_rows, framework_is_held),
    bad=[
        sheet(row(level1="", level2="", name="图书借阅册数", target="≥5000册")),
        sheet(row(level1="产出指标", level2="", name="图书借阅册数", target="≥5000册")),
        sheet(row(level1="工作指标", level2="任务指标", name="图书借阅册数", target="≥5000册")),
    ],
    good=[
        sheet(row(level1="", level2="数量指标", name="图书借阅册数", target="≥5000册")),
        sheet(row(level1="效益指标", level2="可持续影响指标", name="馆藏图书年流通率", target="≥60%")),
        sheet(row(level1="满意度指标", level2="", name="读者满意度", target="≥90%")),
    ],
)
def unplaced_row(sheet: ReadSheet, context: Context) -> Problems:
    """指标没有写一级或二级指标，或写的不是体系里的层级。

    为什么: 不知道是产出还是效益、是数量还是质量，就无法审核指标是否齐全，也无法分配权重。
    怎么改: 按成本、产出、效益、满意度及其下的二级指标归类；部门整体按六个维度归类。
    """
    unplaced = [line for line in sheet.rows if _unplaced_words(line, context)]
    if len(unplaced) > len(sheet.rows) / 2 and len(unplaced) > 1:
        yield sheet.problem(f"{row_numbers(tuple(unplaced))}没有写明一级、二级指标", evidence=f"{len(unplaced)}行")
        return
    for line in unplaced:
        yield line.problem(f"“{line.name}”{_unplaced_words(line, context)}", cell="level1")


def _unplaced_words(line: ReadRow, context: Context) -> str:
    """What is wrong with the levels of a row, or empty; a level of any framework in use counts as known."""
    level1, level2 = line.row.level1, line.row.level2
    if line.place.level1 is None and not is_known_level1(level1, context.kind):
        return f"的一级指标“{level1}”不是体系里的层级" if level1 else "没有写一级指标"
    if context.kind == "department" or line.is_satisfaction or is_known_level2(level2):
        return ""
    return f"的二级指标“{level2}”不是体系里的层级" if level2 else "没有写二级指标"
