"""The page in a real browser: what it shows, that it stays on this host, that everybody can use it."""

from __future__ import annotations

import shutil
import threading
import time

import pytest
import uvicorn

from service.web.build import MODULES
from tests.service import fakes

pytestmark = pytest.mark.browser

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
AXE = MODULES / "axe-core" / "axe.min.js"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of a running service with rich answers."""
    with pytest.MonkeyPatch.context() as patch:
        fakes.answer_with(patch)
        app = fakes.app(tmp_path_factory.mktemp("home"), upload_limit_mb=1)
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the service did not start"
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}/"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def chromium():
    playwright = pytest.importorskip("playwright.sync_api")
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("needs Debian's chromium: apt-get install chromium fonts-noto-cjk")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


class Visit:
    """One visitor's page, and what it said and asked for."""

    def __init__(self, context, address):
        self.address = address
        self.page = context.new_page()
        self.page.set_default_timeout(10_000)
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def answered(self):
        """The page with the example's answer."""
        self.page.goto(f"{self.address}?example=1")
        self.page.click("#draft button[type=submit]")
        self.page.wait_for_selector("#suggested .chart svg")
        return self.page

    def violations(self):
        """What axe-core finds wrong, by rule and place."""
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate("axe.run()")["violations"]
        return [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]

    def is_quiet(self):
        """Whether the console stayed empty and no other host was asked for anything."""
        return not self.said and all(url.startswith((self.address, "data:")) for url in self.asked)


