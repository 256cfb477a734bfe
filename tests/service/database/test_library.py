import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.errors import InvalidInput, InvalidLibrary
from indicators.library.files import LibraryFiles
from indicators.library.snapshot import Library
from indicators.model.indicator import CoreMark
from service.database.engine import open_engine, reading, transaction
from service.database.library import (
    files_fingerprint,
    import_own,
    load_library,
    save_records,
    snapshot,
    state,
)
from service.database.migrate import migrate
from service.database.outbox import pending
from tests.service.builders import clause, files, framework, indicator, sector, system

WHOLE = LibraryFiles(
    (sector("zebra"), sector("talent", framework="project")),
    (framework(),),
    (indicator("TD001", core=CoreMark.FIELD, weight=8.5), indicator("TD002")),
    (system(),),
    (clause(),),
)


def load(engine, curated, **given):
    with transaction(engine) as session:
        return load_library(session, curated, **given)


def held(engine):
    with reading(engine) as session:
        return snapshot(session)


def announced(engine):
    with reading(engine) as session:
        return [(row.code, row.action) for row in pending(session)]


def test_what_was_loaded_is_read_back_unchanged(engine):
    load(engine, WHOLE)
    assert held(engine) == Library.from_files(WHOLE)


def test_the_state_tells_version_source_and_files(engine):
    load(engine, WHOLE, fingerprint="f1")
    with reading(engine) as session:
        current = state(session)
    assert (current.version, current.source, current.files) == (Library.from_files(WHOLE).version, "curated", "f1")


def test_a_second_load_changes_nothing_and_announces_nothing(engine):
    load(engine, WHOLE)
    before = announced(engine)
    assert not load(engine, WHOLE)
    assert announced(engine) == before


def test_every_added_indicator_is_announced(engine):
    changes = load(engine, files(indicator("TD001"), indicator("TD002")))
    assert changes.added == ("talent", "TD001", "TD002")
    assert announced(engine) == [("TD001", "put"), ("TD002", "put")]


def test_only_the_changed_indicator_is_announced(engine):
    load(engine, files(indicator("TD001"), indicator("TD002")))
    changes = load(engine, files(indicator("TD001"), indicator("TD002", note="新的说明")))
    assert changes.changed == ("TD002",)
    assert announced(engine)[2:] == [("TD002", "put")]


def test_an_indicator_that_left_the_files_is_retired_and_not_deleted(engine):
    load(engine, files(indicator("TD001"), indicator("TD002")))
    changes = load(engine, files(indicator("TD001")))
    assert changes.retired == ("TD002",)
    assert held(engine).indicator("TD002").status == "retired"
    assert announced(engine)[2:] == [("TD002", "drop")]


def test_a_retired_indicator_that_comes_back_is_in_use_again(engine):
    load(engine, files(indicator("TD001"), indicator("TD002")))
    load(engine, files(indicator("TD001")))
    load(engine, files(indicator("TD001"), indicator("TD002")))
    assert held(engine).indicator("TD002").is_active
    assert announced(engine)[3:] == [("TD002", "put")]


def test_sectors_systems_and_clauses_that_left_the_files_are_out_of_use(engine):
    load(engine, WHOLE)
    load(engine, WHOLE._replace(sectors=WHOLE.sectors[1:], systems=(), clauses=()))
    library = held(engine)
    assert ([it.slug for it in library.sectors], library.systems, library.clauses) == (["talent"], (), ())


def test_a_clause_that_comes_back_is_in_use_again(engine):
    load(engine, WHOLE)
    load(engine, WHOLE._replace(clauses=()))
    load(engine, WHOLE)
    assert held(engine).clauses == WHOLE.clauses


def test_sectors_keep_the_order_of_the_file(engine):
    load(engine, WHOLE)
    load(engine, WHOLE._replace(sectors=(*WHOLE.sectors[::-1], sector("aardvark"))))
    assert [it.slug for it in held(engine).sectors] == ["talent", "zebra", "aardvark"]


def test_an_edit_made_here_outlives_the_next_load(engine):
    load(engine, files(indicator("TD001")))
    with transaction(engine) as session:
        save_records(session, files(indicator("TD001", note="研究人员的修改")))
    changes = load(engine, files(indicator("TD001", note="文件的修改")))
    assert changes.kept == ("TD001",)
    assert held(engine).indicator("TD001").note == "研究人员的修改"


