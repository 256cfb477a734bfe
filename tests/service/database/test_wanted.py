"""What the library lacked is counted, the most wanted first, and never longer than it need be."""

from service.database.engine import reading, transaction
from service.database.wanted import LONGEST_TEXT, Want, note, wanted
from tests.service.homes import open_home


def noted(home, *wants):
    resources = open_home(home)
    try:
        for want in wants:
            with transaction(resources.engine) as session:
                note(session, [want])
        with reading(resources.engine) as session:
            return wanted(session, limit=10)
    finally:
        resources.close()


def want(text, kind="uncovered"):
    return Want(kind=kind, text=text, sector="common")


def test_a_text_asked_twice_is_one_entry_counted_twice(tmp_path):
    found = noted(tmp_path, want("编纂地方志3卷"), want("外事翻译"), want("编纂地方志3卷"))

    assert [(entry.text, entry.times) for entry in found] == [("编纂地方志3卷", 2), ("外事翻译", 1)]
    assert found[0].last_at >= found[0].first_at


def test_the_same_words_for_another_reason_are_another_entry(tmp_path):
    found = noted(tmp_path, want("卷宗数量"), want("卷宗数量", kind="own_words"))

    assert {entry.kind for entry in found} == {"uncovered", "own_words"}


def test_a_long_text_is_cut_and_still_one_entry(tmp_path):
    found = noted(tmp_path, want("长" * 500), want("长" * 400))

    assert [(len(entry.text), entry.times) for entry in found] == [(LONGEST_TEXT, 2)]
