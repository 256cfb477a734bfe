import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.number_format import BUILT_IN, displayed, plain_number


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (280.0, "General", "280"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.5, "#,##0.00", "1234567.5"),
        (0.95, "0%", "95%"),
        (0.9567, "0%", "95.67%"),
        (1, "0.00%", "100%"),
        (95, '0"%"', "95%"),
        (280, '0"人次"', "280人次"),
        (280, '"≥"0', "≥280"),
        (12.5, r"0.0\公\里", "12.5公里"),
        (100, '"¥"#,##0.00', "100"),
        (3, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "3"),
        (-5, "0;[Red]-0", "-5"),
        (46357, "yyyy-mm-dd", "2026-12-01"),
        (46357, BUILT_IN[57], "2026-12"),
        (46387, BUILT_IN[31], "2026-12-31"),
        (46387, BUILT_IN[58], "2026-12-31"),
        (46387.354166667, "yyyy-mm-dd hh:mm", "2026-12-31 08:30"),
        (46387.354166667, "yyyy-mm-dd", "2026-12-31"),
        (0.354166667, "hh:mm", "08:30"),
        (1e308, "General", "1e+308"),
        (1e308, "0%", "1e+308"),
        (1e308, "yyyy-mm-dd", "1e+308"),
    ],
)
def test_a_number_reads_as_a_person_sees_it(number, code, text):
    assert displayed(float(number), code) == text


def test_days_of_old_macs_count_from_1904():
    assert displayed(44925.0, "yyyy-mm-dd", since_1904=True) == "2026-12-31"


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_finite_number_is_refused(number):
    with pytest.raises(ValueError, match="finite"):
        displayed(number, "General")


@given(st.floats(-1e12, 1e12))
def test_twelve_digits_of_every_number_survive(number):
    assert float(plain_number(number)) == pytest.approx(number, rel=1e-11)


@given(st.integers(-(10**14), 10**14))
def test_every_whole_number_survives_exactly(number):
    assert plain_number(float(number)) == str(number)


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=20))
def test_no_format_code_breaks_the_reading(number, code):
    assert displayed(number, code)
