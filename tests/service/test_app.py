"""What holds for every route of the service: the one error shape, the request's id, no faults that leak."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from indicators.errors import MissingResource
from service.api.openapi import openapi_document
from service.app import create_app
from service.errors import ErrorAnswer
from service.settings import Settings
from tests.service import fakes

PATHS = openapi_document()["paths"]
ALL_PATHS = [*PATHS, "/api/openapi.json", "/", "/exports/suggestion.csv"]
BODIES = [(method, path) for path, operations in PATHS.items() for method in operations if method == "post"]


@pytest.fixture
def client(tmp_path, monkeypatch):
    fakes.answer_with(monkeypatch)
    with fakes.client(tmp_path) as client:
        yield client


def assert_the_one_shape(response, code):
    answer = ErrorAnswer.model_validate_json(response.content)
    assert answer.error.code == code
    assert answer.error.request_id == response.headers["X-Request-ID"]
    assert re.search("[\u4e00-\u9fff]", answer.error.message)


@pytest.mark.parametrize("path", ALL_PATHS)
def test_a_method_that_a_route_has_not_is_refused_in_the_one_shape(client, path):
    response = client.request("DELETE", path)

    assert response.status_code == 405
    assert response.headers["Allow"]
    assert_the_one_shape(response, "method_not_allowed")


@pytest.mark.parametrize("path", ["/nowhere", "/api/v1/nowhere", "/static/build/nowhere.js"])
def test_an_unknown_address_is_refused_in_the_one_shape(client, path):
    response = client.get(path)

    assert response.status_code == 404
    assert_the_one_shape(response, "not_found")


@pytest.mark.parametrize(("method", "path"), BODIES)
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{", "application/json"),
        (b'{"nonsense": 1}', "application/json"),
        (b"[" * 200_000, "application/json"),
        (b'{"goal": "\\ud800"}', "application/json"),
        (b"\xff\xfe\x00", "application/json"),
        (b"", "application/json"),
        (b"no boundary", "multipart/form-data"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"a=b", "application/x-www-form-urlencoded"),
    ],
)
def test_a_body_that_is_not_what_it_should_be_is_the_senders_fault(client, method, path, body, kind):
    response = client.request(method, path, content=body, headers={"Content-Type": kind})

    assert 400 <= response.status_code < 500
    assert ErrorAnswer.model_validate_json(response.content).error.message


@pytest.mark.parametrize(("method", "path"), BODIES)
def test_a_body_beyond_the_limit_is_refused_in_the_one_shape(tmp_path, monkeypatch, method, path):
    fakes.answer_with(monkeypatch)
    body = b'{"goal": "' + b"x" * (2 * 1024**2) + b'"}'
    with fakes.client(tmp_path, upload_limit_mb=1) as client:
        response = client.request(method, path, content=body, headers={"Content-Type": "application/json"})

    assert response.status_code == 413
    assert_the_one_shape(response, "too_large")


def test_an_unexpected_fault_answers_in_the_one_shape_and_leaks_nothing(tmp_path, monkeypatch):
    def fails(*_, **__):
        raise RuntimeError("secret")

    monkeypatch.setattr("service.actions.suggest.suggest", fails)
    with fakes.client(tmp_path) as client:
        response = client.post("/api/v1/suggestions", json={"goal": "培训280人次"})

    assert response.status_code == 500
    assert_the_one_shape(response, "internal_error")
    assert "secret" not in response.text
    assert response.headers["Content-Security-Policy"]


def test_a_browser_is_told_of_a_fault_in_a_page(client):
    response = client.get("/nowhere", headers={"Accept": "text/html,*/*"})

    assert response.status_code == 404
    assert response.headers["Content-Type"].startswith("text/html")
    assert response.headers["X-Request-ID"] in response.text


def test_the_api_answers_in_json_even_to_a_browser(client):
    response = client.get("/api/v1/indicators/NOPE", headers={"Accept": "text/html,*/*"})

    assert response.status_code == 404
    assert_the_one_shape(response, "not_found")


def test_resources_are_opened_with_the_settings_and_closed_at_the_end(tmp_path):
    resources, opened = fakes.FakeResources(), []

    def opener(settings):
        opened.append(settings.home)
        return resources

    with TestClient(create_app(Settings(home=tmp_path), opener=opener)):
        assert not resources.closed

    assert opened == [tmp_path]
    assert resources.closed


def test_a_service_that_cannot_suggest_still_starts(tmp_path, monkeypatch):
    def fails(*_, **__):
        raise MissingResource("索引服务器连接不上")

    monkeypatch.setattr("service.app.open_resources", lambda *_: fakes.FakeResources())
    monkeypatch.setattr("service.actions.suggest.suggest", fails)
    with TestClient(create_app(Settings(home=tmp_path))) as client:
        response = client.get("/healthz")

    assert response.status_code == 200
