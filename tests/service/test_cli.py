"""The command line keeps its contract: JSON alone on stdout, one clear line on stderr, and the exit codes."""

import json
from pathlib import Path

import pytest

from service.generated import stale_files

CASES = Path(__file__).parents[1] / "cases"
VERBOSE, THIN = str(CASES / "verbose.xlsx"), str(CASES / "thin.csv")


def test_suggest_prints_one_json_object_with_the_keys_of_the_contract(run):
    code, out, _ = run("suggest", VERBOSE, "--json")
    answer = json.loads(out)

    assert code == 0
    assert set(answer) >= {
        "sector", "framework", "indicators", "weight_total", "coverage", "uncovered", "merge_map", "abstained", "nearest", "provenance",
    }  # fmt: skip
    assert set(answer["indicators"][0]) >= {
        "code", "name", "level1", "level2", "operator", "value", "unit", "value_from", "weight", "core", "replaces", "reasons", "loss",
    }  # fmt: skip
    assert set(answer["provenance"]) == {"library_version", "model", "index", "profile"}


def test_several_files_come_in_order_and_an_unreadable_one_is_an_entry(run, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04nothing")

    code, out, err = run("suggest", THIN, str(broken), "--json")
    thin, error = json.loads(out)["suggestions"]

    assert code == 2
    assert thin["source"] == "thin.csv"
    assert set(error["error"]) == {"code", "message"}
    assert err.strip()


def test_the_official_form_is_written_and_can_be_read_again(run, tmp_path):
    form = tmp_path / "form.xlsx"

    assert run("suggest", VERBOSE, "--out", str(form))[0] == 0
    code, out, _ = run("read", str(form), "--json")
    sheet = json.loads(out)["sheets"][0]["sheet"]

    assert code == 0
    assert 8 <= len(sheet["rows"]) <= 12
    assert sheet["goal"]


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("never", 0)])
def test_check_fails_from_the_severity_that_is_asked_for(run, fail_on, code):
    assert run("check", VERBOSE, "--fail-on", fail_on)[0] == code


def test_check_prints_outcomes_findings_opinion_and_summary(run):
    _, out, _ = run("check", VERBOSE, "--json")
    sheet = json.loads(out)["sheets"][0]

    assert set(sheet) >= {"source", "outcomes", "findings", "opinion", "summary"}
    assert set(sheet["findings"][0]) >= {
        "rule", "name", "group", "aspect", "severity", "row", "cell", "message", "why", "clause", "evidence", "suggestion", "fix",
        "fingerprint", "suppressed",
    }  # fmt: skip


def test_a_baseline_leaves_only_new_findings_and_hides_none(run, tmp_path):
    known = tmp_path / "known.yaml"

    wrote, first, told = run("check", VERBOSE, "--json", "--write-baseline", str(known))
    code, again, _ = run("check", VERBOSE, "--json", "--baseline", str(known), "--fail-on", "warning")

    before, after = (json.loads(out)["sheets"][0] for out in (first, again))
    assert (wrote, code) == (1, 0)
    assert "known.yaml" in told
    assert len(after["findings"]) == len(before["findings"]) == after["summary"]["suppressed"]
    assert after["findings"][0]["suppressed"] == {"reason": "基线中已有", "who": "基线", "until": None}
    assert json.loads(again)["exemptions"] == {"unused": [], "expired": []}


def test_exemptions_that_did_nothing_are_told(run, tmp_path):
    file = tmp_path / "exempt.yaml"
    entry = "- {rule: CO101, row: 没有这一行, reason: 因为, who: 甲科"
    file.write_text(f"exemptions:\n{entry}}}\n{entry}, until: 2020-01-01}}\n", "utf-8")

    _, out, told = run("check", THIN, "--json", "--baseline", str(file))

    lapsed = json.loads(out)["exemptions"]
    assert [[one["entry"] for one in lapsed[kind]] for kind in ("unused", "expired")] == [[1], [2]]
    assert "1条豁免没有用上（第1条）" in told
    assert "1条豁免已过期（第2条）" in told


def test_what_is_set_aside_is_shown_with_its_reason(run, tmp_path):
    known = tmp_path / "known.yaml"
    run("check", THIN, "--write-baseline", str(known))

    _, text, _ = run("check", THIN, "--baseline", str(known))
    _, table, _ = run("check", THIN, "--baseline", str(known), "--format", "markdown")

    assert "另有豁免" in text
    assert "豁免：基线中已有（基线）" in text
    assert "豁免：基线中已有（基线）" in table


def test_a_check_as_markdown_goes_to_a_file(run, tmp_path):
    report = tmp_path / "report.md"

    run("check", VERBOSE, "--format", "markdown", "--out", str(report))

    assert report.read_text("utf-8").startswith("# 绩效目标审核意见")


def test_read_tells_the_cell_of_every_row(run):
    _, out, _ = run("read", VERBOSE, "--json")

    assert all(row["cell"] for row in json.loads(out)["sheets"][0]["sheet"]["rows"])


def test_search_finds_and_says_why(run):
    code, out, _ = run("search", "培训干部280人次", "--sector", "人才发展", "--json")
    answer = json.loads(out)

    assert code == 0
    assert answer["hits"][0]["code"] == "TD002"
    assert answer["hits"][0]["reasons"]
    assert answer["degraded"] is False


