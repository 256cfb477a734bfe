"""The truth: the library and what is done with it, as rows of SQLite or PostgreSQL.

``engine`` opens the database and brackets transactions, ``migrate`` and ``migrations`` bring it up to date, ``tables``
are the rows, ``records`` turn values into rows and back, ``changes`` say what a load would do; ``library``,
``indicators`` and ``outbox`` are the queries, by noun. Frozen values go in and come out; a row of the library never
leaves the package. Queries take a ``Session`` and never commit: whoever opens ``transaction(engine)`` does.
May import ``settings``, ``ingest`` and ``indicators``.
"""
