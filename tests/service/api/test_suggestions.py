from __future__ import annotations

import json

import pytest

from indicators.errors import InvalidInput
from indicators.model.suggestion import Suggestion
from tests.service import fakes

SHEET = {"project": "培训", "goal": "培训干部280人次", "rows": [{"name": "培训人次", "target": "≥280", "unit": "人次"}]}


def files(*named):
    return [("file", (name, data)) for name, data in named]


def test_a_json_sheet_is_answered_with_a_suggestion(client, asked):
    response = client.post("/api/v1/suggestions", json=SHEET)

    assert Suggestion.model_validate_json(response.content) == fakes.suggestion()
    assert asked[0].goal == "培训干部280人次"
    assert asked[0].rows[0].name == "培训人次"


def test_one_uploaded_sheet_is_answered_with_a_suggestion(client, asked):
    response = client.post("/api/v1/suggestions", files=files(("目标.txt", "培训干部280人次".encode())))

    assert Suggestion.model_validate_json(response.content) == fakes.suggestion()
    assert asked[0].goal == "培训干部280人次"


def test_several_sheets_are_answered_in_their_order_with_their_sources(client):
    response = client.post(
        "/api/v1/suggestions", files=files(("一.json", json.dumps(SHEET).encode()), ("二.txt", "植树3000亩".encode()))
    )

    suggestions = response.json()["suggestions"]
    assert [it["source"] for it in suggestions] == ["一.json", "二.txt"]
    assert all(it["weight_total"] == 90 for it in suggestions)


def test_an_unreadable_file_among_several_is_an_entry(client):
    response = client.post(
        "/api/v1/suggestions", files=files(("好.txt", "植树3000亩".encode()), ("坏.xlsx", b"PK\x03\x04"))
    )

    good, bad = response.json()["suggestions"]
    assert response.status_code == 200
    assert good["source"] == "好.txt"
    assert bad["source"] == "坏.xlsx"
    assert bad["error"]["code"] == "unreadable_file"


def test_an_unreadable_file_alone_is_an_error(client):
    response = client.post("/api/v1/suggestions", files=files(("坏.xlsx", b"PK\x03\x04")))

    assert response.status_code == 422
    assert response.json()["error"]["code"] == "unreadable_file"


def test_the_address_may_choose_sector_framework_and_number(client, asked):
    response = client.post(
        "/api/v1/suggestions?sector=人才发展&framework=mof-2020&max=3", json={**SHEET, "sector": "职业教育"}
    )

    assert len(response.json()["indicators"]) == 3
    assert asked[0].sector == "人才发展"
    assert asked[0].framework == "mof-2020"


def test_what_the_address_leaves_open_stays_as_the_sheet_has_it(client, asked):
    client.post("/api/v1/suggestions", json={**SHEET, "sector": "职业教育"})

    assert asked[0].sector == "职业教育"
    assert asked[0].framework is None


def test_an_unknown_key_is_refused_with_its_name_and_row(client):
    response = client.post("/api/v1/suggestions", json={**SHEET, "rows": [{"name": "a"}, {"nam": "b"}]})

    assert response.status_code == 422
    assert response.json()["error"]["details"][0]["field"] == "rows[2].nam"


def test_a_form_without_a_file_is_refused_with_the_field_that_is_missing(client):
    response = client.post("/api/v1/suggestions", files={"other": (None, "text")})

    assert response.status_code == 422
    assert response.json()["error"]["details"][0]["field"] == "file"


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", ""])
def test_another_type_of_body_is_refused_with_the_types_that_are_taken(client, kind):
    response = client.post("/api/v1/suggestions", content=b"goal", headers={"Content-Type": kind})

    assert response.status_code == 415
    assert "application/json" in response.json()["error"]["message"]


def test_a_folder_in_the_name_of_an_upload_is_dropped(client):
    response = client.post(
        "/api/v1/suggestions",
        files=files(("C:\\用户\\一.txt", "植树3000亩".encode()), ("../二.txt", "植树3000亩".encode())),
    )

    assert [it["source"] for it in response.json()["suggestions"]] == ["一.txt", "二.txt"]


def test_what_the_engine_refuses_is_told(client, monkeypatch):
    def refuses(*_, **__):
        raise InvalidInput("没有“航天”这个领域")

    monkeypatch.setattr("service.actions.suggest.suggest", refuses)
    response = client.post("/api/v1/suggestions", json=SHEET)

    assert response.status_code == 422
    assert response.json()["error"]["message"] == "没有“航天”这个领域"
