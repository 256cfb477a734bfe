"""Answers with rich content, and resources that cost nothing: for tests of the ways in, not of what they lead to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from fastapi import FastAPI
from fastapi.testclient import TestClient

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.model.finding import ASPECTS, AspectJudgement, CheckedSheet, Finding, Fix, Opinion, Outcome, Summary
from indicators.model.fixed import FixedSheet
from indicators.model.hit import Hit, SearchAnswer
from indicators.model.sheet import TargetSheet
from indicators.model.suggestion import (
    Coverage,
    Merge,
    Nearest,
    Provenance,
    SectorChoice,
    SectorGuess,
    SuggestedIndicator,
    Suggestion,
)
from indicators.quality.fingerprint import fingerprint
from indicators.quality.fixing import apply_fixes
from service.app import create_app
from service.settings import Settings
from service.web.build import build

PROVENANCE = Provenance(library_version="0a1b2c3d4e5f", model="e5-small-q4", index="edge:77aa01", profile="mof-2021")
SUGGESTED = (
    ("CM031", "经济成本指标", "采购（建设）成本控制数", "≤", 480.0, "万元", 20, (19,), "成本指标"),
    ("VE012", "数量指标", "新增实训场地面积", "≥", 1200.0, "平方米", 6, (1, 2), "产出指标"),
    ("VE013", "数量指标", "购置实训设备台（套）数", "≥", 64.0, "台（套）", 8, (3, 4, 5), "产出指标"),
    ("VE034", "数量指标", "社会培训人次", "≥", 2000.0, "人次", 8, (9, 10), "产出指标"),
    ("VE022", "数量指标", "教师培训（国培、省培、研修）人次", "≥", 120.0, "人次", 5, (7, 8), "产出指标"),
    ("VE025", "数量指标", "在线精品课程建设门数", "≥", 6.0, "门", 4, (11,), "产出指标"),
    ("VE016", "质量指标", "设备验收合格率", "=", 100.0, "%", 5, (14,), "产出指标"),
    ("VE054", "时效指标", "项目按期完成时间", "≤", "2026年11月底", "", 4, (18,), "产出指标"),
    ("VE038", "社会效益指标", "毕业生就业率", "≥", 95.0, "%", 12, (20,), "效益指标"),
    ("VE017", "社会效益指标", "主要实训设备利用率", "≥", None, "%", 8, (), "效益指标"),
    ("VE055", "服务对象满意度指标", "学生满意度", "≥", 95.0, "%", 10, (23,), "满意度指标"),
)


class FakeIndex:
    """An index that only counts."""

    name = "fake"

    def count(self) -> int:
        return 7


class FakeEmbedder:
    """An embedder whose vectors are as many as its texts, and nothing else."""

    name = "fake"

    def embed(self, texts):
        return [(1.0,) for _ in texts]


@lru_cache(maxsize=1)
def curated() -> Library:
    """The curated library, read once."""
    return Library.from_files(read_library())


@dataclass
class FakeResources:
    """The curated library and nothing that takes time."""

    library: Library = field(default_factory=curated)
    index: object = field(default_factory=FakeIndex)
    embedder: object = field(default_factory=FakeEmbedder)
    closed: bool = False

    def close(self) -> None:
        self.closed = True


def client(tmp_path, resources=None, **settings) -> TestClient:
    """The whole service on fake resources; use it in a ``with`` block."""
    return TestClient(app(tmp_path, resources, **settings), raise_server_exceptions=False)


def app(tmp_path, resources=None, **settings) -> FastAPI:
    """The service on fake resources, with its pages built."""
    pages_are_built()
    return create_app(Settings(home=tmp_path, **settings), opener=lambda _: resources or FakeResources())


@lru_cache(maxsize=1)
def pages_are_built() -> None:
    """Bundles the pages' files if their sources have changed since they were last bundled."""
    build()


