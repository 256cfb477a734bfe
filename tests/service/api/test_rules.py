from __future__ import annotations

from service.actions import rules


def test_all_rules_are_listed(client):
    response = client.get("/api/v1/rules").json()

    assert [it["id"] for it in response["rules"]] == [it.id for it in rules.list_rules()]


def test_one_rule_is_explained(client):
    first = rules.list_rules()[0]
    response = client.get(f"/api/v1/rules/{first.id}")

    assert response.json() == first.model_dump(mode="json")


def test_an_unknown_rule_is_not_found(client):
    response = client.get("/api/v1/rules/XX999")

    assert response.status_code == 404
    assert "XX999" in response.json()["error"]["message"]
