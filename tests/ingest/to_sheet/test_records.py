import json

import pytest

from indicators.errors import InvalidInput, TooLarge
from ingest.to_sheet import read_sheets

ROW = {
    "level1": "产出指标",
    "level2": "数量指标",
    "name": "主体班培训人次",
    "target": "≥280",
    "unit": "人次",
    "weight": 10,
    "actual": "300",
}
SHEET = {
    "project": "某项目",
    "kind": "project",
    "sector": None,
    "year": 2026,
    "budget": 164.0,
    "goal": "培训",
    "rows": [ROW],
}


def read(records, name="a.json"):
    return read_sheets(json.dumps(records).encode(), name)


def test_one_object_is_one_sheet():
    (found,) = read(SHEET)

    assert found.source == "a.json"
    assert (found.sheet.budget, found.sheet.rows[0].target, found.sheet.rows[0].cell) == (164, "≥280", "rows[1]")


def test_a_list_is_several_sheets():
    assert [(found.source, found.sheet.goal) for found in read([SHEET, {"goal": "另一个"}])] == [
        ("a.json#1", "培训"),
        ("a.json#2", "另一个"),
    ]


def test_what_read_gives_is_read_again_unchanged():
    first = read([SHEET, SHEET])

    again = read({"sheets": [found.model_dump(mode="json") for found in first]})

    assert again == first


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ({**SHEET, "goals": "x"}, "goals：不认识这个字段"),
        ({**SHEET, "rows": [{**ROW, "valeu": 1}]}, r"rows\[1\].valeu：不认识这个字段"),
        ({"sheets": [SHEET], "version": 1}, "不认识字段“version”"),
        ({"sheets": [{"sheet": SHEET, "extra": 1}]}, "不认识字段“extra”"),
        ({"sheets": [{"sheet": {**SHEET, "year": "明年"}}]}, "sheet.year：应为整数"),
        ({**SHEET, "rows": [{**ROW, "target": 1e308}]}, "超出可用范围"),
        ({**SHEET, "budget": -1}, "小于0"),
        ({**SHEET, "goal": "字\u0001"}, "控制字符"),
        ({**SHEET, "goal": "字" * 100_000}, "目标文本有100000字，最多10000字"),
        ({}, "目标文本和指标行都是空的"),
        ([], "没有目标表"),
        ([1], "没有目标表"),
        ("文字", "没有目标表"),
        (None, "null，不是目标表"),
    ],
)
def test_what_is_no_sheet_is_refused_by_name(records, message):
    with pytest.raises(InvalidInput, match=message):
        read(records)


def test_too_many_sheets_in_one_file_are_refused():
    with pytest.raises(TooLarge, match="有1001张目标表，一次最多1000张"):
        read([{"goal": "培训"}] * 1001)
