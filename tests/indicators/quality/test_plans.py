"""A plan that ended before the sheet's year is outdated; one that is looked back on is not."""

import pytest

from indicators.quality.plans import expired_citation


@pytest.mark.parametrize(
    ("text", "year", "cited"),
    [
        ("“十三五”教育规划目标", 2026, "“十三五”"),
        ("“十四五”卫生人才规划", 2026, "“十四五”"),
        ("“十四五”卫生人才规划", 2025, None),
        ("“十五五”规划", 2026, None),
        ("《全民健身计划（2021—2025年）》", 2026, "计划(2021—2025年"),
        ("2016-2020年生态保护规划", 2026, "2016-2020年生态保护规划"),
        ("2024—2027年行动方案", 2026, None),
        ("“十四五”规划终期评估", 2026, None),
        ("十三五期间历史档案整理", 2026, None),
        ("“十三五”教育规划", None, None),
        ("财预〔2011〕285号", None, "财预〔2011〕285号"),
        ("财预〔2020〕10号", 2026, None),
    ],
)
def test_what_is_expired_depends_on_the_year_of_the_sheet(text, year, cited):
    assert expired_citation(text, year) == cited


@pytest.mark.parametrize(
    ("text", "year", "cited"),
    [
        ("十二五规划", 2016, "十二五"),
        ("十二五规划", 2015, None),
        ("十三五规划", 2021, "十三五"),
        ("十三五规划", 2020, None),
        ("十五五规划", 2031, "十五五"),
        ("十五五规划", 2030, None),
        ("十三五期间建成的设施维护", 2026, None),
        ("2016-2026年生态保护规划", 2026, None),
        ("纲要（2016—2026年）", 2026, None),
        ("纲要（2016—2026年）", 2027, "纲要(2016—2026年"),
    ],
)
def test_a_plan_holds_through_its_last_year(text, year, cited):
    assert expired_citation(text, year) == cited
