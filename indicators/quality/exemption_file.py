"""Reads and writes the file of exemptions, YAML or JSON; a fault is told with its entry, its line and how to mend it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from difflib import get_close_matches

import yaml
from pydantic import ValidationError

from indicators.errors import Detail, InvalidInput
from indicators.model.refusal import fault_details, summarise
from indicators.quality.rules import RULES
from indicators.quality.suppression import VERSION, Exemption, ExemptionFile

_HEAD = "# 豁免和基线：每条写明理由、谁定的、到哪天为止（until，可不写）。由 zhibiao check --write-baseline 写出，可以手改。\n"


def read_exemptions(data: bytes, name: str) -> tuple[Exemption, ...]:
    """The exemptions in a file called ``name``. Raises InvalidInput naming entry, line and field of every fault."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(f"豁免文件“{name}”不是 UTF-8 编码的文本，请另存为 UTF-8") from error
    raw = _parsed(text, name)
    lines = _lines(text)
    try:
        exemptions = ExemptionFile.model_validate(raw).exemptions
    except ValidationError as error:
        faults = error.errors()
        placed = zip(faults, fault_details(faults), strict=True)
        details = [_placed(fault["loc"], detail, lines) for fault, detail in placed]
    else:
        details = [*_unknown_rules(exemptions, lines)]
        if not details:
            return exemptions
    raise InvalidInput(f"豁免文件“{name}”有{len(details)}处不合格：{summarise(details)}", details=details)


def exemptions_text(exemptions: Iterable[Exemption]) -> str:
    """The YAML of these exemptions, empty fields left out; reading it gives the same exemptions."""
    entries = [exemption.model_dump(mode="json", exclude_defaults=True) for exemption in exemptions]
    document = {"version": VERSION, "exemptions": entries}
    return _HEAD + yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=1000)


def _parsed(text: str, name: str) -> object:
    try:
        raw = json.loads(text) if text.lstrip().startswith("{") else yaml.safe_load(text)
    except json.JSONDecodeError as error:
        raise InvalidInput(f"豁免文件“{name}”第{error.lineno}行不是有效的 JSON，请检查引号、逗号和括号") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"第{mark.line + 1}行" if mark else ""
        raise InvalidInput(f"豁免文件“{name}”{place}不是有效的 YAML，请检查缩进、冒号后的空格和引号") from error
    if not isinstance(raw, dict):
        raise InvalidInput(f"豁免文件“{name}”应有 version 和 exemptions 两项，exemptions 下每条豁免以“- ”开头")
    return raw


def _lines(text: str) -> list[int]:
    """The line of each entry, counted from 1; of a JSON file that is no YAML, none."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return []
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    entries = next((value for key, value in pairs if key.value == "exemptions"), None)
    return [entry.start_mark.line + 1 for entry in entries.value] if isinstance(entries, yaml.SequenceNode) else []


def _placed(loc: tuple[int | str, ...], detail: Detail, lines: list[int]) -> Detail:
    """A fault with its place in the words of the file: 第3条（第12行）的 until."""
    match loc:
        case ("exemptions", int(index), *inside):
            return Detail(_entry(index, lines) + "".join(f"的 {field}" for field in inside[:1]), detail.message)
        case _:
            return detail


def _entry(index: int, lines: list[int]) -> str:
    return f"第{index + 1}条" + (f"（第{lines[index]}行）" if index < len(lines) else "")


def _unknown_rules(exemptions: Iterable[Exemption], lines: list[int]) -> Iterable[Detail]:
    """Selectors that can meet nothing. Beside a fingerprint the rule is for the reader, and may have been withdrawn."""
    known = {word.casefold(): word for rule in RULES for word in (rule.id, rule.name)}
    for index, exemption in enumerate(exemptions):
        if exemption.fingerprint or exemption.rule.casefold() in known:
            continue
        near = [known[word] for word in get_close_matches(exemption.rule.casefold(), known, n=3)]
        meant = f"，是不是 {'、'.join(near)}？" if near else "；可用的见 zhibiao rules list"
        yield Detail(f"{_entry(index, lines)}的 rule", f"没有规则“{exemption.rule}”{meant}")
