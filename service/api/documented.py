"""How an operation's answers stand in OpenAPI: an example for success, the one error shape for everything else."""

from __future__ import annotations

from typing import Any

from indicators.model.value import Value
from service.errors import ErrorAnswer, ErrorBody

V1 = "/api/v1"
"""Where the versioned nouns live; in each router, so that a route knows its whole path (for metrics)."""

_WHEN = {
    404: ("没有这个编码、编号或地址", "not_found", "指标库里没有编码“VE999”，请用 zhibiao search 查找"),
    413: ("提交的内容过大", "too_large", "提交的内容超过21 MB，请精简或拆分后再提交"),
    415: ("不受理的文件或内容类型", "unsupported_format", "目标表.dwg 是不能读取的格式，请另存为 .xlsx 再上传"),
    422: ("请求或文件里有需要更正的地方", "invalid_input", "请求有1处不合格：limit：0超出范围（最小1）"),
    503: ("依赖的数据库、索引或模型暂不可用", "missing_resource", "数据库不可用，请稍后再试"),
}


def answers(example: Value, *failures: int) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of an operation: this example for 200, and the failures that it can answer with."""
    body = example.model_dump(mode="json", exclude_defaults=True)
    success = {"description": "成功", "content": {"application/json": {"example": body}}}
    return {200: success, **{status: _failure(status) for status in sorted({*failures, 503})}}


def _failure(status: int) -> dict[str, Any]:
    description, code, message = _WHEN[status]
    example = ErrorAnswer(error=ErrorBody(code=code, message=message, request_id="3f2b8c1d9e4a5f60"))
    content = {"application/json": {"example": example.model_dump(mode="json")}}
    return {"model": ErrorAnswer, "description": description, "content": content}
