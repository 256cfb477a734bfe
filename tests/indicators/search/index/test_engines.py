"""Both engines keep one promise: the same points and queries give the same answers."""

import os
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qdrant_client import QdrantClient

from indicators.errors import MissingResource
from indicators.search.index import Point, Sparse, Where, point_id
from indicators.search.index.edge import open_edge
from indicators.search.index.server import connect, open_server

SIZE = 4
HERE = Path(__file__).resolve().parents[4]

pytestmark = pytest.mark.filterwarnings("ignore:Payload indexes have no effect in the local Qdrant")


def embedded(folder):
    return open_edge(folder, "test", SIZE)


def on_server(_):
    return open_server(QdrantClient(":memory:"), "test", SIZE)


def on_live_server(_):
    url = os.environ.get("ZHIBIAO_TEST_QDRANT_URL")
    if not url:
        pytest.skip("ZHIBIAO_TEST_QDRANT_URL is not set")
    client = connect(url, None)
    client.delete_collection("zhibiao-test")
    return open_server(client, "test", SIZE)


@pytest.fixture(params=[embedded, on_server, on_live_server], ids=["embedded", "memory", "server"])
def index(request, tmp_path):
    opened = request.param(tmp_path)
    yield opened
    opened.close()


def unit(*values):
    row = np.asarray(values, np.float32)
    return row / np.linalg.norm(row)


def point(code="A1", text="培训人次", place=0, dense=(1, 0, 0, 0), words=None, **fields):
    defaults = {"sector": "talent", "level1": "产出指标", "level2": "数量指标", "core": False, "content_hash": "h1"}
    sparse = Sparse(tuple(words), tuple(words.values())) if words else None
    return Point(
        id=point_id(code, place), code=code, text=text, dense=unit(*dense), words=sparse, **{**defaults, **fields}
    )


def meaning(index, *dense, limit=10, where=None):
    return index.by_meaning(unit(*dense)[None, :], limit=limit, where=where or Where())[0]


def by_words(index, words, limit=10, where=None):
    return index.by_words([Sparse(tuple(words), tuple(words.values()))], limit=limit, where=where or Where())[0]


def test_the_nearest_text_comes_first_with_its_cosine(index):
    index.put([point("A1"), point("B2", dense=(1, 1, 0, 0))])

    found = meaning(index, 1, 0, 0, 0)

    assert [hit.code for hit in found] == ["A1", "B2"]
    assert found[1].score == pytest.approx(0.7071, abs=1e-3)


def test_words_alone_find_and_only_what_shares_a_word(index):
    index.put([point("A1", words={7: 1.0, 9: 0.5}), point("B2", words={8: 2.0})])

    found = by_words(index, {7: 2.0, 9: 1.0})

    assert [(hit.code, hit.score) for hit in found] == [("A1", pytest.approx(2.5))]


def test_equal_scores_are_ordered_by_code_then_text(index):
    index.put([point("B2", "二"), point("A1", "乙", 1), point("A1", "甲", 0)])

    assert [(hit.code, hit.text) for hit in meaning(index, 1, 0, 0, 0)] == [("A1", "乙"), ("A1", "甲"), ("B2", "二")]


@pytest.mark.parametrize(
    ("where", "codes"),
    [
        (Where(), ["A1", "B2", "C3"]),
        (Where(sectors=("talent", "common")), ["A1", "C3"]),
        (Where(level1="效益指标"), ["B2"]),
        (Where(level2="质量指标"), ["C3"]),
        (Where(core=True), ["C3"]),
        (Where(sectors=("talent",), core=True), []),
    ],
)
def test_filters_hold_in_both_arms(index, where, codes):
    index.put(
        [
            point("A1", words={1: 1.0}),
            point("B2", words={1: 1.0}, sector="procurement", level1="效益指标"),
            point("C3", words={1: 1.0}, sector="common", level2="质量指标", core=True),
        ]
    )

    assert [hit.code for hit in meaning(index, 1, 0, 0, 0, where=where)] == codes
    assert [hit.code for hit in by_words(index, {1: 1.0}, where=where)] == codes


def test_putting_a_code_again_replaces_all_its_points(index):
    index.put([point("A1", "旧一"), point("A1", "旧二", 1)])
    index.put([point("A1", "新", content_hash="h2")])

    assert index.count() == 1
    assert dict(index.hashes()) == {"A1": "h2"}
    assert [hit.text for hit in meaning(index, 1, 0, 0, 0)] == ["新"]


def test_dropped_codes_are_gone_and_unknown_ones_are_no_fault(index):
    index.put([point("A1"), point("B2")])
    index.drop(["A1", "Z9"])

    assert dict(index.hashes()) == {"B2": "h1"}


