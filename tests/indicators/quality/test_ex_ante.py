"""The ex-ante checklist: five points, every question with an official clause that is held."""

import pytest

from indicators.errors import InvalidLibrary
from indicators.library.files import canonical, read_library
from indicators.library.snapshot import Library
from indicators.quality.ex_ante import EX_ANTE, checklist, points, read_points


def test_the_file_is_in_canonical_form():
    assert EX_ANTE.read_text("utf-8") == canonical(points())


def test_the_five_points_come_in_the_order_of_the_opinion_of_2018():
    shown = checklist()

    assert [point.name for point in shown] == [
        "立项必要性",
        "投入经济性",
        "绩效目标合理性",
        "实施方案可行性",
        "筹资合规性",
    ]
    assert {point.clause for point in shown} == {
        "《中共中央 国务院关于全面实施预算绩效管理的意见》（中发〔2018〕34号）四（六）"
    }


def test_every_question_is_numbered_and_names_its_clause_and_where_it_binds():
    questions = [question for point in checklist() for question in point.questions]

    assert [question.number for question in questions[:5]] == ["1.1", "1.2", "1.3", "1.4", "2.1"]
    assert all(question.clause.startswith("《河南省") and "第八条" in question.clause for question in questions)
    assert {question.jurisdiction for question in questions} == {"河南省级"}


def test_the_questions_on_the_target_are_those_of_the_article():
    (target,) = [point for point in checklist() if point.name == "绩效目标合理性"]

    assert {question.clause.partition("》")[2] for question in target.questions} == {"第八条（三）"}
    assert len(target.questions) == 7


def test_a_clause_that_is_not_held_is_refused(tmp_path):
    path = tmp_path / "ex_ante.yaml"
    path.write_text("- {name: 立项必要性, clause: nowhere/一, questions: []}\n", encoding="utf-8")

    with pytest.raises(InvalidLibrary) as caught:
        read_points(path, {})

    assert "nowhere/一" in caught.value.details[0].message


def test_a_clause_that_is_held_and_official_is_taken():
    clauses = Library.from_files(read_library()).clauses_by_id

    assert read_points(EX_ANTE, clauses) == points()


def test_a_clause_that_is_not_official_is_refused(tmp_path):
    clauses = Library.from_files(read_library()).clauses_by_id
    practice = next(clause.id for clause in clauses.values() if not clause.is_official)
    path = tmp_path / "ex_ante.yaml"
    path.write_text(f"- {{name: 立项必要性, clause: {practice}, questions: []}}\n", encoding="utf-8")

    with pytest.raises(InvalidLibrary):
        read_points(path, clauses)