def suggestion(**given) -> Suggestion:
    """23 drafted rows made into 11."""
    lines = tuple(map(_line, SUGGESTED))
    sound = {
        "sector": SectorChoice(
            slug="vocational-education",
            name="职业教育",
            confidence=0.93,
            alternatives=(
                SectorGuess(slug="talent", name="人才发展", confidence=0.05),
                SectorGuess(slug="procurement", name="政府采购", confidence=0.02),
            ),
        ),
        "framework": "mof-2021",
        "indicators": lines,
        "weight_total": 90,
        "coverage": (
            Coverage(clause="新增实训场地面积1200平方米", covered_by=("VE012",), score=0.94),
            Coverage(clause="面向企业职工和退役军人开展技能培训2000人次", covered_by=("VE034",), score=0.91),
            Coverage(clause="承办省级以上技能竞赛2场", covered_by=(), score=0.31),
        ),
        "uncovered": ("承办省级以上技能竞赛2场",),
        "merge_map": tuple(_merge(row) for row in range(1, 24)),
        "notes": ("目标文本写“总成本480万元”，第19行“项目总成本”写480元，两处不一致，请核对",),
        "provenance": PROVENANCE,
    }
    return Suggestion(**{**sound, **given})


def abstention() -> Suggestion:
    """A draft that is not for this library."""
    return suggestion(
        indicators=(),
        weight_total=0,
        coverage=(),
        uncovered=(),
        merge_map=(),
        abstained=True,
        nearest=(Nearest(code="CM001", name="业务培训人次", score=0.31),),
        notes=("目标文本里没有可以计量的任务，指标库里也没有足够接近的指标。",),
    )


def checked(source="网页填写", **given) -> CheckedSheet:
    """Findings of all groups and severities, with rules that could not conclude."""
    findings = (
        finding("VA203", "percent-above-bound", group="unsound", severity="error", row=16, aspect="可行性",
                message="“培训合格率”≥120%，超过该指标的上限100%", why="合格人数是参训人数的一部分，比率不会超过100%。",
                suggestion="改为不超过100%的数，如≥95%。", evidence="≥120 %"),
        finding("VA207", "money-unit-mismatch", group="unsound", severity="error", row=19, aspect="可行性",
                message="“项目总成本”≤480元，与预算480万元相差一万倍", why="元与万元混用，执行时无法比对。",
                suggestion="把单位改为万元。", fix=Fix(row=19, field="unit", before="元", after="万元")),
        finding("ME101", "vague-target", group="incomplete", severity="error", row=21, aspect="可衡量性",
                message="指标值“显著提升”无法衡量", why="审核人无法判断“显著提升”是否达到。",
                suggestion="写数字和单位；确难量化的，写明好、一般、差三档的评价标准。",
                clause="《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）一（二）3", clause_kind="依据"),
        finding("CO112", "missing-reach", group="incomplete", severity="warning", aspect="全面性",
                message="目标文本写了“承办省级以上技能竞赛2场”，没有对应的核心效果指标", why="产出要与主要支出方向对应，没有重大缺项。",
                suggestion="补一条反映竞赛成果的指标。", clause="财政审核常用做法", clause_kind="参考"),
        finding("VB301", "process-indicator", group="verbose", severity="warning", row=5, aspect="相关性",
                message="“设备采购合同签订份数”是过程性工作，不反映产出", why="过程性指标让核心产出不突出。",
                suggestion="并入“购置实训设备台（套）数”。"),
        finding("VB304", "too-many-indicators", group="verbose", severity="info", aspect="相关性",
                message="共23条指标，超过18条", why="指标过多，重点不突出，也难以逐条核实。", suggestion="精简到12条以内。"),
    )  # fmt: skip
    sound = {
        "source": source,
        "outcomes": (
            *(Outcome(rule=f"OK{number}", outcome="pass") for number in range(19)),
            *(Outcome(rule=it.rule, outcome="fail") for it in findings),
            Outcome(rule="VA211", outcome="insufficient_data", reason="没有上年完成值，不能比较目标是否倒退"),
            Outcome(rule="WE401", outcome="not_applicable", reason="部门整体支出才适用"),
        ),
        "findings": findings,
        "opinion": Opinion(
            aspects=tuple(
                AspectJudgement(aspect=aspect, score=80, errors=1, warnings=1, judgement="1处错误，1处警告")
                for aspect in ASPECTS
            ),
            grade="中",
            score=71.5,
            grade_rule="每处错误扣8分、警告扣3分；90分及以上优，80至90分良，60至80分中，60分以下差",
            unchecked=("目标是否倒退",),
        ),
        "summary": Summary(errors=3, warnings=2, infos=1, rows=23),
    }
    return CheckedSheet(**{**sound, **given})


