"""全面性: nothing obligatory is missing."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.quality import levels
from indicators.quality.conditions import framework_is_held, is_project, obligation, rows_are_listed
from indicators.quality.examples import row, sheet
from indicators.quality.measures import is_work_quality
from indicators.quality.nature import builds, burdens_others, buys, serves_people
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


_COST = row(level1="成本指标", level2="经济成本指标", name="单位改造成本", target="≤1200元/平方米")
_EXTERNAL = row(level1="成本指标", level2="社会成本指标", name="道路封闭时长", target="≤20天")
_ROAD = {"project": "县道改建工程", "budget": 2600}
_NO_SUCH_PROJECT = "不是工程基建、大型修缮或购置项目"


@COVERING.rule(
    105,
    "missing-cost",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二",
    applies=_CONDITIONS,
    bad=[
        sheet(_QUANTITY, _QUALITY, _BENEFIT, alone=True, project="环卫作业车辆采购", budget=530),
        sheet(_QUANTITY, _QUALITY, _BENEFIT, alone=True, project="中学教学楼修缮工程", budget=340),
    ],
    good=[
        sheet(_COST, _QUANTITY, _QUALITY, _BENEFIT, alone=True, project="中学教学楼修缮工程", budget=340),
        sheet(_QUANTITY, _QUALITY, _BENEFIT, alone=True, project="干部能力建设培训", budget=340),
        sheet(_QUANTITY, _QUALITY, _BENEFIT, alone=True, project="政府采购社工服务", budget=340),
    ],
)
def missing_cost(sheet: ReadSheet, context: Context) -> Problems:
    """工程、大型修缮或购置项目没有成本指标。

    为什么: 工程基建类项目和大型修缮及购置项目要设成本指标，逐步推广到其他具备条件的项目；没有成本，看不出钱花得值不值。
    怎么改: 补上单位成本（如每平方米、每公里、每台），不能拆分的写分项成本控制数，不高于规定的支出标准。
    """
    if not builds(sheet) and not buys(sheet):
        yield not_applicable(_NO_SUCH_PROJECT)
    elif not any(line.is_cost or "成本" in line.name or line.place.level1 is None for line in sheet.rows):
        yield sheet.problem(f"“{sheet.sheet.project}”没有成本指标", subject="成本指标")


@COVERING.rule(
    106,
    "missing-satisfaction",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（四）",
    applies=_CONDITIONS,
    bad=[
        sheet(_QUANTITY, _QUALITY, _BENEFIT, alone=True, project="受灾群众生活救助"),
        sheet(_QUANTITY, _QUALITY, _BENEFIT, alone=True, project="家庭教育指导服务购买"),
    ],
    good=[
        sheet(_QUANTITY, _QUALITY, _BENEFIT, _SATISFACTION, alone=True, project="自然灾害生活救助"),
        sheet(_QUANTITY, _QUALITY, _BENEFIT, alone=True, project="地质资料数据库维护"),
    ],
)
def missing_satisfaction(sheet: ReadSheet, context: Context) -> Problems:
    """直接服务群众的项目没有满意度指标。

    为什么: 对社会公众提供服务、关系群众切身利益的项目一般要设满意度指标，听服务对象的意见。
    怎么改: 补上直接服务对象的满意度，如“受助群众满意度≥90%”，并安排问卷或其他收集意见的方式。
    """
    words = serves_people(sheet)
    if not words:
        yield not_applicable("不是直接向社会公众提供服务的项目")
    elif not any(line.is_satisfaction or line.place.level1 is None for line in sheet.rows) and not _asks_people(sheet):
        yield sheet.problem(f"项目直接服务群众（{words}），没有满意度指标", subject="满意度指标", evidence=words)


@COVERING.rule(
    107,
    "satisfaction-as-benefit",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（四）",
    applies=(rows_are_listed, framework_is_held),
    bad=[sheet(row(level1="效益指标", level2="社会效益指标", name="沿线商户满意度", target="≥85%"))],
    good=[
        sheet(row(level1="满意度指标", level2="服务对象满意度指标", name="沿线商户满意度", target="≥85%")),
        sheet(row(level1="效益指标", level2="满意度", name="沿线商户满意度", target="≥85%")),
    ],
)
def satisfaction_as_benefit(sheet: ReadSheet, context: Context) -> Problems:
    """把满意度放在效益里充当效益。

    为什么: 满意度自成一类；效益说的是项目带来的变化，满意不满意不能代替。
    怎么改: 移到满意度指标；效益另写可以归因于本项目的变化。
    """
    for line in sheet.rows:
        if line.is_benefit and line.is_satisfaction and "满意" not in line.row.level1 + line.row.level2:
            yield line.problem(
                f"“{line.name}”放在“{line.row.level2 or line.row.level1}”下，应属满意度",
                cell="level1",
                fix="满意度指标",
                beside={"level2": "服务对象满意度指标"},
            )


@COVERING.rule(
    109,
    "missing-external-cost",
    group="incomplete",
    severity="info",
    clause="mof-2021-101/二/（一）",
    applies=_CONDITIONS,
    bad=[
        sheet(_COST, _QUANTITY, _QUALITY, _BENEFIT, alone=True, **_ROAD),
        sheet(_COST, _QUANTITY, _QUALITY, _BENEFIT, alone=True, project="国省道养护工程", budget=2600),
        sheet(_COST, _QUANTITY, _QUALITY, _BENEFIT, alone=True, project="审判用房建设", budget=2600),
    ],
    good=[
        sheet(_COST, _EXTERNAL, _QUANTITY, _QUALITY, _BENEFIT, alone=True, **_ROAD),
        sheet(_COST, _QUANTITY, _QUALITY, _BENEFIT, alone=True, project="教学仪器设备购置", budget=340),
    ],
)
def missing_external_cost(sheet: ReadSheet, context: Context) -> Problems:
    """施工或运行会影响群众或环境，没有社会成本或生态环境成本指标。

    为什么: 项目有负外部性的，还要设置反映负作用的成本指标，如扬尘、噪声、封路、占地。
    怎么改: 补上一条控制负作用的指标，如“施工封路时长≤20天”“施工扬尘超标次数=0”。
    """
    words = burdens_others(sheet)
    if not words:
        yield not_applicable("看不出施工或运行会影响群众或环境")
    elif not any(line.place.level2 in levels.EXTERNAL_COST or _is_restraint(line) for line in sheet.rows):
        yield sheet.problem(f"项目有{words}，没有负作用成本指标", subject="负作用成本", evidence=words)


@COVERING.rule(
    110,
    "missing-later-effect",
    group="incomplete",
    severity="info",
    clause="mof-2021-101/二/（三）",
    requires=("CV102",),
    applies=_CONDITIONS,
    bad=[
        sheet(
            _COST,
            _QUANTITY,
            row(level2="质量指标", name="抽检合格率", target="=100%"),
            row(
                level1="效益指标",
                level2="社会效益指标",
                name="出行保障评价",
                target="好",
                explanation="分好、一般、差三档",
            ),
            alone=True,
            project="教学仪器设备购置",
            budget=2600,
        )
    ],
    good=[sheet(_COST, _QUANTITY, _QUALITY, _BENEFIT, alone=True, project="教学仪器设备购置", budget=2600)],
)
def missing_later_effect(sheet: ReadSheet, context: Context) -> Problems:
    """建成、买来以后用得怎样，效益里没有说。

    为什么: 工程基建类项目和大型修缮及购置项目必须反映当年及以后一段时期的预期效益；验收合格不是效益。
    怎么改: 补上使用后的效果，如年使用率、年服务人次、故障减少、运行年限。
    """
    benefits = [line for line in sheet.rows if line.is_benefit and not line.is_satisfaction]
    if not builds(sheet) and not buys(sheet):
        yield not_applicable(_NO_SUCH_PROJECT)
    elif not any(line.value.is_number and not is_work_quality(line.name) for line in benefits):
        yield sheet.problem("效益里没有建成或购置以后的使用效果", subject="使用效果")


def _asks_people(sheet: ReadSheet) -> bool:
    return any("满意" in line.row.level1 + line.row.level2 + line.name for line in sheet.rows)


def _is_restraint(line: ReadRow) -> bool:
    """Whether a row limits a burden wherever it stands (施工扰民投诉 ≤3件, 扬尘)."""
    return any(
        word in line.name
        for word in (
            "扬尘",
            "噪声",
            "噪音",
            "封闭",
            "封路",
            "扰民",
            "占地",
            "弃土",
            "二次污染",
            "施工污染",
            "断交",
            "停水",
        )
    )


def _missing_level1(sheet: ReadSheet, context: Context, wanted: frozenset[str]) -> Problems:
    demand = obligation(context, wanted)
    if demand is None:
        yield not_applicable(_NO_DEMAND)
    elif any(line.place.level1 in wanted and not _stands_in(line) for line in sheet.rows):
        return
    elif sheet.unplaced:
        yield insufficient(f"{row_numbers(sheet.unplaced)}的一级指标没有填写或认不出，不知道是否属于“{demand.level1}”")
    else:
        yield sheet.problem(f"没有{demand.level1}", subject=demand.level1)


def _stands_in(line: ReadRow) -> bool:
    """Whether satisfaction stands where a benefit should: it cannot take its place."""
    return line.is_benefit and line.is_satisfaction


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
