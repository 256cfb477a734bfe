"""What an entry names must exist, and what counts as official must be held."""

import pytest

from indicators.model.indicator import Certainty, Indicator, Provenance
from tests.indicators.library.integrity.builders import RECORD, advice, library


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"like": ("TD999",), "note": "不同"}, "提到的编码TD999不存在"),
        ({"like": ("TD001",), "note": "不同"}, "不能指自己"),
        ({"note": "依据财库〔2099〕1号"}, "文号依据财库〔2099〕1号没有登记"),
        (
            {"provenance": (Provenance(source="某办法（财库〔2021〕22号）", certainty=Certainty.OFFICIAL),)},
            "没有持有原文",
        ),
    ],
)
def test_a_reference_to_nothing_is_named(record, said):
    assert any(said in line for line in advice(library(record=record)))


@pytest.mark.parametrize("note", ["依据财库〔2021〕22号", "见财预〔2021〕101号三（三）"])
def test_listed_documents_may_be_named_whether_held_or_not(note):
    assert advice(library(record={"note": note})) == []


def test_a_retired_record_names_an_active_successor_or_says_why():
    lonely = Indicator(**RECORD | {"code": "TD003", "status": "retired"})
    chained = Indicator(**RECORD | {"code": "TD004", "status": "retired", "successor": "TD003"})

    assert advice(library(others=(lonely, chained))) == [
        "TD003 停用的条目要写 successor；没有接替的，在 note 写明原因",
        "TD004 接替的TD003也停用了；请写现在在用的那一条",
    ]
