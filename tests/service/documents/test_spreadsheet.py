"""Texts stay texts in a workbook."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from service.documents.spreadsheet import append, saved

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="￾￿"), min_size=1, max_size=30)


def read_again(*texts):
    book = Workbook()
    append(book.active, texts)
    return list(load_workbook(BytesIO(saved(book))).active[1])


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_every_text_comes_back_as_it_was_and_none_is_a_formula(texts):
    cells = read_again(*texts)

    assert [cell.value for cell in cells] == texts
    assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("text", ["=100%", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_a_text_that_begins_like_a_formula_carries_the_text_mark(text):
    assert read_again(text)[0].quotePrefix is True


def test_numbers_stay_numbers_and_control_characters_are_left_out():
    number, text = read_again(12.5, "a\x07b")

    assert number.value == 12.5
    assert text.value == "ab"