def test_an_indicator_published_here_is_not_retired_by_a_load(engine):
    load(engine, files(indicator("TD001")))
    with transaction(engine) as session:
        save_records(session, files(indicator("TD900")))
    load(engine, files(indicator("TD001")))
    assert held(engine).indicator("TD900").is_active


def test_saving_a_record_word_for_word_is_no_change(engine):
    load(engine, files(indicator("TD001")))
    with transaction(engine) as session:
        changes = save_records(session, files(indicator("TD001")))
    assert not changes
    assert len(announced(engine)) == 1


def test_retiring_with_a_successor_is_announced_as_a_drop(engine):
    load(engine, files(indicator("TD001"), indicator("TD002")))
    with transaction(engine) as session:
        save_records(session, files(indicator("TD002", status="retired", successor="TD001")))
    assert announced(engine)[2:] == [("TD002", "drop")]


def load_and_fail(engine, curated):
    with transaction(engine) as session:
        load_library(session, curated)
        raise ZeroDivisionError


def test_a_change_and_its_announcement_vanish_together(engine):
    load(engine, files(indicator("TD001")))
    with pytest.raises(ZeroDivisionError):
        load_and_fail(engine, files(indicator("TD001", note="新")))
    assert (held(engine).indicator("TD001").note, len(announced(engine))) == ("", 1)


def test_an_own_library_is_never_overwritten_by_the_curated_one(engine):
    with transaction(engine) as session:
        import_own(session, files(indicator("OWN1", sector="sdg")))
    changes = load(engine, WHOLE)
    assert not changes
    assert [it.code for it in held(engine).indicators] == ["OWN1"]


def test_an_own_library_can_be_imported_again_and_grows(engine):
    for own in (files(indicator("OWN1")), files(indicator("OWN1")), files(indicator("OWN2"))):
        with transaction(engine) as session:
            import_own(session, own)
    assert [it.code for it in held(engine).active] == ["OWN1", "OWN2"]
    assert len(announced(engine)) == 2


def test_a_home_with_the_curated_library_refuses_one_of_its_own(engine):
    load(engine, WHOLE)
    with pytest.raises(InvalidInput, match="ZHIBIAO_HOME"), transaction(engine) as session:
        import_own(session, files(indicator("OWN1")))


@pytest.mark.parametrize(
    ("curated", "field"),
    [
        (files(indicator("TD001"), sectors=(sector("other"),)), "TD001.sector"),
        (files(indicator("TD001"), indicator("TD001", note="again")), "TD001.code"),
        (files(indicator("TD001"), systems=(system(),)), "talent-core.framework"),
        (files(indicator("TD001"), sectors=(sector("talent", framework="none"),)), "talent.framework"),
    ],
)
def test_an_entry_that_names_what_nobody_knows_is_refused_by_name(sqlite_url, curated, field):
    engine = open_engine(sqlite_url)
    migrate(engine)
    with pytest.raises(InvalidLibrary) as caught:
        load(engine, curated)
    assert [detail.field for detail in caught.value.details] == [field]


def test_loads_at_the_same_time_give_one_library(engine):
    threads = [threading.Thread(target=load, args=(engine, WHOLE)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert held(engine) == Library.from_files(WHOLE)
    assert len(announced(engine)) == 2


def test_the_fingerprint_follows_the_bytes_of_the_files(tmp_path):
    (tmp_path / "sectors.yaml").write_text("- slug: a\n")
    before = files_fingerprint(tmp_path)
    again = files_fingerprint(tmp_path)
    (tmp_path / "sectors.yaml").write_text("- slug: b\n")
    assert before == again != files_fingerprint(tmp_path)


NOTES = st.dictionaries(st.sampled_from(["TD001", "TD002", "TD003"]), st.sampled_from(["", "甲", "乙"]), min_size=1)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NOTES, min_size=1, max_size=4))
def test_after_any_loads_the_active_indicators_and_the_version_are_right(tmp_path_factory, loads):
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('any') / 'zhibiao.db'}")
    migrate(engine)
    for notes in loads:
        curated = files(*(indicator(code, note=note) for code, note in notes.items()))
        load(engine, curated)
        assert {it.code: it.note for it in held(engine).active} == notes
        with reading(engine) as session:
            assert state(session).version == snapshot(session).version
    engine.dispose()
