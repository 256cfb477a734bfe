"""The cost of one piece follows from budget and count, and from nothing else."""

import pytest

from indicators.model.indicator import Indicator
from indicators.model.sheet import TargetSheet
from indicators.suggestion.candidates import Candidate
from indicators.suggestion.derived import unit_cost
from indicators.suggestion.draft import read_draft

GOAL = "培训干部280人次，举办主体班8期。"


def cost_line(unit):
    indicator = Indicator(
        code="XX001", name="人均培训成本", sector="talent", level1="成本指标", level2="经济成本指标", unit=unit
    )
    return Candidate(
        key="XX001", name=indicator.name, level1="成本指标", level2="经济成本指标", fits={}, indicator=indicator
    )


def test_budget_and_count_give_the_cost_of_one_piece():
    draft = read_draft(TargetSheet(goal=GOAL, budget=56.0), None)

    assert "56万元÷280人次推算约2000元/人次" in unit_cost(cost_line("元/人次"), draft)


@pytest.mark.parametrize(("unit", "budget"), [("元/人次", None), ("元", 56.0), ("元/平方米", 56.0)])
def test_nothing_is_worked_out_where_a_number_is_missing(unit, budget):
    assert unit_cost(cost_line(unit), read_draft(TargetSheet(goal=GOAL, budget=budget), None)) is None
