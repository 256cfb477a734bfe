"""A declaration makes one rule, refuses a second of its id, and leaves the function plain."""

import pytest

from indicators.quality.examples import row, sheet
from indicators.quality.rule import family


def check(sheet, context):
    """题目。

    为什么: 有理由。
    怎么改: 这样改。
    """
    yield from ()


def declare(family_, number=101, name="some-fault", check=check, **given):
    fields = {
        "group": "verbose",
        "severity": "info",
        "basis": "practice",
        "bad": [sheet(row())],
        "good": [sheet(row())],
    }
    return family_.rule(number, name, **{**fields, **given})(check)


def test_a_declaration_becomes_a_rule_and_the_function_stays_plain():
    family_ = family("XX", "完整性")

    declared = declare(family_)

    (rule,) = family_.rules
    assert declared is check
    assert (rule.id, rule.name, rule.aspect) == ("XX101", "some-fault", "完整性")
    assert (rule.title, rule.why, rule.how) == ("题目", "有理由。", "这样改。")


@pytest.mark.parametrize(("number", "name"), [(101, "other-fault"), (102, "some-fault")])
def test_an_id_or_name_is_refused_the_second_time(number, name):
    family_ = family("XX", "完整性")
    declare(family_)

    with pytest.raises(ValueError, match="declared twice"):
        declare(family_, number, name)


def test_a_rule_says_what_it_rests_on():
    with pytest.raises(ValueError, match="give a clause"):
        declare(family("XX", "完整性"), basis="official")


def test_a_rule_without_why_and_how_is_refused():
    def undocumented(sheet, context):
        """题目。"""
        yield from ()

    with pytest.raises(ValueError, match="docstring must read"):
        declare(family("XX", "完整性"), check=undocumented)
