"""Every rule keeps what it declares: its bad examples fire it and nothing else, its good ones do not."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.checker import check_sheet
from indicators.quality.conditions import meaning_is_read
from indicators.quality.examples import row, sheet
from indicators.quality.rules import RULES, RULES_BY_ID

LIBRARY = Library.from_files(read_library())


def found(drafted, stage="target"):
    return {finding.rule for finding in check_sheet(drafted, LIBRARY, source="example", stages=(stage,)).findings}


def examples(which):
    return [
        pytest.param(rule, example, id=f"{rule.id}-{which}-{number}")
        for rule in RULES
        if meaning_is_read not in rule.applies
        for number, example in enumerate(getattr(rule, which), 1)
    ]


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_a_bad_example_fires_exactly_its_rule(rule, example):
    assert found(example, rule.stage) == {rule.id}


@pytest.mark.parametrize(("rule", "example"), examples("good"))
def test_a_good_example_does_not_fire_its_rule(rule, example):
    assert rule.id not in found(example, rule.stage)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_examples_of_both_kinds(rule):
    assert rule.bad
    assert rule.good


def test_ids_and_names_are_unique():
    assert len(RULES_BY_ID) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.clause], ids=lambda rule: rule.id)
def test_a_clause_of_a_rule_is_held_and_official(rule):
    assert LIBRARY.clauses_by_id[rule.clause].is_official


def test_required_rules_come_before_those_that_require_them():
    order = list(RULES_BY_ID)

    assert all(order.index(required) < order.index(rule.id) for rule in RULES for required in rule.requires)


HELD_FOR_REVIEW = {"CM155", "DP055", "PS044", "GP024", "PS023"}
"""服务对象满意度, whose group the user names, and payment rates that the library holds for 政府采购 and 购买服务."""


@pytest.mark.parametrize(
    "indicator", [i for i in LIBRARY.active if not i.is_pattern and i.code not in HELD_FOR_REVIEW], ids=lambda i: i.code
)
def test_no_name_of_the_library_has_a_fault_of_naming(indicator):
    drafted = row(level1=indicator.level1, level2=indicator.level2, name=indicator.name, target="=95%")

    assert not found(sheet(drafted)) & {"CO201", "CO202", "CO203", "CO205", "CO301", "CO302", "RE101", "RE102", "RE103"}
