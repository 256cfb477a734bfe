"""Sheets that are checked by the real rules, without a model."""

from __future__ import annotations

from datetime import date

from indicators.model.sheet import SheetRow, TargetSheet
from indicators.quality.checker import check_sheet
from indicators.quality.profiles import choose_profile
from indicators.quality.suppression import Exemption, suppress
from service.documents.reviewed import Failed, Reviewed
from tests.service.fakes import curated

SOUND = (
    ("成本指标", "经济成本指标", "培训成本", "≤164", "万元"),
    ("产出指标", "数量指标", "主体班培训人次", "≥280", "人次"),
    ("产出指标", "质量指标", "培训合格率", "≥95", "%"),
    ("效益指标", "社会效益指标", "学员成果转化率", "≥60", "%"),
    ("满意度指标", "服务对象满意度指标", "参训学员满意度", "≥90", "%"),
)
VAGUE = ("产出指标", "质量指标", "教学质量", "较好", "")
GOAL = (
    "全年举办主体班8期，培训干部280人次，培训合格率达到95%以上，学员成果转化率达到60%以上，参训学员满意度达到90%以上。"
)


def sheet(*rows, **given) -> TargetSheet:
    """A sheet of these rows beside the sound ones, each with the cell of its name as an Excel form would have it."""
    texts = (*SOUND, *rows)
    sound = {"project": "干部教育培训", "department": "某市委党校", "year": 2026, "budget": 164.0, "goal": GOAL}
    return TargetSheet(**{**sound, "rows": tuple(_row(number, *text) for number, text in enumerate(texts, 1)), **given})


def reviewed(*rows, file="表.xlsx", profile=None, exemptions=(), **given) -> Reviewed:
    """Such a sheet with what the rules say of it."""
    one = sheet(*rows, **given)
    slug = choose_profile(one, profile).slug
    checked = check_sheet(one, curated(), source=file, profile=slug)
    checked = suppress(checked, exemptions, date(2026, 6, 1)) if exemptions else checked
    return Reviewed(file=file, profile=slug, sheet=one, checked=checked)


def accepted(rule="vague-target", row="教学质量", **given) -> Exemption:
    """An exemption with sound defaults."""
    return Exemption(**{"rule": rule, "row": row, "reason": "另附评分表", "who": "预算科", **given})


def failed(source="坏.xlsx", **given) -> Failed:
    return Failed(**{"source": source, "code": "unreadable_file", "message": f"{source} 已损坏", **given})


def _row(number, level1, level2, name, target, unit) -> SheetRow:
    cells = {field: f"Sheet1!{letter}{number + 7}" for letter, field in zip("CD", ("name", "target"), strict=True)}
    return SheetRow(level1=level1, level2=level2, name=name, target=target, unit=unit, cell=cells["name"], cells=cells)
