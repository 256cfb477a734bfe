from __future__ import annotations

import pytest

from indicators.model.suggestion import SuggestedIndicator
from service.web import lines
from tests.service import fakes


def line(**given):
    return SuggestedIndicator(
        **{"code": "X1", "name": "指标", "level1": "", "level2": "", "weight": 10, "core": True, **given}
    )


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"operator": "≥", "value": 95.0, "unit": "%"}, "≥95%"),
        ({"operator": "≥", "value": 1200.0, "unit": "平方米"}, "≥1200平方米"),
        ({"operator": "定性", "value": "建立长效机制"}, "建立长效机制"),
        ({"operator": "≥", "value": None, "unit": "%", "standard": "≥80%"}, ""),
    ],
)
def test_a_value_is_written_as_forms_have_it_and_a_reference_never_stands_for_it(given, shown):
    assert lines.target(line(**given)) == shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [({"row": 3}, "第3行"), ({"row": 3, "cell": "Sheet1!D7"}, "第3行（Sheet1!D7）"), ({}, "整表")],
)
def test_a_finding_says_where_it_points(given, shown):
    assert lines.place(fakes.finding("ME101", "vague-target", **given)) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("budget", "预算（万元）"),
        ("rows[3]", "草稿指标第3行"),
        ("rows[12].weight", "草稿指标第12行的权重"),
        ("表!D7", "表!D7"),
    ],
)
def test_a_field_is_named_as_its_user_knows_it(written, shown):
    assert lines.field(written) == shown
