"""What the model says of a sheet: near indicators for each row, and which rows and clauses are alike."""

import pytest

from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality.meaning import MeaningReader
from indicators.quality.reading import read_sheet


@pytest.fixture(scope="module")
def meaning(searcher, suggester):
    sheet = TargetSheet(
        goal="举办主体班8期，培训干部280人次。",
        rows=[
            SheetRow(name="培训人次", target="280", unit="人次"),
            SheetRow(name="PM2.5年均浓度", target="≤35微克/立方米"),
        ],
    )
    return MeaningReader(searcher, suggester.likeness, suggester.judge).read(read_sheet(sheet, None))


def test_a_row_finds_its_like_in_the_library(meaning):
    assert "培训" in meaning.nearest[1][0].indicator.name
    assert "PM2.5" in meaning.nearest[2][0].indicator.name


def test_a_row_is_nearer_to_its_clause_than_to_another_matter(meaning):
    assert [clause.object for clause in meaning.clauses] == ["主体班", "干部"]
    assert meaning.clause_alike(1, 1) > meaning.clause_alike(1, 2)
    assert meaning.rows_alike(1, 2) < 0.5
