import pytest

from indicators.errors import UnreadableFile
from ingest.guard import let_in
from ingest.readers import json_sheet


def records(text):
    return json_sheet.read(let_in(text.encode(), "a.json")).records


def test_json_becomes_plain_values():
    assert records('{"goal": "完成", "rows": [{"weight": 10}]}') == {"goal": "完成", "rows": [{"weight": 10}]}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"goal": ', "第1行第10列"),
        ("完成培训", "不是有效的 JSON"),
        ('{"budget": NaN}', "NaN 不是有限的数字"),
        ('{"goal": "a", "goal": "b"}', "字段“goal”在同一对象里写了两次"),
        ('{"goal": "\\ud800"}', "不完整的字符"),
        ('{"budget": 1' + "0" * 5000 + "}", "有5001位"),
        ("[" * 100_000, "嵌套过深"),
    ],
)
def test_what_json_does_not_allow_is_named(text, message):
    with pytest.raises(UnreadableFile, match=message):
        records(text)
