import pytest
from qdrant_client import QdrantClient

from service.actions.index import build, doctor
from service.resources import apply_outbox
from service.resources.builds import is_old, open_build
from service.settings import Settings
from tests.fakes import FakeEmbedder
from tests.service.builders import indicator
from tests.service.homes import open_home, publish


@pytest.fixture
def settings(tmp_path):
    return Settings(home=tmp_path)


def opened(settings, **how):
    index = open_build(settings, FakeEmbedder(), **how)
    index.close()
    return index


def test_the_first_build_is_number_one(settings):
    assert opened(settings).name.endswith("-1")


def test_the_current_build_is_opened_again(settings):
    assert opened(settings).name == opened(settings).name


def test_a_new_build_has_the_next_number_and_is_the_current_one_from_then_on(settings):
    for _ in range(10):
        opened(settings, anew=True)
    assert opened(settings).name.endswith("-10")


def test_only_a_build_that_another_one_came_after_is_old(settings):
    first = opened(settings)
    assert not is_old(first, settings)
    second = opened(settings, anew=True)
    assert (is_old(first, settings), is_old(second, settings)) == (True, False)


@pytest.fixture
def on_server(tmp_path, monkeypatch):
    """Resources whose index lies on a server; the server is the client's own, in memory."""
    monkeypatch.setattr("indicators.search.index.server.connect", lambda *_: QdrantClient(":memory:"))
    resources = open_home(tmp_path / "home", qdrant_url="http://qdrant:6333", qdrant_api_key="key")
    yield resources
    resources.close()


def test_an_index_on_a_server_follows_the_library(on_server):
    apply_outbox(on_server)
    publish(on_server, indicator("TD003"), indicator("TD002", status="retired"))
    assert set(on_server.searcher.index.hashes()) == {"TD001", "TD003", "CM001"}
    assert on_server.index.name.startswith("server:")
    assert doctor(on_server).consistent


def test_a_server_gets_the_address_and_the_key_of_the_settings(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "indicators.search.index.server.connect", lambda *given: asked.append(given) or QdrantClient(":memory:")
    )
    resources = open_home(tmp_path / "home", qdrant_url="http://qdrant:6333", qdrant_api_key="key")
    assert resources.index.count() == 0
    assert asked == [("http://qdrant:6333", "key")]
    resources.close()


def test_an_index_on_a_server_is_built_anew(on_server):
    apply_outbox(on_server)
    after = build(on_server)
    assert (after.codes, after.points, after.pending) == (3, 4, 0)
