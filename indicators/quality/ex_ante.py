"""Ex-ante assessment (事前绩效评估) as a guided checklist: the five points of 34号 with the questions that Henan asks under them.

The points: 中发〔2018〕34号 四（六）; the questions: 河南省省级预算项目政策事前绩效评估管理办法 第八条, which groups them in its own five
heads. Under which of the five points a question stands is a product default [DEFAULT].
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from indicators.errors import Detail, InvalidLibrary
from indicators.library.files import DATA, read_values
from indicators.model.clause import Clause
from indicators.model.value import Value

EX_ANTE = Path(__file__).parent / "data" / "ex_ante.yaml"
NOTE = "五个方面是新出台重大政策、项目都要论证的；各问取自河南省级办法，供其他地方参照。归在哪一方面，是本服务的编排。"


class Question(Value):
    """One question with the id of its clause."""

    question: str
    clause: str


class Point(Value):
    """One of the five points with the id of its clause, and the questions that guide through it."""

    name: str
    clause: str
    questions: tuple[Question, ...]


class CitedQuestion(Value):
    """A question as it is shown: number, text, clause in words and where that clause binds."""

    number: str
    question: str
    clause: str
    jurisdiction: str


class CitedPoint(Value):
    """A point as it is shown."""

    name: str
    clause: str
    questions: tuple[CitedQuestion, ...]


@lru_cache(maxsize=1)
def points() -> tuple[Point, ...]:
    """The five points in the order of the file. Raises InvalidLibrary where one names a clause that is not held."""
    return read_points(EX_ANTE, _clauses())


def read_points(path: Path, clauses: Mapping[str, Clause]) -> tuple[Point, ...]:
    """The points of one file. Raises InvalidLibrary for a clause that is not among the official ones."""
    found = read_values(path, Point)
    used = [(point.name, clause) for point in found for clause in (point.clause, *(q.clause for q in point.questions))]
    details = [
        Detail(f"{path.name}:{name}", f"没有持有“{clause}”这一条款，请核对拼写或先录入条款")
        for name, clause in used
        if clause not in clauses or not clauses[clause].is_official
    ]
    if details:
        raise InvalidLibrary(f"{path.name} 有{len(details)}处不合格", details=details)
    return found


def checklist() -> tuple[CitedPoint, ...]:
    """The points with their clauses in words, and the questions numbered 1.1, 1.2 …"""
    return tuple(_cited(number, point) for number, point in enumerate(points(), 1))


def _cited(number: int, point: Point) -> CitedPoint:
    clauses = _clauses()
    questions = tuple(
        CitedQuestion(
            number=f"{number}.{place}",
            question=one.question,
            clause=clauses[one.clause].citation,
            jurisdiction=clauses[one.clause].jurisdiction,
        )
        for place, one in enumerate(point.questions, 1)
    )
    return CitedPoint(name=point.name, clause=clauses[point.clause].citation, questions=questions)


@lru_cache(maxsize=1)
def _clauses() -> Mapping[str, Clause]:
    return {clause.id: clause for clause in read_values(DATA / "clauses.yaml", Clause)}
