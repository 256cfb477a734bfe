"""The chosen set is the best one under its limits, and says what each line is worth."""

from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.suggestion.candidates import Candidate
from indicators.suggestion.select import Limits, carriers, losses, select


def line(key, fits, *, level1="产出指标", level2="数量指标", merit=0.0):
    return Candidate(key=key, name=key, level1=level1, level2=level2, fits=fits, merit=merit)


def limits(most=10, level2=None, least=None, rivals=()):
    return Limits(most, level2 or {}, least or {}, rivals)


def test_one_line_that_covers_both_needs_beats_two_lines():
    candidates = [line("a", {0: 1.0}), line("b", {1: 1.0}), line("both", {0: 0.95, 1: 0.95})]

    assert select(candidates, [1.0, 1.0], limits()).chosen == (2,)


def test_a_line_that_covers_next_to_nothing_is_left_out():
    assert select([line("a", {0: 1.0}), line("weak", {1: 0.1})], [1.0, 1.0], limits()).chosen == (0,)


def test_the_most_important_needs_are_covered_first_when_lines_are_scarce():
    candidates = [line("minor", {0: 1.0}), line("major", {1: 1.0})]

    assert select(candidates, [0.4, 1.0], limits(most=1)).chosen == (1,)


def test_an_obligation_brings_in_a_line_that_no_need_asks_for():
    candidates = [line("a", {0: 1.0}), line("quality", {}, level2="质量指标")]

    assert select(candidates, [1.0], limits(least={("产出指标", "质量指标"): 1})).chosen == (0, 1)


def test_an_obligation_that_nothing_can_meet_is_waived():
    assert select([line("a", {0: 1.0})], [1.0], limits(least={("效益指标", None): 1})).chosen == (0,)


def test_rivals_never_stand_together():
    candidates = [line("a", {0: 1.0}), line("b", {1: 1.0})]

    assert select(candidates, [1.0, 0.9], limits(rivals=[(0, 1)])).chosen == (0,)


def test_the_cap_of_a_second_level_yields_only_to_what_matters():
    candidates = [line(str(n), {n: 1.0}) for n in range(5)]

    chosen = select(candidates, [1.0, 0.9, 0.8, 0.9, 0.2], limits(level2={("产出指标", "数量指标"): 3})).chosen

    assert chosen == (0, 1, 2, 3)


def test_a_second_level_that_is_not_for_drafting_stays_empty():
    candidates = [line("a", {0: 1.0}), line("b", {1: 1.0}, level1="预算执行率", level2="预算执行率")]

    assert select(candidates, [1.0, 1.0], limits(level2={("预算执行率", "预算执行率"): 0})).chosen == (0,)


def test_loss_is_what_nobody_else_covers():
    candidates = [line("a", {0: 1.0, 1: 1.0}), line("b", {1: 1.0})]

    assert losses(candidates, [0, 1], [1.0, 1.0]) == {0: 0.5, 1: 0.0}


def test_obligations_beyond_the_number_of_lines_still_give_a_set():
    candidates = [line("a", {0: 1.0}), line("q", {}, level2="质量指标"), line("t", {}, level2="时效指标")]
    least = {("产出指标", "质量指标"): 1, ("产出指标", "时效指标"): 1}

    assert select(candidates, [1.0], limits(most=1, least=least)).chosen == (0,)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.dictionaries(st.integers(0, 5), st.floats(0.1, 1.0), max_size=4), max_size=8), st.integers(1, 8))
def test_every_set_respects_its_size_and_names_real_carriers(all_fits, most):
    candidates = [line(str(number), fits) for number, fits in enumerate(all_fits)]

    choice = select(candidates, [1.0] * 6, limits(most=most))

    assert len(choice.chosen) <= most
    assert choice.carrier == carriers(candidates, choice.chosen)
    assert set(choice.carrier.values()) <= set(choice.chosen)
