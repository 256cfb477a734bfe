from hypothesis import given
from hypothesis import strategies as st

from service.database.changes import Changes, Held, plan

HASH = st.sampled_from(["one", "two", "three"])
KEYS = st.sampled_from([f"TD00{number}" for number in range(6)])
FILES = st.dictionaries(KEYS, HASH)
HELD = st.dictionaries(KEYS, st.builds(Held, content=HASH, loaded=st.none() | HASH, active=st.booleans()))


def apply(held, files):
    """The rows after a load, as ``upserts.load`` writes them."""
    planned = plan(held, files)
    fresh = {
        key: Held(files[key], files[key], active=True)
        for key in planned.changes.added + planned.changes.changed + planned.agreed
    }
    gone = {key: Held(f"retired {key}", f"retired {key}", active=False) for key in planned.changes.retired}
    return {**held, **fresh, **gone}


def test_a_new_entry_is_added():
    assert plan({}, {"TD001": "one"}).changes == Changes(added=("TD001",))


def test_an_entry_that_changed_in_the_files_is_changed():
    held = {"TD001": Held("one", "one", active=True)}
    assert plan(held, {"TD001": "two"}).changes == Changes(changed=("TD001",))


def test_an_entry_that_left_the_files_is_retired():
    assert plan({"TD001": Held("one", "one", active=True)}, {}).changes == Changes(retired=("TD001",))


def test_a_record_that_never_came_from_the_files_is_left_alone():
    assert not plan({"OWN1": Held("one", None, active=True)}, {}).changes


def test_an_edit_made_here_outlives_a_load_of_the_same_files():
    assert plan({"TD001": Held("edited", "one", active=True)}, {"TD001": "one"}).changes == Changes()


def test_an_edit_made_here_outlives_a_change_in_the_files_and_is_reported():
    held = {"TD001": Held("edited", "one", active=True)}
    assert plan(held, {"TD001": "two"}).changes == Changes(kept=("TD001",))


def test_an_edit_that_the_files_have_taken_over_is_no_edit_any_more():
    planned = plan({"TD001": Held("edited", "one", active=True)}, {"TD001": "edited"})
    assert (planned.agreed, bool(planned.changes)) == (("TD001",), False)


def test_changes_with_nothing_but_kept_edits_write_nothing():
    assert not Changes(kept=("TD001",))


@given(HELD, FILES)
def test_a_second_load_of_the_same_files_writes_nothing(held, files):
    again = plan(apply(held, files), files)
    assert not again.changes
    assert not again.agreed


@given(FILES, FILES)
def test_without_edits_the_rows_in_use_are_what_the_files_say(before, files):
    rows = apply(apply({}, before), files)
    assert {key: row.content for key, row in rows.items() if row.active} == files


@given(HELD, FILES)
def test_an_edited_record_keeps_its_content(held, files):
    rows = apply(held, files)
    edited = {key for key, row in held.items() if row.is_edited}
    assert all(rows[key].content == held[key].content for key in edited)


@given(HELD, FILES)
def test_no_key_is_ever_lost(held, files):
    assert set(apply(held, files)) == set(held) | set(files)
