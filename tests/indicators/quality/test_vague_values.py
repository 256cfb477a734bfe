"""Words that nobody can measure, and those that may stand because something tells what they mean."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.examples import row, sheet
from indicators.quality.reading import read_sheet
from indicators.quality.vague_values import undated_word, vague_word

LIBRARY = Library.from_files(read_library())
TIME = {"level2": "时效指标", "name": "任务"}


def read(**fields):
    drafted = sheet(row(**{"level2": "质量指标", "name": "服务", **fields}), alone=True)
    return read_sheet(drafted, LIBRARY.framework("mof-2021")).rows[0]


@pytest.mark.parametrize(
    ("fields", "vague"),
    [
        ({"target": "较好"}, True),
        ({"target": ""}, False),
        ({"target": "较好", "level2": "时效指标"}, False),
        ({"target": "提升3项"}, False),
        ({"target": "有效提升"}, True),
        ({"target": "较上年提升"}, False),
        ({"target": "负增长"}, False),
        ({"target": "下降"}, True),
        ({"target": "有效下降了"}, True),
        ({"target": "不断壮大"}, True),
        ({"target": "壮大规模"}, False),
        ({"target": "全年"}, False),
        ({"target": "良好"}, True),
        ({"target": "良好", "name": "考核"}, False),
        ({"target": "良好", "name": "考核", "level1": "效益指标"}, False),
        ({"target": "低", "name": "风险等级"}, False),
        ({"target": "低", "name": "风险级别"}, False),
        ({"target": "低", "name": "风险评级"}, False),
        ({"target": "低", "name": "风险定级"}, False),
        ({"target": "年底前"}, False),
        ({"target": "低", "name": "等级风险"}, True),
        ({"target": "低", "name": "风险"}, True),
        ({"target": "完整", "name": "资料完整性"}, False),
        ({"target": "完整齐备", "name": "资料完整性"}, False),
        ({"target": "规范", "name": "服务合格率"}, True),
        ({"target": "较好", "explanation": "抽查优良率90%以上"}, False),
        ({"target": "较好", "explanation": "测评85分以上"}, False),
        ({"target": "较好", "explanation": "走访30户"}, True),
        ({"target": "丰富多彩"}, True),
        ({"target": "丰富多彩的节目"}, False),
        ({"target": "下降、壮大"}, True),
        ({"target": "不定期开展"}, True),
        ({"target": "合格", "name": "抽检合格率"}, True),
        ({"target": "合格", "name": "抽检"}, False),
        ({"target": "是", "name": "培训人数"}, True),
        ({"target": "完成", "name": "培训", "level2": "数量指标"}, True),
        ({"target": "完成", "name": "培训", "level2": "质量指标"}, False),
        ({"target": "完成", "name": "培训30人", "level2": "数量指标"}, False),
        ({"target": "完成", "name": "培训", "level2": "数量指标", "explanation": "6月底前"}, False),
        ({"target": "完成", "name": "培训", "level1": "", "level2": "重点任务完成"}, True),
        ({"target": "提升服务"}, True),
        ({"target": "服务提升"}, True),
        ({"target": "服务提升站点"}, False),
        ({"target": "效果显著"}, True),
        ({"target": "显著位置"}, False),
        ({"target": "分类得到改善的点位"}, True),
    ],
)
def test_words_are_vague_where_nothing_tells_what_they_mean(fields, vague):
    assert bool(vague_word(read(**fields))) is vague


@pytest.mark.parametrize(("level1", "vague"), [("管理效率", False), ("社会效应", True)])
def test_what_a_department_manages_may_be_asked_so(level1, vague):
    drafted = sheet(row(level1=level1, level2="", name="制度规范、健全", target="健全"), alone=True, kind="department")
    (line,) = read_sheet(drafted, LIBRARY.framework("department-six-dimensions")).rows

    assert bool(vague_word(line)) is vague


@pytest.mark.parametrize(
    ("fields", "undated"),
    [
        ({"target": "及时完成"}, True),
        ({"target": "完成"}, False),
        ({"target": "及时完成北京项目"}, False),
        ({"target": "及时完成", "name": "6月任务"}, False),
        ({"target": "及时完成", "name": "第3批任务"}, False),
        ({"target": "及时完成", "explanation": "按月完成"}, False),
        ({"target": "及时完成", "explanation": "30日内"}, False),
        ({"target": "按月及时发放"}, False),
        ({"target": "及时完成", "explanation": "分好、一般、差三档"}, False),
        ({"target": "审核通过后及时发放"}, True),
    ],
)
def test_promptness_is_no_date(fields, undated):
    assert bool(undated_word(read(**{**TIME, **fields}))) is undated