def test_frequencies_follow_every_put_and_drop(index):
    index.put([point("A1", words={1: 1.0, 2: 1.0}), point("B2", words={2: 1.0})])
    assert dict(index.frequencies().of) == {1: 1, 2: 2}

    index.drop(["B2"])

    assert (index.frequencies().documents, dict(index.frequencies().of)) == (1, {1: 1, 2: 1})


def test_queries_in_a_batch_are_answered_in_their_order(index):
    index.put([point("A1"), point("B2", dense=(0, 1, 0, 0))])

    found = index.by_meaning(np.stack([unit(0, 1, 0, 0), unit(1, 0, 0, 0)]), limit=1, where=Where())

    assert [[hit.code for hit in hits] for hits in found] == [["B2"], ["A1"]]


def test_an_empty_index_answers_with_nothing(index):
    assert meaning(index, 1, 0, 0, 0) == []
    assert by_words(index, {1: 1.0}) == []


def test_the_embedded_index_holds_its_points_when_opened_again(tmp_path):
    first = embedded(tmp_path)
    first.put([point("A1")])
    first.close()

    again = embedded(tmp_path)

    assert dict(again.hashes()) == {"A1": "h1"}
    again.close()


def test_a_second_opening_gets_a_copy_that_reads_and_does_not_write(tmp_path):
    holder = embedded(tmp_path)
    holder.put([point("A1")])

    copy = embedded(tmp_path)

    assert (holder.read_only, copy.read_only) == (False, True)
    assert [hit.code for hit in meaning(copy, 1, 0, 0, 0)] == ["A1"]
    with pytest.raises(MissingResource, match="另一个进程"):
        copy.put([point("B2")])
    copy.close()
    holder.close()


def test_the_holder_writes_on_after_a_copy_was_taken(tmp_path):
    holder = embedded(tmp_path)
    holder.put([point("A1", words={1: 1.0})])
    copy = embedded(tmp_path)

    holder.put([point("B2", words={2: 1.0})])

    assert set(holder.hashes()) == {"A1", "B2"}
    assert set(copy.hashes()) == {"A1"}
    copy.close()
    holder.close()
    again = embedded(tmp_path)
    assert set(again.hashes()) == {"A1", "B2"}
    again.close()


