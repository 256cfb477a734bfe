"""The 13 fields of an official 指标库 record, in their order: what a platform's entry form asks for.

An empty text means that the field is not known or does not apply; nothing is guessed.
"""

from __future__ import annotations

from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator, StandardBasis

FIELDS = (
    "行业领域",
    "行业类别",
    "资金用途",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标解释",
    "计划标准",
    "历史标准",
    "行业标准",
    "预算支出标准",
    "其他标准",
    "关键词",
)


def official_record(indicator: Indicator, library: Library) -> dict[str, str]:
    """Field -> text, all 13 in the official order. ``library`` holds the indicator's sector, which carries 类 and 款."""
    sector = library.sectors_by_slug.get(indicator.sector)
    values = (
        sector.functional_class if sector else "",
        sector.functional_item if sector else "",
        indicator.purpose,
        indicator.level1,
        indicator.level2,
        _name(indicator),
        _explanation(indicator),
        _standards(indicator, StandardBasis.PLAN),
        _standards(indicator, StandardBasis.HISTORY),
        _standards(indicator, StandardBasis.INDUSTRY),
        _standards(indicator, StandardBasis.BUDGET),
        _standards(indicator, StandardBasis.OTHER),
        "、".join(indicator.keywords),
    )
    return dict(zip(FIELDS, values, strict=True))


def _name(indicator: Indicator) -> str:
    """The name with the usual sign and unit, as the form asks for of a quantitative one."""
    sign = indicator.operators[0] if indicator.operators else ""
    aside = f"（{sign}{indicator.unit}）" if sign and sign != "定性" else "（定性）"
    return indicator.name + aside


def _explanation(indicator: Indicator) -> str:
    formula = f"计算或统计口径：{indicator.formula}" if indicator.formula else ""
    return " ".join(filter(None, (indicator.definition, formula)))


def _standards(indicator: Indicator, basis: StandardBasis) -> str:
    return "；".join(_said(it.text, it.source) for it in indicator.standards if it.basis is basis)


def _said(text: str, source: str) -> str:
    return f"{text}（{source}）" if source else text
