"""The file of exemptions: one format, read and written, with faults told by entry, line and cure."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.errors import InvalidInput
from indicators.quality.exemption_file import exemptions_text, read_exemptions
from indicators.quality.suppression import Exemption

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=12)
SAID = WORDS.filter(str.strip)
EXEMPTIONS = st.builds(
    Exemption,
    fingerprint=st.from_regex(r"\A[0-9a-f]{16}\Z"),
    rule=st.sampled_from(["", "ME101"]),
    row=WORDS,
    project=WORDS,
    reason=SAID,
    who=SAID,
    until=st.none() | st.dates(),
)


def refusal(text):
    with pytest.raises(InvalidInput) as caught:
        read_exemptions(text.encode() if isinstance(text, str) else text, "豁免.yaml")
    return caught.value


def entries(text):
    return f"version: 1\nexemptions:\n{text}"


@settings(deadline=None)
@given(st.lists(EXEMPTIONS, max_size=4).map(tuple))
def test_what_is_written_is_read_again(exemptions):
    assert read_exemptions(exemptions_text(exemptions).encode(), "基线.yaml") == exemptions


def test_yaml_and_json_are_one_format():
    entry = {"rule": "vague-target", "row": "服务质量", "reason": "另附评分表", "who": "预算科", "until": "2026-12-31"}
    yaml = entries("- {rule: vague-target, row: 服务质量, reason: 另附评分表, who: 预算科, until: 2026-12-31}\n")

    from_json = read_exemptions(json.dumps({"exemptions": [entry]}, indent="\t").encode(), "豁免.json")

    assert from_json == read_exemptions(b"\xef\xbb\xbf" + yaml.encode(), "豁免.yaml")


def test_the_example_of_the_readme_is_read():
    shown = (Path(__file__).parents[3] / "README.md").read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]

    by_fingerprint, by_row = read_exemptions(shown.encode(), "README.md")

    assert (by_fingerprint.fingerprint != "", by_row.row) == (True, "服务质量")


def test_an_empty_list_exempts_nothing():
    assert read_exemptions(b"exemptions: []", "豁免.yaml") == ()


@pytest.mark.parametrize(
    ("entry", "place", "said"),
    [
        ("{rule: ME101, who: 甲科}", "第1条（第3行）的 reason", "缺少"),
        ("{rule: ME101, reason: 因为}", "第1条（第3行）的 who", "缺少"),
        ("{rule: ME101, reason: ' ', who: 甲科}", "第1条（第3行）的 reason", "不能留空"),
        ("{reason: 因为, who: 甲科}", "第1条（第3行）", "请写 fingerprint"),
        ("{rule: ME101, reason: 因为, who: 甲科, until: 年底}", "第1条（第3行）的 until", "2026-12-31"),
        ("{rule: ME101, reason: 因为, who: 甲科, note: x}", "第1条（第3行）的 note", "不认识"),
        ("{rule: vague-targets, reason: 因为, who: 甲科}", "第1条（第3行）的 rule", "vague-target"),
        ("{rule: 空话, reason: 因为, who: 甲科}", "第1条（第3行）的 rule", "zhibiao rules list"),
        ("{fingerprint: ABC, reason: 因为, who: 甲科}", "第1条（第3行）的 fingerprint", "16位"),
        ("{fingerprint: 1234567890123456, reason: 因为, who: 甲科}", "第1条（第3行）的 fingerprint", "加引号"),
    ],
)
def test_a_faulty_entry_is_named_with_its_line_and_how_to_mend_it(entry, place, said):
    error = refusal(entries(f"- {entry}\n"))

    [detail] = error.details
    assert detail.field == place
    assert said in detail.message
    assert "豁免.yaml" in error.message


def test_every_faulty_entry_is_named():
    sound = "- {rule: ME101, reason: 因为, who: 甲科}\n"

    error = refusal(entries(sound + "\n- {rule: ME101}\n" + sound + "- {rule: ME101, reason: 因为}\n"))

    assert [detail.field for detail in error.details] == [
        "第2条（第5行）的 reason",
        "第2条（第5行）的 who",
        "第4条（第7行）的 who",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {rule: ME101}", "exemptions"),
        ("", "exemptions"),
        ("exemptions: [\n", "YAML"),
        ('{"exemptions": [}', "第1行不是有效的 JSON"),
        ("version: 2\nexemptions: []", "version"),
        pytest.param("豁免：".encode("gbk"), "UTF-8", id="gbk"),
    ],
)
def test_a_file_of_another_form_is_refused(text, said):
    assert said in refusal(text).message


def test_a_withdrawn_rule_beside_a_fingerprint_does_not_spoil_the_file():
    text = entries("- {fingerprint: 0f3c00000000aa11, rule: ZZ999, reason: 基线中已有, who: 基线}\n")

    assert read_exemptions(text.encode(), "基线.yaml")[0].rule == "ZZ999"
