from __future__ import annotations

import re
from pathlib import Path

import pytest

import service.api
from service.api.openapi import openapi_document, openapi_text

DOCUMENT = openapi_document()
OPERATIONS = [
    pytest.param(path, method, operation, id=f"{method} {path}")
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]
VERSIONED = [it for it in OPERATIONS if it.values[0].startswith("/api/v1/")]
CHINESE = re.compile("[\u4e00-\u9fff]")


def test_the_committed_contract_is_what_the_code_says_now():
    committed = Path(service.api.__file__).with_name("openapi.json").read_text("utf-8")

    assert committed == openapi_text(), "service/api/openapi.json is stale: run `make generate`"


def test_the_service_gives_the_same_contract(client):
    assert client.get("/api/openapi.json").json() == DOCUMENT


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS)
def test_every_operation_is_described_in_chinese(path, method, operation):
    assert CHINESE.search(operation["summary"])
    assert CHINESE.search(operation["description"])
    assert operation["tags"]


@pytest.mark.parametrize(("path", "method", "operation"), VERSIONED)
def test_every_operation_shows_an_answer_and_the_one_error_shape(path, method, operation):
    assert operation["responses"]["200"]["content"]["application/json"]["example"]
    for status, response in operation["responses"].items():
        if status != "200":
            assert response["content"]["application/json"]["schema"]["$ref"].endswith("/ErrorAnswer"), status


@pytest.mark.parametrize(("path", "method", "operation"), [it for it in VERSIONED if it.values[1] == "post"])
def test_every_example_of_a_body_is_accepted(client, path, method, operation):
    body = operation["requestBody"]["content"]["application/json"]
    example = body.get("example") or next(iter(body["examples"].values()))["value"]
    response = client.post(path, json=example)

    assert response.status_code == 200


@pytest.mark.parametrize(("path", "method", "operation"), VERSIONED)
def test_every_example_of_an_answer_has_the_keys_of_a_real_one(path, method, operation):
    content = operation["responses"]["200"]["content"]["application/json"]
    schemas = [resolved(schema) for schema in alternatives(content["schema"])]

    assert any(set(content["example"]) <= set(schema["properties"]) for schema in schemas)


def test_every_reference_leads_somewhere():
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', openapi_text()))

    assert named <= set(DOCUMENT["components"]["schemas"])


def alternatives(schema):
    return schema.get("anyOf", [schema])


def resolved(schema):
    return DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
