from service.database.engine import reading, transaction
from service.database.outbox import count_pending, enqueue, mark_done, pending


def test_announcements_wait_in_the_order_in_which_they_came(engine):
    for code in ("TD002", "TD001"):
        with transaction(engine) as session:
            enqueue(session, {code: "put"})
    with reading(engine) as session:
        assert [row.code for row in pending(session)] == ["TD002", "TD001"]


def test_only_the_rows_that_were_followed_are_done(engine):
    with transaction(engine) as session:
        enqueue(session, {"TD001": "put", "TD002": "drop"})
    with transaction(engine) as session:
        mark_done(session, [pending(session)[0].id])
    with reading(engine) as session:
        assert [row.code for row in pending(session)] == ["TD002"]
        assert count_pending(session) == 1


def test_very_many_rows_are_done_at_once(engine):
    with transaction(engine) as session:
        enqueue(session, {f"TD{number}": "put" for number in range(1200)})
    with transaction(engine) as session:
        mark_done(session, [row.id for row in pending(session)])
    with reading(engine) as session:
        assert count_pending(session) == 0
