"""全面性: the tasks of the goal and the core of the field are measured by some row."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.quality.agreement import agrees, shared_words
from indicators.quality.conditions import has_rows, is_project, meaning_is_read, rows_are_listed
from indicators.quality.examples import GOAL, row, sheet
from indicators.quality.meaning import Meaning, Near
from indicators.quality.problem import Problems, not_applicable
from indicators.quality.reading import ReadSheet
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
    requires=("CV101", "CV102"),
    applies=(is_project, has_rows, meaning_is_read),
    bad=[
        sheet(
            row(name="校车接送学生人数", target="≥300人"),
            row(level2="质量指标", name="校车年检合格率", target="≥98%"),
            row(level1="效益指标", level2="社会效益指标", name="学生步行上学时间", target="≤20分钟"),
            sector="污染防治",
            alone=True,
        )
    ],
    good=[
        sheet(
            row(level1="效益指标", level2="生态效益指标", name="空气质量优良天数比例", target="≥85%"), sector="污染防治"
        )
    ],
)
def missing_core(sheet: ReadSheet, context: Context) -> Problems:
    """没有本领域的核心指标。

    为什么: 指标要体现主要产出和核心效果；同类项目都设的指标这里一条也没有。
    怎么改: 看指标库里本领域的核心指标，选1至2条与本项目任务相符的。
    """
    meaning = context.meaning
    if meaning is None or meaning.sector.confidence < _SURE_SECTOR:
        yield not_applicable("看不准属于哪个领域")
        return
    if not any(_is_core(one, meaning.sector.slug) for found in meaning.nearest.values() for one in found):
        yield sheet.problem(f"没有“{meaning.sector.name}”领域的核心指标", subject=meaning.sector.slug)


def _is_core(near: Near, sector: str) -> bool:
    return near.likeness >= _NEAR_CORE and near.indicator.is_core and near.indicator.sector == sector
