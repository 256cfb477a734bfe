from __future__ import annotations

import pytest

from tests.service import fakes

LIMIT = 2 * 1024**2
"""An upload of 1 MB, and the form around it."""


@pytest.fixture
def client(tmp_path, monkeypatch):
    fakes.answer_with(monkeypatch)
    with fakes.client(tmp_path, upload_limit_mb=1) as client:
        yield client


def streamed(size):
    """A body that does not say how long it is."""
    yield b'{"goal": "'
    for _ in range(size // 1024):
        yield b"x" * 1024
    yield b'"}'


def test_a_streamed_body_is_cut_off_at_the_limit(client):
    response = client.post(
        "/api/v1/sheets", content=streamed(LIMIT + 1024), headers={"Content-Type": "application/json"}
    )

    assert response.status_code == 413
    assert response.json()["error"]["code"] == "too_large"
    assert "2 MB" in response.json()["error"]["message"]


def test_a_streamed_body_within_the_limit_is_read(client):
    response = client.post("/api/v1/sheets", content=streamed(5000), headers={"Content-Type": "application/json"})

    assert response.status_code == 200


def test_an_upload_beyond_the_limit_is_refused(client):
    response = client.post("/api/v1/sheets", files={"file": ("a.txt", b"x" * (LIMIT + 1))})

    assert response.status_code == 413
    assert response.json()["error"]["code"] == "too_large"


def test_a_form_beyond_the_limit_is_refused_on_the_page_too(client):
    response = client.post("/", data={"goal": "x" * (LIMIT + 1)}, headers={"Accept": "text/html", "HX-Request": "true"})

    assert response.status_code == 413
    assert "2 MB" in response.text
    assert response.headers["HX-Retarget"] == "#fault"


def test_a_body_that_lies_about_its_length_is_cut_off_all_the_same(client):
    response = client.post(
        "/api/v1/sheets",
        content=streamed(LIMIT + 1024),
        headers={"Content-Type": "application/json", "Content-Length": "10"},
    )

    assert response.status_code == 413
