"""A drafted row read for suggestion: its clean name, its target taken apart, its place, and how good it is as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indicators.model.framework import Framework
from indicators.model.sheet import SheetRow
from indicators.text.clauses import ClauseKind, GoalClause, read_clause
from indicators.text.names import clean_name, is_vague, measure_name
from indicators.text.terms import terms
from indicators.text.values import Target, read_target


@dataclass(frozen=True)
class DraftRow:
    """A row with what was understood of it. ``faults`` say in words why it should not stay as it is."""

    number: int
    row: SheetRow
    name: str
    target: Target
    level1: str
    level2: str
    clause: GoalClause
    faults: tuple[str, ...]

    @property
    def is_kept_wording(self) -> bool:
        """Whether the clean name is the drafted one."""
        return self.name == self.row.name.strip()

    @property
    def is_sound(self) -> bool:
        return not self.faults

    @property
    def is_measured(self) -> bool:
        """Whether the row has a value that can be judged."""
        return not {VAGUE, EMPTY, VAGUE_NAME, IMPOSSIBLE} & set(self.faults)

    @property
    def is_routine(self) -> bool:
        return any(fault in {ROUTINE, PAYMENT, SUPERIOR} for fault in self.faults)


ROUTINE = "属于常规管理要求，与产出、效益和成本没有直接关联"
PAYMENT = "说的是资金支付，不是产出；预算执行率在自评时另列"
VAGUE = "指标值无法衡量，又没有分档标准"
EMPTY = "没有指标值"
LONG = "名称过长"
NO_UNIT = "有数值没有单位"
VAGUE_NAME = "名称没有写明衡量什么"
SUPERIOR = "上级机关不是服务对象"
IMPOSSIBLE = "指标值超过100%，而它是部分占整体的比例"
COMPLETION = "已有数量，不再设同一对象的完成率"


def read_row(number: int, row: SheetRow, framework: Framework | None) -> DraftRow:
    """Row ``number`` (from 1) of a sheet, placed in ``framework``."""
    target = read_target(row.target, row.unit)
    name = measure_name(clean_name(row.name), target.unit if target.is_number else "")
    clause = read_clause(f"{name}{_value_words(row)}")
    level1, level2 = _place(row, clause, framework)
    return DraftRow(number, row, name, target, level1, level2, clause, tuple(_faults(row, name, target, framework)))


def _value_words(row: SheetRow) -> str:
    """The target as it would stand in a sentence; words without a number say nothing about what is done."""
    if not any(char.isdigit() for char in row.target):
        return ""
    return row.target + (row.unit if row.unit not in row.target else "")


def level_of_kind(kind: ClauseKind, text: str) -> tuple[str, str]:
    """Where a clause of this kind belongs in the project framework."""
    if kind is ClauseKind.EFFECT:
        return "效益指标", _benefit(text)
    return _PLACES.get(kind, ("产出指标", "数量指标"))


def _place(row: SheetRow, clause: GoalClause, framework: Framework | None) -> tuple[str, str]:
    guess = level_of_kind(clause.kind, row.name)
    if framework is None:
        return (row.level1 or guess[0], row.level2 or guess[1])
    guess = framework.place(*guess)
    moved = framework.place(row.level1, row.level2)
    if framework.level2(*moved):
        return moved
    upper = framework.level1(row.level1) or (framework.level1(row.level2) if not row.level1 else None)
    if upper is None:
        return guess
    lower = framework.level2(upper.name, row.level2)
    if lower is None and row.level2 and upper.open_level2:
        return upper.name, row.level2
    if lower is None:
        fitting = framework.level2(upper.name, guess[1])
        lower = fitting or (upper.level2[0] if upper.level2 else None)
    return upper.name, lower.name if lower else row.level2


def _faults(row: SheetRow, name: str, target: Target, framework: Framework | None) -> list[str]:
    words, department = terms(), framework is not None and framework.kind == "department"
    tests = (
        (ROUTINE, not department and any(word in name for word in words.routine)),
        (PAYMENT, not department and any(word in name for word in words.payment) and "及时" not in name),
        (VAGUE, target.kind == "words" and is_vague(str(target.value)) and not row.has_graded_standard),
        (EMPTY, target.kind == "empty" or str(target.value) in words.placeholders),
        (NO_UNIT, target.kind == "number"),
        (IMPOSSIBLE, _is_impossible(name, target)),
        (LONG, len(name) > 25),
        (VAGUE_NAME, is_vague(name)),
        (SUPERIOR, "满意" in name and any(body in name for body in words.superior_bodies)),
        (COMPLETION, not department and name.endswith(("完成率", "完成情况"))),
    )
    return [fault for fault, holds in tests if holds]


def _is_impossible(name: str, target: Target) -> bool:
    """A share above the whole: 合格率 ≥120%. Growth rates and the like may be above."""
    return (
        target.kind == "rate" and isinstance(target.value, float) and target.value > 100 and bool(_SHARE.search(name))
    )


def _benefit(text: str) -> str:
    if re.search("收入|产值|税收|利润|经济|销售|节约|节省|增收|投资|成交额|消费", text):
        return "经济效益指标"
    if re.search(
        "生态|环境|水质|断面|地表水|流域|水源|土壤|优良天数|PM|空气|绿化|植被|污染|减排|碳|浓度|湿地|森林", text
    ):
        return "生态效益指标"
    return "社会效益指标"


_SHARE = re.compile(
    "(?:合格|达标|覆盖|就业|获取|通过|知晓|出勤|参与|完好|准确|及格|优良|入学|巩固|运行|到位|及时|完整|取证|结业)率$|满意度$|满意率$"
)
_PLACES = {
    ClauseKind.TASK: ("产出指标", "数量指标"),
    ClauseKind.STANDARD: ("产出指标", "质量指标"),
    ClauseKind.TIME: ("产出指标", "时效指标"),
    ClauseKind.COST: ("成本指标", "经济成本指标"),
    ClauseKind.SATISFACTION: ("满意度指标", "服务对象满意度指标"),
}
