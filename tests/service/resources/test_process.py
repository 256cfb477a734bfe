import sqlite3
import threading
import time
from contextlib import closing

import pytest

from indicators.errors import MissingResource
from service.database.engine import reading
from service.database.library import state
from service.resources import apply_outbox, open_resources, rebuild
from service.resources.index import difference
from service.settings import Settings
from tests.fakes import FakeEmbedder
from tests.service.builders import files, indicator
from tests.service.homes import SMALL, at, open_home, publish, waiting


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def resources(home):
    opened = open_home(home)
    yield opened
    opened.close()


def test_an_empty_home_is_filled_with_the_curated_library(home):
    told = []
    opened = open_resources(at(home), told.append, embedder=FakeEmbedder())
    with reading(opened.engine) as session:
        assert state(session).source == "curated"
    assert len(opened.library.active) > 100
    assert told == ["正在载入自带的指标库"]
    opened.close()


def test_a_filled_home_does_not_read_the_curated_files_again(home):
    open_resources(at(home), embedder=FakeEmbedder()).close()
    told = []
    open_resources(at(home), told.append, embedder=FakeEmbedder()).close()
    assert told == []


def test_a_home_with_its_own_library_is_left_alone(home):
    from service.actions.library import import_own

    opened = open_home(home, library=None)
    import_own(opened, files(indicator("OWN1")))
    opened.close()
    again = open_resources(at(home), embedder=FakeEmbedder())
    assert [it.code for it in again.library.indicators] == ["OWN1"]
    again.close()


