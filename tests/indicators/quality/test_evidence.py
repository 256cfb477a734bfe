"""A number for what nobody can measure is unprovable, unless a source, a formula or a test stands beside."""

import pytest

from indicators.quality.evidence import unprovable_effect
from indicators.quality.examples import row, sheet
from indicators.quality.reading import read_sheet


def unprovable(name, target, **fields):
    drafted = sheet(row(level1="效益指标", level2="社会效益指标", name=name, target=target, **fields), alone=True)
    return unprovable_effect(read_sheet(drafted, None).rows[0])


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("对行业的影响力", "≥95%"),
        ("旅游市场繁荣度", "≥95%"),
        ("干部素质提高率", "=100%"),
        ("工作满意程度提升", "≥95%"),
        ("群众环保意识增强率", "≥80%"),
        ("社会治理能力提升率", "≥90%"),
        ("城市形象提升度", "≥90分"),
        ("对区域经济发展的贡献率", "≥20%"),
    ],
)
def test_a_number_without_evidence_is_unprovable(name, target):
    assert unprovable(name, target)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("科技进步贡献率", "≥62%"),
        ("群众安全感", "≥98%"),
        ("污水处理能力提升率", "≥20%"),
        ("居民收入水平提升率", "≥6%"),
        ("教学能力测评提升率", "≥30%"),
        ("公民具备科学素质比例", "≥16%"),
        ("城市品牌影响力指数", "≥60"),
        ("干部素质", "明显提高"),
    ],
)
def test_what_is_counted_tested_or_in_words_is_left_alone(name, target):
    assert not unprovable(name, target)


def test_a_source_beside_the_value_is_evidence():
    assert not unprovable("对行业的影响力", "≥95分", explanation="行业协会年度评价得分")
