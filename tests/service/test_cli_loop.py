"""The commands of the closed loop keep the contract: one JSON document, one clear line, and the exit codes."""

import json

import pytest

HEAD = "一级指标,二级指标,三级指标,指标值,实际完成值,分值,得分\n"
WHOLE = (
    "一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,修缮面积,≥10000平方米\n产出指标,质量指标,验收合格率,≥98%\n"
)


@pytest.fixture
def files(tmp_path):
    """Writes files and gives their paths."""

    def write(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.csv").write_text(text, "utf-8")
        return [tmp_path / f"{name}.csv" for name in texts]

    return write


def test_transfer_tells_what_is_short_lost_and_weaker(run, files):
    upper, one, two = files(
        整体=WHOLE,
        甲市=WHOLE.replace("10000", "4000").replace("98", "95"),
        乙市=WHOLE.replace("10000", "3500").replace("产出指标,质量指标,验收合格率,≥98%\n", ""),
    )

    code, out, _ = run("transfer", upper, one, two, "--region", "丙市", "--json")
    answer = json.loads(out)

    assert code == 0
    assert [(one["check"], one["kind"], one["part"]) for one in answer["findings"]] == [
        ("T1", "missing", "丙市"),
        ("T3", "short", ""),
        ("T4", "weaker", "甲市.csv"),
    ]
    assert answer["findings"][1]["short"] == 2500


def test_transfer_as_text_ends_in_what_the_checks_rest_on(run, files):
    upper, one = files(整体=WHOLE, 甲市=WHOLE)

    code, out, _ = run("transfer", upper, one)

    assert code == 0
    assert "没有发现不一致" in out
    assert "检查口径是建议" in out


def test_a_part_that_cannot_be_read_is_an_error_and_not_a_gap(run, files, tmp_path):
    (upper,) = files(整体=WHOLE)

    code, out, err = run("transfer", upper, tmp_path / "没有.xlsx")

    assert (code, out) == (2, "")
    assert "文件不存在" in err


def test_the_checklist_names_a_clause_for_every_question(run):
    code, out, _ = run("checklist", "ex-ante", "--json")
    answer = json.loads(out)

    assert code == 0
    assert [point["name"] for point in answer["points"]][2] == "绩效目标合理性"
    assert all(question["clause"] for point in answer["points"] for question in point["questions"])


def test_the_checklist_as_text_numbers_its_questions(run):
    _, out, _ = run("checklist", "ex-ante")

    assert (
        "3 绩效目标合理性（依据：《中共中央 国务院关于全面实施预算绩效管理的意见》（中发〔2018〕34号）四（六））" in out
    )
    assert "  3.1 有没有明确的绩效目标？" in out


def test_a_check_at_another_stage_speaks_of_scores(run, files):
    (form,) = files(自评=HEAD + "产出指标,数量指标,培训人次,≥200人次,160人次,90,90\n")

    code, out, _ = run("check", form, "--stage", "self-evaluation", "--json")
    (sheet,) = json.loads(out)["sheets"]

    assert code == 1
    assert {finding["name"] for finding in sheet["findings"]} == {"full-marks-unreached", "unexplained-shortfall"}
    assert {outcome["rule"][:2] for outcome in sheet["outcomes"]} == {"SE"}


def test_an_unknown_stage_is_one_clear_line(run, files):
    (form,) = files(自评=HEAD)

    code, out, err = run("check", form, "--stage", "planning")

    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert "self-evaluation" in err


APPROVED = "一级指标,二级指标,三级指标,指标值,分值\n产出指标,数量指标,培训人次,≥280人次,50\n产出指标,质量指标,考核合格率,≥95%,40\n"
EVALUATED = HEAD + "产出指标,数量指标,培训人次,≥200人次,210人次,50,50\n产出指标,数量指标,教材册数,≥300册,300册,40,40\n"


def test_a_self_evaluation_is_held_against_the_approved_sheet(run, files):
    own, approved = files(自评=EVALUATED, 批复=APPROVED)
    stage = ("--stage", "self-evaluation", "--json", "--fail-on", "never")

    _, alone, _ = run("check", own, *stage)
    code, out, _ = run("check", own, "--approved", approved, *stage)

    [before], [after] = (json.loads(text)["sheets"] for text in (alone, out))
    outcomes = {one["rule"]: one["outcome"] for one in before["outcomes"]}
    assert code == 0
    assert {outcomes[rule] for rule in ("SE501", "SE502", "SE503", "SE504")} == {"insufficient_data"}
    assert [(one["rule"], one["row"]) for one in after["findings"] if one["rule"].startswith("SE5")] == [
        ("SE502", None),
        ("SE501", 1),
        ("SE503", 2),
    ]


def test_an_approved_sheet_that_cannot_be_read_is_named(run, files, tmp_path):
    [own] = files(自评=EVALUATED)

    code, _, err = run("check", own, "--approved", tmp_path / "没有.csv")

    assert code == 2
    assert "没有.csv" in err


def test_of_several_approved_sheets_the_one_of_the_project_counts(run, tmp_path):
    rows = [{"level1": "产出指标", "level2": "数量指标", "name": "培训人次", "target": "≥280人次"}]
    other = [{**rows[0], "target": "≥999人次"}]
    for name, sheet in {"甲": rows, "乙": other}.items():
        (tmp_path / f"批复{name}.json").write_text(json.dumps({"project": f"{name}项目", "rows": sheet}), "utf-8")
    own = tmp_path / "自评.json"
    own.write_text(json.dumps({"project": "甲项目", "rows": rows}), "utf-8")

    _, out, _ = run(
        *("check", own, "--stage", "self-evaluation", "--json", "--fail-on", "never"),
        *("--approved", tmp_path / "批复乙.json", "--approved", tmp_path / "批复甲.json"),
    )

    [sheet] = json.loads(out)["sheets"]
    assert {one["outcome"] for one in sheet["outcomes"] if one["rule"] in {"SE501", "SE502", "SE503"}} == {"pass"}
