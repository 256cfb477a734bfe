from __future__ import annotations

import pytest

from indicators.errors import MissingResource
from tests.service import fakes


class Broken:
    """A part that fails whatever it is asked."""

    def __init__(self, error):
        self.error = error

    def __getattr__(self, name):
        raise self.error


def test_a_process_that_answers_is_alive(client):
    assert client.get("/healthz").json() == {"status": "ok"}


def test_a_service_with_all_its_parts_is_ready(client):
    response = client.get("/readyz")

    assert response.status_code == 200
    assert set(response.json()["parts"]) == {"database", "index", "model"}


@pytest.mark.parametrize(("part", "attribute"), [("database", "library"), ("index", "index"), ("model", "embedder")])
@pytest.mark.parametrize("error", [MissingResource("连接不上，请检查地址"), OSError("broken")])
def test_a_service_without_one_of_its_parts_is_not_ready_and_says_which(tmp_path, part, attribute, error):
    resources = fakes.FakeResources(**{attribute: Broken(error)})
    with fakes.client(tmp_path, resources) as client:
        response = client.get("/readyz")
        alive = client.get("/healthz")

    assert response.status_code == 503
    assert response.json()["error"]["code"] == "missing_resource"
    assert [detail["field"] for detail in response.json()["error"]["details"]] == [part]
    assert alive.status_code == 200


def test_figures_are_in_the_format_of_prometheus(client):
    response = client.get("/metrics")

    assert response.headers["Content-Type"].startswith("text/plain")
    assert "# TYPE zhibiao_http_requests_total counter" in response.text
