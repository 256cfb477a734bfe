"""The API on fake resources, with rich answers in the engine's place."""

from __future__ import annotations

import pytest

from tests.service import fakes


@pytest.fixture
def asked(monkeypatch):
    """The sheets that the engine was asked about."""
    return fakes.answer_with(monkeypatch)


@pytest.fixture
def client(tmp_path, asked):
    with fakes.client(tmp_path) as client:
        yield client