def test_a_home_that_cannot_be_made_is_told_with_its_setting(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(MissingResource, match="ZHIBIAO_HOME"):
        open_resources(Settings(home=tmp_path / "file" / "home"))


def test_opening_needs_neither_model_nor_index(home):
    class Forbidden:
        @property
        def name(self):
            raise AssertionError("the model was asked")

    opened = open_resources(at(home), fill=False, embedder=Forbidden())
    assert opened.library.indicators == ()
    assert not (home / "index").exists()
    opened.close()


def test_the_library_is_the_same_object_until_it_changes(resources):
    before = resources.library
    assert resources.library is before
    publish(resources, indicator("TD003"))
    assert "TD003" in resources.library.by_code


def test_the_searcher_is_the_same_object_until_the_library_changes(resources):
    before = resources.searcher
    assert resources.searcher is before
    publish(resources, indicator("TD003"))
    assert resources.searcher.library.indicator("TD003").is_active


def test_the_first_search_builds_the_index(resources):
    assert set(resources.searcher.index.hashes()) == {"TD001", "TD002", "CM001"}
    assert waiting(resources) == 0


def test_a_published_change_reaches_the_index(resources):
    resources.searcher  # noqa: B018 - builds the index
    publish(resources, indicator("TD003"), indicator("TD002", status="retired", successor="TD003"))
    assert waiting(resources) == 2
    found = apply_outbox(resources)
    assert (found.missing, found.extra) == (("TD003",), ("TD002",))
    assert set(resources.index.hashes()) == {"TD001", "TD003", "CM001"}
    assert waiting(resources) == 0


def test_a_changed_record_replaces_its_points(resources):
    resources.searcher  # noqa: B018 - builds the index
    publish(resources, indicator("TD001", phrases=("甲", "乙", "丙")))
    assert apply_outbox(resources).stale == ("TD001",)
    assert not difference(resources.index, resources.library)


def test_applying_twice_changes_nothing(resources):
    apply_outbox(resources)
    before = resources.index.count()
    assert not apply_outbox(resources)
    assert resources.index.count() == before


def test_a_change_of_another_process_is_noticed(home, resources):
    resources.searcher  # noqa: B018 - builds the index
    other = open_home(home, library=None)
    publish(other, indicator("TD003"))
    other.close()
    assert "TD003" in resources.searcher.index.hashes()


def test_a_second_process_searches_a_copy_while_the_first_holds_the_index(home, resources):
    resources.searcher  # noqa: B018 - builds the index
    second = open_home(home, library=None)
    assert second.searcher.index.read_only
    assert second.index.hashes() == resources.index.hashes()
    second.close()


def test_a_copy_leaves_changes_to_the_process_that_holds_the_index(home, resources):
    resources.searcher  # noqa: B018 - builds the index
    second = open_home(home, library=None)
    publish(second, indicator("TD003"))
    assert "TD003" not in second.searcher.index.hashes()
    assert waiting(second) == 1
    resources.searcher  # noqa: B018 - follows
    assert "TD003" in second.searcher.index.hashes()
    assert waiting(second) == 0
    second.close()


def test_a_copy_becomes_the_holder_when_the_first_process_has_gone(home):
    first = open_home(home)
    first.searcher  # noqa: B018 - builds the index
    second = open_home(home, library=None)
    assert second.searcher.index.read_only
    first.close()
    publish(second, indicator("TD003"))
    assert "TD003" in second.searcher.index.hashes()
    assert waiting(second) == 0
    second.close()


def test_threads_that_search_at_once_build_the_index_once(home):
    told = []
    opened = open_resources(at(home), fill=False, embedder=FakeEmbedder(), progress=told.append)
    publish(opened, *SMALL.indicators)
    found = []
    threads = [threading.Thread(target=lambda: found.append(opened.searcher)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(searcher) for searcher in found}) == 1
    assert told == ["正在建立检索索引：3/3"]
    opened.close()


def test_another_model_gets_an_index_of_its_own(home):
    class Other(FakeEmbedder):
        name = "other"

    first = open_home(home)
    before = first.searcher.index.name
    first.close()
    second = open_resources(at(home), fill=False, embedder=Other())
    assert second.searcher.index.name != before
    assert len(second.index.hashes()) == 3
    second.close()


def test_an_index_that_was_thrown_away_is_made_again(home):
    import shutil

    first = open_home(home)
    first.searcher  # noqa: B018 - builds the index
    first.close()
    shutil.rmtree(home / "index")
    second = open_home(home, library=None)
    assert len(second.searcher.index.hashes()) == 3
    second.close()


def test_a_rebuild_goes_into_a_new_folder_and_removes_the_old_one(home, resources):
    before = resources.searcher.index.name
    rebuild(resources)
    assert resources.index.name != before
    builds = [folder.name for folder in (home / "index").iterdir() if folder.is_dir()]
    assert builds == [resources.index.name.removeprefix("edge:")]
    assert not difference(resources.index, resources.library)


def test_a_search_under_way_ends_in_the_old_index_before_that_is_removed(home, resources):
    under_way = resources.searcher
    old = home / "index" / under_way.index.name.removeprefix("edge:")
    rebuilding = threading.Thread(target=rebuild, args=(resources,))
    rebuilding.start()
    while resources.searcher is under_way:
        time.sleep(0.01)
    assert under_way.search("指标").hits
    assert old.exists()
    del under_way
    rebuilding.join()
    assert not old.exists()


def test_a_process_goes_over_to_the_build_that_another_one_made(home, resources):
    before = resources.searcher.index.name
    other = open_home(home, library=None)
    rebuild(other)
    other.close()
    publish(resources, indicator("TD003"))
    assert resources.searcher.index.name != before
    assert "TD003" in resources.index.hashes()


def test_a_half_made_build_is_completed(home, resources):
    name = resources.searcher.index.name
    resources.close()
    fingerprint, _, number = name.removeprefix("edge:").rpartition("-")
    from indicators.search.index.edge import open_edge

    open_edge(home / "index", f"{fingerprint}-{int(number) + 1}", FakeEmbedder().dimension).close()
    again = open_home(home, library=None)
    assert len(again.searcher.index.hashes()) == 3
    assert [it.name for it in (home / "index").iterdir() if it.is_dir()] == [f"{fingerprint}-{int(number) + 1}"]
    again.close()


def test_the_suggester_is_fitted_once_and_again_when_the_library_has_changed(resources):
    before = resources.suggester
    assert resources.suggester is before
    publish(resources, indicator("TD003"))
    assert "TD003" in resources.suggester.library.by_code


def kept_vectors(resources):
    with closing(sqlite3.connect(resources.settings.model_cache / "vectors.db")) as kept:
        return kept.execute("SELECT count(*) FROM vector").fetchone()[0]


def test_the_vectors_of_the_library_are_kept_and_those_of_users_are_not(resources):
    assert resources.suggester.searcher.embedder is resources.embedder
    before = kept_vectors(resources)
    resources.searcher.search("不该留下的文字")
    assert kept_vectors(resources) == before >= resources.index.count()


def test_the_weights_of_a_draft_sum_to_what_the_settings_say(home):
    opened = open_home(home, draft_weight_total=100)
    assert opened.suggester.scale.total == 100
    opened.close()


def test_an_empty_library_can_be_searched(home):
    opened = open_home(home, library=None)
    assert opened.searcher.index.count() == 0
    opened.close()


@pytest.mark.postgres
def test_two_homes_on_one_server_both_follow(tmp_path, postgres_url):
    first = open_home(tmp_path / "one", database_url=postgres_url)
    second = open_home(tmp_path / "two", database_url=postgres_url, library=None)
    assert first.searcher.index.hashes() == second.searcher.index.hashes()
    publish(second, indicator("TD003"))
    assert "TD003" in second.searcher.index.hashes()
    assert "TD003" in first.searcher.index.hashes()
    first.close()
    second.close()
