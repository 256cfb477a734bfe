"""Exemptions set findings aside, and never hide them."""

from datetime import date

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.model.finding import Suppression
from indicators.quality.checker import check_sheet
from indicators.quality.examples import row, sheet
from indicators.quality.suppression import BY_BASELINE, IN_BASELINE, Exemption, baseline, lapses, suppress

LIBRARY = Library.from_files(read_library())
TODAY = date(2026, 6, 30)


def check(*rows, **given):
    return check_sheet(sheet(*rows, **{"project": "老年助餐", **given}), LIBRARY, source="表.xlsx")


def vague(name="服务质量"):
    return row(level2="质量指标", name=name, target="较好")


def exemption(**given):
    return Exemption(**{"reason": "另附评分表", "who": "预算科", **given})


def aside(checked):
    return [(one.rule, one.row_name) for one in checked.findings if one.suppressed]


def test_a_finding_is_set_aside_by_its_fingerprint_and_still_shown():
    before = check(vague())
    [fault] = [one for one in before.findings if one.rule == "ME101"]

    after = suppress(before, [exemption(fingerprint=fault.fingerprint, until="2026-12-31")], TODAY)

    [shown] = [one for one in after.findings if one.rule == "ME101"]
    assert len(after.findings) == len(before.findings)
    assert shown.suppressed.model_dump() == {"reason": "另附评分表", "who": "预算科", "until": "2026-12-31"}
    assert shown.model_copy(update={"suppressed": None}) == fault


def test_what_is_set_aside_is_counted_as_such_and_the_opinion_is_given_again():
    before = check(vague())

    after = suppress(before, [exemption(rule="ME101", row="服务质量")], TODAY)

    assert (before.summary.errors, before.summary.suppressed) == (1, 0)
    assert (after.summary.errors, after.summary.suppressed) == (0, 1)
    assert after.summary.rows == before.summary.rows
    assert before.opinion.score < after.opinion.score
    assert after.opinion.unchecked == before.opinion.unchecked


@pytest.mark.parametrize(
    ("given", "met"),
    [
        ({"rule": "ME101", "row": "服务质量"}, [("ME101", "服务质量")]),
        ({"rule": "vague-target", "row": "质量指标：服务 质量"}, [("ME101", "服务质量")]),
        ({"rule": "me101", "row": "服务质量", "project": "2026年老年助餐"}, [("ME101", "服务质量")]),
        ({"rule": "ME101", "row": "服务质量", "project": "别的项目"}, []),
        ({"rule": "ME101", "row": "培训质量"}, []),
        ({"rule": "ME101"}, []),
        ({"rule": "ME102", "row": "服务质量"}, []),
    ],
)
def test_a_selector_meets_the_rule_on_the_row_in_the_project(given, met):
    checked = check(vague())

    assert aside(suppress(checked, [exemption(**given)], TODAY)) == met


def test_without_a_row_the_finding_of_the_whole_sheet_is_meant():
    checked = check(row(), vague(), alone=True)

    after = suppress(checked, [exemption(rule="missing-benefit")], TODAY)

    assert aside(after) == [("CV102", "")]


@pytest.mark.parametrize(("today", "met"), [(date(2026, 12, 31), 1), (date(2027, 1, 1), 0)])
def test_an_exemption_holds_through_its_last_day(today, met):
    checked = check(vague())

    after = suppress(checked, [exemption(rule="ME101", row="服务质量", until="2026-12-31")], today)

    assert after.summary.suppressed == met


def test_expired_and_unused_ones_are_told_and_those_of_other_projects_are_not():
    exemptions = [
        exemption(rule="ME101", row="服务质量"),
        exemption(rule="ME101", row="培训质量"),
        exemption(rule="ME101", row="服务质量", until="2025-12-31"),
        exemption(fingerprint="0" * 16, project="别的项目"),
        exemption(fingerprint="0" * 16),
    ]

    found = lapses(exemptions, [suppress(check(vague()), exemptions, TODAY)], TODAY)

    assert [one.entry for one in found.unused] == [2, 5]
    assert [one.entry for one in found.expired] == [3]


def test_a_baseline_leaves_only_what_is_new():
    last_year = check(vague(), project="2025年老年助餐")
    this_year = check(vague("讲解质量"), vague(" 服务质量 "), project="2026年老年助餐")

    after = suppress(this_year, baseline([last_year]), TODAY)

    new = [one.row_name for one in after.findings if one.rule == "ME101" and one.suppressed is None]
    assert new == ["讲解质量"]
    assert {one.suppressed.reason for one in after.findings if one.suppressed} == {IN_BASELINE}


def test_a_baseline_of_one_project_does_not_cover_another():
    known = baseline([check(row(), vague(), alone=True)])

    other = suppress(check(row(), vague(), alone=True, project="道路养护"), known, TODAY)

    assert known
    assert other.summary.suppressed == 0


def test_a_baseline_keeps_the_reasons_of_what_was_set_aside():
    checked = suppress(check(vague()), [exemption(rule="ME101", row="服务质量", until="2026-12-31")], TODAY)

    [kept] = [one for one in baseline([checked]) if one.rule == "ME101"]

    assert (kept.reason, kept.who, kept.until) == ("另附评分表", "预算科", date(2026, 12, 31))


def test_a_baseline_tells_the_reader_what_each_of_its_lines_is():
    [line] = [one for one in baseline([check(vague())]) if one.rule == "ME101"]

    assert (line.row, line.project, line.reason, line.who) == ("服务质量", "老年助餐", IN_BASELINE, BY_BASELINE)
    assert line.fingerprint == next(one.fingerprint for one in check(vague()).findings if one.rule == "ME101")


def test_a_reason_without_a_name_is_kept_by_the_baseline():
    checked = check(vague())
    [fault] = [one for one in checked.findings if one.rule == "ME101"]
    nameless = fault.model_copy(update={"suppressed": Suppression(reason="另附评分表")})

    [kept] = baseline([checked.model_copy(update={"findings": (nameless,)})])

    assert (kept.reason, kept.who, kept.until) == ("另附评分表", BY_BASELINE, None)


def test_an_exemption_of_a_project_is_used_only_on_its_sheets():
    exemptions = [exemption(rule="ME101", row="服务质量", project="老年助餐")]

    found = lapses(exemptions, [check(vague()), check(row(), project="道路养护")], TODAY)

    assert found.unused == ()
