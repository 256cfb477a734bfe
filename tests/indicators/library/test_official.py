"""The 13 fields of an official record, in their order, with nothing guessed."""

from indicators.library.official import FIELDS, official_record
from indicators.model.indicator import Indicator
from tests.indicators.library.integrity.builders import RECORD, library


def test_a_record_gives_its_13_fields_in_the_official_order():
    record = official_record(Indicator(**RECORD), library())

    assert tuple(record) == FIELDS
    assert len(FIELDS) == 13
    assert record["三级指标"] == "培训合格率（≥%）"
    assert record["指标解释"].endswith("计算或统计口径：考核合格人数÷参加考核人数×100%")
    assert record["计划标准"] == "≥95%"


def test_what_is_not_known_stays_empty():
    record = official_record(Indicator(code="X1", name="某指标", sector="nowhere"), library())

    assert {field for field, text in record.items() if text} == {"三级指标"}
