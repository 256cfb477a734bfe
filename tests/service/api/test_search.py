from __future__ import annotations

import pytest

from indicators.model.hit import SearchAnswer


def test_a_posted_query_is_answered_with_hits(client):
    response = client.post("/api/v1/search", json={"query": "学生满意度", "sector": None, "limit": 5})

    answer = SearchAnswer.model_validate_json(response.content)
    assert answer.query == "学生满意度"
    assert answer.hits[0].code == "VE055"


def test_a_query_in_the_address_is_answered_alike(client):
    posted = client.post("/api/v1/search", json={"query": "学生满意度"})
    addressed = client.get("/api/v1/search", params={"q": "学生满意度"})

    assert addressed.json() == posted.json()


@pytest.mark.parametrize("wrong", [{"query": ""}, {"query": "x", "limit": 0}, {"query": "x", "limit": 101}, {"q": "x"}])
def test_a_query_that_cannot_be_answered_is_refused_by_field(client, wrong):
    response = client.post("/api/v1/search", json=wrong)

    assert response.status_code == 422
    assert {detail["field"] for detail in response.json()["error"]["details"]} & {"query", "limit", "q"}
