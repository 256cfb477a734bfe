"""The curated library as a whole: complete, placed, in its one canonical form. Failures tell the curator what to do."""

from collections import Counter

import pytest

from indicators.library.files import DATA, canonical, read_library, read_values
from indicators.library.integrity import faults
from indicators.library.snapshot import Library
from indicators.model.clause import Clause
from indicators.model.framework import Framework
from indicators.model.indicator import CoreMark, Indicator
from indicators.model.sector import Sector
from indicators.text.terms import terms

FILES = {
    **dict.fromkeys([*sorted((DATA / "indicators").glob("*.yaml")), DATA / "patterns.yaml"], Indicator),
    **dict.fromkeys(sorted((DATA / "frameworks").glob("*.yaml")), Framework),
    DATA / "sectors.yaml": Sector,
    DATA / "clauses.yaml": Clause,
}
LIBRARY = Library.from_files(read_library())


def test_nothing_in_the_library_needs_mending():
    assert [f"{fault.entry}: {fault.advice}" for fault in faults(LIBRARY)] == []


@pytest.mark.parametrize(("path", "kind"), FILES.items(), ids=lambda value: getattr(value, "name", ""))
def test_files_are_in_canonical_form(path, kind):
    assert path.read_text("utf-8") == canonical(read_values(path, kind)), (
        f"run: python -m indicators.library.files {path}"
    )


def test_all_core_indicators_of_the_eight_sectors_are_there():
    marks = {(i.sector, i.core) for i in LIBRARY.active}
    counts = Counter(i.sector for i in LIBRARY.active)

    assert {sector.slug for sector in LIBRARY.sectors if not sector.is_common} == {
        "department",
        "procurement",
        "purchased-services",
        "vocational-education",
        "major-science",
        "culture-tourism",
        "pollution-control",
        "talent",
    }
    assert all((sector.slug, CoreMark.FIELD) in marks for sector in LIBRARY.sectors)
    assert min(counts.values()) >= 45
    assert len(LIBRARY.active) >= 150


def test_the_shared_pool_holds_patterns_for_tasks_that_no_list_names():
    assert len(LIBRARY.patterns) >= 40
    assert all(pattern.sector == "common" for pattern in LIBRARY.patterns)


@pytest.mark.parametrize("pattern", LIBRARY.patterns, ids=lambda pattern: pattern.code)
def test_a_pattern_reads_well_with_its_own_examples(pattern):
    for example in pattern.slot.examples:
        assert "〔" not in pattern.filled(example)
        assert not any(word in example for word in pattern.slot.refuses)
        assert not pattern.slot.heads or any(head in example for head in pattern.slot.heads)


def test_every_unit_is_known_so_that_quantities_can_be_matched():
    units = {unit.split("/")[0] for i in LIBRARY.active for unit in i.all_units}

    assert {unit for unit in units - {"日期", "指数"} if terms().unit_kind(unit) is None} == set(), (
        "add the unit to terms.yaml"
    )


def test_no_phrase_stands_twice_in_one_sector():
    seen = Counter((i.sector, phrase) for i in LIBRARY.active for phrase in i.phrases)

    assert [phrase for (_, phrase), count in seen.items() if count > 1] == []


def test_only_texts_that_are_held_count_as_official():
    held = (
        "财预〔2013〕53号",
        "财预〔2020〕10号",
        "财预〔2021〕101号",
        "中发〔2018〕34号",
        "豫财效〔2022〕4号",
        "豫财效〔2020〕10号",
    )
    official = {p.source for i in LIBRARY.active for p in i.provenance if p.certainty.value == "官方文件"}

    assert [source for source in official if not any(number in source for number in held)] == []
