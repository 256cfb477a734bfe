"""The library in figures."""

from indicators.library.health import health, surest
from indicators.model.indicator import Certainty, Indicator, Provenance
from tests.indicators.library.integrity.builders import RECORD, library

SOURCES = (
    Provenance(source="通行做法", certainty=Certainty.PRACTICE),
    Provenance(source="指引", certainty=Certainty.OFFICIAL),
)


def test_active_records_are_counted_by_what_they_are():
    retired = Indicator(**RECORD | {"code": "TD003", "status": "retired", "successor": "TD001"})
    thin = Indicator(**RECORD | {"code": "TD004", "name": "结业率", "phrases": ("结业率90%",), "standards": ()})

    talent, common = health(library(others=(retired, thin))).sectors

    assert (talent.indicators, talent.retired, talent.systems, common.indicators) == (3, 1, 1, 0)
    assert talent.core == {"核心": 2, "备选": 1}
    assert talent.level1 == {"产出指标": 3}
    assert talent.thin == ("TD004",)
    assert talent.without_standard_value == 2


def test_a_record_counts_by_its_surest_source():
    assert surest(Indicator(**RECORD | {"provenance": SOURCES})) is Certainty.OFFICIAL
    assert surest(Indicator(**RECORD | {"provenance": ()})) is None
