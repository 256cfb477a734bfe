import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

from indicators.errors import MissingResource
from service.database.engine import open_engine
from service.database.migrate import HEAD, configuration, migrate

ROOT = Path(__file__).parents[3]
MIGRATE = """
import sys
from service.database.engine import open_engine
from service.database.migrate import migrate
sys.stdin.readline()
migrate(open_engine(sys.argv[1]))
"""


def test_the_known_head_is_the_newest_script():
    assert ScriptDirectory.from_config(configuration()).get_heads() == [HEAD]


def test_the_scripts_make_the_tables_that_the_code_expects(empty_engine):
    migrate(empty_engine)
    with empty_engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_a_check_of_the_metadata_sees_a_missing_table(empty_engine):
    migrate(empty_engine)
    with empty_engine.begin() as connection:
        connection.execute(text("DROP TABLE index_outbox"))
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) != []


def test_migrating_twice_changes_nothing(empty_engine):
    migrate(empty_engine)
    before = inspect(empty_engine).get_table_names()
    migrate(empty_engine)
    assert inspect(empty_engine).get_table_names() == before


def test_a_database_of_a_newer_version_is_refused_with_advice(empty_engine):
    migrate(empty_engine)
    with empty_engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(MissingResource, match=r"9999.*升级"):
        migrate(empty_engine)


def test_a_database_that_cannot_be_reached_is_a_missing_resource():
    with pytest.raises(MissingResource):
        migrate(open_engine("postgres://u:secret@127.0.0.1:1/base"))


def test_processes_that_start_at_once_migrate_once(database_url):
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", MIGRATE, database_url], stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
        )
        for _ in range(4)
    ]
    for process in processes:
        process.stdin.write(b"\n")
        process.stdin.flush()
    faults = [process.communicate()[1].decode() for process in processes]
    assert [process.returncode for process in processes] == [0] * 4, faults
    with open_engine(database_url).connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM library_state")).scalar() == 1
