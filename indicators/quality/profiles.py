"""Reads the profiles (``data/profiles.yaml``) and chooses the one for a sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path

from indicators.errors import Detail, InvalidInput, InvalidLibrary
from indicators.library.files import read_values
from indicators.model.sheet import TargetSheet
from indicators.quality.profile import Profile
from indicators.quality.rules import RULES_BY_ID

PROFILES = Path(__file__).parent / "data" / "profiles.yaml"
DEFAULTS = {"project": "mof-2021", "department": "department"}


@lru_cache(maxsize=1)
def profiles() -> tuple[Profile, ...]:
    """All profiles in the order of the file."""
    return read_profiles(PROFILES, RULES_BY_ID)


def read_profiles(path: Path, rule_ids: Collection[str]) -> tuple[Profile, ...]:
    """The profiles of one file. Raises InvalidLibrary where one names a rule that does not exist, changes one that it
    disables, or comes twice.
    """
    found = read_values(path, Profile)
    details = [*_unknown_rules(path, found, rule_ids), *_of_no_effect(path, found), *_repeated(path, found)]
    if details:
        raise InvalidLibrary(f"{path.name} 有{len(details)}处不合格", details=details)
    return found


def profile_named(slug: str) -> Profile:
    """The profile with this slug. Raises InvalidInput listing the choices."""
    for profile in profiles():
        if profile.slug == slug:
            return profile
    choices = "；".join(f"{profile.slug}（{profile.name}）" for profile in profiles())
    raise InvalidInput(f"没有“{slug}”这个规则集；可用的有：{choices}")


def choose_profile(sheet: TargetSheet, slug: str | None = None) -> Profile:
    """The named profile; without a name the one of the sheet's framework, else the default of its kind."""
    if slug:
        return profile_named(slug)
    for profile in profiles():
        if sheet.framework in {profile.slug, profile.framework} and profile.kind == sheet.kind:
            return profile
    return profile_named(DEFAULTS[sheet.kind])


def _unknown_rules(path: Path, found: Iterable[Profile], rule_ids: Collection[str]) -> Iterable[Detail]:
    for profile in found:
        for rule_id in sorted(profile.rule_ids - set(rule_ids)):
            yield Detail(f"{path.name}:{profile.slug}", f"没有编号为“{rule_id}”的规则，请核对拼写或删去")


def _of_no_effect(path: Path, found: Iterable[Profile]) -> Iterable[Detail]:
    for profile in found:
        for rule_id in sorted(profile.severities.keys() & profile.disabled.keys()):
            yield Detail(f"{path.name}:{profile.slug}", f"规则“{rule_id}”不启用，又改了级别；请删去其中一处")


def _repeated(path: Path, found: Iterable[Profile]) -> Iterable[Detail]:
    seen: set[str] = set()
    for profile in found:
        if profile.slug in seen:
            yield Detail(f"{path.name}:{profile.slug}", "规则集的代号重复，请换一个")
        seen.add(profile.slug)
