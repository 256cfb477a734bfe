"""Rows stand where their meaning belongs; what may stand at either level is left alone."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.examples import row, sheet
from indicators.quality.placing import right_level
from indicators.quality.reading import read_sheet

LIBRARY = Library.from_files(read_library())
MOF_2021 = LIBRARY.framework("mof-2021")


def placed(level1, level2, name, target):
    drafted = sheet(row(level1=level1, level2=level2, name=name, target=target), alone=True)
    return next((right_level(line) for line in read_sheet(drafted, MOF_2021).rows), "")


@pytest.mark.parametrize(
    ("levels", "name", "target", "right"),
    [
        ("效益指标/社会效益指标", "竣工验收一次通过率", "=100%", "质量指标"),
        ("效益指标/社会效益指标", "电子警察抓拍准确率", "≥98%", "质量指标"),
        ("效益指标/社会效益指标", "仪器设备完好率", "≥98%", "质量指标"),
        ("效益指标/社会效益指标", "补助资金社会化发放率", "=100%", "质量指标"),
        ("效益指标/社会效益指标", "校舍交付使用时间", "2026年8月25日前", "时效指标"),
        ("效益指标/生态效益指标", "林下经济年收入", "≥300万元", "经济效益指标"),
        ("产出指标/质量指标", "用户使用满意情况", "满意", "满意度指标"),
        ("产出指标/质量指标", "培训教师人次", "≥600人次", "数量指标"),
        ("产出指标/数量指标", "扫描差错率", "≤0.1%", "质量指标"),
        ("产出指标/质量指标", "单位面积造价", "≤3200元/平方米", "成本指标"),
        ("产出指标/成本指标", "采购单位满意度", "≥90%", "满意度指标"),
    ],
)
def test_a_row_at_the_wrong_level_is_moved(levels, name, target, right):
    assert placed(*levels.split("/"), name, target) == right


@pytest.mark.parametrize(
    ("levels", "name", "target"),
    [
        ("效益指标/社会效益指标", "系统正常运行率", "≥99%"),
        ("效益指标/社会效益指标", "食品抽检合格率", "≥97%"),
        ("效益指标/社会效益指标", "学生体质健康合格率", "≥92%"),
        ("效益指标/社会效益指标", "窗口平均等候时间", "≤15分钟"),
        ("效益指标/社会效益指标", "发放补贴对象就业率", "≥80%"),
        ("产出指标/质量指标", "安全事故次数", "=0次"),
        ("产出指标/质量指标", "故障响应时间", "≤2小时"),
        ("产出指标/数量指标", "满意度调查问卷份数", "≥300份"),
        ("产出指标/数量指标", "课程覆盖率", "≥90%"),
        ("产出指标/时效指标", "供餐天数", "≥200天"),
        ("产出指标/成本指标", "单台采购成本", "≤3万元/台"),
    ],
)
def test_a_row_that_may_stand_where_it_stands_is_left_alone(levels, name, target):
    assert not placed(*levels.split("/"), name, target)


@pytest.mark.parametrize(
    "indicator", [one for one in LIBRARY.active if not one.is_pattern and one.unit], ids=lambda one: one.code
)
def test_no_indicator_of_the_library_is_moved(indicator):
    sign = next((sign for sign in indicator.operators if sign != "定性"), "≥")

    assert not placed(indicator.level1, indicator.level2, indicator.name, f"{sign}60{indicator.unit}")
