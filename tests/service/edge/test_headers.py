from __future__ import annotations

import pytest

from tests.service import fakes


@pytest.fixture
def client(tmp_path):
    with fakes.client(tmp_path) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/healthz", "/nowhere", "/api/v1/sectors", "/static/icon.svg"])
def test_every_answer_says_what_a_browser_may_do_with_it(client, path):
    headers = client.get(path).headers

    policy = headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"


def test_answers_are_kept_in_no_cache(client):
    assert client.get("/").headers["Cache-Control"] == "no-store"
