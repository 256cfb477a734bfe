import pytest

from indicators.errors import MissingResource
from service.actions.index import build, doctor, status
from service.resources import apply_outbox
from tests.service.builders import indicator
from tests.service.homes import open_home, publish


@pytest.fixture
def resources(tmp_path):
    opened = open_home(tmp_path / "home")
    yield opened
    opened.close()


@pytest.fixture
def ready(resources):
    apply_outbox(resources)
    return resources


def test_the_index_of_a_new_home_is_built_before_it_is_told_of(resources):
    found = status(resources)
    assert (found.codes, found.pending, found.library_codes) == (3, 0, 3)


def test_a_new_home_has_nothing_for_the_doctor(resources):
    assert doctor(resources).consistent


def test_the_status_tells_model_engine_and_counts(ready):
    found = status(ready)
    assert (found.points, found.codes, found.pending) == (4, 3, 0)
    assert found.index.startswith("edge:")
    assert (found.model, found.library_version) == (ready.embedder.name, ready.library.version)
    assert "待处理的变更：0 条" in found.text()


def test_a_build_makes_the_index_anew(ready):
    before = status(ready)
    after = build(ready)
    assert after.index != before.index
    assert (after.points, after.codes, after.pending) == (before.points, before.codes, 0)


def test_the_doctor_finds_nothing_in_a_sound_index(ready):
    found = doctor(ready)
    assert (found.consistent, found.fixed, found.pending) == (True, False, 0)
    assert found.text() == "索引与数据库一致：3 条指标"


def damage(resources):
    """What a crash or a hand in the files could do: one code gone, one of an older record, one that nobody knows."""
    from indicators.search import document

    resources.index.drop(["TD001"])
    older = [indicator("TD002", note="旧"), indicator("XX001")]
    resources.index.put(document.points(older, resources.embedder))


def test_the_doctor_names_what_is_missing_stale_and_extra_and_changes_nothing(ready):
    damage(ready)
    for _ in range(2):
        found = doctor(ready)
        assert (found.missing, found.stale, found.extra) == (("TD001",), ("TD002",), ("XX001",))
        assert not found.consistent
    assert "doctor --fix" in found.text()


def test_the_doctor_mends_what_differs_and_says_what_it_was(ready):
    damage(ready)
    found = doctor(ready, fix=True)
    assert (found.missing, found.stale, found.extra) == (("TD001",), ("TD002",), ("XX001",))
    assert (found.fixed, found.consistent) == (True, True)
    assert doctor(ready).consistent


def test_a_sound_index_needs_no_mending(ready):
    assert not doctor(ready, fix=True).fixed


def test_a_change_that_waits_shows_in_the_diagnosis(ready):
    publish(ready, indicator("TD009"))
    found = doctor(ready)
    assert (found.missing, found.pending) == (("TD009",), 1)


def test_a_copy_of_a_held_index_cannot_be_mended(ready, tmp_path):
    second = open_home(tmp_path / "home", library=None)
    assert status(second).read_only
    publish(second, indicator("TD009"))
    with pytest.raises(MissingResource, match="另一个进程"):
        doctor(second, fix=True)
    second.close()
