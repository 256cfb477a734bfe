"""The handbook: one source, three faces, never stale."""

import pytest

from indicators.errors import NotFound
from indicators.quality.handbook import RULES_MD, THRESHOLDS, entries, example_lines, explain, handbook
from indicators.quality.profile import Thresholds
from indicators.quality.profiles import profiles
from indicators.quality.rules import RULES


def test_the_committed_page_is_fresh():
    assert RULES_MD.read_text("utf-8") == handbook(), "run: python -m indicators.quality.handbook"


@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.slug)
def test_every_profile_is_documented_with_what_it_changes(profile):
    text = handbook()

    assert f"| `{profile.slug}` | {profile.name} | {profile.note} |" in text
    own = text.partition(f"`{profile.slug}` 与规则本来的口径不同之处")[2].partition("不同之处")[0]
    assert all(f"{rule_id} " in own for rule_id in {*profile.severities, *profile.disabled})
    assert all(THRESHOLDS[name] in own for name in profile.thresholds.model_dump(exclude_defaults=True))


def test_every_threshold_has_words():
    assert set(THRESHOLDS) == set(Thresholds.model_fields)


def test_an_entry_shows_the_severity_of_the_profile_and_why_a_rule_is_off():
    assert (explain("ME102").severity, explain("ME102", profile="strict").severity) == ("warning", "error")
    assert (explain("CO204").disabled, explain("CO204", profile="lenient").disabled != "") == ("", True)


def test_every_rule_has_an_entry_in_order():
    assert [entry.id for entry in entries()] == [rule.id for rule in RULES]


def test_an_entry_says_what_why_how_and_on_what_it_rests():
    entry = explain("ME101")

    assert entry.title == "指标值是无法衡量的词"
    assert entry.why
    assert entry.how
    assert entry.clause.endswith("一（二）3")
    assert entry.clause_kind == "依据"


@pytest.mark.parametrize("written", ["me101", " ME101 ", "vague-target"])
def test_a_rule_is_found_by_id_or_name_in_any_case(written):
    assert explain(written).id == "ME101"


def test_a_rule_on_practice_shows_no_clause():
    assert (explain("CO202").clause, explain("CO202").clause_kind) == (None, "参考")


def test_a_local_profile_shows_the_local_clause():
    assert "豫财效〔2022〕4号" in explain("ME101", profile="henan-2022").clause


@pytest.mark.parametrize(("written", "near"), [("ME1O1", "ME101"), ("vague-targets", "vague-target"), ("zzz", "CO101")])
def test_an_unknown_rule_is_refused_with_near_ones(written, near):
    with pytest.raises(NotFound, match=near):
        explain(written)


def test_an_example_is_shown_without_its_companions():
    assert example_lines(explain("ME101").bad[0]) == ("服务质量 = 较好",)
