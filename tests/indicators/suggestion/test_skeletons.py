"""What no line covers gets a skeleton in the draft's own words, at its place, with gaps where words are missing."""

import pytest

from indicators.model.sheet import TargetSheet
from indicators.suggestion.skeletons import skeleton
from indicators.text.clauses import read_clause


@pytest.mark.parametrize(
    ("text", "name", "unit", "target"),
    [
        ("完成市级以上课题研究12项", "市级课题研究数量", "项", "12项"),
        ("仪器故障48小时内修复", "仪器故障修复时限", "日期", "48小时内"),
        ("提升服务群众的能力", "〔变化的事物〕提高（降低）幅度", "%", ""),
        ("年底前全部完成", "全部完成时间", "日期", "年底"),
    ],
)
def test_a_clause_gives_name_unit_and_its_own_value(text, name, unit, target):
    found = skeleton(read_clause(text), "产出指标", "数量指标", text=text)

    assert (found.name, found.unit, found.target) == (name, unit, target)


def test_a_refused_draft_is_offered_skeletons_for_what_it_says(suggester):
    answer = suggester.suggest(TargetSheet(goal="红烧肉3份，清蒸鱼2份，米饭6碗。"))

    assert answer.abstained
    assert {found.clause for found in answer.skeletons} == set(answer.uncovered)
