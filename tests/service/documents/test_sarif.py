"""SARIF is valid by its schema, lists every rule, and tells what a scanner needs to match findings from run to run."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from indicators.quality.rules import RULES
from service.documents.sarif import sarif, uri
from tests.service.documents.builders import VAGUE, accepted, failed, reviewed

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))


def results(log):
    return [result for run in log["runs"] for result in run["results"]]


def of_rule(log, rule):
    return next(result for result in results(log) if result["ruleId"] == rule)


@pytest.mark.parametrize(
    ("sheets", "broken"),
    [
        ((reviewed(VAGUE),), ()),
        ((reviewed(VAGUE, exemptions=(accepted(until="2026-12-31"),)), reviewed(profile="henan-2022")), (failed(),)),
        ((), (failed(),)),
        ((), ()),
    ],
)
def test_a_log_is_valid_by_the_schema(sheets, broken):
    log = json.loads(json.dumps(sarif(sheets, broken)))

    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)] == []


def test_the_schema_refuses_what_is_no_log():
    log = sarif([reviewed(VAGUE)])
    results(log)[0]["level"] = "fatal"

    assert not Draft4Validator(SCHEMA).is_valid(log)


def test_every_rule_is_listed_and_results_point_to_theirs():
    log = sarif([reviewed(VAGUE)])
    rules = log["runs"][0]["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES]
    assert results(log)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results(log))


def test_levels_and_clauses_are_those_of_the_rule_set():
    log = sarif([reviewed(VAGUE), reviewed(VAGUE, profile="henan-2022")])
    clauses = [
        next(rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "ME101")["properties"]["clause"]
        for run in log["runs"]
    ]

    assert "财预〔2021〕101号" in clauses[0]
    assert "豫财效〔2022〕4号" in clauses[1]


def test_a_finding_tells_file_row_cell_and_fingerprint():
    one = reviewed(VAGUE, file="某局/绩效 表.xlsx")
    result = of_rule(sarif([one]), "ME101")
    place = result["locations"][0]

    assert (
        place["physicalLocation"]["artifactLocation"]["uri"] == "%E6%9F%90%E5%B1%80/%E7%BB%A9%E6%95%88%20%E8%A1%A8.xlsx"
    )
    assert place["physicalLocation"]["region"] == {"startLine": 13}
    assert (result["properties"]["row"], result["properties"]["cell"]) == (6, "Sheet1!D13")
    assert place["logicalLocations"][0]["name"] == "教学质量"
    assert list(result["partialFingerprints"].values()) == [
        next(it.fingerprint for it in one.checked.findings if it.rule == "ME101")
    ]


def test_a_finding_on_the_whole_sheet_has_no_region():
    log = sarif([reviewed(goal="")])
    whole = [result for result in results(log) if result["properties"]["row"] is None]

    assert whole
    assert all("region" not in result["locations"][0]["physicalLocation"] for result in whole)


def test_what_is_set_aside_is_an_accepted_suppression_and_all_others_say_that_there_is_none():
    log = sarif([reviewed(VAGUE, exemptions=(accepted(),))])
    suppression = of_rule(log, "ME101")["suppressions"]

    assert [(it["status"], it["justification"]) for it in suppression] == [("accepted", "另附评分表")]
    assert all(result["suppressions"] == [] for result in results(log) if result["ruleId"] != "ME101")


def test_a_file_that_could_not_be_read_is_a_notification():
    invocation = sarif([reviewed()], [failed("坏.xlsx")])["runs"][0]["invocations"][0]

    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "坏.xlsx 已损坏"


def test_a_file_name_is_a_relative_reference():
    assert uri("/绝对/a#b.xlsx").startswith("%E7%BB%9D")
    assert uri("a\\b.csv") == "a/b.csv"
    assert "#" not in uri("a#b.xlsx")
