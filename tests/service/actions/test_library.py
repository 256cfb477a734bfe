import pytest

from indicators.errors import InvalidInput, InvalidLibrary, NotFound
from indicators.model.indicator import CoreMark
from service.actions.library import duplicates, import_own, list_indicators, list_systems, show_entry
from tests.service.builders import files, framework, indicator, sector, system
from tests.service.homes import open_home

LIBRARY = files(
    indicator("TD001", core=CoreMark.FIELD),
    indicator("TD002", level1="效益指标"),
    indicator("TD003", status="retired", successor="TD001"),
    indicator("CM001", sector="common"),
    sectors=(sector("talent", name="人才发展"), sector("common", name="共性")),
)


@pytest.fixture
def resources(tmp_path):
    opened = open_home(tmp_path / "home", LIBRARY)
    yield opened
    opened.close()


@pytest.fixture
def empty(tmp_path):
    opened = open_home(tmp_path / "empty", library=None)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ({}, ["CM001", "TD001", "TD002"]),
        ({"sector": "人才发展"}, ["TD001", "TD002"]),
        ({"level1": "效益"}, ["TD002"]),
        ({"core": True}, ["TD001"]),
        ({"core": False, "sector": "talent"}, ["TD002"]),
        ({"status": "retired"}, ["TD003"]),
        ({"status": None, "sector": "talent"}, ["TD001", "TD002", "TD003"]),
    ],
)
def test_indicators_are_listed_by_what_a_user_writes(resources, wanted, codes):
    assert [it.code for it in list_indicators(resources, **wanted)] == codes


@pytest.mark.parametrize("wanted", [{"sector": "航天"}, {"level1": "过程指标"}])
def test_words_that_name_nothing_are_refused_with_the_choices(resources, wanted):
    with pytest.raises(InvalidInput, match="可用的有"):
        list_indicators(resources, **wanted)


def test_an_indicator_is_shown_whole_even_when_it_is_retired(resources):
    assert show_entry(resources, "td003") == LIBRARY.indicators[2]


def test_an_unknown_code_is_told(resources):
    with pytest.raises(NotFound, match="TD999"):
        show_entry(resources, "TD999")


def test_an_empty_home_takes_a_library_of_its_own(empty):
    done = import_own(empty, LIBRARY)
    assert (done.added, done.changed, done.library_version) == (4, 0, empty.library.version)
    assert [it.code for it in list_indicators(empty)] == ["CM001", "TD001", "TD002"]


def test_importing_the_same_again_changes_nothing(empty):
    import_own(empty, LIBRARY)
    done = import_own(empty, LIBRARY)
    assert (done.added, done.changed) == (0, 0)


def test_an_own_library_can_be_searched(empty):
    import_own(empty, LIBRARY)
    assert {hit.code for hit in empty.searcher.search("TD001").hits} >= {"TD001"}


def test_a_home_with_the_curated_library_takes_no_own_one(resources):
    with pytest.raises(InvalidInput, match="ZHIBIAO_HOME"):
        import_own(resources, LIBRARY)


def test_a_file_without_indicators_leaves_the_home_empty(empty):
    with pytest.raises(InvalidInput):
        import_own(empty, files(sectors=(sector(),)))
    assert empty.library.sectors == ()


def test_an_import_that_does_not_fit_leaves_the_home_empty(empty):
    with pytest.raises(InvalidLibrary):
        import_own(empty, files(indicator("TD001"), indicator("TD001"), sectors=(sector(),)))
    assert empty.library.indicators == ()


def test_a_system_is_shown_by_its_slug(tmp_path):
    whole = LIBRARY._replace(frameworks=(framework(),), systems=(system(),))
    opened = open_home(tmp_path / "home", whole)

    assert show_entry(opened, "talent-core") == whole.systems[0]
    assert list_systems(opened, sector="人才发展") == whole.systems
    assert list_systems(opened, sector="共性") == ()
    opened.close()


def test_pairs_that_are_alike_are_found_in_the_home(resources):
    assert [(pair.one.code, pair.other.code) for pair in duplicates(resources, least=0)] == [("TD001", "TD002")]
