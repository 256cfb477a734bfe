"""The header words and labels that people use -> our fields. Data, and how a written word is matched to it.

To teach a further spelling, add it to its field; words are written without blanks, brackets at the end and period.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "level1": ("一级指标", "一级", "一级指标名称", "第一级指标", "一级指标类别", "指标类别", "指标类型"),
    "level2": ("二级指标", "二级", "二级指标名称", "第二级指标", "二级指标类别", "指标子类"),
    "name": (
        *("三级指标", "三级", "三级指标名称", "第三级指标", "指标名称", "绩效指标名称", "指标名", "具体指标"),
        *("三级指标内容", "指标项", "考核指标", "细化指标", "个性指标", "绩效指标", "指标"),
    ),
    "operator": (
        *("符号", "运算符", "运算符号", "计算符号", "比较符", "比较符号", "关系符号", "逻辑符号"),
        *("指标值符号", "目标值符号", "指标性质", "性质"),
    ),
    "target": (
        *("指标值", "目标值", "预期值", "预期指标值", "预期目标值", "指标目标值", "绩效目标值", "绩效指标值"),
        *("计划指标值", "计划值", "计划完成值", "申报值", "批复值", "标准值", "绩效标准", "指标值及单位"),
        *("目标", "值", "数值"),
    ),
    "unit": ("单位", "计量单位", "度量单位", "指标单位", "指标值单位", "目标值单位", "数值单位", "指标计量单位"),
    "weight": (
        *("权重", "分值", "权重分值", "分值权重", "权重/分值", "分值/权重", "指标权重", "指标分值", "权重值"),
        *("三级指标权重", "三级指标分值", "标准分", "标准分值", "满分", "分数", "权数"),
    ),
    "explanation": (
        *("指标值说明", "指标解释", "指标说明", "说明", "指标内容", "指标定义", "指标值解释", "指标释义"),
        *("评分标准", "评价标准", "评分细则", "评分规则", "赋分标准", "考核标准", "评价要点", "计算方法"),
        *("计算公式", "指标公式", "数据来源", "备注", "指标值及说明", "评(扣)分标准", "评扣分标准"),
    ),
    "basis": (
        *("指标值依据", "设定依据", "指标值设定依据", "指标依据", "依据", "指标设定依据", "设置依据", "取值依据"),
        *("目标值依据", "政策依据", "指标值来源", "指标来源", "标准来源", "依据来源", "测算依据"),
    ),
    "actual": (
        *("实际完成值", "完成值", "实际值", "实际完成指标值", "指标完成值", "自评完成值", "实际完成情况"),
        *("完成情况", "实际完成", "指标完成情况", "完成指标值", "执行情况", "累计完成值", "累计完成情况"),
    ),
    "score": (
        "得分",
        "自评得分",
        "评价得分",
        "自评分",
        "实际得分",
        "评分",
        "自评得分值",
        "指标得分",
        "自评分数",
        "最终得分",
    ),
    "deviation": (
        *("偏差原因分析及改进措施", "偏差原因", "偏差原因分析", "偏差原因及改进措施", "未完成原因"),
        *("未完成原因分析", "未完成原因及改进措施", "偏差情况", "改进措施", "原因说明"),
    ),
    "rate": ("完成率", "偏离度", "完成比例"),
    "forecast": (
        *("预计完成情况", "预计完成值", "完成目标可能性", "完成目标的可能性", "确定能", "有可能", "完全不可能"),
        *("经费保障", "制度保障", "人员保障", "硬件条件保障"),
    ),
    "serial": ("序号", "行次", "编号"),
}
"""Header words of the indicator table by field, the most telling first: where two columns fit, the better word wins."""

MANY_COLUMNS = frozenset({"explanation", "basis", "deviation"})
"""Fields to which several columns are joined."""

UNUSED_COLUMNS = frozenset({"rate", "forecast", "serial"})
"""Columns that are known and carry nothing that a target sheet holds."""

GENERIC_COLUMNS = frozenset({"值", "数值", "目标", "指标"})
"""Second-line headers that say less than the header above them."""

STAND_IN_NAMES = frozenset({"指标内容", "二级指标"})
"""Columns that hold the names where a table has no third level, in this order."""

LABELS: Mapping[str, tuple[str, ...]] = {
    "project": (
        *("项目名称", "项目(政策)名称", "项目政策名称", "政策名称", "专项名称", "专项资金名称", "资金名称"),
        *("项目支出名称", "转移支付名称", "转移支付(项目)名称", "明细项目名称"),
    ),
    "department": (
        *("主管部门", "省级主管部门", "中央主管部门", "地方主管部门", "市县主管部门", "主管部门及代码"),
        *("主管部门名称", "主管单位", "部门名称", "预算部门", "一级预算单位"),
    ),
    "whole_department": ("部门(单位)名称", "部门单位名称", "单位(部门)名称", "部门/单位名称"),
    "unit": (
        *("实施单位", "项目单位", "项目实施单位", "单位名称", "预算单位", "申报单位", "填报单位", "承担单位"),
        *("项目承担单位", "资金使用单位", "用款单位", "项目建设单位", "建设单位"),
    ),
    "budget": (
        *("资金总额", "项目资金总额", "预算总额", "部门预算总额", "预算金额", "项目预算", "预算", "预算资金"),
        *("项目金额", "申请资金", "申请资金总额", "资金金额", "项目资金", "预算资金总额", "预算申请"),
        *("项目预算金额", "项目总额", "部门整体支出预算", "预算情况", "预算规模"),
    ),
    "money_part": (
        *("政府预算资金", "财政专户管理资金", "单位资金", "省级财政资金", "市县财政资金", "其他资金"),
        *("财政拨款", "当年财政拨款", "上年结转资金", "中央财政资金", "地方财政资金", "中央补助", "地方资金"),
        *("一般公共预算", "政府性基金", "基本支出", "项目支出", "资金来源", "资金结构", "财政资金", "自有资金"),
    ),
    "money_column": (
        *("预算数", "执行数", "执行率", "分值", "得分", "预算执行率", "全年数", "财政拨款数", "调整预算数"),
        *("调整后预算数", "实际执行数", "支出数", "实际支出数", "预计执行数"),
    ),
    "year": ("年度", "预算年度", "所属年度", "申报年度", "项目年度", "填报年度", "财政年度"),
    "goal": (
        *("目标", "总体目标", "绩效目标", "总体绩效目标", "绩效总目标", "预期目标", "履职目标", "项目绩效目标"),
        *("项目总体目标", "项目目标", "总体工作目标", "绩效总体目标", "总目标", "目标内容", "绩效目标概述"),
        *("部门整体绩效目标", "整体绩效目标", "项目总体绩效目标", "预期总目标"),
    ),
    "goal_actual": ("实际完成情况", "完成情况", "目标完成情况", "总体目标完成情况", "绩效目标完成情况", "实际完成"),
    "tasks": ("主要任务", "重点任务", "重点工作任务", "重点工作", "主要工作任务", "工作任务"),
    "task_name": ("任务名称", "工作任务名称", "任务", "重点工作名称"),
    "task_content": ("主要内容", "任务内容", "工作内容", "具体内容", "主要工作内容", "任务主要内容"),
    "furniture": ("分解目标", "目标分解", "绩效指标", "绩效目标分解", "绩效指标体系", "具体指标", "指标分解"),
    "other": (
        *("项目类别", "项目类型", "项目属性", "项目性质", "项目编码", "项目代码", "项目编号", "项目期限"),
        *("实施期限", "项目实施期", "起止时间", "项目起止时间", "实施周期", "项目负责人", "负责人", "联系人"),
        *("联系电话", "电话", "填报人", "填表人", "填报日期", "填报时间", "填表日期", "立项依据", "项目概况"),
        *("项目立项依据", "项目内容", "项目背景", "实施进度计划", "实施计划", "部门职能", "部门职责", "部门概况"),
        *("市县财政部门", "财政部门", "单位性质", "资金用途", "预算科目", "支出功能分类", "备注", "计划执行时间"),
    ),
}
"""Labels of the block above the indicator table. Periods (年度, 实施期) before a word are matched apart from it."""

MONEY_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "adjusted_budget": ("全年预算数", "调整预算数", "调整后预算数"),
    "spent": ("全年执行数", "执行数", "实际执行数", "支出数", "实际支出数", "全年支出数"),
    "execution_rate": ("执行率", "预算执行率"),
    "execution_weight": ("分值",),
    "execution_score": ("得分",),
}
"""Heads of the columns of money (年度资金总额 beside 全年执行数, 执行率, 得分) -> what they say of the execution."""

LABELS_WITH_VALUE = frozenset(
    {"project", "department", "whole_department", "unit", "budget", "money_part", "year", "goal", "tasks", "other"}
)
"""Labels that may share a cell with their value (项目名称：…)."""

DEPARTMENT_LEVELS = frozenset(
    {"运行成本", "管理效率", "履职效能", "社会效应", "社会效益", "可持续发展能力", "可持续发展", "可持续性"}
)
"""First levels of a sheet of a whole department. Source: 中发〔2018〕34号 三（五）; 社会效益 is the usual spelling."""

_COLUMN_WORDS = {word: (field, rank) for field, words in COLUMNS.items() for rank, word in enumerate(words)}
_LABEL_WORDS = {word: field for field, words in LABELS.items() for word in words}
_MONEY_WORDS = {word: field for field, words in MONEY_COLUMNS.items() for word in words}
_LONGEST_LABEL = 60
_SHORTEST_BEFORE_BLANK = 4

_DECORATION = re.compile(r"^[*★☆※●■•·]+|[*★☆※:：;；,，。]+$")
_TRAILING_BRACKETS = re.compile(r"\(([^()]*)\)$")
_PERIOD = re.compile(
    r"\(?(?:(?P<term>项目实施期|实施周期|实施期|项目周期|全周期|中长期|中期|长期|全期|[三五]年)"
    r"|(?P<year>本年度|年度|当年|本年|全年|年初|(?:19|20)[0-9]{2}年度?))(?:\([^()]*\))?\)?的?"
)
_MONTHS = re.compile(
    r"(?:20[0-9]{2}年)?(?:1月?[-—–~～至到]+|截[至止]?)(?P<last>1[0-2]|[1-9])月(?:份|底|末)?(?:累计)?的?"
)
_MONEY = re.compile(r"亿元|万元|千元|元")
_MONEY_PREFIX = re.compile(r"^(?:其中[:：]?|[0-9][.、]|\([0-9]\)|资金来源[:：]|资金结构[:：])+")


class Heading(NamedTuple):
    """What a header word says: the field, how telling the word is (0 = most), and whether for the year or the term."""

    field: str
    rank: int
    period: str


class Label(NamedTuple):
    """What a label says: the field, its period, the unit of money in it, and a value written in the same cell."""

    field: str
    period: str
    money: str
    value: str


def column_of(text: str) -> Heading | None:
    """The field that a header cell names. ``period`` is year, term or ""; None for a word that is not known."""
    for word in _with_and_without_period(_word(text)):
        if word in _COLUMN_WORDS:
            field, rank = _COLUMN_WORDS[word]
            return Heading(field, rank, period_of(text))
    return None


def label_of(text: str) -> Label | None:
    """The field that a label names, alone in its cell or with its value after a colon, a line end or a blank."""
    for words, value in _label_and_value(text):
        field = _label_field(words)
        if field and (not value or field in LABELS_WITH_VALUE):
            money = _MONEY.search(words)
            return Label(field, period_of(words), money.group() if money else "", value.strip())
    return None


def period_of(text: str) -> str:
    """``year`` (年度, 2026年), ``term`` (实施期, 中期) or "": the period that a header or label names first."""
    found = _PERIOD.search(_comparable(text))
    return (found.lastgroup or "") if found else ""


def money_column_of(text: str) -> str | None:
    """What a column of money says of the execution (key of ``MONEY_COLUMNS``), or None."""
    word = _word(text)
    return _MONEY_WORDS.get(word) or _MONEY_WORDS.get(_MONTHS.sub("", word))


def month_of(text: str) -> int | None:
    """The month up to which a head says that its figures run: 1-7月执行数 -> 7; None where it names none."""
    found = _MONTHS.match(_comparable(text))
    return int(found["last"]) if found else None


def is_generic(text: str) -> bool:
    """Whether a second-line header only repeats that a value stands there."""
    return _word(text) in GENERIC_COLUMNS


def may_name(text: str) -> bool:
    """Whether the column may hold the indicators' names where none is headed 三级指标 or the like."""
    return _word(text) in STAND_IN_NAMES


