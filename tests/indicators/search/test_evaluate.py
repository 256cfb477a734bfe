"""The measures agree with values worked out by hand, and bad query files say where they are bad."""

import math

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ir_measures import RR, R, nDCG

from indicators.errors import InvalidInput
from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator
from indicators.model.sector import Sector
from indicators.search.document import points
from indicators.search.evaluate import MEASURES, evaluate_queries, ndcg, read_queries, recall, reciprocal_rank
from indicators.search.index.edge import open_edge
from indicators.search.retrieve import Searcher
from tests.fakes import FakeEmbedder


def test_ndcg_of_a_ranking_worked_out_by_hand():
    gained, best = 1 + 1 / math.log2(4), 1 + 1 / math.log2(3)

    assert ndcg(["A", "X", "B"], {"A", "B"}, 10) == pytest.approx(gained / best)


def test_recall_and_reciprocal_rank_stop_at_their_depth():
    assert recall(["X", "A", "B"], {"A", "B", "C"}, 2) == pytest.approx(1 / 3)
    assert reciprocal_rank(["X", "A"], {"A"}, 10) == 0.5
    assert reciprocal_rank(["X", "A"], {"A"}, 1) == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"query": "a", "relevant": ["A"]}\n{oops', "第2行"),
        ('{"query": "a"}', "relevant"),
        ('{"query": "a", "relevant": ["A"], "colour": 1}', "colour"),
        ("", "没有查询"),
    ],
)
def test_a_bad_query_file_says_what_is_wrong_and_where(text, said):
    with pytest.raises(InvalidInput, match=said):
        read_queries(text)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory):
    library = Library(
        sectors=(
            Sector(slug="talent", name="人才发展", code_prefix="TD"),
            Sector(slug="pollution-control", name="污染防治", code_prefix="PC"),
        ),
        indicators=(
            Indicator(code="TD002", name="培训人次", sector="talent", phrases=("举办主体班培训干部280人次",)),
            Indicator(code="TD015", name="培训合格率", sector="talent", phrases=("培训考核合格率95%以上",)),
            Indicator(code="PC026", name="污水管网建设长度", sector="pollution-control", phrases=("新建污水管网",)),
            Indicator(code="PC027", name="管网改造长度", sector="pollution-control", phrases=("改造雨污合流管网",)),
        ),
    )
    index = open_edge(tmp_path_factory.mktemp("index"), "test", FakeEmbedder.dimension)
    index.put(points(library.active, FakeEmbedder()))
    yield Searcher(library, index, FakeEmbedder())
    index.close()


QUERIES = read_queries(
    '{"query": "培训干部280人次", "relevant": ["TD002"]}\n'
    '{"query": "新建污水管网", "relevant": ["PC026"], "sector": "污染防治"}\n'
    '{"query": "培训", "relevant": ["PC027"], "sector": "pollution-control"}\n'
)


def test_all_arms_are_measured_with_intervals_around_their_means(searcher):
    result = evaluate_queries(searcher, QUERIES).model_dump(by_alias=True)

    assert result["queries"] == 3
    assert set(result["arms"]) == {"dense", "lexical", "fused"}
    for arm in result["arms"].values():
        assert set(arm) == {"ndcg@10", "recall@10", "recall@20", "mrr@10", "interval"}
        for measure, (low, high) in arm["interval"].items():
            assert low <= arm[measure] <= high


def test_an_arm_that_misses_one_query_of_three_recalls_two_thirds(searcher):
    result = evaluate_queries(searcher, QUERIES)

    assert result.arms["lexical"].recall_10 == pytest.approx(2 / 3, abs=1e-4)
    assert result.arms["dense"].recall_10 == 1


def test_the_same_queries_give_the_same_intervals(searcher):
    assert evaluate_queries(searcher, QUERIES) == evaluate_queries(searcher, QUERIES)


def test_a_sector_that_the_library_does_not_know_is_refused(searcher):
    with pytest.raises(InvalidInput, match="nowhere"):
        evaluate_queries(searcher, read_queries('{"query": "培训", "relevant": ["TD002"], "sector": "nowhere"}'))


@given(
    ranked=st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), unique=True, min_size=1, max_size=26),
    relevant=st.sets(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=6),
)
def test_the_measures_agree_with_ir_measures(ranked, relevant):
    run = {"q": {code: float(len(ranked) - place) for place, code in enumerate(ranked)}}
    theirs = ir_measures.calc_aggregate([nDCG @ 10, R @ 10, R @ 20, RR @ 10], {"q": dict.fromkeys(relevant, 1)}, run)

    ours = {name: measure(ranked, relevant) for name, measure in MEASURES.items()}

    assert ours == pytest.approx(
        {
            "ndcg@10": theirs[nDCG @ 10],
            "recall@10": theirs[R @ 10],
            "recall@20": theirs[R @ 20],
            "mrr@10": theirs[RR @ 10],
        }
    )
