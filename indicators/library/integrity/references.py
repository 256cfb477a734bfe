"""References between entries: codes, clauses and document numbers that are named must exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.library.integrity.fault import Check, Fault
from indicators.library.snapshot import Library
from indicators.model.framework import Framework
from indicators.model.indicator import Certainty, Indicator
from indicators.model.system import IndicatorSystem

_NUMBER = re.compile(r"[\u4e00-\u9fff]+〔\d{4}〕0*\d+号")
"""A document number with whatever stands before it without a mark: 依据财库〔2021〕22号."""


def _codes_that_are_named_exist(library: Library) -> Iterator[Fault]:
    for indicator in library.indicators:
        for code in (*indicator.like, *([indicator.successor] if indicator.successor else [])):
            if code not in library.by_code:
                yield Fault(indicator.code, f"提到的编码{code}不存在；请改正 like 或 successor")
            elif code == indicator.code:
                yield Fault(indicator.code, "like 和 successor 不能指自己")


def _retired_name_a_successor(library: Library) -> Iterator[Fault]:
    for indicator in library.indicators:
        if not indicator.is_active and not indicator.successor and not indicator.note:
            yield Fault(indicator.code, "停用的条目要写 successor；没有接替的，在 note 写明原因")
        if indicator.successor and (heir := library.by_code.get(indicator.successor)) and not heir.is_active:
            yield Fault(indicator.code, f"接替的{heir.code}也停用了；请写现在在用的那一条")


def _clauses_exist(library: Library) -> Iterator[Fault]:
    for framework in library.frameworks:
        for clause in _clauses_of(framework):
            if library.clauses and clause not in library.clauses_by_id:
                yield Fault(framework.slug, f"条款{clause}不在 clauses.yaml 里；请登记条款或改正编号")


def _document_numbers_are_listed(library: Library) -> Iterator[Fault]:
    """Every 文号 is that of a listed document; one whose text is not held is listed as unverified."""
    listed = {clause.number for clause in library.clauses if clause.number}
    if not listed:
        return
    entries: list[Indicator | IndicatorSystem | Framework] = [
        *library.indicators,
        *library.systems,
        *library.frameworks,
    ]
    for entry in entries:
        for number in dict.fromkeys(_NUMBER.findall(entry.model_dump_json())):
            if not any(number.endswith(known) for known in listed):
                yield Fault(
                    entry.code if isinstance(entry, Indicator) else entry.slug,
                    f"文号{number}没有登记；核对原文后在 clauses.yaml 登记，没有原文的 certainty 写 unverified",
                )


def _official_facts_rest_on_held_texts(library: Library) -> Iterator[Fault]:
    held = {clause.number for clause in library.clauses if clause.is_official}
    if not held:
        return
    for indicator in library.active:
        said = [(it.certainty, it.source) for it in indicator.provenance]
        said += [(it.certainty, it.source) for it in indicator.standards]
        for certainty, source in said:
            if certainty is Certainty.OFFICIAL and not any(number in source for number in held):
                yield Fault(indicator.code, f"“{source}”没有持有原文，把握程度不能写官方文件；请改成公开表或通行做法")


def _clauses_of(framework: Framework) -> list[str]:
    duties, envelopes = framework.obligations, framework.envelopes
    named = [framework.clause, *(duty.clause for duty in duties), *(envelope.clause for envelope in envelopes)]
    return [clause for clause in named if clause]


CHECKS: tuple[Check, ...] = (
    _codes_that_are_named_exist,
    _retired_name_a_successor,
    _clauses_exist,
    _document_numbers_are_listed,
    _official_facts_rest_on_held_texts,
)
