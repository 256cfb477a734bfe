from __future__ import annotations

import pytest
from starlette.exceptions import HTTPException

from indicators import errors
from indicators.errors import Detail, InvalidInput, TooLarge, ZhibiaoError
from service.errors import FRAMEWORK, fault_of, status_of


def every_error(kind=ZhibiaoError):
    yield kind
    for refined in kind.__subclasses__():
        yield from every_error(refined)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (errors.InvalidInput, 422),
        (errors.UnreadableFile, 422),
        (errors.UnsupportedFormat, 415),
        (errors.TooLarge, 413),
        (errors.NotFound, 404),
        (errors.InvalidLibrary, 422),
        (errors.MissingResource, 503),
    ],
)
def test_an_error_has_the_status_of_the_contract(kind, status):
    assert status_of(kind("出错")) == status


@pytest.mark.parametrize("kind", list(every_error()), ids=lambda kind: kind.__name__)
def test_every_error_of_the_tree_has_a_status_and_keeps_its_words(kind):
    fault = fault_of(kind("哪里不对，怎么改", details=[Detail("budget", "应为数字")]), "id-1")

    assert 400 <= fault.status < 600
    assert fault.body.code == kind.code
    assert fault.body.message == "哪里不对，怎么改"
    assert [(it.field, it.message) for it in fault.body.details] == [("budget", "应为数字")]
    assert fault.body.request_id == "id-1"


def test_an_error_that_refines_another_inherits_its_status():
    class EvenLarger(TooLarge):
        pass

    assert status_of(EvenLarger("太大")) == 413


def test_an_unknown_exception_tells_nothing_of_itself():
    fault = fault_of(ValueError("secret: /home/somebody"), "id-2")

    assert fault.status == 500
    assert fault.body.code == "internal_error"
    assert "secret" not in fault.body.model_dump_json()


@pytest.mark.parametrize("status", sorted(FRAMEWORK))
def test_what_the_framework_refuses_is_told_in_chinese(status):
    fault = fault_of(HTTPException(status, detail="说明"), "")

    assert fault.status == status
    assert any("\u4e00" <= char <= "\u9fff" for char in fault.body.message)


def test_a_refusal_keeps_the_headers_of_the_framework():
    fault = fault_of(HTTPException(405, headers={"Allow": "GET"}), "")

    assert fault.headers == {"Allow": "GET"}


def test_invalid_input_is_no_server_fault():
    assert status_of(InvalidInput("x")) < 500