@pytest.fixture
def visit(chromium, address):
    """Opens visits; keywords are those of a browser context."""
    contexts = []

    def open_visit(**how):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 720}, "locale": "zh-CN", **how})
        contexts.append(context)
        return Visit(context, address)

    yield open_visit
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_empty_page_is_accessible_and_quiet(visit, scheme):
    visitor = visit(color_scheme=scheme)
    visitor.page.goto(visitor.address)

    assert visitor.page.evaluate("document.documentElement.dataset.bsTheme") == scheme
    assert visitor.violations() == []
    assert visitor.is_quiet(), (visitor.said, visitor.asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_answer_is_accessible_and_quiet(visit, scheme):
    visitor = visit(color_scheme=scheme)
    visitor.answered()
    visitor.page.evaluate("document.querySelectorAll('details').forEach((it) => (it.open = true))")

    assert visitor.violations() == []
    assert visitor.is_quiet(), (visitor.said, visitor.asked)


def test_the_answer_comes_into_view_and_takes_the_focus(visit):
    page = visit().answered()

    assert page.evaluate("document.activeElement.textContent") == page.text_content(".answer-head h2")
    assert 0 <= page.locator(".answer-head h2").bounding_box()["y"] < 720


def test_everything_can_be_done_with_the_keyboard(visit):
    page = visit().page
    page.goto(visit().address)
    page.keyboard.press("Tab")
    reached = []
    while (name := page.evaluate("document.activeElement.name || document.activeElement.className")) != "goal":
        reached.append(name)
        page.keyboard.press("Tab")
        assert len(reached) < 30, reached
    page.keyboard.type("培训干部280人次")
    for _ in ("the drafted rows", "the exemptions", "the button"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_selector("#suggested")
    assert {"file", "project", "sector", "kind", "budget", "year"} <= set(reached)


def test_an_error_appears_in_place_and_what_was_typed_stays(visit):
    page = visit().page
    page.goto(visit().address)
    page.fill("#goal", "培训干部280人次")
    page.fill("#budget", "很多")
    page.click("#draft button[type=submit]")

    alert = page.wait_for_selector("#fault [role=alert]")
    assert "应为数字" in alert.text_content()
    assert page.input_value("#goal") == "培训干部280人次"
    assert page.input_value("#budget") == "很多"


def test_an_error_is_gone_after_the_next_answer(visit):
    page = visit().page
    page.goto(visit().address)
    page.click("#draft button[type=submit]")
    page.wait_for_selector("#fault [role=alert]")
    page.fill("#goal", "培训干部280人次")
    page.click("#draft button[type=submit]")

    page.wait_for_selector("#suggested")
    assert page.locator("#fault [role=alert]").count() == 0


def test_an_uploaded_file_is_named_read_and_answered(visit, tmp_path):
    file = tmp_path / "申报表.csv"
    file.write_text("三级指标,指标值\n培训人次,≥280\n", "utf-8")
    page = visit().page
    page.goto(visit().address)
    page.set_input_files("#file", file)
    chosen = page.text_content("[data-chosen-name]")
    page.click("#draft button[type=submit]")

    page.wait_for_selector("#suggested")
    assert chosen == "申报表.csv"
    assert "申报表.csv" in page.text_content(".answer-head")
    assert "培训人次" in page.input_value("#rows")


def test_a_file_beyond_the_limit_is_refused_before_it_is_sent(visit, tmp_path):
    file = tmp_path / "大表.csv"
    file.write_bytes(b"x" * (1024**2 + 1))
    visitor = visit()
    visitor.page.goto(visitor.address)
    visitor.page.set_input_files("#file", file)

    assert "最多 1 MB" in visitor.page.text_content("#fault")
    assert visitor.page.evaluate("document.querySelector('#file').files.length") == 0
    assert not [url for url in visitor.asked if url == visitor.address][1:]


def test_a_service_that_does_not_answer_is_told_and_nothing_is_lost(visit):
    page = visit().page
    page.goto(visit().address)
    page.fill("#goal", "培训干部280人次")
    page.context.set_offline(True)
    page.click("#draft button[type=submit]")

    page.wait_for_selector("#fault [role=alert]")
    assert "连接不上" in page.text_content("#fault")
    assert page.input_value("#goal") == "培训干部280人次"
    assert page.is_enabled("#draft button[type=submit]")


def test_the_chosen_theme_outlives_the_page(visit):
    page = visit(color_scheme="light").answered()
    page.click("[data-switch-theme]")
    at_once = page.evaluate("document.documentElement.dataset.bsTheme")
    page.reload()

    assert at_once == "dark"
    assert page.evaluate("document.documentElement.dataset.bsTheme") == "dark"


def test_without_javascript_the_answer_comes_all_the_same(visit):
    page = visit(java_script_enabled=False).page
    page.goto(f"{visit().address}?example=1")
    page.click("#draft button[type=submit]")

    assert page.locator("#suggested tbody tr").count() > 10
    assert page.locator("#suggested .chart").is_hidden()
    assert page.locator("#found .finding").count() == 6


def test_the_set_is_downloaded_as_shown(visit):
    page = visit().answered()
    with page.expect_download() as download:
        page.click("#suggested .export >> text=CSV")

    assert download.value.suggested_filename.endswith("建议指标.csv")
    assert page.locator("#suggested").is_visible()


def test_another_sector_is_tried_in_place(visit):
    page = visit().answered()
    page.click(".instead .btn >> nth=0")

    page.wait_for_function("() => document.querySelector('#sector').value === 'talent'")
    assert page.locator("#suggested").is_visible()


def test_a_marked_fix_is_applied_told_and_taken_back(visit):
    page = visit().answered()
    drafted = page.input_value("#rows")
    page.click("[data-mark-fixable]")
    page.click(".act button[value=fix]")

    page.wait_for_selector("#fixed")
    assert "第19行 计量单位“元”改为“万元”" in page.text_content("#fixed")
    assert page.input_value("#rows") != drafted
    page.click("#fixed button")
    page.wait_for_selector("#fixed", state="detached")
    assert page.input_value("#rows") == drafted


def test_marked_findings_are_set_aside_with_a_reason_and_shown_as_such(visit):
    page = visit().answered()
    page.check(".finding input >> nth=0")
    page.click(".act summary")
    page.fill(".exempt [name=reason]", "按省里口径")
    page.fill(".exempt [name=who]", "预算科")
    page.click(".act button[value=exempt]")

    page.wait_for_selector("text=已豁免")
    assert "豁免：按省里口径（预算科）" in page.text_content("#found")
    assert "按省里口径" in page.input_value("#exemptions")
    assert page.locator("#found .findings input").count() == 5


@pytest.mark.parametrize("width", [1280, 1000, 390])
def test_nothing_runs_over_the_side(visit, width):
    page = visit(viewport={"width": width, "height": 720}).answered()

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_there_is_the_answer_and_no_form(visit):
    page = visit().answered()
    page.emulate_media(media="print")

    assert page.locator("#draft").is_hidden()
    assert page.locator(".sections").is_hidden()
    assert page.locator("#found .clause").first.is_visible()
