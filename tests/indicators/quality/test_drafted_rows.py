"""Rows of real drafts: traps stay silent, faults fire once. A new trap belongs into ``drafted_rows``."""

import pytest
from drafted_rows import SILENT, SPEAKING

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.checker import check_sheet
from indicators.quality.examples import row, sheet

LIBRARY = Library.from_files(read_library())


def found(drafted):
    level1, level2 = drafted.place
    line = row(
        level1=level1,
        level2=level2,
        name=drafted.name,
        target=drafted.target,
        unit=drafted.unit,
        explanation=drafted.explanation,
    )
    return [finding.rule for finding in check_sheet(sheet(line), LIBRARY, source="draft").findings]


@pytest.mark.parametrize("drafted", SILENT, ids=lambda drafted: f"{drafted.name}={drafted.target}")
def test_a_trap_stays_silent(drafted):
    assert found(drafted) == []


@pytest.mark.parametrize("drafted", SPEAKING, ids=lambda drafted: f"{drafted.name}={drafted.target}")
def test_a_fault_fires_exactly_its_rule(drafted):
    assert found(drafted) == [drafted.rule]
