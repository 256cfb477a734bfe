import threading
import time

import pytest

from indicators.errors import MissingResource
from service.resources.embedder import LazyEmbedder
from tests.fakes import FakeEmbedder


def test_nothing_is_loaded_until_it_is_asked():
    loads = []
    embedder = LazyEmbedder(lambda: loads.append(1) or FakeEmbedder())
    assert not embedder.is_loaded
    assert loads == []


def test_it_answers_as_the_loaded_one():
    embedder = LazyEmbedder(FakeEmbedder)
    assert (embedder.name, embedder.dimension) == (FakeEmbedder().name, FakeEmbedder().dimension)
    assert (embedder.embed(["甲"]) == FakeEmbedder().embed(["甲"])).all()


def test_threads_that_ask_at_once_load_once():
    loads = []

    def load():
        loads.append(1)
        time.sleep(0.05)
        return FakeEmbedder()

    embedder = LazyEmbedder(load)
    threads = [threading.Thread(target=embedder.embed, args=(["甲"],)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert loads == [1]


def test_a_failed_load_is_told_and_tried_again():
    answers = [MissingResource("没有模型"), FakeEmbedder()]

    def load():
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    embedder = LazyEmbedder(load)
    with pytest.raises(MissingResource):
        embedder.embed(["甲"])
    assert embedder.name == FakeEmbedder().name
