"""Profiles and checkpoints are data: whole, canonical, and refused where they name what does not exist."""

import pytest

from indicators.errors import InvalidInput, InvalidLibrary
from indicators.library.files import canonical, read_library
from indicators.library.snapshot import Library
from indicators.model.finding import ASPECTS
from indicators.quality.checkpoints import CHECKPOINTS, checkpoints, read_checkpoints
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
