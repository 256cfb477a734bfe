from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from urllib.parse import unquote

import pytest
from openpyxl import Workbook

from indicators.errors import MissingResource
from indicators.quality.exemption_file import read_exemptions
from ingest.to_sheet import read_sheets
from service.web import built
from service.web.draft import from_sheet
from service.web.routes import example_sheet
from tests.service import fakes

HTMX = {"HX-Request": "true", "Accept": "text/html"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def example():
    return vars(from_sheet(example_sheet()))


def workbook(*names):
    """A file with one sheet for each of these indicators."""
    book = Workbook()
    book.remove(book.active)
    for name in names:
        page = book.create_sheet(f"表{name}")
        page.append(["一级指标", "二级指标", "三级指标", "指标值"])
        page.append(["产出指标", "数量指标", name, "≥280"])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def words(response):
    """The text that a reader sees, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


def test_the_empty_form_offers_every_sector_and_the_example(client):
    response = client.get("/", headers=BROWSER)

    assert response.status_code == 200
    for sector in fakes.curated().sectors:
        assert (f'value="{sector.slug}"' in response.text) is (not sector.is_common)
    assert "?example=1" in response.text


def test_the_example_fills_the_form(client):
    response = client.get("/?example=1")

    assert example_sheet().goal in unescape(response.text)
    assert "23 行" in words(response)


def test_without_javascript_the_answer_is_a_whole_page(client):
    response = client.post("/", data=example(), headers=BROWSER)

    assert response.status_code == 200
    assert response.text.startswith("<!doctype html>")
    assert "建议指标" in response.text
    assert example_sheet().goal in unescape(response.text)


def test_for_htmx_the_answer_is_the_part_that_changes(client):
    response = client.post("/", data=example(), headers=HTMX)

    assert "<html" not in response.text
    assert 'id="draft"' in response.text
    assert 'id="answer"' in response.text
    assert "HX-Request" in response.headers["Vary"]


def test_the_answer_shows_the_set_with_weights_values_and_reasons(client):
    shown = words(client.post("/", data=example(), headers=HTMX))

    assert re.search("23 → 11", shown)
    assert "权重合计 90 分" in shown
    assert "≥1200平方米" in shown
    assert "目标文本写明这项任务" in shown
    assert "职业教育" in shown


def test_a_reference_is_never_shown_as_the_value(client):
    text = client.post("/", data=example(), headers=HTMX).text

    assert re.search(r'class="zb-tag tag-empty">待填（%）</span>\s*<span class="reference">参考 ≥80%', text)


def test_the_answer_shows_findings_with_severity_clause_and_place(client):
    shown = words(client.post("/", data=example(), headers=HTMX))

    assert "缺核心要素" in shown
    assert "冗长细碎" in shown
    assert "指标值“显著提升”无法衡量" in shown
    assert "依据：《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》" in shown
    assert "参考：财政审核常用做法" in shown
    assert "建议口径，不是文件规定" in shown
    assert "第21行" in shown


def test_what_could_not_be_checked_is_shown_as_open(client):
    shown = words(client.post("/", data=example(), headers=HTMX))

    assert "1 项未能判定" in shown
    assert "目标是否倒退" in shown


def test_tasks_without_an_indicator_are_shown(client):
    shown = words(client.post("/", data=example(), headers=HTMX))

    assert "1 项还没有指标" in shown
    assert "承办省级以上技能竞赛2场" in shown


def test_an_abstention_is_shown_as_one(tmp_path, monkeypatch):
    fakes.answer_with(monkeypatch, suggested=fakes.abstention())
    with fakes.client(tmp_path) as client:
        response = client.post("/", data={"goal": "落实会议精神"}, headers=HTMX)
        shown = words(response)

    assert "没有给出建议" in shown
    assert "目标文本里没有可以计量的任务" in shown
    assert "业务培训人次" in shown
    assert "exports/suggestion" not in response.text


def test_a_goal_without_drafted_rows_is_given_no_grade(client):
    shown = words(client.post("/", data={"goal": "培训干部280人次"}, headers=HTMX))

    assert "未评 没有草稿指标" in shown
    assert "71.5 分" not in shown


def test_a_file_is_read_and_fills_the_form(client, asked):
    table = "三级指标,指标值,权重\n培训人次,≥280,二十\n".encode()
    response = client.post("/", data={"goal": "培训干部"}, files={"file": ("表.csv", table)}, headers=HTMX)

    assert asked[0].rows[0].name == "培训人次"
    assert asked[0].rows[0].cell == "A2"
    assert asked[0].goal == "培训干部"
    assert "读自 表.csv" in words(response)
    assert "1 处没有读入" in words(response)
    assert "培训人次\t≥280" in unescape(response.text)


def test_further_sheets_of_a_file_can_be_taken_up_in_their_turn(client):
    response = client.post("/", files={"file": ("表.xlsx", workbook("培训人次", "植树面积"))}, headers=HTMX)

    assert "文件里还有" in words(response)
    assert "植树面积" in unescape(response.text)


@pytest.mark.parametrize("headers", [BROWSER, HTMX])
def test_what_cannot_be_read_is_told_in_place(client, headers):
    response = client.post("/", data={"goal": "培训280人次", "budget": "很多"}, headers=headers)

    assert response.status_code == 422
    assert "预算（万元）：应为数字" in words(response)
    assert response.headers["X-Request-ID"] in response.text


def test_htmx_puts_an_error_above_the_form_and_leaves_what_was_typed(client):
    response = client.post("/", data={"goal": ""}, headers=HTMX)

    assert response.headers["HX-Retarget"] == "#fault"
    assert response.headers["HX-Reswap"] == "innerHTML"
    assert "<form" not in response.text


def test_without_javascript_an_error_keeps_what_was_typed(client):
    response = client.post("/", data={"goal": "培训280人次", "budget": "很多"}, headers=BROWSER)

    assert 'value="很多"' in response.text
    assert "培训280人次" in response.text


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "</textarea><script>alert(1)</script>", "{{ 7 * 7 }}"]
)
def test_what_was_typed_comes_back_as_text_and_nothing_else(client, text):
    shown = client.post("/", data={"goal": f"培训{text}", "project": text}, headers=HTMX).text

    assert "<img" not in shown
    assert "<script" not in shown
    assert "49" not in shown


def test_another_sector_can_be_tried_from_the_answer(client, asked):
    client.post("/", data={**example(), "sector_instead": "talent"}, headers=HTMX)

    assert asked[0].sector == "talent"


@pytest.mark.parametrize(
    ("form", "kind"), [("csv", "text/csv"), ("json", "application/json"), ("xlsx", "application/vnd.openxmlformats")]
)
def test_the_set_can_be_taken_away(client, form, kind):
    response = client.post(f"/exports/suggestion.{form}", data=example())

    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith(kind)
    assert unquote(response.headers["Content-Disposition"]).endswith(f"{example_sheet().project}-建议指标.{form}")


def test_an_export_in_another_form_does_not_exist(client):
    assert client.post("/exports/suggestion.exe", data=example()).status_code == 422


def test_under_a_path_of_a_proxy_every_address_stands_below_it(tmp_path, monkeypatch):
    fakes.answer_with(monkeypatch)
    with fakes.client(tmp_path) as client:
        client.app.root_path = "/zhibiao"
        text = client.get("/zhibiao/").text

    assert re.findall(r'(?:href|src|action)="(/[^"]*)"', text)
    assert all(address.startswith("/zhibiao/") for address in re.findall(r'(?:href|src|action)="(/[^"]*)"', text))


def test_pages_that_were_not_built_say_so_in_words(client, monkeypatch):
    def fails():
        raise MissingResource("网页文件还没有生成，请运行 python -m service.web.build")

    monkeypatch.setattr("service.web.templates.manifest", fails)
    response = client.get("/", headers=BROWSER)

    assert response.status_code == 503
    assert "service.web.build" in response.text


def test_built_files_are_kept_for_ever_and_sent_compressed(client):
    name = built.manifest()["app.css"]
    packed = client.get(f"/static/build/{name}", headers={"Accept-Encoding": "gzip"})
    plain = client.get(f"/static/build/{name}", headers={"Accept-Encoding": "identity"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Cache-Control"] == built.FOR_EVER
    assert packed.headers["Content-Type"].startswith("text/css")
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content


def test_other_files_are_asked_for_again_after_a_day(client):
    assert client.get("/static/icon.svg").headers["Cache-Control"] == built.A_DAY


def marked(rule):
    return [it.fingerprint for it in fakes.checked().findings if it.rule == rule]


def test_the_fix_of_a_marked_finding_is_applied_told_and_can_be_taken_back(client):
    response = client.post("/", data={**example(), "act": "fix", "fixable": marked("VA207")}, headers=HTMX)

    shown = words(response)
    assert "采用了 1 处修改" in shown
    assert "第19行 计量单位“元”改为“万元”（VA207）" in shown
    assert "全部撤销" in shown
    assert re.search("项目总成本\t≤480\t万元", unescape(response.text))
    assert re.search("项目总成本\t≤480\t元", unescape(response.text)), "the form as it was is kept for taking back"


@pytest.mark.parametrize(("act", "said"), [("fix", "没有能机械完成的修改"), ("exempt", "请写明")])
def test_what_cannot_be_done_with_a_marked_finding_is_told(client, act, said):
    response = client.post("/", data={**example(), "act": act, "marked": marked("ME101")}, headers=HTMX)

    assert response.status_code == 422
    assert said in words(response)


@pytest.mark.parametrize("act", ["fix", "exempt"])
def test_nothing_is_done_where_nothing_is_marked(client, act):
    response = client.post("/", data={**example(), "act": act, "reason": "按口径", "who": "预算科"}, headers=HTMX)

    assert response.status_code == 422
    assert "请先在检查结果里勾选" in words(response)


def test_a_marked_finding_is_set_aside_and_goes_into_the_exemptions_of_the_form(client):
    said = {"act": "exempt", "marked": marked("ME101"), "reason": "按省里口径", "who": "预算科", "until": "2099-12-31"}
    response = client.post("/", data={**example(), **said}, headers=HTMX)

    shown = words(response)
    assert "已豁免 1" in shown
    assert "豁免：按省里口径（预算科，至2099-12-31）" in shown
    assert f"fingerprint: {marked('ME101')[0]}" in unescape(response.text)


def test_exemptions_that_do_nothing_are_told(client):
    known = "version: 1\nexemptions:\n- {rule: CO401, row: 某指标, reason: 按口径, who: 预算科}\n"
    response = client.post("/", data={**example(), "exemptions": known}, headers=HTMX)

    assert "1条豁免没有用上（第1条）" in words(response)


def test_exemptions_at_fault_are_told_in_place(client):
    response = client.post("/", data={**example(), "exemptions": "按省里口径"}, headers=HTMX)

    assert response.status_code == 422
    assert "所填豁免" in words(response)


def test_exemptions_are_taken_away_as_the_command_line_reads_them(client):
    known = "version: 1\nexemptions:\n- {rule: CO401, row: 某指标, reason: 按口径, who: 预算科}\n"
    response = client.post("/exports/exemptions.yaml", data={**example(), "exemptions": known})

    assert [it.rule for it in read_exemptions(response.content, "豁免.yaml")] == ["CO401"]
    assert unquote(response.headers["Content-Disposition"]).endswith("-豁免.yaml")


def test_the_draft_is_taken_away_as_it_stands(client):
    response = client.post("/exports/draft.xlsx", data=example())

    [found] = read_sheets(response.content, "草稿.xlsx")
    assert [row.name for row in found.sheet.rows] == [row.name for row in example_sheet().rows]
