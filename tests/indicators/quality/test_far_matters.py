"""Figures of a whole place are far from a project of another matter."""

import pytest

from indicators.quality.far_matters import far_matter


@pytest.mark.parametrize(
    ("name", "about", "figure"),
    [
        ("森林覆盖率", "县教育体育局整体支出", "森林覆盖率"),
        ("森林覆盖率", "国土绿化项目", None),
        ("全市生产总值增长率", "市民政局部门整体", "生产总值"),
        ("全市生产总值增长率", "市发展和改革委员会部门整体", None),
        ("刑事案件破案率", "反电信网络诈骗宣传", "刑事案件"),
        ("刑事案件破案率", "公共安全视频监控建设", None),
        ("PM2.5年均浓度", "老旧柴油货车淘汰", None),
        ("培训人次", "教师培训", None),
    ],
)
def test_a_figure_is_far_where_neither_project_nor_goal_touches_it(name, about, figure):
    assert far_matter(name, about) == figure
