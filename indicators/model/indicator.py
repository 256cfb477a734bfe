"""An indicator (三级指标) of the library, and a pattern: an indicator whose name has a slot."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, field_validator, model_validator

from indicators.model.value import Value

Operator = Annotated[str, Field(pattern="^(≥|≤|=|>|<|定性)$")]
"""Sign of a target value; 定性 marks a qualitative one."""


class Nature(StrEnum):
    """指标性质."""

    QUANTITATIVE = "定量"
    QUALITATIVE = "定性"


class Direction(StrEnum):
    """Which way is better. ``VARIES`` depends on what the user measures with it."""

    HIGHER = "越高越好"
    LOWER = "越低越好"
    RANGE = "区间"
    EQUAL = "等于标准"
    YES_NO = "是否"
    GRADED = "分级"
    VARIES = "随指标"


class CoreMark(StrEnum):
    """★ core of the field, ☆ core of a branch, or an alternative."""

    FIELD = "核心"
    BRANCH = "子方向核心"
    NONE = "备选"


class Certainty(StrEnum):
    """How sure a fact is: seen in an official text that is held, seen in published tables, or common practice."""

    OFFICIAL = "官方文件"
    PUBLISHED = "公开表"
    PRACTICE = "通行做法"


class StandardBasis(StrEnum):
    """指标值设定依据. Source: 财预〔2021〕101号 三（三）."""

    PLAN = "计划标准"
    INDUSTRY = "行业标准"
    HISTORY = "历史标准"
    BUDGET = "预算支出标准"
    OTHER = "其他标准"


class Method(StrEnum):
    """完成值取值方式. Source: 财预〔2021〕101号 三（四）."""

    PROOF = "直接证明法"
    STATISTICS = "情况统计法"
    STATEMENT = "情况说明法"
    SURVEY = "问卷调查法"
    TREND = "趋势判断法"


class DataSource(StrEnum):
    """完成值数据来源. Source: 财预〔2021〕101号 三（五）."""

    OFFICIAL_STATISTICS = "统计部门统计数据"
    AUTHORITY = "权威机构调查（统计）"
    YEARBOOK = "部门统计年鉴"
    STATISTICS = "部门业务统计"
    RECORDS = "部门业务记录"
    JUDGEMENT = "部门业务评判"
    SURVEY = "问卷调查报告"
    MEDIA = "媒体舆论"
    OTHER = "其他数据来源"


class Scoring(StrEnum):
    """赋分规则. Source: 财预〔2021〕101号 三（七）."""

    DIRECT = "直接赋分"
    PROPORTION = "按完成比例赋分"
    GRADES = "按评判等级赋分"
    SATISFACTION = "满意度赋分"


class ProjectType(StrEnum):
    """What a project spends its money on; obligations hang on it."""

    CONSTRUCTION = "工程基建"
    RENOVATION = "大型修缮"
    PURCHASE = "购置"
    INFORMATION = "信息化建设"
    OPERATION = "运行维护"
    TRAINING = "培训会议"
    EVENT = "活动"
    SUBSIDY = "补贴发放"
    SERVICE = "购买服务"
    RESEARCH = "科研"
    SUPERVISION = "监管执法"
    MANAGEMENT = "部门管理"


class Standard(Value):
    """A reference for the target value, never the target itself. ``text`` is how it is written in a file."""

    basis: StandardBasis
    text: str
    operator: Operator | None = None
    value: float | None = None
    unit: str = ""
    source: str = ""
    certainty: Certainty = Certainty.PRACTICE
    note: str = ""


class Provenance(Value):
    """Where the indicator was seen: document title with number, or 公开表, or 通行做法."""

    source: str
    certainty: Certainty
    part: str = "名称"


class Bounds(Value):
    """Values that the formula allows; ``why`` says what forbids the rest."""

    low: float | None = None
    high: float | None = None
    why: str


class Slot(Value):
    """The gap in a pattern's name and what may fill it.

    ``name`` stands between 〔〕 in the pattern's name; ``verbs`` and ``units`` are how a draft speaks of such a task
    (举办…场次); ``heads`` are the nouns a filler ends with, where only such fillers fit; ``refuses`` may not be in a filler.
    """

    name: str
    kind: Annotated[str, Field(pattern="^(对象|活动|受益群体|标准)$")]
    verbs: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


class Indicator(Value):
    """One record of the library. Field by field: the 13 fields of an official 指标库 record and what the service needs.

    ``code`` is permanent. ``weight`` is a guide: points of the 90 at drafting (of 100 for a department) that the indicator
    usually carries. ``phrases`` are how departments write the thing in drafts.
    """

    code: Annotated[str, Field(pattern="^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
    name: Annotated[str, Field(min_length=1, max_length=60)]
    sector: str
    level1: str = ""
    level2: str = ""
    aliases: tuple[str, ...] = ()
    definition: str = ""
    formula: str = ""
    nature: Nature = Nature.QUANTITATIVE
    direction: Direction = Direction.HIGHER
    operators: tuple[Operator, ...] = ()
    unit: str = ""
    units: tuple[str, ...] = ()
    bounds: Bounds | None = None
    standards: tuple[Standard, ...] = ()
    purpose: str = ""
    method: Method | None = None
    source: DataSource | None = None
    evidence: tuple[str, ...] = ()
    scoring: Scoring | None = None
    project_types: tuple[ProjectType, ...] = ()
    branches: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    core: CoreMark = CoreMark.NONE
    weight: Annotated[float, Field(ge=0, le=100)] | None = None
    provenance: tuple[Provenance, ...] = ()
    note: str = ""
    like: tuple[str, ...] = ()
    slot: Slot | None = None
    status: Annotated[str, Field(pattern="^(active|retired)$")] = "active"
    successor: str | None = None

    @field_validator("name")
    @classmethod
    def _name_is_trimmed(cls, name: str) -> str:
        if name != name.strip():
            raise ValueError("名称首尾有空白，请删去")
        return name

    @model_validator(mode="after")
    def _slot_stands_in_the_name(self) -> Indicator:
        in_name = "〔" in self.name and "〕" in self.name
        if in_name and self.slot is None:
            raise ValueError(f"名称“{self.name}”有空位〔…〕而没有 slot，请补上 slot 或去掉〔〕")
        if self.slot and f"〔{self.slot.name}〕" not in self.name:
            raise ValueError(f"slot 的名字“{self.slot.name}”不在名称“{self.name}”的〔〕里，请改成一致")
        return self

    @property
    def is_core(self) -> bool:
        return self.core is not CoreMark.NONE

    @property
    def is_pattern(self) -> bool:
        return self.slot is not None

    @property
    def is_active(self) -> bool:
        return self.status == "active"

    @property
    def all_units(self) -> tuple[str, ...]:
        """The usual unit first, then the others that are accepted."""
        return tuple(dict.fromkeys(unit for unit in (self.unit, *self.units) if unit))

    @property
    def standard(self) -> Standard | None:
        """The reference that is shown beside an empty value: the first one."""
        return self.standards[0] if self.standards else None

    def filled(self, words: str) -> str:
        """The pattern's name with the slot filled, e.g. 〔活动〕举办场次 and 戏曲进乡村 -> 戏曲进乡村举办场次."""
        return self.name.replace(f"〔{self.slot.name}〕", words) if self.slot else self.name
