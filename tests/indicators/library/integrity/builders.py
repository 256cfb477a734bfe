"""A small library that holds, to be spoilt in one place."""

from __future__ import annotations

from typing import Any

from indicators.library.integrity import faults
from indicators.library.snapshot import Library
from indicators.model.clause import Clause
from indicators.model.framework import Count, Envelope, Framework, Level1, Level2
from indicators.model.indicator import (
    Certainty,
    CoreMark,
    DataSource,
    Indicator,
    Method,
    Provenance,
    Scoring,
    Standard,
    StandardBasis,
)
from indicators.model.sector import Sector
from indicators.model.system import Change, IndicatorSystem, SystemEntry

RECORD: dict[str, Any] = {
    "code": "TD001",
    "name": "培训合格率",
    "sector": "talent",
    "level1": "产出指标",
    "level2": "质量指标",
    "definition": "参加培训考核的人员中合格的比例。",
    "formula": "考核合格人数÷参加考核人数×100%",
    "operators": ("≥", "="),
    "unit": "%",
    "standards": (Standard(basis=StandardBasis.PLAN, text="≥95%", operator="≥", value=95, unit="%"),),
    "purpose": "培训",
    "method": Method.STATISTICS,
    "source": DataSource.STATISTICS,
    "evidence": ("成绩单",),
    "scoring": Scoring.PROPORTION,
    "phrases": ("培训合格率95%", "考核合格人员占比", "结业考试合格", "学员考核合格率达到90%"),
    "keywords": ("合格率", "培训", "考核"),
    "core": CoreMark.FIELD,
    "provenance": (Provenance(source="通行做法", certainty=Certainty.PRACTICE),),
}
COUNT = RECORD | {
    "code": "TD002",
    "name": "培训人次",
    "level2": "数量指标",
    "definition": "实际参加培训的人次。",
    "formula": "各期实到人次之和，按签到表清点",
    "unit": "人次",
    "standards": (Standard(basis=StandardBasis.PLAN, text="按计划确定"),),
    "core": CoreMark.NONE,
}
SYSTEM: dict[str, Any] = {
    "slug": "talent-training",
    "name": "培训核心指标体系",
    "sector": "talent",
    "branch": "培训",
    "framework": "small",
    "total": 90,
    "version": "1.0",
    "usage": "适用于培训项目。",
    "entries": (SystemEntry(code="TD001", weight=40), SystemEntry(code="TD002", weight=50)),
    "changes": (Change(version="1.0", what="首次发布。"),),
}
FRAMEWORK = Framework(
    slug="small",
    name="小框架",
    kind="project",
    levels=(Level1(name="产出指标", level2=(Level2(name="数量指标"), Level2(name="质量指标"))),),
    envelopes=(Envelope(id="E", weights={"产出指标": 90}),),
    count=Count(good_low=2, good_high=4, verbose=6),
)


def library(*, record: dict[str, Any] | None = None, others: tuple[Indicator, ...] = (), **system: Any) -> Library:
    """The small library with fields of its rate (``record``) and of its system changed, and other records added."""
    return Library(
        sectors=(
            Sector(slug="talent", name="人才发展", code_prefix="TD", framework="small", branches=("培训",)),
            Sector(slug="common", name="共性", code_prefix="CM", framework="small"),
        ),
        frameworks=(FRAMEWORK,),
        indicators=(Indicator(**RECORD | (record or {})), Indicator(**COUNT), *others),
        systems=(IndicatorSystem(**SYSTEM | system),),
        clauses=(
            Clause(id="mof-2021-101/二", document="指引", number="财预〔2021〕101号", place="二", gist="设置"),
            Clause(id="u", document="某办法", number="财库〔2021〕22号", place="", gist="待核", certainty="unverified"),
        ),
    )


def advice(found: Library) -> list[str]:
    """Entry and advice of every fault."""
    return [f"{fault.entry} {fault.advice}" for fault in faults(found)]
