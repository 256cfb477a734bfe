from __future__ import annotations

import logging

import pytest

from tests.service import fakes


@pytest.fixture
def client(tmp_path):
    with fakes.client(tmp_path) as client:
        yield client


@pytest.fixture
def lines():
    """The access lines, as they are written."""
    kept: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: kept.append(record.getMessage())
    logger = logging.getLogger("zhibiao.access")
    logger.addHandler(handler)
    yield kept
    logger.removeHandler(handler)


def test_a_plain_request_id_is_kept(client):
    response = client.get("/healthz", headers={"X-Request-ID": "gateway-42.a"})

    assert response.headers["X-Request-ID"] == "gateway-42.a"


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", "<script>"])
def test_any_other_request_id_is_replaced(client, given):
    response = client.get("/healthz", headers={"X-Request-ID": given})

    assert response.headers["X-Request-ID"] not in {"", given}


def test_requests_without_an_id_get_different_ones(client):
    first, second = (client.get("/healthz").headers["X-Request-ID"] for _ in range(2))

    assert first != second


def test_every_request_writes_one_line_with_its_id(client, lines):
    response = client.get("/api/v1/indicators/NOPE")

    assert len(lines) == 1
    assert lines[0].startswith("GET /api/v1/indicators/NOPE 404 ")
    assert lines[0].endswith(response.headers["X-Request-ID"])


def test_a_line_break_in_a_path_cannot_forge_a_line(client, lines):
    client.get("/x%0A2026 INFO forged")

    assert len(lines) == 1
    assert "\n" not in lines[0]


def test_what_was_searched_for_is_not_logged(client, lines, monkeypatch):
    fakes.answer_with(monkeypatch)
    client.get("/api/v1/search", params={"q": "机密项目"})

    assert "机密项目" not in lines[0]
    assert "q=" not in lines[0]


def test_requests_are_counted_by_the_template_of_their_route(client):
    client.get("/api/v1/indicators/VE001")
    client.get("/api/v1/indicators/VE002")
    client.get("/nowhere/at/all")
    text = client.get("/metrics").text

    assert 'zhibiao_http_requests_total{method="GET",route="/api/v1/indicators/{code}",status="200"} 2.0' in text
    assert 'zhibiao_http_requests_total{method="GET",route="unmatched",status="404"} 1.0' in text
    assert 'zhibiao_http_request_seconds_count{method="GET",route="/api/v1/indicators/{code}"} 2.0' in text
    assert "/nowhere" not in text


def test_a_method_that_nobody_uses_makes_no_label_of_its_own(client):
    client.request("BREW", "/healthz")
    text = client.get("/metrics").text

    assert 'method="OTHER"' in text
    assert "BREW" not in text
