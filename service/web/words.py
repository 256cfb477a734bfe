"""Terms that users see often, in one place, so that a term is changed once."""

from __future__ import annotations

from service.documents.plain import GROUP_WORDS, SEVERITY_WORDS

__all__ = ["GROUP_WORDS", "SEVERITY_WORDS"]

PRODUCT = "绩效指标库"
PROMISE = "填写目标文本或上传目标表，得到精简的核心指标与权重，并指出冗长细碎和缺核心要素之处"
SUBMIT = "给出建议并检查"

KINDS = {"project": "项目支出", "department": "部门整体支出"}
AUTOMATIC = "自动判断"

GROUPS = {
    "incomplete": "应有而没有，或写得无法衡量",
    "verbose": "重复、过程性或过细，可以合并或删去",
    "unsound": "数值、单位、权重或归类有问题",
}
"""What each group of findings gathers, in the order in which they are shown; their names are GROUP_WORDS."""
NO_CLAUSE = "建议口径，不是文件规定"
UNCHECKED = ("insufficient_data", "error")

EMPTY_VALUE = "待填"
GRADES = {"优": "best", "良": "good", "中": "fair", "差": "poor"}
"""Grades, and the class that colours each."""

FIELDS = {
    "project": "项目名称",
    "department": "部门或单位",
    "kind": "类型",
    "sector": "领域",
    "year": "年度",
    "budget": "预算（万元）",
    "goal": "目标文本",
    "framework": "体系框架",
    "rows": "草稿指标",
    "exemptions": "豁免",
    "reason": "理由",
    "who": "谁定的",
    "until": "到哪天为止",
    "marked": "检查结果",
    "file": "上传文件",
}

ROW_FIELDS = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "三级指标",
    "target": "指标值",
    "unit": "计量单位",
    "weight": "权重",
    "explanation": "指标值说明",
    "basis": "设定依据",
}
COLUMNS = tuple(ROW_FIELDS.values())
"""The columns of drafted rows, as they are shown, pasted and parsed."""