def test_the_library_is_listed_shown_and_valid(run):
    listed = json.loads(run("library", "list", "--core", "--json")[1])
    code, out, _ = run("library", "validate")
    shown = json.loads(run("library", "show", "TD002", "--json")[1])

    assert {entry["core"] for entry in listed["indicators"]} == {True}
    assert "培养培训人次" in run("library", "show", "TD002")[1]
    assert (shown["code"], len(shown["official_record"])) == ("TD002", 13)
    assert (code, out.strip().endswith("0 处问题")) == (0, True)


def test_systems_are_listed_and_shown_with_their_lines(run):
    listed = json.loads(run("library", "systems", "--sector", "职业教育", "--json")[1])
    slug = listed["systems"][0]["slug"]

    assert {system["sector"] for system in listed["systems"]} == {"vocational-education"}
    assert slug in run("library", "systems")[1]
    assert "合计 90 分" in run("library", "show", slug)[1]
    assert json.loads(run("library", "show", slug, "--json")[1])["total"] == 90


def test_the_state_of_the_library_is_told_in_figures_pairs_and_changes(run):
    figures = json.loads(run("library", "health", "--json")[1])
    pairs = json.loads(run("library", "duplicates", "--sector", "政府采购", "--all", "--json")[1])["pairs"]

    assert sum(sector["indicators"] for sector in figures["sectors"]) == figures["indicators"]
    assert all(pair["told_apart"] for pair in pairs)
    assert "没有含义相近" in run("library", "duplicates", "--sector", "政府采购")[1]
    assert "共 " in run("library", "health")[1]
    assert json.loads(run("library", "diff", "--json")[1])["gone"] == []


def test_the_index_is_sound_and_says_so(run):
    assert run("index", "doctor")[0] == 0
    assert json.loads(run("index", "status", "--json")[1])["pending"] == 0


def test_rules_are_listed_and_explained(run):
    assert "ME101" in run("rules", "list")[1]
    assert "为什么" in run("rules", "explain", "ME101")[1]


def test_rules_are_listed_as_a_profile_has_them(run):
    strict = {
        rule["id"]: rule for rule in json.loads(run("rules", "list", "--profile", "strict", "--json")[1])["rules"]
    }
    lenient = run("rules", "list", "--profile", "lenient")[1]

    assert strict["ME102"]["severity"] == "error"
    assert [line for line in lenient.splitlines() if "CO204" in line and "不启用" in line]
    assert "错误" in run("rules", "explain", "ME102", "--profile", "strict")[1]


def test_queries_are_evaluated(run, tmp_path):
    queries = tmp_path / "q.jsonl"
    queries.write_text('{"query": "培训干部280人次", "relevant": ["TD002"], "sector": null}\n', "utf-8")

    answer = json.loads(run("evaluate", str(queries), "--json")[1])

    assert set(answer["arms"]["fused"]) == {"ndcg@10", "recall@10", "recall@20", "mrr@10", "interval"}


def test_an_evaluation_is_held_against_an_earlier_one(run, tmp_path):
    queries = tmp_path / "q.jsonl"
    queries.write_text('{"query": "轮训干部280人次", "relevant": ["TD002"], "sector": null}\n', "utf-8")
    version = json.loads(run("library", "list", "--json")[1])["library_version"]
    run("evaluate", str(queries))

    same = json.loads(run("evaluate", str(queries), "--against", version, "--json")[1])

    assert (same["queries"], same["worse"], same["better"]) == (1, [], [])
    assert same["mean_before"] == same["mean_after"]
    assert version in run("evaluate", str(queries), "--against", "ffffffffffff")[2]


def test_a_library_of_any_field_fills_an_empty_home(run, tmp_path):
    own = tmp_path / "own"
    file = tmp_path / "city.csv"
    file.write_text(
        "name,sector,definition\n公交准点率,公交,按时到站的班次比例\n路灯亮灯率,路灯,亮着的路灯比例\n", "utf-8"
    )

    code, out, _ = run("library", "import", str(file), "--home-only", "--json", home=own)
    hits = json.loads(run("search", "路灯坏了多少", "--json", home=own)[1])["hits"]

    assert (code, json.loads(out)["added"]) == (0, 2)
    assert hits[0]["name"] == "路灯亮灯率"
    assert {hit["name"] for hit in hits} == {"路灯亮灯率", "公交准点率"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("suggest", "no-such-file.xlsx"), "文件不存在"),
        (("suggest", THIN, "--sector", "航天"), "可用的有"),
        (("suggest", THIN, "--out", "x.pdf"), "不支持"),
        (("library", "show", "ZZ999"), "ZZ999"),
        (("library", "import", THIN), "--home-only"),
        (("library", "import", THIN, "--home-only"), "不是指标库文件"),
        (("rules", "explain", "XX1"), "XX1"),
        (("check", THIN, "--profile", "nowhere"), "nowhere"),
        (("check", THIN, "--baseline", "no-such-file.yaml"), "文件不存在"),
        (("check", THIN, "--baseline", THIN), "thin.csv"),
        (("rules", "list", "--profile", "nowhere"), "strict"),
        (("search", " "), "空"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line_and_exit_2(run, words, said):
    code, out, err = run(*words)

    assert code == 2
    assert said in err
    assert out == ""
    assert "Traceback" not in err


def test_a_missing_model_is_exit_3(run, monkeypatch, tmp_path):
    monkeypatch.setenv("ZHIBIAO_EMBEDDING_MODEL", str(tmp_path))

    code, _, err = run("search", "培训")

    assert code == 3
    assert "ZHIBIAO_EMBEDDING_MODEL" in err


def test_generated_files_are_fresh():
    assert stale_files() == [], "run `make generate`"