def _label_and_value(text: str) -> list[tuple[str, str]]:
    """A blank only parts a long label from its value: 目标 1 and 任务 一 are not labels."""
    words, value = [*re.split("[:：]", text, maxsplit=1), ""][:2]
    first, rest = [*text.split(maxsplit=1), "", ""][:2]
    return [(text, ""), (words, value), *([(first, rest)] if len(first) >= _SHORTEST_BEFORE_BLANK else [])]


def _label_field(text: str) -> str | None:
    """A money part also goes by its numbering: 1.资金来源:(1)政府预算资金."""
    if len(text) > _LONGEST_LABEL:
        return None
    word = _word(text)
    candidates = (*_with_and_without_period(word), *_with_and_without_period(_MONEY_PREFIX.sub("", word)))
    return next((_LABEL_WORDS[candidate] for candidate in candidates if candidate in _LABEL_WORDS), None)


def _with_and_without_period(word: str) -> tuple[str, str, str]:
    return word, _PERIOD.sub("", word, count=1), _MONTHS.sub("", word, count=1)


def _word(text: str) -> str:
    """The word to look up: 指 标 值（包含数字） * -> 指标值."""
    if len(text) > _LONGEST_LABEL:
        return text
    word = _comparable(text)
    while (shorter := _DECORATION.sub("", _TRAILING_BRACKETS.sub("", word))) != word and shorter:
        word = shorter
    return word


def _comparable(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
