"""Fixes over HTTP: what is asked for, and the account of it."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.checker import check_sheet
from service.actions.fix import fix

LIBRARY = Library.from_files(read_library())
SHEET = {
    "goal": "档案完好率保持在98%以上",
    "rows": [
        {"level1": "产出指标", "level2": "质量指标", "name": "确保档案完好率", "target": "≥98", "unit": "%"},
        {"level1": "产出指标", "level2": "质量指标", "name": "设备运行率", "target": "≤99", "unit": "%"},
    ],
}


@pytest.fixture
def checking(client, monkeypatch):
    """The real rules, without a model."""

    def check(resources, sheet, *, source, profile=None, stages=("target",), exemptions=()):
        return check_sheet(sheet, LIBRARY, source=source, profile=profile)

    monkeypatch.setattr("service.actions.check.check", check)
    monkeypatch.setattr("service.actions.fix.fix", fix)
    return client


def test_every_fix_is_applied_and_told(checking):
    [fixed] = checking.post("/api/v1/fixes", json=SHEET).json()["sheets"]

    assert [row["name"] for row in fixed["sheet"]["rows"]] == ["档案完好率", "设备运行率"]
    assert fixed["sheet"]["rows"][1]["target"] == "≥99"
    assert {one["rule"] for one in fixed["applied"]} == {"CO202", "FE201"}
    assert {one["rule"] for one in fixed["applied"]} <= {one["rule"] for one in fixed["solved"]}
    assert not {"CO202", "FE201"} & {one["rule"] for one in fixed["checked"]["findings"]}


def test_only_what_is_asked_for_is_applied(checking):
    [fixed] = checking.post("/api/v1/fixes?only=FE201", json=SHEET).json()["sheets"]

    assert [one["rule"] for one in fixed["applied"]] == ["FE201"]
    assert fixed["sheet"]["rows"][0]["name"] == "确保档案完好率"


def test_a_fix_that_is_not_there_is_refused(checking):
    response = checking.post("/api/v1/fixes?only=CO401", json=SHEET)

    assert response.status_code == 422
    assert "CO202（第1行）" in response.json()["error"]["message"]


def test_of_several_sheets_one_without_such_a_fix_is_an_entry(checking):
    sound = {"rows": [{"name": "培训人次", "target": "≥280", "unit": "人次"}]}

    sheets = checking.post("/api/v1/fixes?only=CO202", json={"sheets": [sound, SHEET]}).json()["sheets"]

    assert sheets[0]["error"]["code"] == "invalid_input"
    assert [one["rule"] for one in sheets[1]["applied"]] == ["CO202"]
