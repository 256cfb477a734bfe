"""Alembic scripts, one a change of the tables; ``service.database.migrate`` runs them."""
