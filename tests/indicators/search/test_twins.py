"""Pairs that are alike in meaning, inside one sector."""

from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator
from indicators.model.sector import Sector
from indicators.search.twins import twins
from tests.fakes import FakeEmbedder

SECTORS = (Sector(slug="talent", name="人才", code_prefix="TD"), Sector(slug="common", name="共性", code_prefix="CM"))


def library(*indicators):
    return Library(sectors=SECTORS, indicators=indicators)


def one(code, name, *, sector="talent", **more):
    return Indicator(code=code, name=name, sector=sector, definition=f"{name}的统计。", **more)


def test_alike_records_of_one_sector_are_a_pair_and_others_are_none():
    held = library(
        one("TD001", "培训合格率"),
        one("TD002", "培训合格率"),
        one("TD003", "PM2.5浓度"),
        one("CM001", "培训合格率", sector="common"),
    )

    found = twins(held, FakeEmbedder())

    assert [(pair.one.code, pair.other.code, pair.told_apart) for pair in found] == [("TD001", "TD002", False)]


def test_a_pair_is_told_apart_when_either_names_the_other():
    held = library(one("TD001", "培训合格率"), one("TD002", "培训合格率", like=("TD001",), note="按人"))

    assert [pair.told_apart for pair in twins(held, FakeEmbedder())] == [True]


def test_retired_records_and_other_sectors_are_left_out():
    held = library(one("TD001", "培训合格率"), one("TD002", "培训合格率", status="retired", successor="TD001"))

    assert twins(held, FakeEmbedder()) == []
    assert twins(held, FakeEmbedder(), sector="common", least=0) == []
