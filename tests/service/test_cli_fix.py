"""``zhibiao fix`` lists every change, writes a file of its own, and leaves the original alone."""

import json

import pytest

SHEET = (
    "一级指标,二级指标,三级指标,指标值,计量单位,权重\n"
    "产出指标,质量指标,确保档案完好率,≥98,%,10\n"
    "产出指标,质量指标,设备运行率,≤99,%,10\n"
    "产出指标,数量指标,档案整理件数,≥3000,件,20\n"
)


@pytest.fixture
def drafted(tmp_path):
    file = tmp_path / "草稿.csv"
    file.write_text(SHEET, "utf-8")
    return file


def test_every_change_is_listed_and_no_file_is_written(run, drafted):
    code, out, _ = run("fix", drafted)

    assert code == 0
    assert "第1行 指标名称“确保档案完好率”改为“档案完好率”（CO202）" in out
    assert "第2行 指标值“≤99”改为“≥99”（FE201）" in out
    assert "没有写文件" in out
    assert [file.name for file in drafted.parent.iterdir() if file.is_file()] == ["草稿.csv"]
    assert drafted.read_text("utf-8") == SHEET


@pytest.mark.parametrize("extension", [".xlsx", ".json"])
def test_what_is_written_is_what_was_checked_again(run, drafted, tmp_path, extension):
    out = tmp_path / f"改后{extension}"

    run("fix", drafted, "--only", "CO202", "--out", out)
    _, read, _ = run("read", out, "--json")
    _, fixed, _ = run("fix", drafted, "--only", "CO202", "--json")
    _, checked, _ = run("check", out, "--json", "--fail-on", "never")

    rows = json.loads(read)["sheets"][0]["sheet"]["rows"]
    assert [row["name"] for row in rows] == ["档案完好率", "设备运行率", "档案整理件数"]
    assert [row["target"] for row in rows] == ["≥98", "≤99", "≥3000"]
    again, promised = json.loads(checked)["sheets"][0], json.loads(fixed)["sheets"][0]["checked"]
    assert [one["fingerprint"] for one in again["findings"]] == [one["fingerprint"] for one in promised["findings"]]


def test_the_word_form_is_written(run, drafted, tmp_path):
    code, out, _ = run("fix", drafted, "--out", tmp_path / "改后.docx")

    assert code == 0
    assert (tmp_path / "改后.docx").read_bytes().startswith(b"PK")
    assert "原文件没有动" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--out", "草稿.csv"], "就是原文件"),
        (["--out", "改后.pdf"], "可写 .xlsx、.docx 或 .json"),
        (["--only", "CO999"], "CO202（第1行）"),
        (["草稿.csv", "--out", "改后.xlsx"], "一次只写一张表"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(run, drafted, monkeypatch, words, said):
    monkeypatch.chdir(drafted.parent)

    code, out, err = run("fix", "草稿.csv", *words)

    assert (code, out) == (2, "")
    assert said in err.splitlines()[-1]
    assert drafted.read_text("utf-8") == SHEET


def test_a_sheet_without_fixes_is_said_to_be_one(run, tmp_path):
    (tmp_path / "好.csv").write_text("三级指标,指标值,计量单位\n培训人次,≥280,人次\n", "utf-8")

    code, out, _ = run("fix", tmp_path / "好.csv")

    assert code == 0
    assert "没有能机械完成的修改" in out


def test_of_several_files_one_that_cannot_be_read_does_not_stop_the_rest(run, drafted, tmp_path):
    (tmp_path / "坏.json").write_text("{", "utf-8")

    code, out, err = run("fix", tmp_path / "坏.json", drafted, "--json")

    sheets = json.loads(out)["sheets"]
    assert code == 2
    assert sheets[0]["error"]["code"] == "unreadable_file"
    assert len(sheets[1]["applied"]) == 2
    assert "坏.json" in err


def test_of_several_files_one_that_has_no_such_fix_does_not_stop_the_rest(run, drafted, tmp_path):
    (tmp_path / "好.csv").write_text("三级指标,指标值,计量单位\n培训人次,≥280,人次\n", "utf-8")

    code, out, err = run("fix", tmp_path / "好.csv", drafted, "--only", "CO202", "--json")

    sheets = json.loads(out)["sheets"]
    assert code == 2
    assert sheets[0]["error"]["code"] == "invalid_input"
    assert [one["rule"] for one in sheets[1]["applied"]] == ["CO202"]
    assert "好.csv" in err
