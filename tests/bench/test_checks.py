"""The bench of checks counts what it says: names that stand for one fault, rows that a message names, debatable labels."""

import json

import pytest

from indicators.model.sheet import TargetSheet
from indicators.quality.rules import RULES
from tests.bench.checks import ACCEPTS, FOLDER, Judged, Label, answers, rows_named, tallies, wilson
from tests.service.fakes import finding


def named(name, row=None, message="……"):
    return finding(rule="XX101", name=name, row=row, message=message, severity="warning")


@pytest.mark.parametrize(
    ("message", "rows"),
    [
        ("“甲”与第2行“甲”重复", {2}),
        ("第2、5行说的是一件事", {2, 5}),
        ("第3至5行可以合并", {3, 4, 5}),
        ("第1行和第7行", {1, 7}),
        ("共有19个指标", set()),
    ],
)
def test_rows_are_read_from_a_message(message, rows):
    assert rows_named(message) == rows


@pytest.mark.parametrize(
    ("said", "label", "right"),
    [
        (named("vague-target", 3), Label("vague-target", 3), True),
        (named("vague-target", 3), Label("vague-target", 4), False),
        (named("vague-target", 3), Label("slogan-benefit", 3), True),
        (named("vague-target", 3), Label("tiny-weight", 3), False),
        (named("value-in-name", 3), Label("name-contradicts-value", 3), True),
        (named("name-contradicts-value", 3), Label("value-in-name", 3), False),
        (named("fragments", 2, "与第5行是一件事"), Label("fragments", 5), True),
        (named("missing-weight"), Label("missing-weight", 2), False),
        (named("missing-weight", message="第2、4行没有权重"), Label("missing-weight", 2), True),
        (named("crowded-class", 4), Label("crowded-class", None), True),
    ],
)
def test_a_finding_answers_a_label_by_name_and_row(said, label, right):
    assert answers(said, label) is right


def test_a_debatable_finding_is_neither_right_nor_wrong():
    rule = next(rule.name for rule in RULES)
    said = tuple(named(rule, row) for row in (1, 2, 3))
    judged = Judged("A01", TargetSheet(goal="清扫道路"), (Label(rule, 1), Label(rule, 9)), (Label(rule, 2),), said)

    tally = tallies([judged])[0][rule]

    assert tally.standings == {"right": 1, "debatable": 1, "wrong": 1}
    assert (tally.labels, tally.answered) == (2, 1)


@pytest.mark.parametrize(("hits", "of", "interval"), [(0, 0, (0, 1)), (95, 100, (0.888, 0.978)), (10, 10, (0.722, 1))])
def test_intervals_are_those_of_wilson(hits, of, interval):
    assert wilson(hits, of) == pytest.approx(interval, abs=5e-4)


def test_every_label_of_the_tuning_half_is_on_a_row_of_its_sheet():
    entries = [json.loads(line) for line in (FOLDER / "sheets-a.jsonl").read_text("utf-8").splitlines()]

    for entry in entries:
        for label in (*entry["faults"], *entry["debatable"]):
            assert label["row"] is None or 1 <= label["row"] <= len(entry["sheet"]["rows"]), entry["id"]
    assert len({entry["id"] for entry in entries}) == len(entries)


def test_accepting_is_by_names_that_rules_or_labels_bear():
    labels = {
        label["rule"]
        for line in (FOLDER / "sheets-a.jsonl").read_text("utf-8").splitlines()
        for label in json.loads(line)["faults"]
    }

    assert set().union(*ACCEPTS.values()) <= labels | {rule.name for rule in RULES}
