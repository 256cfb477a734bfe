import pytest

from indicators.model.indicator import CoreMark, Slot
from service.database.engine import reading, transaction
from service.database.indicators import find, statuses
from service.database.library import load_library
from tests.service.builders import files, indicator

LIBRARY = files(
    indicator("TD002", core=CoreMark.FIELD),
    indicator("TD001", level1="效益指标"),
    indicator("CM001", sector="common", name="〔活动〕场次", slot=Slot(name="活动", kind="活动")),
    indicator("TD003", status="retired"),
)


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ({}, ["CM001", "TD001", "TD002", "TD003"]),
        ({"sector": "talent"}, ["TD001", "TD002", "TD003"]),
        ({"level1": "效益指标"}, ["TD001"]),
        ({"core": True}, ["TD002"]),
        ({"core": False, "status": "active"}, ["CM001", "TD001"]),
        ({"status": "retired"}, ["TD003"]),
        ({"sector": "nowhere"}, []),
    ],
)
def test_indicators_are_found_by_every_condition_in_the_order_of_codes(engine, wanted, codes):
    with transaction(engine) as session:
        load_library(session, LIBRARY)
    with reading(engine) as session:
        assert [it.code for it in find(session, **wanted)] == codes


def test_an_indicator_found_is_the_whole_record(engine):
    with transaction(engine) as session:
        load_library(session, LIBRARY)
    with reading(engine) as session:
        assert find(session, sector="common") == (LIBRARY.indicators[2],)


def test_the_status_of_every_code_is_known(engine):
    with transaction(engine) as session:
        load_library(session, LIBRARY)
    with reading(engine) as session:
        assert statuses(session) == {"TD001": "active", "TD002": "active", "CM001": "active", "TD003": "retired"}
