"""Homes with a small library in them and an embedder that costs nothing."""

from __future__ import annotations

from service.database.engine import reading, transaction
from service.database.library import load_library, save_records
from service.database.outbox import count_pending
from service.resources import open_resources
from service.settings import Settings
from tests.fakes import FakeEmbedder
from tests.service.builders import files, indicator

SMALL = files(indicator("TD001", phrases=("新增高技能人才",)), indicator("TD002"), indicator("CM001", sector="common"))


def at(home, **given):
    """Settings of a home that keeps everything, its cache too, in its own folder."""
    return Settings(home=home, model_cache=home / "cache", **given)


def open_home(home, library=SMALL, **given):
    """Resources on a home that holds ``library``; an existing home gets it as its newer curated files."""
    resources = open_resources(at(home, **given), fill=False, embedder=FakeEmbedder())
    if library is not None:
        with transaction(resources.engine) as session:
            load_library(session, library)
    return resources


def publish(resources, *indicators):
    """Writes indicators as a researcher's publication does: record and outbox row, and nothing more."""
    with transaction(resources.engine) as session:
        return save_records(session, files(*indicators))


def waiting(resources):
    """How many changes wait for the index."""
    with reading(resources.engine) as session:
        return count_pending(session)
