"""One realistic example for every operation: shown in OpenAPI, and checked by a test against the operation itself."""

from __future__ import annotations

from indicators.model.finding import AspectJudgement, CheckedSheet, Finding, Fix, Opinion, Outcome, Summary
from indicators.model.fixed import FixedSheet
from indicators.model.framework import Count, Envelope, Framework, Level1, Level2
from indicators.model.hit import Hit, SearchAnswer
from indicators.model.indicator import CoreMark, Indicator
from indicators.model.sector import Sector
from indicators.model.sheet import SheetRow, TargetSheet
from indicators.model.suggestion import (
    Coverage,
    Merge,
    Provenance,
    SectorChoice,
    SectorGuess,
    SuggestedIndicator,
    Suggestion,
)
from indicators.model.system import IndicatorSystem, SystemEntry
from indicators.quality.handbook import RuleEntry
from ingest.to_sheet import ReadSheet
from service.api.answers import CheckedSheets, FixedSheets, Frameworks, Indicators, Sectors, Systems, UnderstoodSheets

VERSION = "0a1b2c3d4e5f"

SEARCH = {"query": "学员对培训是否满意", "sector": "人才发展", "limit": 5}

SEARCH_ANSWER = SearchAnswer(
    query="学员对培训是否满意",
    hits=(
        Hit(
            code="TD041",
            name="参训学员满意度",
            sector="talent",
            level1="满意度指标",
            level2="服务对象满意度指标",
            core=True,
            score=0.92,
            dense=0.88,
            lexical=7.4,
            reasons=("语义相近：学员满意度达到95%", "含有“满意”"),
        ),
    ),
    library_version=VERSION,
)

SHEET = TargetSheet(
    project="干部教育培训",
    year=2026,
    budget=164,
    goal="全年举办主体班12期，培训干部280人次，培训合格率达到95%以上，学员满意度不低于95%。",
    rows=(
        SheetRow(level1="产出指标", level2="数量指标", name="主体班培训人次", target="≥280", unit="人次", weight=20),
        SheetRow(level1="产出指标", level2="质量指标", name="培训效果", target="较好", weight=10),
    ),
)

SUGGESTION = Suggestion(
    sector=SectorChoice(
        slug="talent",
        name="人才发展",
        confidence=0.91,
        alternatives=(SectorGuess(slug="vocational-education", name="职业教育", confidence=0.06),),
    ),
    framework="mof-2021",
    indicators=(
        SuggestedIndicator(
            code="TD021",
            name="培训人次",
            level1="产出指标",
            level2="数量指标",
            operator="≥",
            value=280.0,
            unit="人次",
            value_from="sheet",
            weight=50,
            core=True,
            replaces=(1,),
            reasons=("第1行写得明确，保留原写法",),
            loss=0.25,
        ),
        SuggestedIndicator(
            code="TD041",
            name="参训学员满意度",
            level1="满意度指标",
            level2="服务对象满意度指标",
            operator="≥",
            value=95.0,
            unit="%",
            value_from="goal",
            standard="≥90%（其他标准）",
            weight=40,
            core=True,
            reasons=("目标文本“学员满意度不低于95%”",),
            loss=0.25,
        ),
    ),
    weight_total=90,
    coverage=(Coverage(clause="培训干部280人次", covered_by=("TD021",), score=0.95),),
    merge_map=(
        Merge(row=1, name="主体班培训人次", into="TD021", reason="精简为“培训人次”"),
        Merge(row=2, name="培训效果", into=None, reason="删去：指标值“较好”无法衡量"),
    ),
    provenance=Provenance(library_version=VERSION, model="e5-small-q4", index="edge:77aa01", profile="mof-2021"),
)

CHECKED = CheckedSheets(
    sheets=(
        CheckedSheet(
            source="请求.json",
            outcomes=(
                Outcome(rule="ME101", outcome="fail"),
                Outcome(rule="VA211", outcome="insufficient_data", reason="没有上年完成值"),
            ),
            findings=(
                Finding(
                    rule="ME101",
                    name="vague-target",
                    group="incomplete",
                    aspect="可衡量性",
                    severity="error",
                    row=2,
                    message="指标值“较好”无法衡量",
                    why="审核人无法判断“较好”是否达到。",
                    clause="《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）一（二）3",
                    clause_kind="依据",
                    evidence="较好",
                    suggestion="写数字和单位；确难量化的，写明分档评价标准。",
                    fingerprint="6f1d2c3b4a59",
                ),
            ),
            opinion=Opinion(
                aspects=(AspectJudgement(aspect="可衡量性", score=70, errors=1, warnings=0, judgement="1处错误"),),
                grade="良",
                score=86,
                grade_rule="90分及以上优，80至90分良，60至80分中，60分以下差",
                unchecked=("VA211：没有上年完成值",),
            ),
            summary=Summary(errors=1, warnings=0, infos=0, rows=2),
        ),
    )
)

