from __future__ import annotations

import pytest

from tests.service import fakes


def test_indicators_come_a_page_at_a_time_with_their_number(client):
    response = client.get("/api/v1/indicators", params={"offset": 2, "limit": 3}).json()

    active = fakes.curated().active
    assert response["total"] == len(active)
    assert [it["code"] for it in response["indicators"]] == [it.code for it in active[2:5]]
    assert response["library_version"] == fakes.curated().version


@pytest.mark.parametrize(
    ("conditions", "holds"),
    [
        ({"sector": "职业教育"}, lambda it: it["sector"] == "vocational-education"),
        (
            {"level1": "产出指标", "level2": "质量指标"},
            lambda it: (it["level1"], it["level2"]) == ("产出指标", "质量指标"),
        ),
        ({"core": True}, lambda it: it["core"] != "备选"),
        ({"core": False}, lambda it: it["core"] == "备选"),
        ({"name": "满意度"}, lambda it: any("满意度" in name for name in (it["name"], *it["aliases"]))),
    ],
)
def test_every_condition_holds_for_all_that_come_and_for_nothing_else(client, conditions, holds):
    everything = client.get("/api/v1/indicators", params={"limit": 1000}).json()["indicators"]
    found = client.get("/api/v1/indicators", params={**conditions, "limit": 1000}).json()["indicators"]

    assert found
    assert [it["code"] for it in found] == [it["code"] for it in everything if holds(it)]


def test_an_unknown_sector_is_refused_with_the_choices(client):
    response = client.get("/api/v1/indicators", params={"sector": "航天"})

    assert response.status_code == 422
    assert "职业教育" in response.json()["error"]["message"]


def test_one_indicator_is_shown_whole(client):
    code = fakes.curated().active[0].code
    response = client.get(f"/api/v1/indicators/{code}")

    assert response.json() == fakes.curated().by_code[code].model_dump(mode="json")


def test_an_unknown_code_is_not_found(client):
    response = client.get("/api/v1/indicators/NOPE")

    assert response.status_code == 404
    assert "NOPE" in response.json()["error"]["message"]


@pytest.mark.parametrize("noun", ["sectors", "frameworks", "systems"])
def test_the_rest_of_the_library_is_listed(client, noun):
    response = client.get(f"/api/v1/{noun}").json()

    assert len(response[noun]) == len(getattr(fakes.curated(), noun))
