"""A suggestion notes what the library lacked, and stands even where nothing can be noted."""

import pytest

from indicators.model.sheet import TargetSheet
from service.actions.library import list_wanted
from service.actions.suggest import suggest, wants_of
from tests.service.homes import open_home

SHEET = TargetSheet(goal="编纂地方志3卷，举办主体班8期。")


@pytest.fixture
def resources(tmp_path):
    opened = open_home(tmp_path / "home")
    yield opened
    opened.close()


def test_what_the_library_lacked_is_noted(resources):
    suggestion = suggest(resources, SHEET)

    assert {want.text for want in list_wanted(resources)} == {want.text for want in wants_of(suggestion)} != set()


def test_nothing_is_noted_where_the_setting_says_so(tmp_path):
    resources = open_home(tmp_path / "home", note_wanted=False)
    suggest(resources, SHEET)

    assert list_wanted(resources) == ()
    resources.close()
