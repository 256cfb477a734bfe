"""Turns Pydantic's faults into one clear Chinese error: what was got, where, how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from indicators.errors import Detail, InvalidInput
from indicators.model.value import Value

V = TypeVar("V", bound=Value)

SAID = 3
"""How many faults the one line of a refusal names."""

_MESSAGES = {
    "extra_forbidden": "不认识这个字段，请删去或核对拼写",
    "missing": "缺少这个字段",
    "string_type": "应为文字",
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "bool_type": "应为 true 或 false",
    "tuple_type": "应为列表",
    "model_type": "应为对象",
    "dict_type": "应为对象",
    "json_invalid": "不是有效的 JSON",
    "finite_number": "应为有限的数字",
}


def accept(kind: type[V], data: object, *, what: str = "输入") -> V:
    """``data`` as a value of ``kind``. Raises InvalidInput with one detail per fault."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        details = fault_details(error.errors())
        raise InvalidInput(f"{what}有{len(details)}处不合格：{summarise(details)}", details=details) from error


def fault_details(faults: Sequence[Any]) -> list[Detail]:
    """Pydantic faults (``ValidationError.errors()``) as details with Chinese messages; rows count from 1."""
    return [Detail(_place(fault["loc"]), _message(fault)) for fault in faults]


def summarise(details: Sequence[Detail]) -> str:
    """The first faults in one line."""
    shown = "；".join(
        f"{detail.field}：{detail.message}" if detail.field else detail.message for detail in details[:SAID]
    )
    return shown + (f"；等共{len(details)}处" if len(details) > SAID else "")


def _place(loc: Sequence[int | str]) -> str:
    parts: list[str] = []
    for part in loc:
        if isinstance(part, int):
            parts[-1:] = [f"{parts[-1] if parts else ''}[{part + 1}]"]
        elif part != "body":
            parts.append(part)
    return ".".join(parts)


def _message(fault: Any) -> str:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "value_error":
        return str(context.get("error", fault["msg"])).removeprefix("Value error, ")
    if kind == "string_too_long":
        return f"超过{context['max_length']}字，请精简"
    if kind == "too_long":
        return f"有{context['actual_length']}项，最多{context['max_length']}项，请拆分"
    if kind == "string_pattern_mismatch":
        return f"“{fault['input']}”不是可用的取值（{context['pattern'].strip('^$()')}）"
    if kind in {"literal_error", "enum"}:
        return f"“{fault['input']}”不是可用的取值，可用：{context['expected']}"
    if kind in {"less_than_equal", "greater_than_equal"}:
        bound = context.get("le", context.get("ge"))
        return f"{fault['input']}超出范围（{'最大' if 'le' in context else '最小'}{bound:g}）"
    return _MESSAGES.get(kind, str(fault["msg"]))
