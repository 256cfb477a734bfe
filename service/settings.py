"""``Settings``: every setting with its name, type, default and one sentence; read from ``ZHIBIAO_*`` variables."""

from __future__ import annotations

import difflib
import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_cache_dir, user_data_dir
from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, SettingsConfigDict

from indicators.errors import InvalidInput
from indicators.model.refusal import fault_details, summarise

PREFIX = "ZHIBIAO_"
APP = "zhibiao"

logger = logging.getLogger(__name__)

Folder = Annotated[Path, AfterValidator(lambda path: path.expanduser().absolute())]


class Settings(BaseSettings):
    """What an operator may choose. An empty variable counts as not set."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="forbid")

    home: Folder = Field(
        default_factory=lambda: Path(user_data_dir(APP, appauthor=False)),
        description="数据目录：数据库、检索索引和上传的文件都放在这里。",
        json_schema_extra={"shown": "用户数据目录下的 zhibiao"},
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="数据库地址，PostgreSQL 写 postgresql://用户:密码@主机/库名。",
        json_schema_extra={"shown": "数据目录里的 SQLite 文件 zhibiao.db"},
    )
    embedding_model: str | None = Field(
        default=None,
        description="向量模型的目录或名称，如 BAAI/bge-small-zh-v1.5；不同模型各建各的索引。",
        json_schema_extra={"shown": "随包自带的离线模型"},
    )
    model_cache: Folder = Field(
        default_factory=lambda: Path(user_cache_dir(APP, appauthor=False)),
        description="解开后的向量模型存放处，各数据目录共用。",
        json_schema_extra={"shown": "用户缓存目录下的 zhibiao"},
    )
    qdrant_url: str | None = Field(
        default=None,
        description="Qdrant 服务器或集群的地址；多台机器共用一个索引时填写。",
        json_schema_extra={"shown": "不用服务器，索引嵌在本进程里"},
    )
    qdrant_api_key: SecretStr | None = Field(
        default=None,
        description="Qdrant 服务器的密钥；自建的服务器不设密钥就是对外敞开的。",
        json_schema_extra={"shown": "无"},
    )
    draft_weight_total: Literal[90, 100] = Field(
        default=90, description="申报时各指标权重之和：90（另 10 分留给预算执行率）或 100。"
    )
    note_wanted: bool = Field(
        default=True, description="把没有覆盖的任务和自拟的指标名记在本机数据库里，供研究人员补库（library wanted）。"
    )
    half_points: bool = Field(default=False, description="权重可以精确到 0.5 分；默认只用整数。")
    host: str = Field(default="127.0.0.1", description="网页和接口监听的地址；0.0.0.0 表示对外开放。")
    port: int = Field(default=8000, ge=1, le=65535, description="网页和接口监听的端口。")
    workers: int = Field(default=1, ge=1, le=64, description="服务进程的个数。")
    upload_limit_mb: int = Field(default=20, ge=1, le=1024, description="单个上传文件的大小上限，单位 MB。")
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info", description="日志的详细程度。")

    @field_validator("draft_weight_total", mode="before")
    @classmethod
    def _digits_are_a_number(cls, written: object) -> object:
        """Variables are text, and a Literal of numbers does not take text."""
        return int(written) if isinstance(written, str) and written.strip().isdigit() else written

    @field_validator("log_level", mode="before")
    @classmethod
    def _case_does_not_matter(cls, written: object) -> object:
        return written.strip().lower() if isinstance(written, str) else written

    @property
    def database(self) -> str:
        """The database address as written, or the SQLite file in ``home``."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.home / 'zhibiao.db'}"

    @property
    def upload_limit(self) -> int:
        """Bytes that one uploaded file may hold."""
        return self.upload_limit_mb * 1024 * 1024


def read_settings() -> Settings:
    """Settings from the environment; warns of ``ZHIBIAO_*`` names that mean nothing. Raises InvalidInput.

    A name that means nothing is no error: a Kubernetes service called zhibiao puts ZHIBIAO_SERVICE_HOST and its like
    into every pod.
    """
    for name, meant in unknown_variables(os.environ).items():
        logger.warning("环境变量 %s 不是可用的设置，已忽略%s", name, f"；是不是 {meant}？" if meant else "")
    try:
        return Settings()
    except ValidationError as error:
        details = [type(d)(PREFIX + d.field.upper(), d.message) for d in fault_details(error.errors())]
        raise InvalidInput(f"设置不合格，请改正环境变量：{summarise(details)}", details=details) from error


def unknown_variables(names: Iterable[str]) -> dict[str, str | None]:
    """Names with our prefix that are no setting, each with the setting it probably means."""
    known = [variable(name) for name in Settings.model_fields]
    strange = [name for name in names if name.upper().startswith(PREFIX) and name.upper() not in known]
    return {name: next(iter(difflib.get_close_matches(name.upper(), known, n=1, cutoff=0.8)), None) for name in strange}


def settings_table() -> str:
    """The settings as a Markdown table; README.md holds it between generated marks."""
    head = ["| 环境变量 | 类型 | 默认 | 含义 |", "| --- | --- | --- | --- |"]
    lines = [
        f"| `{variable(name)}` | {_type_word(field)} | {_default_words(field)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join([*head, *lines]) + "\n"


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + name.upper()


def _type_word(field: FieldInfo) -> str:
    written = str(field.annotation)
    if "Literal" in written:
        return written.partition("[")[2].rstrip("]").replace("'", "").replace(", ", " / ")
    words = {"SecretStr": "文字（保密）", "Path": "目录", "bool": "true / false", "int": "整数", "str": "文字"}
    return next(word for kind, word in words.items() if kind in written)


def _default_words(field: FieldInfo) -> str:
    extra = field.json_schema_extra
    return str(extra["shown"]) if isinstance(extra, dict) else f"`{field.default}`"