_VERB = Finding(
    rule="CO202",
    name="verb-in-name",
    group="verbose",
    aspect="完整性",
    severity="warning",
    row=1,
    row_name="确保档案完好率",
    message="名称“确保档案完好率”以“确保”开头",
    why="动词开头的名称写的是工作要求，不是衡量的内容。",
    evidence="确保",
    suggestion="改为“档案完好率”。",
    fix=Fix(row=1, field="name", before="确保档案完好率", after="档案完好率"),
    fingerprint="0c9d1e2f3a4b5c6d",
)
FIXED = FixedSheets(
    sheets=(
        FixedSheet(
            source="请求.json",
            sheet=TargetSheet(
                goal="档案完好率保持在98%以上",
                rows=(SheetRow(level1="产出指标", level2="质量指标", name="档案完好率", target="≥98", unit="%"),),
            ),
            applied=(_VERB,),
            left=(),
            solved=(_VERB,),
            appeared=(),
            before=Summary(errors=0, warnings=1, infos=0, rows=1),
            checked=CheckedSheet(
                source="请求.json",
                outcomes=(Outcome(rule="CO202", outcome="pass"),),
                findings=(),
                opinion=Opinion(
                    aspects=(AspectJudgement(aspect="完整性", score=20, errors=0, warnings=0, judgement="未发现问题"),),
                    grade="优",
                    score=100,
                    grade_rule="90分及以上优，80至90分良，60至80分中，60分以下差",
                ),
                summary=Summary(errors=0, warnings=0, infos=0, rows=1),
            ),
        ),
    )
)

RULE = RuleEntry(
    id="ME101",
    name="vague-target",
    title="指标值是无法衡量的词",
    group="incomplete",
    aspect="可衡量性",
    severity="error",
    clause="《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）一（二）3",
    clause_kind="依据",
    why="审核人无法判断“较好”是否达到。",
    how="写数字和单位；确难量化的，写明分档评价标准。",
    bad=(TargetSheet(rows=(SheetRow(name="服务质量", target="较好"),)),),
    good=(TargetSheet(rows=(SheetRow(name="服务考核得分", target="≥85", unit="分"),)),),
)

UNDERSTOOD = UnderstoodSheets(sheets=(ReadSheet(source="请求.json", sheet=SHEET, unread=()),))

INDICATOR = Indicator(
    code="TD021",
    name="培训人次",
    sector="talent",
    level1="产出指标",
    level2="数量指标",
    aliases=("参训人次",),
    definition="统计期内实际参加培训的人次。",
    formula="按签到表清点",
    operators=("≥", "="),
    unit="人次",
    keywords=("培训",),
    core=CoreMark.FIELD,
    weight=10,
)
INDICATORS = Indicators(library_version=VERSION, total=1, indicators=(INDICATOR,))
SECTORS = Sectors(library_version=VERSION, sectors=(Sector(slug="talent", name="人才发展", code_prefix="TD"),))
FRAMEWORKS = Frameworks(
    library_version=VERSION,
    frameworks=(
        Framework(
            slug="mof-2021",
            name="项目支出绩效目标表（财预〔2021〕101号）",
            kind="project",
            clause="mof-2021-101/二",
            levels=(Level1(name="产出指标", level2=(Level2(name="数量指标", most=4),)),),
            envelopes=(Envelope(id="W2", weights={"产出指标": 50, "效益指标": 30, "满意度指标": 10}),),
            count=Count(good_low=6, good_high=12, verbose=18),
        ),
    ),
)
SYSTEMS = Systems(
    library_version=VERSION,
    systems=(
        IndicatorSystem(
            slug="talent-training",
            name="人才培训核心指标",
            sector="talent",
            framework="mof-2021",
            entries=(SystemEntry(code="TD021", weight=90),),
        ),
    ),
)
