"""Releases: what changed must be told, codes never vanish, and the guide says both."""

from indicators.library.files import read_library
from indicators.library.releases import Change, Release, differences, faults, lock_of, page, read_lock, read_releases
from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator
from tests.indicators.library.integrity.builders import RECORD, library

OLD = lock_of(library(), "2026.1")
NEW = Indicator(**RECORD | {"code": "TD003", "name": "结业率", "definition": "结业人员的比例。"})


def pending(*entries):
    change = Change(what="改了口径", why="原口径算不出", entries=entries)
    return [Release(version="2026.2", title="待发布", changes=(change,))]


def test_the_same_library_has_no_differences():
    assert differences(library(), OLD).all == ()
    assert faults(library(), OLD, []) == []


def test_new_changed_retired_and_vanished_entries_are_told_apart():
    now = library(
        record={"status": "retired", "successor": "TD003"}, others=(NEW,), slug="talent-other", usage="别的用途。"
    )

    found = differences(now, OLD)

    assert (found.added, found.changed, found.retired, found.gone) == (
        ("TD003", "talent-other"),
        (),
        ("TD001",),
        ("talent-training",),
    )


def test_a_change_without_a_word_is_a_fault_and_one_that_is_told_is_none():
    changed = library(record={"note": "新的说明"})

    assert [fault.entry for fault in faults(changed, OLD, [])] == ["TD001"]
    assert faults(changed, OLD, pending("TD001")) == []


def test_a_code_must_not_vanish_even_when_it_is_told():
    gone = Library(library().sectors, indicators=library().indicators[:1])

    assert {fault.entry for fault in faults(gone, OLD, pending("TD002", "talent-training"))} == {
        "TD002",
        "talent-training",
    }


def test_a_changed_system_needs_a_new_version():
    changed = library(usage="适用于培训和会议项目。")

    assert ["升版本" in fault.advice for fault in faults(changed, OLD, pending("talent-training"))] == [True]


def test_the_guide_says_what_why_and_which_and_names_successors():
    retired = Indicator(**RECORD | {"code": "TD004", "name": "旧合格率", "status": "retired", "successor": "TD001"})

    text = page(pending("TD001"), library(others=(retired,)))

    assert "## 2026.2　待发布" in text
    assert "- 改了口径。原口径算不出。\n  - TD001 培训合格率" in text
    assert "- TD004 旧合格率 → TD001 培训合格率" in text


def test_every_change_of_the_curated_library_since_its_newest_release_is_told():
    found = faults(Library.from_files(read_library()), read_lock(), read_releases())

    assert [f"{fault.entry}: {fault.advice}" for fault in found] == []