def test_a_copy_is_removed_when_it_closes(tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    holder = embedded(tmp_path / "index")
    copy = embedded(tmp_path / "index")
    assert list(scratch.iterdir())

    copy.close()

    assert not list(scratch.iterdir())
    holder.close()


@pytest.mark.parametrize("held", [False, True], ids=["control", "held"])
def test_a_second_process_gets_a_copy_only_while_the_folder_is_held(tmp_path, held):
    first = embedded(tmp_path)
    first.put([point("A1")])
    if not held:
        first.close()

    told = in_another_process(tmp_path, "print(index.read_only, dict(index.hashes()))")

    assert told.stdout.strip() == f"{held} {{'A1': 'h1'}}", told.stderr
    first.close()


def test_a_damaged_folder_begins_anew_and_empty(tmp_path):
    first = embedded(tmp_path)
    first.put([point("A1")])
    first.close()
    (tmp_path / "test" / "edge_config.json").write_text("{")

    again = embedded(tmp_path)

    assert again.count() == 0
    again.put([point("B2")])
    assert set(again.hashes()) == {"B2"}
    again.close()


def test_a_place_that_cannot_be_written_is_a_missing_resource(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(MissingResource, match="权限"):
        embedded(tmp_path / "file")


def test_promoting_an_embedded_build_removes_the_builds_that_nobody_holds(tmp_path):
    open_edge(tmp_path, "old", SIZE).close()
    held = open_edge(tmp_path, "held", SIZE)
    new = open_edge(tmp_path, "new", SIZE)

    new.promote()

    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"held", "new"}
    held.close()
    new.close()


@pytest.mark.parametrize("kill", [False, True], ids=["control", "killed"])
def test_what_was_put_survives_kill_9(tmp_path, kill):
    then = "os.kill(os.getpid(), signal.SIGKILL)" if kill else "index.close()"
    done = in_another_process(tmp_path, f"index.put([point('A1')]); {then}")
    assert done.returncode == (-9 if kill else 0), done.stderr

    again = embedded(tmp_path)

    assert dict(again.hashes()) == {"A1": "h1"}
    again.close()


def test_a_server_that_does_not_answer_is_a_missing_resource():
    with pytest.raises(MissingResource, match="ZHIBIAO_QDRANT_URL"):
        open_server(connect("http://127.0.0.1:9", None), "test", SIZE)


def test_promoting_a_build_on_a_server_switches_the_alias_and_removes_the_builds_before():
    client = QdrantClient(":memory:")
    open_server(client, "old", SIZE).promote()
    open_server(client, "abandoned", SIZE)
    new = open_server(client, "new", SIZE)

    new.promote()

    assert [collection.name for collection in client.get_collections().collections] == ["zhibiao-new"]
    assert [(a.alias_name, a.collection_name) for a in client.get_aliases().aliases] == [("zhibiao", "zhibiao-new")]


def test_collections_of_others_on_the_server_are_left_alone():
    client = QdrantClient(":memory:")
    client.create_collection("theirs", vectors_config={})

    open_server(client, "new", SIZE).promote()

    assert client.collection_exists("theirs")


def test_many_codes_are_put_and_dropped_whole(index):
    index.put([point(f"C{n:03}", f"文本{place}", place) for n in range(250) for place in range(2)])
    assert (index.count(), len(index.hashes())) == (500, 250)

    index.drop(f"C{n:03}" for n in range(1, 250))

    assert (index.count(), dict(index.hashes())) == (2, {"C000": "h1"})


def test_a_query_without_terms_finds_nothing_and_leaves_the_others_in_their_places(index):
    index.put([point("A1", words={1: 1.0})])

    found = index.by_words([Sparse((), ()), Sparse((1,), (1.0,)), Sparse((), ())], limit=5, where=Where())

    assert [[hit.code for hit in hits] for hits in found] == [[], ["A1"], []]


def test_no_queries_give_no_answers(index):
    assert index.by_meaning(np.empty((0, SIZE), np.float32), limit=5, where=Where()) == []
    assert index.by_words([], limit=5, where=Where()) == []


def test_searching_goes_on_while_others_write(tmp_path):
    index = embedded(tmp_path)
    index.put([point("A1", words={1: 1.0})])
    faults = []

    def search():
        for _ in range(50):
            found = [hit.code for hit in meaning(index, 1, 0, 0, 0)] + [hit.code for hit in by_words(index, {1: 1.0})]
            if found.count("A1") != 2:
                faults.append(found)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(10):
        index.put([point(f"B{number}", dense=(0, 1, 0, 0), words={2: 1.0})])
    for thread in threads:
        thread.join()

    assert not faults
    assert index.count() == 11
    index.close()


CODES = st.sampled_from(["A1", "B2", "C3", "D4"])
ROWS = st.tuples(*[st.integers(-3, 3)] * SIZE).filter(any)
RECORDS = st.lists(st.tuples(CODES, ROWS, st.booleans()), min_size=1, max_size=3, unique_by=lambda record: record[0])
STEPS = st.lists(st.one_of(st.tuples(st.just("put"), RECORDS), st.tuples(st.just("drop"), st.lists(CODES))), max_size=6)


@settings(max_examples=20, deadline=None)
@given(steps=STEPS, query=ROWS)
def test_any_course_of_puts_and_drops_leaves_both_engines_as_a_plain_table(tmp_path_factory, steps, query):
    engines = [embedded(tmp_path_factory.mktemp("course")), on_server(None)]
    table = {}
    for verb, what in steps:
        if verb == "put":
            points = [point(code, dense=row, core=core, words={1: 1.0 + core}) for code, row, core in what]
            table |= {made.code: made for made in points}
            for index in engines:
                index.put(points)
        else:
            table = {code: made for code, made in table.items() if code not in what}
            for index in engines:
                index.drop(what)

    wanted = sorted(table.values(), key=lambda made: (-round(float(made.dense @ unit(*query)), 6), made.code))
    for index in engines:
        assert set(index.hashes()) == set(table)
        assert index.frequencies().documents == len(table)
        found = meaning(index, *query)
        assert sorted(hit.code for hit in found) == sorted(table)
        assert [hit.score for hit in found] == pytest.approx(
            [float(made.dense @ unit(*query)) for made in wanted], abs=1e-5
        )
        cores = {made.code for made in table.values() if made.core}
        assert {hit.code for hit in by_words(index, {1: 1.0}, where=Where(core=True))} == cores
        index.close()


def in_another_process(folder, script):
    """Runs ``script`` with ``index`` opened on ``folder``."""
    prologue = f"""
        import os, signal
        from pathlib import Path
        from tests.indicators.search.index.test_engines import embedded, point
        index = embedded(Path({str(folder)!r}))
    """
    code = textwrap.dedent(prologue) + script
    return subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=HERE)
