"""全面性: the tasks of the goal and the core of the field are measured by some row."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.model.indicator import CoreMark, Indicator
from indicators.quality import levels
from indicators.quality.agreement import agrees, shared_words
from indicators.quality.conditions import has_rows, is_project, meaning_is_read, rows_are_listed
from indicators.quality.evidence import unprovable_effect
from indicators.quality.examples import GOAL, row, sheet
from indicators.quality.meaning import Meaning
from indicators.quality.measures import is_work_quality
from indicators.quality.problem import Problems, not_applicable
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.quality.rule import Context
from indicators.quality.rules.coverage import COVERING
from indicators.text.clauses import ClauseKind, GoalClause

_COVERED = 0.4
_SHARED = 0.3
_FOR_WHOM = ("为", "对", "向", "面向", "服务", "覆盖", "惠及", "保障")
"""Openings of clauses that say for whom, not what; the number is then of people served."""
_SURE_SECTOR = 0.8
_NEAR_CORE = 0.85


@COVERING.rule(
    201,
    "task-without-indicator",
    group="incomplete",
    severity="info",
    clause="mof-2021-101/二/（二）",
    applies=(rows_are_listed, meaning_is_read),
    bad=[sheet(goal=f"{GOAL}。建设地下水监测井12口")],
    good=[sheet(row(name="地下水监测井数", target="≥12口"), goal=f"{GOAL}。建设地下水监测井12口"), sheet()],
)
def task_without_indicator(sheet: ReadSheet, context: Context) -> Problems:
    """目标文本里的主要任务没有指标。

    为什么: 产出指标要与主要支出方向对应，不能有重大缺项；写进目标的任务没有指标，就没有人考核。
    怎么改: 给这项任务补一条数量指标；不是主要任务的，从目标文本里删去。
    """
    if context.meaning is None:
        return
    missing = [clause for clause in _tasks(context.meaning) if not _is_covered(clause, sheet, context.meaning)]
    if missing:
        said = "；".join(clause.text for clause in missing[:3])
        yield sheet.problem(f"目标文本写的“{said}”没有指标", subject=missing[0].core, evidence=said)


def _tasks(meaning: Meaning) -> Iterator[GoalClause]:
    for clause in meaning.clauses:
        is_told = clause.kind is ClauseKind.TASK and clause.counts and clause.object and not clause.is_part
        if is_told and not clause.text.startswith(_FOR_WHOM):
            yield clause


def _is_covered(clause: GoalClause, sheet: ReadSheet, meaning: Meaning) -> bool:
    place = meaning.clauses.index(clause)
    for line in sheet.rows:
        if any(agrees(line, one) for one in clause.counts) or shared_words(line.name, clause.core) >= _SHARED:
            return True
        if meaning.clause_alike(place, line.number) >= _COVERED:
            return True
    return False


@COVERING.rule(
    202,
    "missing-core",
    group="incomplete",
    severity="info",
    clause="mof-2021-101/一/（二）2",
    requires=("CV101", "CV102", "CV110"),
    applies=(is_project, has_rows, meaning_is_read),
    bad=[
        sheet(
            row(name="空气自动站运维数", target="≥6个"),
            row(level2="质量指标", name="监测数据有效率", target="≥95%"),
            row(level1="效益指标", level2="生态效益指标", name="改善区域环境", target="明显改善"),
            sector="污染防治",
            alone=True,
        )
    ],
    good=[
        sheet(
            row(level1="效益指标", level2="生态效益指标", name="空气质量优良天数比例", target="≥85%"), sector="污染防治"
        ),
        sheet(
            row(level2="质量指标", name="空气质量优良天数比例", target="≥85%"),
            row(level1="效益指标", level2="生态效益指标", name="改善区域环境", target="明显改善"),
            sector="污染防治",
            alone=True,
        ),
    ],
)
def missing_core(sheet: ReadSheet, context: Context) -> Problems:
    """效益里没有一条能衡量的核心效果。

    为什么: 指标要体现主要产出和核心效果；效益全是口号或过程，钱办成的事带来什么变化看不出来。
    怎么改: 看指标库里本领域的核心效果，选1至2条与本项目任务相符、能取得数据的。
    """
    meaning = context.meaning
    if meaning is None or meaning.sector.confidence < _SURE_SECTOR:
        yield not_applicable("看不准属于哪个领域")
        return
    core = [one for one in context.library.active if _is_effect(one, meaning.sector.slug)]
    if core and not any(_tells_effect(line, meaning) for line in sheet.rows):
        shown = sorted(core, key=lambda one: (one.core is not CoreMark.FIELD, -(one.weight or 0.0)))[:3]
        names = "、".join(f"“{one.name}”" for one in shown)
        yield sheet.problem(
            f"没有能衡量的核心效果；“{meaning.sector.name}”领域常用{names}等", subject=meaning.sector.slug
        )


def _is_effect(indicator: Indicator, sector: str) -> bool:
    is_result = indicator.level1 in levels.BENEFIT and not indicator.is_pattern
    return is_result and indicator.is_core and indicator.sector == sector


def _tells_effect(line: ReadRow, meaning: Meaning) -> bool:
    """Whether a row measures an effect: a counted or graded benefit, or a core effect of the field at another level."""
    if line.is_satisfaction or not (line.value.is_number or line.has_graded_standard):
        return False
    if line.is_benefit:
        return not is_work_quality(line.name) and not unprovable_effect(line)
    near = meaning.nearest.get(line.number, ())
    return any(one.likeness >= _NEAR_CORE and _is_effect(one.indicator, meaning.sector.slug) for one in near)
