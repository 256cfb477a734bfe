from __future__ import annotations

import pytest

from indicators.model.finding import CheckedSheet
from indicators.quality.exemption_file import exemptions_text
from indicators.quality.suppression import Exemption
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

    def check(resources, sheet, *, source, profile=None, stages=(), exemptions=()):
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


EXEMPTION = {"rule": "VA203", "row": "培训合格率", "reason": "按省里口径", "who": "预算科", "until": "2099-12-31"}


@pytest.fixture
def exempted(monkeypatch):
    """The exemptions that the check was asked to heed."""
    given = []

    def check(resources, sheet, *, source, profile=None, stages=(), exemptions=()):
        given.append((sheet.goal, [(one.rule, one.row, one.who) for one in exemptions]))
        return fakes.checked(source)

    monkeypatch.setattr("service.actions.check.check", check)
    return given


def test_exemptions_come_in_beside_the_sheets_of_a_json_body(client, exempted):
    known = {**EXEMPTION, "rule": "ME101"}
    response = client.post(
        "/api/v1/checks", json={"sheets": [{"goal": "植树"}, {"goal": "培训"}], "exemptions": [known]}
    )

    assert exempted == [(goal, [("ME101", "培训合格率", "预算科")]) for goal in ("植树", "培训")]
    assert [one["entry"] for one in response.json()["exemptions"]["unused"]] == [1]


@pytest.mark.parametrize("as_text", [True, False])
def test_exemptions_come_in_as_a_file_or_a_field_of_the_form(client, exempted, as_text):
    text = exemptions_text([Exemption.model_validate({**EXEMPTION, "rule": "ME101"})])
    files = [("file", ("一.txt", "植树3000亩".encode()))]
    form = {"data": {"exemptions": text}} if as_text else {}
    files += [] if as_text else [("exemptions", ("豁免.yaml", text.encode()))]

    response = client.post("/api/v1/checks", files=files, **form)

    assert response.status_code == 200
    assert exempted == [("植树3000亩", [("ME101", "培训合格率", "预算科")])]


def test_without_exemptions_the_answer_speaks_of_none(client):
    assert client.post("/api/v1/checks", json={"goal": "培训干部280人次"}).json()["exemptions"] is None


@pytest.mark.parametrize(
    ("exemptions", "said"),
    [
        ([{**EXEMPTION, "rule": "vague-targets"}], "第1条"),
        ([{"rule": "ME101", "who": "预算科"}], "reason"),
        ({"ME101": "按省里口径"}, "exemptions"),
    ],
)
def test_an_exemption_at_fault_is_refused_and_named(client, exemptions, said):
    response = client.post("/api/v1/checks", json={"sheets": [{"goal": "植树"}], "exemptions": exemptions})

    assert response.status_code == 422
    assert said in response.json()["error"]["message"]


def test_exemptions_without_a_sheet_are_refused(client):
    response = client.post("/api/v1/checks", files=[("exemptions", ("豁免.yaml", b"version: 1\nexemptions: []\n"))])

    assert response.status_code == 422
    assert "没有收到目标表" in response.json()["error"]["message"]
