"""A batch goes through every file in order, whatever the files hold, and goes on where it was stopped."""

from datetime import date

import pytest

from indicators.errors import InvalidInput, MissingResource, UnreadableFile
from service.actions.batch import SheetFile, check_batch, open_finished, set_aside
from service.actions.check import check
from service.actions.review import Reviewer, Terms
from service.actions.workers import WORTH_STARTING, work_here, workers_for
from service.documents.reviewed import Failed, Reviewed
from tests.service.documents.builders import accepted
from tests.service.homes import open_home

HEAD = "项目名称,{project}\n一级指标,二级指标,三级指标,指标值,计量单位\n"
ROW = "产出指标,数量指标,{name},{target},人次\n"


@pytest.fixture
def resources(tmp_path):
    opened = open_home(tmp_path / "home")
    yield opened
    opened.close()


def csv(name, *rows, project="培训"):
    text = HEAD.format(project=project) + "".join(ROW.format(name=row, target=target) for row, target in rows)
    return SheetFile(name, text.encode)


OWN = Terms()


def run(resources, *files, terms=OWN, **given):
    return [entry for found in check_batch(files, terms, work_here(resources, terms), **given) for entry in found]


def _breaks(*_):
    raise ZeroDivisionError


def _never(_):
    pytest.fail("a file was read")


def counting(resources, monkeypatch):
    """How many files and texts really went through reader and model."""
    seen = {"files": [], "texts": []}
    review, embed = Reviewer.review, resources.embedder.embed
    monkeypatch.setattr(
        Reviewer, "review", lambda self, files: seen["files"].extend(n for n, _ in files) or review(self, files)
    )
    _ = resources.suggester
    monkeypatch.setattr(resources.embedder, "embed", lambda texts: seen["texts"].append(list(texts)) or embed(texts))
    return seen


def test_every_file_gives_its_entries_in_order_and_one_that_cannot_be_read_stops_nothing(resources):
    def gone():
        raise InvalidInput("打不开")

    files = [
        csv("a.csv", ("培训人次", "≥1")),
        SheetFile("b.xlsx", lambda: b"PK\x03\x04x"),
        SheetFile("c.csv", gone),
        csv("d.csv", ("参训人次", "≥2")),
    ]
    entries = run(resources, *files)

    assert [entry.source for entry in entries] == ["a.csv", "b.xlsx", "c.csv", "d.csv"]
    assert [type(entry) for entry in entries] == [Reviewed, Failed, Failed, Reviewed]


def test_what_no_reader_foresees_is_an_entry(resources, monkeypatch):
    monkeypatch.setattr("service.actions.review.read", _breaks)

    (entry,) = run(resources, csv("a.csv"))

    assert (entry.code, "ZeroDivisionError" in entry.message) == ("error", True)


def test_a_missing_model_stops_the_batch(resources, monkeypatch):
    def no_model(texts):
        raise MissingResource("没有模型")

    _ = resources.suggester
    monkeypatch.setattr(resources.embedder, "embed", no_model)

    with pytest.raises(MissingResource):
        run(resources, csv("a.csv", ("培训人次", "≥1")))


def test_a_batch_finds_what_a_check_finds(resources):
    (entry,) = run(resources, csv("a.csv", ("培训人次", ""), ("教学质量", "较好")))

    assert entry.checked == check(resources, entry.sheet, source="a.csv")
    assert entry.checked.findings


def test_texts_are_embedded_together_and_each_once(resources, monkeypatch):
    seen = counting(resources, monkeypatch)

    run(
        resources,
        csv("a.csv", ("培训人次", "≥1"), ("参训人次", "≥1")),
        csv("b.csv", ("参训人次", "≥1"), ("受益人次", "≥2")),
    )

    assert [sorted(texts) for texts in seen["texts"]] == [sorted({"培训人次", "参训人次", "受益人次"})]


def test_a_sheet_that_names_an_unknown_sector_is_an_entry(resources):
    sheet = SheetFile("a.json", '{"goal": "培训干部280人次", "sector": "航天"}'.encode)

    (entry,) = run(resources, sheet)

    assert isinstance(entry, Failed)
    assert "航天" in entry.message


def test_an_unknown_rule_set_is_refused_before_anything_is_read(resources):
    with pytest.raises(InvalidInput, match="nowhere"):
        list(check_batch([csv("a.csv")], Terms("nowhere"), _never))


def test_a_run_that_was_killed_goes_on_where_it_was(resources, tmp_path, monkeypatch):
    state = tmp_path / "state.jsonl"
    files = [csv(f"{number}.csv", (f"培训{number}人次", "≥1")) for number in range(3)]
    whole = run(resources, *files)
    run(resources, *files[:2], finished=open_finished(resources, Terms(), state))
    with state.open("ab") as stream:
        stream.write(b'{"key": "half a li')

    seen = counting(resources, monkeypatch)
    again = run(resources, *files, finished=open_finished(resources, Terms(), state))
    third = open_finished(resources, Terms(), state)

    assert seen["files"] == ["2.csv"]
    assert again == whole
    assert third.count == 3


def test_a_changed_file_other_terms_and_another_library_are_checked_anew(resources, tmp_path, monkeypatch):
    state = tmp_path / "state.jsonl"
    run(resources, csv("a.csv", ("培训人次", "≥1")), finished=open_finished(resources, Terms(), state))
    seen = counting(resources, monkeypatch)

    run(resources, csv("a.csv", ("培训人次", "≥2")), finished=open_finished(resources, Terms(), state))

    assert seen["files"] == ["a.csv"]
    assert open_finished(resources, Terms(), state).count == 2
    assert open_finished(resources, Terms("mof-2021"), state).count == 0
    monkeypatch.setattr("service.actions.finished._knowledge", lambda: "other rules")
    assert open_finished(resources, Terms(), state).count == 0


def test_a_file_of_another_kind_is_not_written_into(resources, tmp_path):
    own = tmp_path / "目标.txt"
    own.write_text("培训干部280人次\n", "utf-8")

    with pytest.raises(InvalidInput, match="不是断点文件"):
        open_finished(resources, Terms(), own)

    assert own.read_text("utf-8") == "培训干部280人次\n"


def test_a_failure_is_not_remembered(resources, tmp_path):
    finished = open_finished(resources, Terms(), tmp_path / "state.jsonl")

    def damaged():
        raise UnreadableFile("已损坏")

    run(resources, SheetFile("a.csv", damaged), SheetFile("b.xlsx", lambda: b"PK\x03\x04x"), finished=finished)

    assert open_finished(resources, Terms(), tmp_path / "state.jsonl").count == 0


def test_exemptions_are_applied_to_what_is_remembered_too(resources, tmp_path):
    state = tmp_path / "state.jsonl"
    run(resources, csv("a.csv", ("教学质量", "较好")), finished=open_finished(resources, Terms(), state))

    (entry,) = run(resources, csv("a.csv", ("教学质量", "较好")), finished=open_finished(resources, Terms(), state))
    aside = set_aside(entry, [accepted(project="")], date(2026, 6, 1))

    assert entry.checked.summary.suppressed == 0
    assert aside.checked.summary.suppressed == 1


def test_few_files_are_not_worth_further_processes():
    assert workers_for(WORTH_STARTING - 1) == 1
    assert workers_for(WORTH_STARTING) >= 1
