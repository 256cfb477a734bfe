"""Search finds by code, by name, by meaning and by word, says why, and goes on with one arm."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.errors import InvalidInput, MissingResource
from indicators.library.snapshot import Library
from indicators.model.indicator import CoreMark, Indicator
from indicators.model.sector import Sector
from indicators.search import document
from indicators.search.index import Where
from indicators.search.index.edge import open_edge
from indicators.search.retrieve import Arm, Searcher, fuse
from tests.fakes import FakeEmbedder

LIBRARY = Library(
    sectors=(
        Sector(slug="talent", name="人才发展", code_prefix="TD"),
        Sector(slug="common", name="共性", code_prefix="CM"),
        Sector(slug="pollution", name="污染防治", code_prefix="PC"),
        Sector(slug="department", name="部门整体", code_prefix="DP"),
    ),
    indicators=(
        Indicator(
            code="TD002", name="培训人次", sector="talent", phrases=("举办主体班培训干部280人次",), core=CoreMark.FIELD
        ),
        Indicator(
            code="TD015", name="培训合格率", sector="talent", level2="质量指标", phrases=("培训考核合格率95%以上",)
        ),
        Indicator(
            code="CM018", name="验收合格率", sector="common", aliases=("质量合格率",), phrases=("设备验收合格率100%",)
        ),
        Indicator(code="PC001", name="PM2.5年均浓度", sector="pollution", phrases=("PM2.5浓度下降",)),
        Indicator(code="DP002", name="“三公”经费控制率", sector="department", definition="“三公”经费支出占比。" * 9),
    ),
)


class Broken:
    """An index of which one arm fails."""

    def __init__(self, index, arm):
        self._index, self._arm = index, arm

    def __getattr__(self, name):
        if name == self._arm:
            raise MissingResource("down")
        return getattr(self._index, name)


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    opened = open_edge(tmp_path_factory.mktemp("index"), "test", FakeEmbedder.dimension)
    opened.put(document.points(LIBRARY.active, FakeEmbedder()))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def search(index):
    return Searcher(LIBRARY, index, FakeEmbedder()).search


def codes(answer):
    return [hit.code for hit in answer.hits]


@pytest.mark.parametrize("written", ["TD015", "td015", " TD015 "])
def test_a_code_comes_first_however_it_is_written(search, written):
    assert codes(search(written))[0] == "TD015"
    assert search(written).hits[0].reasons == ("编码相同",)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("验收合格率", "CM018"),
        ("质量合格率", "CM018"),
        (" 验收 合格率", "CM018"),
        ("ｐｍ２．５年均浓度", "PC001"),
        ("三公经费控制率", "DP002"),
    ],
)
def test_an_exact_name_or_alias_comes_first_however_it_is_written(search, written, code):
    assert search(written).hits[0].code == code
    assert search(written).hits[0].reasons == ("名称相同",)


def test_a_code_comes_before_a_name_that_is_written_like_it(index):
    namesake = Indicator(code="AA001", name="TD015", sector="talent")
    searcher = Searcher(LIBRARY.with_indicators([namesake]), index, FakeEmbedder())

    assert codes(searcher.search("TD015"))[:2] == ["TD015", "AA001"]


def test_every_hit_stands_once(search):
    found = codes(search("验收合格率"))

    assert len(found) == len(set(found))


def test_each_arm_alone_finds_something(index):
    searcher = Searcher(LIBRARY, index, FakeEmbedder())

    assert next(iter(searcher.dense(["培训干部"], where=Where(), limit=3)[0].scores)) == "TD002"
    assert next(iter(searcher.lexical(["干部培训"], where=Where(), limit=3)[0].scores)) == "TD002"


def test_a_hit_says_which_phrase_and_which_words_matched(search):
    reasons = search("举办主体班培训干部").hits[0].reasons

    assert any("举办主体班培训干部280人次" in reason for reason in reasons)
    assert any(reason.startswith("词语匹配") and "培训" in reason for reason in reasons)


def test_every_hit_has_a_reason_and_a_score_up_to_one(search):
    for hit in search("训练").hits:
        assert hit.reasons
        assert 0 < hit.score <= 1


def test_a_long_text_is_quoted_short(search):
    reasons = next(hit.reasons for hit in search("“三公”经费支出占比。三公经费支出占比").hits if hit.code == "DP002")

    assert all(len(reason) < 70 for reason in reasons)


@pytest.mark.parametrize("sector", ["talent", "人才发展"])
def test_a_sector_lets_the_shared_pool_in_and_nothing_else(search, sector):
    assert "PC001" not in codes(search("浓度合格率", sector=sector))
    assert "CM018" in codes(search("浓度合格率", sector=sector))


def test_an_unknown_sector_is_refused_with_the_choices(search):
    with pytest.raises(InvalidInput, match="人才发展"):
        search("培训", sector="nowhere")


def test_filters_also_hold_for_exact_names(search):
    assert codes(search("验收合格率", level2="质量指标")) == ["TD015"]
    assert codes(search("培训", core=True)) == ["TD002"]


@pytest.mark.parametrize("arm", ["by_meaning", "by_words"])
def test_one_arm_down_still_answers_and_says_so(index, arm):
    answer = Searcher(LIBRARY, Broken(index, arm), FakeEmbedder()).search("干部培训")

    assert answer.degraded
    assert codes(answer)[0] == "TD002"


def test_with_both_arms_down_the_way_to_mend_it_is_told(index):
    searcher = Searcher(LIBRARY, Broken(Broken(index, "by_meaning"), "by_words"), FakeEmbedder())

    with pytest.raises(MissingResource, match="zhibiao index doctor"):
        searcher.search("干部培训")


def test_what_the_library_no_longer_uses_is_passed_over(index):
    retired = LIBRARY.indicator("TD002").model_copy(update={"status": "retired", "successor": "TD015"})
    searcher = Searcher(LIBRARY.with_indicators([retired]), index, FakeEmbedder())

    assert "TD002" not in codes(searcher.search("举办主体班培训干部280人次"))
    assert "TD002" not in codes(searcher.search("TD002"))


def test_what_the_library_does_not_know_yet_is_passed_over(index):
    smaller = Library(LIBRARY.sectors, indicators=tuple(i for i in LIBRARY.indicators if i.code != "TD002"))
    searcher = Searcher(smaller, index, FakeEmbedder())
    rows = FakeEmbedder().embed(["举办主体班培训干部280人次"])

    assert "TD002" not in {hit.code for hit in searcher.recall(rows, where=Where(), limit=9)[0]}


def test_recall_answers_each_vector_in_its_place_best_first(index):
    searcher = Searcher(LIBRARY, index, FakeEmbedder())

    found = searcher.recall(FakeEmbedder().embed(["PM2.5浓度", "设备验收"]), where=Where(), limit=2)

    assert [hits[0].code for hits in found] == ["PC001", "CM018"]
    assert all(hits[0].dense >= hits[1].dense for hits in found)
    assert found[0][0].score == pytest.approx(found[0][0].dense, abs=1e-6)
    assert searcher.recall(FakeEmbedder().embed([]), where=Where(), limit=2) == []


@pytest.mark.parametrize("query", ["", "   ", "长" * 1001, "培训\x00", "培训\ud800"])
def test_a_query_that_cannot_be_asked_is_refused(search, query):
    with pytest.raises(InvalidInput):
        search(query)


def test_a_limit_below_one_is_refused(search):
    with pytest.raises(InvalidInput, match="至少为1"):
        search("培训", limit=0)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=50))
def test_any_text_is_answered_and_twice_the_same(search, text):
    assume(text.strip())

    assert search(text) == search(text)


def test_fusion_adds_both_arms_and_breaks_ties_by_code():
    fused = fuse(Arm({"B": 0.8, "A": 0.8, "C": 0.8}, {}), Arm({"C": 3.0}, {}))

    assert list(fused) == ["C", "A", "B"]
    assert fused["A"] == fused["B"] < fused["C"] <= 1


def test_a_record_of_the_lexical_arm_alone_is_no_nearer_than_the_least_of_the_dense_arm():
    fused = fuse(Arm({"A": 0.9, "B": 0.8}, {}), Arm({"C": 2.0, "B": 2.0}, {}))

    assert list(fused) == ["A", "B", "C"]
    assert fused["B"] == fused["C"]


def test_without_the_dense_arm_the_best_word_match_scores_one():
    assert fuse(Arm({}, {}), Arm({"A": 4.0, "B": 2.0}, {})) == {"A": 1.0, "B": 0.5}


def test_answers_name_the_library_they_come_from(search):
    assert search("培训").library_version == LIBRARY.version
