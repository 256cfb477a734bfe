"""全面性: nothing obligatory is missing."""

from __future__ import annotations

from indicators.quality import levels
from indicators.quality.conditions import framework_is_held, is_project, obligation, rows_are_listed
from indicators.quality.examples import row, sheet
from indicators.quality.problem import Problems, insufficient, not_applicable
from indicators.quality.reading import ReadRow, ReadSheet, row_numbers
from indicators.quality.rule import Context, family

COVERING = family("CV", "全面性")

_QUANTITY = row(name="改造面积", target="≥500平方米")
_QUALITY = row(level2="质量指标", name="验收合格率", target="=100%")
_BENEFIT = row(level1="效益指标", level2="社会效益指标", name="设施年使用率", target="≥70%")
_SATISFACTION = row(level1="满意度指标", level2="服务对象满意度指标", name="学生满意度", target="≥90%")
_CONDITIONS = (is_project, rows_are_listed, framework_is_held)
_NO_DEMAND = "本体系框架没有这项要求"


@COVERING.rule(
    101,
    "missing-output",
    group="incomplete",
    severity="error",
    clause="mof-2021-101/二",
    applies=_CONDITIONS,
    bad=[sheet(_BENEFIT, _SATISFACTION, alone=True)],
    good=[
        sheet(_QUANTITY, _QUALITY, _BENEFIT, alone=True),
        sheet(row(level1="", level2="", name="改造面积", target="≥500平方米"), _BENEFIT, alone=True),
    ],
)
def missing_output(sheet: ReadSheet, context: Context) -> Problems:
    """没有产出指标。

    为什么: 原则上每个项目都应设置产出指标，说明钱办成了什么事。
    怎么改: 补上主要产出的数量和质量指标；确不需要的，写明理由。
    """
    yield from _missing_level1(sheet, context, levels.OUTPUT)


@COVERING.rule(
    102,
    "missing-benefit",
    group="incomplete",
    severity="error",
    clause="mof-2021-101/二",
    applies=_CONDITIONS,
    bad=[
        sheet(_QUANTITY, _QUALITY, alone=True),
        sheet(
            _QUANTITY,
            _QUALITY,
            row(level1="效益指标", level2="满意度指标", name="学生满意度", target="≥90%"),
            alone=True,
        ),
    ],
    good=[sheet(_QUANTITY, _QUALITY, _BENEFIT, alone=True)],
)
def missing_benefit(sheet: ReadSheet, context: Context) -> Problems:
    """没有效益指标。

    为什么: 原则上每个项目都应设置效益指标，说明事办成以后带来什么效果；满意度不能代替效益。
    怎么改: 补上1至2个能归因于本项目的经济、社会或生态效益指标；确不需要的，写明理由。
    """
    yield from _missing_level1(sheet, context, levels.BENEFIT)


@COVERING.rule(
    103,
    "missing-quantity",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（二）",
    requires=("CV101",),
    applies=_CONDITIONS,
    bad=[sheet(_QUALITY, _BENEFIT, alone=True)],
    good=[sheet(_QUANTITY, _QUALITY, _BENEFIT, alone=True)],
)
def missing_quantity(sheet: ReadSheet, context: Context) -> Problems:
    """产出里没有数量指标。

    为什么: 数量指标和质量指标原则上均需设置；没有数量，看不出提供了多少公共产品或服务。
    怎么改: 补上体现主要工作内容的数量指标，以较少的条数涵盖主要内容。
    """
    yield from _missing_level2(sheet, context, levels.QUANTITY)


@COVERING.rule(
    104,
    "missing-quality",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（二）",
    requires=("CV101",),
    applies=_CONDITIONS,
    bad=[sheet(_QUANTITY, _BENEFIT, alone=True)],
    good=[sheet(_QUANTITY, _QUALITY, _BENEFIT, alone=True)],
)
def missing_quality(sheet: ReadSheet, context: Context) -> Problems:
    """产出里没有质量指标。

    为什么: 数量指标和质量指标原则上均需设置；没有质量，看不出达到什么标准和水平。
    怎么改: 补上有明确标准的质量指标，如验收合格率、达标率、设备故障率。
    """
    yield from _missing_level2(sheet, context, levels.QUALITY)


def _missing_level1(sheet: ReadSheet, context: Context, wanted: frozenset[str]) -> Problems:
    demand = obligation(context, wanted)
    if demand is None:
        yield not_applicable(_NO_DEMAND)
    elif any(line.place.level1 in wanted for line in sheet.rows):
        return
    elif sheet.unplaced:
        yield insufficient(f"{row_numbers(sheet.unplaced)}的一级指标没有填写或认不出，不知道是否属于“{demand.level1}”")
    else:
        yield sheet.problem(f"没有{demand.level1}", subject=demand.level1)


def _missing_level2(sheet: ReadSheet, context: Context, wanted: frozenset[str]) -> Problems:
    demand = obligation(context, levels.OUTPUT, wanted)
    outputs = [line for line in sheet.rows if line.is_output or line.place.level1 is None]
    if demand is None:
        yield not_applicable(_NO_DEMAND)
    elif any(line.place.level2 in wanted for line in outputs):
        return
    elif unread := tuple(line for line in outputs if _is_unread(line)):
        yield insufficient(f"{row_numbers(unread)}的二级指标没有填写或认不出，不知道是否属于“{demand.level2}”")
    else:
        yield sheet.problem(f"{demand.level1}里没有{demand.level2}", subject=f"{demand.level1}/{demand.level2}")


def _is_unread(line: ReadRow) -> bool:
    return line.place.level1 is None or line.place.level2 is None
