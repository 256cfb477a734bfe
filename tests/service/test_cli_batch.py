"""``zhibiao check`` and ``suggest`` write every format, and folders and archives are checked as batches."""

import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from indicators.quality.rules import RULES
from service.cli.check_output import FEW
from tests.service.test_cli import CASES, THIN, VERBOSE

DECENT = str(CASES / "decent.xlsx")


@pytest.fixture
def folder(tmp_path):
    """Two sheets in a folder of a folder, a damaged one, and what is no sheet."""
    inside = tmp_path / "局" / "科室"
    inside.mkdir(parents=True)
    (tmp_path / "局" / "薄.csv").write_bytes(Path(THIN).read_bytes())
    (inside / "好.xlsx").write_bytes(Path(DECENT).read_bytes())
    (inside / "坏.xlsx").write_bytes(b"PK\x03\x04nothing")
    (inside / "照片.jpg").write_bytes(b"\xff\xd8\xff")
    (inside / "~$好.xlsx").write_bytes(b"lock")
    return tmp_path / "局"


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_bytes_do_not_go_to_the_screen(run, form):
    code, out, err = run("check", THIN, "--format", form)

    assert (code, out) == (2, "")
    assert f"--out 文件名.{form}" in err
    assert len(err.strip().splitlines()) == 1


def test_the_format_follows_from_the_name_of_the_file(run, tmp_path):
    for name in ("意见.docx", "问题.xlsx", "log.sarif", "意见.md", "结果.json"):
        run("check", THIN, "--out", str(tmp_path / name))

    assert "绩效目标审核意见" in [it.text for it in Document(tmp_path / "意见.docx").paragraphs]
    assert load_workbook(tmp_path / "问题.xlsx").sheetnames[0] == "问题"
    assert len(json.loads((tmp_path / "log.sarif").read_text("utf-8"))["runs"][0]["tool"]["driver"]["rules"]) == len(
        RULES
    )
    assert (tmp_path / "意见.md").read_text("utf-8").startswith("# 绩效目标审核意见")
    assert json.loads((tmp_path / "结果.json").read_text("utf-8"))["sheets"][0]["department"]


def test_sarif_is_alone_on_stdout(run):
    code, out, _ = run("check", THIN, "--format", "sarif")

    assert code == 1
    assert json.loads(out)["version"] == "2.1.0"


def test_a_folder_is_one_report_and_a_damaged_file_is_an_entry(run, folder):
    code, out, err = run("check", str(folder), "--json")
    answer = json.loads(out)

    assert code == 2
    assert [it["source"] for it in answer["sheets"]] == ["科室/好.xlsx", "薄.csv"]
    assert [it["source"] for it in answer["errors"]] == ["科室/坏.xlsx"]
    assert {it["department"] for it in answer["batch"]["departments"]} == {it["department"] for it in answer["sheets"]}
    assert "坏.xlsx" in err
    assert "照片" not in out + err


def test_an_archive_is_read_like_the_folder_that_was_packed(run, folder, tmp_path):
    packed = tmp_path / "批次.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in folder.rglob("*"):
            archive.write(path, path.relative_to(folder))
    from_folder = json.loads(run("check", str(folder), "--json")[1])
    from_archive = json.loads(run("check", str(packed), "--json")[1])

    assert sorted(it["source"] for it in from_archive["sheets"]) == [it["source"] for it in from_folder["sheets"]]
    assert len(from_archive["errors"]) == len(from_folder["errors"]) == 1


def test_a_broken_archive_among_others_is_an_entry(run, tmp_path):
    broken = tmp_path / "坏.zip"
    broken.write_bytes(b"PK\x03\x04nothing")
    code, out, _ = run("check", THIN, str(broken), "--json")

    assert code == 2
    assert [it["source"] for it in json.loads(out)["errors"]] == ["坏.zip"]


def test_a_batch_is_compared_with_an_earlier_one(run, folder, tmp_path):
    before = str(tmp_path / "上年.json")
    run("check", str(folder), "--out", before)
    (folder / "薄.csv").write_text((folder / "薄.csv").read_text("utf-8").replace(",高,", ",≥90%,"), "utf-8")

    text = run("check", str(folder), "--against", before)[1]
    found = json.loads(run("check", str(folder), "--against", before, "--json")[1])["batch"]["comparison"]

    assert {it["source"] for it in found["sheets"]} == {"科室/好.xlsx", "薄.csv"}
    assert sum(it["gone"] for it in found["sheets"]) >= 1
    assert "与上次相比" in text


def test_a_run_goes_on_from_its_state_file(run, folder, tmp_path):
    state = tmp_path / "断点.jsonl"
    first = run("check", str(folder), "--resume", str(state), "--json")
    again = run("check", str(folder), "--resume", str(state), "--json")

    assert again[:2] == first[:2]
    assert "2个文件的结果可以直接用" in again[2]
    assert len(state.read_text("utf-8").splitlines()) == 2


def test_of_many_sheets_only_the_report_is_printed(run, tmp_path):
    for number in range(FEW + 1):
        (tmp_path / f"{number}.csv").write_bytes(Path(THIN).read_bytes())

    few = run("check", *(str(tmp_path / f"{number}.csv") for number in range(2)))[1]
    many = run("check", str(tmp_path))[1]

    assert "审核意见" in few
    assert "审核意见" not in many
    assert "最常见的问题" in few
    assert "最常见的问题" in many


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", THIN, "--against", VERBOSE), "不是检查结果"),
        (("check", THIN, "--resume", THIN), "不是断点文件"),
        (("check", THIN, "--out", "no/such/folder/x.docx"), "写不了"),
    ],
)
def test_what_cannot_be_used_is_one_clear_line_and_exit_2(run, words, said):
    code, out, err = run(*words)

    assert (code, out) == (2, "")
    assert said in err


def test_an_empty_folder_is_told(run, tmp_path):
    code, _, err = run("check", str(tmp_path))

    assert code == 2
    assert "没有可读的文件" in err


def test_the_official_form_is_written_for_word(run, tmp_path):
    form = tmp_path / "form.docx"

    code, out, _ = run("suggest", VERBOSE, "--out", str(form), "--json")
    names = [row.cells[2].text for row in Document(form).tables[1].rows]

    assert code == 0
    assert {it["name"] for it in json.loads(out)["indicators"]} <= set(names)
