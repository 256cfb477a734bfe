"""Figures of a whole place or field (生产总值, 森林覆盖率) that a project of another matter does not move."""

from __future__ import annotations

import re

from indicators.quality.reading import plain

_FIGURES = (
    (
        r"生产总值|GDP|城镇化率|财政(?:总)?收入(?:增长率)?$",
        r"发改|发展和改革|政府|经济|招商|产业|工业|开发区|园区|财政|税|统计",
    ),
    (r"森林覆盖率|林木(?:绿化|覆盖)率|森林蓄积", r"林|绿|草|园林|沙|生态|政府"),
    (
        r"空气质量|PM2\.?5|PM10|优良天数",
        r"气|环境|生态|污染|VOC|秸秆|车|煤|扬尘|尘|供暖|供热|取暖|清洁|锅炉|充电|公交|能源|环卫|政府|镇|乡",
    ),
    (r"刑事案件|命案|破案率", r"公安|警|治安|视频|监控|政法|平安|刑|禁毒|扫黑"),
    (r"村?集体经济?收入", r"集体|乡村振兴|产业|帮扶|扶贫|农村改革|农业农村|富民|政府"),
    (r"旅游(?:总)?收入|接待游客", r"旅游|文旅|景区|文化|节|演|消费|非遗|博物|公路|道路|体育|赛事|宣传|政府|会展"),
    (r"高考|本科上线|升学率", r"教|校|学|高中|政府"),
    (r"人均预期寿命|孕产妇死亡率|婴儿死亡率", r"卫|医|健康|妇幼|疾|疫|筛查|生育|政府"),
    (r"安全生产事故死亡|道路交通事故死亡", r"安全|应急|交通|公路|道路|交警|公安|消防|政府|矿"),
)
_PATTERNS = tuple((re.compile(figure), re.compile(theme)) for figure, theme in _FIGURES)


def far_matter(name: str, about: str) -> str | None:
    """The figure of a name that the matter of the sheet (``about``: project, department and goal) does not touch, otherwise None."""
    text = plain(name)
    for figure, theme in _PATTERNS:
        if (match := figure.search(text)) and not theme.search(about) and match.group() not in about:
            return match.group()
    return None
