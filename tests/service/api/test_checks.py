from __future__ import annotations

from indicators.model.finding import CheckedSheet
from tests.service import fakes


def test_a_json_sheet_is_checked_in_the_shape_for_several(client):
    response = client.post("/api/v1/checks", json={"goal": "培训干部280人次"})

    (sheet,) = response.json()["sheets"]
    assert CheckedSheet.model_validate(sheet) == fakes.checked(source="请求.json")


def test_every_uploaded_sheet_is_checked_under_its_own_name(client):
    named = [("file", ("一.txt", "植树3000亩".encode())), ("file", ("二.txt", "培训280人次".encode()))]
    response = client.post("/api/v1/checks", files=named)

    assert [it["source"] for it in response.json()["sheets"]] == ["一.txt", "二.txt"]


def test_profile_and_stages_are_passed_on(client, monkeypatch):
    given = []

    def check(resources, sheet, *, source, profile=None, stages=()):
        given.append((profile, stages))
        return fakes.checked()

    monkeypatch.setattr("service.actions.check.check", check)
    client.post("/api/v1/checks?profile=henan-2022&stages=target,self-evaluation", json={"goal": "培训干部280人次"})
    client.post("/api/v1/checks", json={"goal": "培训干部280人次"})

    assert given == [("henan-2022", ("target", "self-evaluation")), (None, ("target",))]


def test_an_unknown_stage_is_refused_with_the_choices(client):
    response = client.post("/api/v1/checks?stages=planning", json={"goal": "培训干部280人次"})

    assert response.status_code == 422
    assert "self-evaluation" in response.json()["error"]["message"]
