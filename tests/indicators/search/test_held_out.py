"""Each phrase is asked without itself, among the records of its own sector."""

from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator
from indicators.model.sector import Sector
from indicators.search.held_out import held_out, shares
from tests.fakes import FakeEmbedder

LIBRARY = Library(
    sectors=(
        Sector(slug="talent", name="人才发展", code_prefix="TD"),
        Sector(slug="common", name="共性", code_prefix="CM"),
    ),
    indicators=(
        Indicator(
            code="TD001",
            name="培训人次",
            sector="talent",
            phrases=("培训干部280人次", "轮训教师，参训人次600", "补贴发放到人"),
        ),
        Indicator(code="TD002", name="补贴发放人数", sector="talent", phrases=("发放补贴120人",)),
        Indicator(code="TD003", name="旧指标", sector="talent", phrases=("从前的写法",), status="retired"),
        Indicator(code="CM001", name="补贴发放到人", sector="common", phrases=("补贴发放到人数",)),
    ),
)


def test_a_phrase_that_fits_another_record_better_is_missed_and_the_others_are_found():
    answers = {answer.phrase: answer for answer in held_out(LIBRARY, FakeEmbedder())}

    assert answers["补贴发放到人"].first == "TD002"
    assert not answers["补贴发放到人"].found
    assert answers["培训干部280人次"].found
    assert answers["补贴发放到人数"].first == "CM001"
    assert "从前的写法" not in answers


def test_shares_count_a_sector_and_the_whole():
    answers = held_out(LIBRARY, FakeEmbedder())

    assert shares(LIBRARY, answers) == {"人才发展": (3, 4), "共性": (1, 1), "合计": (4, 5)}


def test_progress_names_each_sector():
    said = []

    held_out(LIBRARY, FakeEmbedder(), progress=said.append)

    assert [line.split("：")[1].split("，")[0] for line in said] == ["人才发展", "共性"]
