import sqlite3
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.resources.vectors import RememberingEmbedder
from tests.fakes import FakeEmbedder


class Counting(FakeEmbedder):
    """Notes which texts were really embedded."""

    def __init__(self, name="fake@1"):
        self.name = name
        self.asked = []

    def embed(self, texts):
        self.asked += texts
        return super().embed(texts)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache" / "vectors.db"


def asked_again(file, texts=("甲", "乙"), **given):
    """What a second embedder on the same file really embeds, after a first has embedded 甲 and 乙."""
    RememberingEmbedder(Counting(), file).embed(["甲", "乙"])
    second = Counting(**given)
    RememberingEmbedder(second, file).embed(list(texts))
    return second.asked


def test_a_text_is_embedded_once_for_all_processes(file):
    assert asked_again(file) == []


def test_only_new_texts_are_embedded(file):
    assert asked_again(file, texts=("乙", "丙")) == ["丙"]


def test_another_model_embeds_anew(file):
    assert asked_again(file, name="other@1") == ["甲", "乙"]


def test_name_and_dimension_are_those_of_the_embedder(file):
    remembering = RememberingEmbedder(FakeEmbedder(), file)
    assert (remembering.name, remembering.dimension) == (FakeEmbedder().name, FakeEmbedder().dimension)


def test_more_texts_than_a_statement_takes_are_no_fault(file):
    texts = [f"第{number}条" for number in range(1200)]
    RememberingEmbedder(Counting(), file).embed(texts)
    second = Counting()
    RememberingEmbedder(second, file).embed(texts)
    assert second.asked == []


def test_a_damaged_file_is_no_fault(file):
    file.parent.mkdir()
    file.write_text("这不是数据库" * 500)
    rows = RememberingEmbedder(FakeEmbedder(), file).embed(["甲"])
    assert (rows == FakeEmbedder().embed(["甲"])).all()


def test_a_vector_of_the_wrong_length_is_embedded_anew(file):
    RememberingEmbedder(Counting(), file).embed(["甲"])
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE vector SET row = x'00'")
    second = Counting()
    rows = RememberingEmbedder(second, file).embed(["甲"])
    assert second.asked == ["甲"]
    assert (rows == FakeEmbedder().embed(["甲"])).all()


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "file").write_text("")
    rows = RememberingEmbedder(FakeEmbedder(), tmp_path / "file" / "vectors.db").embed(["甲"])
    assert rows.shape == (1, FakeEmbedder.dimension)


def test_several_threads_may_ask_at_once(file):
    embedder = RememberingEmbedder(FakeEmbedder(), file)
    wrong = []

    def ask(number):
        texts = [f"{number}-{place}" for place in range(20)]
        wrong.extend([] if (embedder.embed(texts) == FakeEmbedder().embed(texts)).all() else texts)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.text(alphabet="甲乙丙丁", max_size=3), max_size=6), max_size=4))
def test_the_rows_are_always_those_of_the_embedder(file, calls):
    embedder = RememberingEmbedder(FakeEmbedder(), file)
    for texts in calls:
        assert (embedder.embed(texts) == FakeEmbedder().embed(texts)).all()