def finding(rule, name, **given) -> Finding:
    """A finding with sound defaults."""
    sound = {"group": "incomplete", "aspect": "完整性", "severity": "warning", "message": "有问题", "why": "有原因"}
    return Finding(
        **{**sound, "rule": rule, "name": name, "fingerprint": fingerprint(rule, str(given.get("row"))), **given}
    )


def answer_with(monkeypatch, suggested=None, found=None) -> list[TargetSheet]:
    """Puts these answers in the place of the engine's; gives the list of the sheets that it was asked about."""
    asked: list[TargetSheet] = []

    def suggest(resources, sheet, *, most=None, keep_weights=False):
        asked.append(sheet)
        return (suggested or suggestion()).model_copy(
            update={"indicators": (suggested or suggestion()).indicators[:most]}
        )

    def check(resources, sheet, *, source, profile=None, stages=("target",), exemptions=()):
        return set_aside((found or checked()).model_copy(update={"source": source}), exemptions)

    def set_aside(given, exemptions):
        met = [next((one.suppression for one in exemptions if one.meets(it, given)), None) for it in given.findings]
        findings = [it.model_copy(update={"suppressed": how}) for it, how in zip(given.findings, met, strict=True)]
        return given.model_copy(update={"findings": tuple(findings)})

    def fix(resources, sheet, *, source, profile=None, only=()):
        given = found or checked()
        chosen = [
            it
            for it in given.findings
            if it.fix and it.fix.row <= len(sheet.rows) and (not only or it.fingerprint in only)
        ]
        fixed = apply_fixes(sheet, chosen).sheet
        return FixedSheet(
            source=source,
            sheet=fixed,
            applied=chosen,
            left=(),
            solved=chosen,
            appeared=(),
            before=given.summary,
            checked=given,
        )

    def search(resources, text, *, sector=None, limit=10):
        hit = Hit(code="VE055", name="学生满意度", sector="vocational-education", level1="满意度指标",
                  level2="服务对象满意度指标", core=True, score=0.9, reasons=("名称相同",))  # fmt: skip
        return SearchAnswer(query=text, hits=(hit,)[:limit], library_version=resources.library.version)

    monkeypatch.setattr("service.actions.suggest.suggest", suggest)
    monkeypatch.setattr("service.actions.check.check", check)
    monkeypatch.setattr("service.actions.check.set_aside", set_aside)
    monkeypatch.setattr("service.actions.fix.fix", fix)
    monkeypatch.setattr("service.actions.search.search", search)
    return asked


def _line(entry) -> SuggestedIndicator:
    code, level2, name, operator, value, unit, weight, replaces, level1 = entry
    reasons = ["目标文本写明这项任务", *([f"合并第{'、'.join(map(str, replaces))}行"] if len(replaces) > 1 else [])]
    return SuggestedIndicator(
        code=code,
        name=name,
        level1=level1,
        level2=level2,
        operator=operator,
        value=value,
        unit=unit,
        value_from="none" if value is None else "goal",
        standard="≥80%（其他标准）" if value is None else None,
        weight=weight,
        core=weight > 4,
        replaces=replaces,
        reasons=tuple(reasons),
        loss=weight / 100,
        definition="统计期内实际完成的数量，按台账清点。",
        formula="实际完成数÷计划数×100%" if unit == "%" else "",
    )


def _merge(row: int) -> Merge:
    for code, _, name, *_, replaces, _ in SUGGESTED:
        if row in replaces:
            return Merge(row=row, name=f"第{row}条", into=code, reason=f"并入“{name}”：同一件事")
    return Merge(row=row, name=f"第{row}条", into=None, reason="删去：过程性工作，不是主要产出或核心效果")
