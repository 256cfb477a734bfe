import logging

import pytest

from indicators.errors import InvalidInput
from service.settings import Settings, read_settings, settings_table, unknown_variables, variable


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch):
    for name in Settings.model_fields:
        monkeypatch.delenv(variable(name), raising=False)


def test_without_variables_the_defaults_hold():
    settings = read_settings()
    assert settings.draft_weight_total == 90
    assert settings.embedding_model is None
    assert settings.home.name == "zhibiao"
    assert settings.database == f"sqlite:///{settings.home / 'zhibiao.db'}"


def test_every_setting_is_read_from_its_variable(monkeypatch, tmp_path):
    written = {"HOME": str(tmp_path), "DRAFT_WEIGHT_TOTAL": "100", "PORT": "9000", "LOG_LEVEL": "DEBUG"}
    for name, value in written.items():
        monkeypatch.setenv(f"ZHIBIAO_{name}", value)
    settings = read_settings()
    assert (settings.home, settings.draft_weight_total, settings.port) == (tmp_path, 100, 9000)
    assert settings.log_level == "debug"


def test_an_empty_variable_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("ZHIBIAO_EMBEDDING_MODEL", "")
    assert read_settings().embedding_model is None


def test_a_relative_home_is_made_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZHIBIAO_HOME", "var")
    assert read_settings().home == tmp_path / "var"


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "tcp://10.0.0.1:80"), ("PORT", "70000"), ("DRAFT_WEIGHT_TOTAL", "80"), ("LOG_LEVEL", "loud")],
)
def test_a_value_that_does_not_fit_is_refused_with_its_variable(monkeypatch, name, value):
    monkeypatch.setenv(f"ZHIBIAO_{name}", value)
    with pytest.raises(InvalidInput) as caught:
        read_settings()
    assert [detail.field for detail in caught.value.details] == [f"ZHIBIAO_{name}"]


def test_a_misspelt_variable_is_warned_of_with_the_one_that_was_meant(monkeypatch, caplog):
    monkeypatch.setenv("ZHIBIAO_HOEM", "/somewhere")
    with caplog.at_level(logging.WARNING):
        read_settings()
    assert "ZHIBIAO_HOEM" in caplog.text
    assert "是不是 ZHIBIAO_HOME" in caplog.text


def test_variables_of_others_are_not_ours():
    assert unknown_variables(["PATH", "ZHIBIAO_HOME", "ZHIBIAO_SERVICE_HOST"]) == {"ZHIBIAO_SERVICE_HOST": None}


def test_secrets_do_not_show_in_what_is_printed():
    settings = Settings(database_url="postgresql://u:geheim@host/base", qdrant_api_key="geheim")
    assert "geheim" not in repr(settings)
    assert settings.database == "postgresql://u:geheim@host/base"


def test_the_upload_limit_is_in_bytes():
    assert Settings(upload_limit_mb=2).upload_limit == 2 * 1024 * 1024


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_stands_in_the_table_with_type_default_and_sentence(name):
    row = next(line for line in settings_table().splitlines() if f"`{variable(name)}`" in line)
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert len(cells) == 4
    assert all(cells)
    assert cells[3].endswith("。")


def test_the_table_is_the_same_on_every_machine(monkeypatch, tmp_path):
    before = settings_table()
    monkeypatch.setenv("HOME", str(tmp_path))
    assert settings_table() == before
    assert str(tmp_path) not in settings_table()
