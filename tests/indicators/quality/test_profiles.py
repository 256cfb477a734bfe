"""Profiles and checkpoints are data: whole, canonical, and refused where they name what does not exist."""

import pytest

from indicators.errors import InvalidInput, InvalidLibrary
from indicators.library.files import canonical, read_library
from indicators.library.snapshot import Library
from indicators.model.finding import ASPECTS, SEVERITIES
from indicators.quality.checker import check_sheet
from indicators.quality.checkpoints import CHECKPOINTS, Checkpoint, checkpoints, read_checkpoints
from indicators.quality.examples import row, sheet
from indicators.quality.profiles import PROFILES, choose_profile, profile_named, profiles, read_profiles
from indicators.quality.rules import RULES, RULES_BY_ID

LIBRARY = Library.from_files(read_library())


def test_the_files_are_in_canonical_form():
    assert PROFILES.read_text("utf-8") == canonical(profiles())
    assert CHECKPOINTS.read_text("utf-8") == canonical(checkpoints())


@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.slug)
def test_a_profile_names_a_held_framework_and_held_official_clauses_in_its_scope(profile):
    assert LIBRARY.framework(profile.framework).kind == profile.kind
    for clause_id in profile.clauses.values():
        assert LIBRARY.clauses_by_id[clause_id].is_official
        assert clause_id.split("/")[0] in profile.scope


def test_clauses_of_checkpoints_are_held():
    assert {point.clause for point in checkpoints() if point.clause} <= set(LIBRARY.clauses_by_id)


def test_every_rule_answers_a_checkpoint_of_its_aspect():
    answered = {rule: point.aspect for point in checkpoints() for rule in point.rules}

    assert answered == {rule.id: rule.aspect for rule in RULES}
    assert {point.aspect for point in checkpoints()} == set(ASPECTS)


def test_an_unknown_rule_in_a_profile_is_an_error(tmp_path):
    path = tmp_path / "profiles.yaml"
    path.write_text(
        "- {slug: a, name: 甲, kind: project, framework: mof-2021, severities: {ZZ999: error}}\n", encoding="utf-8"
    )

    with pytest.raises(InvalidLibrary) as caught:
        read_profiles(path, RULES_BY_ID)

    assert "ZZ999" in caught.value.details[0].message


def test_a_rule_that_is_off_and_has_a_severity_is_an_error(tmp_path):
    path = tmp_path / "profiles.yaml"
    path.write_text(
        "- {slug: a, name: 甲, kind: project, framework: f, severities: {ME101: info}, disabled: {ME101: 不用}}\n",
        encoding="utf-8",
    )

    with pytest.raises(InvalidLibrary) as caught:
        read_profiles(path, RULES_BY_ID)

    assert "ME101" in caught.value.details[0].message


@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.slug)
def test_a_profile_says_nothing_that_holds_without_it(profile):
    same = {rule_id for rule_id, given in profile.severities.items() if given == RULES_BY_ID[rule_id].severity}

    assert same == set()
    assert all(reason.strip() for reason in profile.disabled.values())


@pytest.mark.parametrize(("slug", "sterner"), [("strict", True), ("lenient", False)])
def test_strict_only_raises_and_lenient_only_lowers(slug, sterner):
    profile = profile_named(slug)

    moves = {
        SEVERITIES.index(given) < SEVERITIES.index(RULES_BY_ID[rule_id].severity)
        for rule_id, given in profile.severities.items()
    }

    assert moves == {sterner}
    assert not (sterner and profile.disabled)


def test_a_finding_weighs_as_its_profile_says():
    drafted = sheet(row(level2="时效指标", name="清扫完成时间", target="及时"))

    checked = [check_sheet(drafted, LIBRARY, source="表.xlsx", profile=slug) for slug in ("strict", None, "lenient")]

    severities = [one.severity for sheet in checked for one in sheet.findings if one.rule == "ME102"]
    measurable = [sheet.opinion.aspects[-1].score for sheet in checked]
    assert severities == ["error", "warning", "info"]
    assert measurable == [12, 16, 19]


@pytest.mark.parametrize(("slug", "rules"), [("strict", ["CO501"]), (None, ["CO502"]), ("lenient", ["CO502"])])
def test_counts_are_held_against_the_thresholds_of_the_profile(slug, rules):
    names = ("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑", "寅", "卯")
    drafted = sheet(*(row(name=f"{name}地清扫面积", target="≥3万平方米") for name in names))

    checked = check_sheet(drafted, LIBRARY, source="表.xlsx", profile=slug)

    assert [one.rule for one in checked.findings if one.rule in {"CO501", "CO502"}] == rules


def test_a_slug_comes_once(tmp_path):
    path = tmp_path / "profiles.yaml"
    path.write_text("- {slug: a, name: 甲, kind: project, framework: f}\n" * 2, encoding="utf-8")

    with pytest.raises(InvalidLibrary) as caught:
        read_profiles(path, RULES_BY_ID)

    assert "重复" in caught.value.details[0].message


def test_an_unknown_rule_in_a_checkpoint_is_an_error(tmp_path):
    path = tmp_path / "checkpoints.yaml"
    path.write_text("- {question: 问, aspect: 完整性, rules: [ZZ999]}\n", encoding="utf-8")

    with pytest.raises(InvalidLibrary) as caught:
        read_checkpoints(path, RULES_BY_ID)

    assert "ZZ999" in caught.value.details[0].message


def test_an_unknown_profile_is_refused_with_the_choices():
    with pytest.raises(InvalidInput, match="department"):
        profile_named("nobody")


@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({}, "mof-2021"),
        ({"kind": "department"}, "department"),
        ({"framework": "mof-2020"}, "mof-2020"),
        ({"framework": "our-own"}, "mof-2021"),
    ],
)
def test_a_sheet_gets_the_profile_of_its_framework_or_kind(fields, slug):
    assert choose_profile(sheet(row(), **fields)).slug == slug


def test_sound_files_are_read_as_they_are():
    assert read_profiles(PROFILES, RULES_BY_ID) == profiles()
    assert read_checkpoints(CHECKPOINTS, RULES_BY_ID) == checkpoints()


@pytest.mark.parametrize(
    ("fields", "kind", "stages", "is_open"),
    [
        ({}, "project", ("target",), True),
        ({"rules": ("ME101",)}, "project", ("target",), False),
        ({"kinds": ("department",)}, "project", ("target",), False),
        ({"stages": ("monitoring",)}, "project", ("target",), False),
        ({"stages": ("monitoring",)}, "project", ("target", "monitoring"), True),
        ({"rules": ("ME101",), "kinds": ("department",)}, "project", ("target",), False),
    ],
)
def test_a_checkpoint_is_open_where_no_rule_answers_what_is_asked(fields, kind, stages, is_open):
    assert Checkpoint(question="问", aspect="完整性", **fields).is_open(kind, stages) is is_open
