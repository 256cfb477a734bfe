"""Rules that rest on a model keep what they declare, and say so where there is no model."""

import pytest

from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality.checker import check_sheet
from indicators.quality.conditions import meaning_is_read
from indicators.quality.meaning import MeaningReader
from indicators.quality.rules import RULES

OF_MEANING = [rule for rule in RULES if meaning_is_read in rule.applies]


@pytest.fixture(scope="module")
def check(searcher, suggester):
    reader = MeaningReader(searcher, suggester.likeness, suggester.judge)
    return lambda sheet: check_sheet(sheet, searcher.library, source="example", reader=reader)


def examples(which):
    return [
        pytest.param(rule, example, id=f"{rule.id}-{which}-{number}")
        for rule in OF_MEANING
        for number, example in enumerate(getattr(rule, which), 1)
    ]


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_a_bad_example_fires_its_rule(rule, example, check):
    assert rule.id in {finding.rule for finding in check(example).findings}


@pytest.mark.parametrize(("rule", "example"), examples("good"))
def test_a_good_example_does_not_fire_its_rule(rule, example, check):
    assert rule.id not in {finding.rule for finding in check(example).findings}


@pytest.mark.parametrize("rule", OF_MEANING, ids=lambda rule: rule.id)
def test_without_a_model_the_rule_says_that_it_could_not_look(rule, library):
    outcomes = check_sheet(rule.bad[0], library, source="example").outcomes

    assert next(one for one in outcomes if one.rule == rule.id).outcome == "insufficient_data"


def test_a_sign_is_judged_by_the_indicator_that_a_row_surely_is(check):
    drafted = TargetSheet(
        goal="整治河道",
        rows=[SheetRow(level1="效益指标", level2="生态效益指标", name="露天秸秆禁烧火点数", target="≥15", unit="个")],
    )

    assert "FE201" in {finding.rule for finding in check(drafted).findings}


def test_a_missing_unit_is_filled_from_the_indicator_that_a_row_surely_is(check):
    drafted = TargetSheet(
        goal="培训干部",
        rows=[SheetRow(level1="产出指标", level2="质量指标", name="系统正常运行率", target="≥99.9")],
    )

    fix = next(finding.fix for finding in check(drafted).findings if finding.rule == "CO102")

    assert (fix.field, fix.after) == ("unit", "%")
