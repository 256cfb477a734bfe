from ingest.report import MOST_UNREAD, Ledger, Unread, shortened, unread
from ingest.table import Origin
from tests.ingest.builders import table


def test_what_was_neither_used_nor_explained_is_reported_too():
    made = table([["甲", "乙", "丙"]])
    ledger = Ledger()
    ledger.use(made.own(1, 1))
    ledger.leave([made.own(1, 2)], "合计行")

    entries = ledger.unread(made, [1])

    assert [(entry.cell, entry.reason) for entry in entries] == [
        ("表!B1", "合计行"),
        ("表!C1", "没有认出这一格的用途，未读入"),
    ]


def test_what_was_used_is_not_reported_even_if_left_as_well():
    made = table([["甲"]])
    ledger = Ledger()
    ledger.leave([made.own(1, 1)], "重复")
    ledger.use(made.own(1, 1))

    assert ledger.unread(made, [1]) == ()


def test_a_long_text_is_cut():
    assert unread("字" * 1000, Origin("f", "表", 1, 1), "太长").text == "字" * 200 + "…"


def test_a_long_report_ends_with_how_many_are_left_out():
    entries = [Unread(cell=f"A{row}", text="x", reason="r") for row in range(1, MOST_UNREAD + 11)]

    short = shortened(entries)

    assert len(short) == MOST_UNREAD
    assert short[-1].reason == "自此起另有11格未读入，不再逐一列出"
    assert shortened(entries[:MOST_UNREAD]) == tuple(entries[:MOST_UNREAD])
