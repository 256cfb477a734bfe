"""A declaration makes one rule, refuses a second of its id, and leaves the function plain."""

import pytest

from indicators.quality.examples import row, sheet
from indicators.quality.rule import Rule, Words, family


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


def test_a_declaration_keeps_all_that_it_was_given():
    def looked(sheet, context):
        """题目。

        为什么: 有理由，
        两行。
        怎么改: 这样改，
        两行。
        """
        yield from ()

    def met(sheet, context):
        return None

    family_ = family("XX", "完整性", stage="monitoring")
    shown = sheet(row())

    declare(
        family_,
        check=looked,
        group="unsound",
        severity="error",
        basis="official",
        clause="mof-2021-101/一",
        requires=["XX100"],
        applies=[met],
        bad=[shown],
        good=[shown],
    )

    (rule,) = family_.rules
    assert rule == Rule(
        id="XX101",
        name="some-fault",
        aspect="完整性",
        group="unsound",
        severity="error",
        clause="mof-2021-101/一",
        basis="official",
        requires=("XX100",),
        applies=(met,),
        bad=(shown,),
        good=(shown,),
        words=Words("题目", "有理由，两行。", "这样改，两行。"),
        check=looked,
        stage="monitoring",
    )


def test_without_a_word_on_it_a_rule_is_official_and_of_the_target():
    with pytest.raises(ValueError, match="rule XX101: give a clause"):
        family("XX", "完整性").rule(101, "some-fault", group="verbose", severity="info", bad=[], good=[])(check)

    assert family("XX", "完整性").stage == "target"


def test_a_check_without_a_docstring_is_named():
    def undocumented(sheet, context):
        yield from ()

    with pytest.raises(ValueError, match="rule XX101: the docstring must read"):
        declare(family("XX", "完整性"), check=undocumented)
