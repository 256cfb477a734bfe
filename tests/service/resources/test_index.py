import pytest

from indicators.library.snapshot import Library
from indicators.search.index.edge import open_edge
from service.resources.index import CODES_AT_ONCE, Difference, difference, everything, is_copy, mend
from tests.fakes import FakeEmbedder
from tests.service.builders import indicator, sector

EMBEDDER = FakeEmbedder()


@pytest.fixture
def index(tmp_path):
    opened = open_edge(tmp_path, "build", EMBEDDER.dimension)
    yield opened
    opened.close()


def library(*indicators):
    return Library((sector(),), (), indicators)


def follow(index, wanted, told=lambda _: None):
    mend(difference(index, wanted), index, wanted, EMBEDDER, progress=told)


def test_an_empty_index_lacks_every_indicator_in_use(index):
    wanted = library(indicator("TD001"), indicator("TD002", status="retired"))
    assert difference(index, wanted) == Difference(missing=("TD001",))


def test_a_changed_record_is_stale_and_a_retired_one_extra(index):
    follow(index, library(indicator("TD001"), indicator("TD002"), indicator("TD003")))
    wanted = library(indicator("TD001"), indicator("TD002", note="新"), indicator("TD003", status="retired"))
    assert difference(index, wanted) == Difference(stale=("TD002",), extra=("TD003",))


def test_what_was_mended_does_not_differ_any_more(index):
    follow(index, library(indicator("TD001"), indicator("TD002")))
    wanted = library(indicator("TD002", note="新"), indicator("TD003"))
    follow(index, wanted)
    assert not difference(index, wanted)


def test_mending_twice_gives_the_same_points(index):
    wanted = library(indicator("TD001", phrases=("甲", "乙")))
    found = difference(index, wanted)
    for _ in range(2):
        mend(found, index, wanted, EMBEDDER, progress=lambda _: None)
    assert index.count() == 3


def test_progress_is_told_batch_by_batch(index):
    told = []
    count = CODES_AT_ONCE + 1
    follow(index, library(*(indicator(f"TD{number:03}") for number in range(count))), told.append)
    assert [line.partition("：")[2] for line in told] == [f"{CODES_AT_ONCE}/{count}", f"{count}/{count}"]


def test_nothing_is_told_where_nothing_differs(index):
    told = []
    follow(index, library(), told.append)
    assert told == []


def test_a_difference_lists_all_its_codes():
    assert Difference(("a",), ("b",), ("c",)).codes == ("a", "b", "c")
    assert not Difference()


def test_only_the_copy_of_a_held_build_is_a_copy(index, tmp_path):
    second = open_edge(tmp_path, "build", EMBEDDER.dimension)
    assert (is_copy(index), is_copy(second)) == (False, True)
    second.close()


def test_everything_is_every_record_in_use_and_what_is_left_over(index):
    follow(index, library(indicator("TD001"), indicator("TD002")))
    wanted = library(indicator("TD001"), indicator("TD002", status="retired"))
    assert everything(index, wanted) == Difference(stale=("TD001",), extra=("TD002",))
