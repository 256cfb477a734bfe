import sqlite3
import threading

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from indicators.errors import InvalidInput, MissingResource
from service.database.engine import open_engine, reading, transaction
from service.database.library import state
from service.database.migrate import migrate
from service.database.outbox import count_pending, enqueue
from service.database.tables import ClauseRow, IndicatorRow, OutboxRow


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_written_form_of_a_postgres_address_is_taken(scheme):
    assert open_engine(f"{scheme}://u:p@host/base").url.drivername == "postgresql+psycopg"


@pytest.mark.parametrize("written", ["mysql://u@host/base", "没有地址", "sqlite://", "sqlite:///:memory:"])
def test_an_address_of_another_kind_is_refused_with_the_setting_named(written):
    with pytest.raises(InvalidInput, match="ZHIBIAO_DATABASE_URL"):
        open_engine(written)


def test_a_password_is_not_in_the_message_of_a_server_that_cannot_be_reached():
    with pytest.raises(MissingResource) as caught, reading(open_engine("postgres://u:secret@127.0.0.1:1/base")):
        pass
    assert "ZHIBIAO_DATABASE_URL" in caught.value.message
    assert "secret" not in caught.value.message


def test_a_file_that_is_no_database_is_a_missing_resource(tmp_path):
    (tmp_path / "zhibiao.db").write_text("这不是数据库" * 500)
    with pytest.raises(MissingResource), transaction(open_engine(f"sqlite:///{tmp_path / 'zhibiao.db'}")):
        pass


def test_a_transaction_is_kept_whole(engine):
    with transaction(engine) as session:
        enqueue(session, {"TD001": "put"})
    with reading(engine) as session:
        assert count_pending(session) == 1


def announce_and_fail(engine):
    with transaction(engine) as session:
        enqueue(session, {"TD001": "put"})
        raise ZeroDivisionError


def test_a_transaction_that_raises_leaves_nothing(engine):
    with pytest.raises(ZeroDivisionError):
        announce_and_fail(engine)
    with reading(engine) as session:
        assert count_pending(session) == 0


def test_rows_can_be_read_after_their_transaction(engine):
    with transaction(engine) as session:
        current = state(session)
    assert current.version == ""


def test_a_reader_sees_one_moment_while_another_writes(engine):
    with reading(engine) as session:
        before = count_pending(session)
        with transaction(engine) as other:
            enqueue(other, {"TD001": "put"})
        after = count_pending(session)
    assert (before, after) == (0, 0)


def test_two_writers_that_read_first_do_not_fail_each_other(engine):
    def add(code):
        with transaction(engine) as session:
            count_pending(session)
            enqueue(session, {code: "put"})

    threads = [threading.Thread(target=add, args=(f"TD{number:03}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading(engine) as session:
        assert count_pending(session) == 8


def test_foreign_keys_are_enforced(engine):
    orphan = {"code": "X1", "name": "x", "sector": "nowhere", "level1": "", "level2": "", "core": False}
    rest = {"pattern": False, "status": "active", "record": "{}", "content_hash": ""}
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"), transaction(engine) as session:
        session.add(IndicatorRow(**orphan, **rest))


def test_a_status_outside_the_vocabulary_is_refused(engine):
    strange = ClauseRow(id="a", document="d", certainty="official", status="gone", record="{}", content_hash="")
    with pytest.raises(IntegrityError, match=r"(?i)check"), transaction(engine) as session:
        session.add(strange)


def test_moments_come_back_in_utc(engine):
    with transaction(engine) as session:
        enqueue(session, {"TD001": "put"})
    with Session(engine) as session:
        assert session.exec(select(OutboxRow)).one().created_at.utcoffset().total_seconds() == 0


def test_sqlite_writes_ahead_so_that_readers_do_not_wait(sqlite_url, tmp_path):
    migrate(open_engine(sqlite_url))
    assert sqlite3.connect(tmp_path / "zhibiao.db").execute("PRAGMA journal_mode").fetchone() == ("wal",)
