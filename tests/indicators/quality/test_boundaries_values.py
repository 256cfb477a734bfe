"""Signs, shares, decimals and values out of reach at the edges of their rules: the limit just met and just missed, and what looks like a fault and is none."""

import pytest
from judging import BENEFIT, OUTPUT, QUALITY, TIME, check, told

from indicators.quality.examples import row


@pytest.mark.parametrize(
    ("name", "target", "fires"),
    [
        ("改造40栋校舍的栋数", "=38栋", True),
        ("改造40栋校舍的栋数", "=40栋", False),
        ("改造0.4万栋校舍的栋数", "=4000栋", False),
        ("改造4000栋校舍的栋数", "=0.4万栋", False),
        ("改造4000栋校舍的栋数", "=0.5万栋", True),
        ("改造40栋、维护20栋的栋数", "=38栋", False),
        ("改造四十栋校舍的栋数", "=38栋", False),
        ("改造40栋校舍的面积", "=38平方米", False),
        ("改造40栋以上校舍的栋数", "=38栋", False),
        ("40岁以上人数", "≥38人", False),
        ("培训40人班人数", "=38人/期", False),
        ("培训40人的班", "较好", False),
        ("培训40人的班", "=38", False),
    ],
)
def test_another_number_in_the_name_is_one_of_the_same_unit(name, target, fires):
    assert bool(told("FE502", row(name=name, target=target))) is fires


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({"name": "确诊患者治愈率", "target": "100%"}, True),
        ({"name": "确诊患者治愈率", "target": "≥99%"}, False),
        ({"name": "确诊患者治愈率", "target": "≤100%"}, False),
        ({"name": "确诊患者治愈率", "target": "<100%"}, False),
        ({"name": "治愈率统计覆盖面", "target": "100%"}, False),
        ({"name": "命案破案率", "target": "100%"}, False),
        ({"name": "盗窃案破案率", "target": "100%"}, True),
        ({"name": "糖尿病新发病例数", "target": "0例"}, True),
        ({"name": "糖尿病新发病例数", "target": "≤5例"}, False),
        ({"name": "糖尿病新发病例数", "target": "无"}, False),
        ({"name": "糖尿病新发病例数统计表", "target": "0例"}, False),
        ({"name": "达到国内领先水平", "target": "是"}, True),
        ({"name": "达到国内领先水平的企业数", "target": "≥3家"}, True),
        ({"name": "达到国内领先水平的企业数", "target": "≥3"}, True),
        ({"name": "达到国内领先水平的企业占比", "target": "≥30%"}, False),
        ({"name": "水质保持Ⅰ类", "target": "是"}, True),
        ({"name": "水质保持Ⅰ类标准", "target": "是"}, False),
        ({"name": "建成科技强省", "target": "是"}, True),
        ({"name": "建成科技强省展厅", "target": "是"}, False),
    ],
)
def test_a_target_out_of_reach_is_told(fields, fires):
    assert bool(told("FE602", row(**{**BENEFIT, **fields}))) is fires


def test_one_sign_of_each_kind_is_turned():
    rows = (
        row(**{**QUALITY, "name": "设备正常运行率", "target": "<99%"}),
        row(**{**BENEFIT, "name": "有效投诉件数", "target": ">5件"}),
    )

    fixes = [one.fix.after for one in check(*rows).findings if one.rule == "FE201"]

    assert fixes == ["≥99%", "≤5件"]


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({"name": "讲座参与人次", "target": "=800人次"}, True),
        ({"name": "讲座参与人次", "target": "=0人次"}, False),
        ({"name": "保洁人员人数", "target": "=80人"}, False),
        ({"name": "保洁员人数", "target": "=80人"}, False),
        ({"name": "讲座参与人次统计", "target": "=800次"}, False),
        ({**BENEFIT, "name": "讲座参与人次", "target": "=800人次"}, False),
    ],
)
def test_only_an_open_count_is_pinned(fields, fires):
    assert bool(told("FE203", row(**fields))) is fires


@pytest.mark.parametrize(
    ("name", "target", "fires"),
    [
        ("设备完好率", "≥100.5%", True),
        ("设备完好率", "≥100%", False),
        ("设备完好率", "≤105%", False),
        ("设备完好率", "<105%", False),
        ("设备完好率", "≥105‰", False),
        ("设备完好率", "提高105个百分点", False),
        ("设备完好率", "≥105天", False),
        ("产值增长率", "≥105%", False),
    ],
)
def test_a_share_does_not_exceed_the_whole(name, target, fires):
    lines = (row(**TIME, name="完成时间", target="6月底前"), row(**{**QUALITY, "name": name, "target": target}))

    assert told("FE204", *lines) == ([2] if fires else [])


@pytest.mark.parametrize(
    ("fields", "fires", "after"),
    [
        ({"name": "教材合格率", "target": "≥98.56%"}, True, None),
        ({"name": "教材合格率", "target": "≥98.5%"}, False, None),
        ({"name": "教材合格率", "target": "≥10.25%"}, True, None),
        ({"name": "教材合格率", "target": "≥9.25%"}, False, None),
        ({"name": "教材合格率", "target": "≥9.255%"}, True, None),
        ({"name": "教材合格率", "target": "≥1.255%"}, True, None),
        ({"name": "教材合格率", "target": "≥0.255%"}, False, None),
        ({"name": "教材合格率", "target": "≥0.2555%"}, True, None),
        ({"name": "教材合格率", "target": "≥98.00%"}, True, "≥98%"),
        ({"name": "教材合格率", "target": "≥10.00%"}, True, "≥10%"),
        ({"name": "教材合格率", "target": "≥1.000%"}, True, "≥1%"),
        ({"name": "教材合格率", "target": "≥98.00%（上年97.55）"}, True, "≥98%（上年97.55）"),
        ({"name": "系统可用率", "target": "≥99.99%"}, False, None),
        ({"name": "系统可用知晓率", "target": "≥99.99%"}, True, None),
        ({"name": "学员满意率", "target": "≥95.5%"}, True, None),
        ({"name": "学员满意率", "target": "≥95.0%"}, False, None),
        ({"name": "政策知晓率", "target": "≥95.5%"}, True, None),
        ({"name": "群众安全感满意度", "target": "≥95.5%"}, False, None),
        ({"name": "教材合格率", "target": "≥98.56%", "explanation": "上年98.12"}, False, None),
        ({"name": "教材合格率", "target": "≥98.56%", "explanation": "上年98.1"}, True, None),
        ({"name": "教材厚度", "target": "≥98.56毫米"}, False, None),
    ],
)
def test_decimals_are_held_to_what_can_be_counted(fields, fires, after):
    lines = (row(**OUTPUT), row(**{**QUALITY, **fields}))

    found = [one for one in check(*lines).findings if one.rule == "FE205"]

    assert [one.row for one in found] == ([2] if fires else [])
    assert [one.fix.after if one.fix else None for one in found] == ([after] if fires else [])


@pytest.mark.parametrize(
    ("targets", "fires"),
    [
        (["100%", "100%", "100%", "98%", "97%"], True),
        (["100%", "100%", "98%", "97%", "96%"], False),
        (["100%", "100%", "≤100%", "<100%", "96%"], False),
        (["100%", "100%", "1000‰", "100‰", "96%"], False),
        (["100%", "100%", "100%", "98%"], False),
    ],
)
def test_full_rates_are_told_from_five_rows_on_where_they_are_two_fifths(targets, fires):
    rows = [row(level2="质量指标", name=f"{n}类设备合格率", target=target) for n, target in enumerate(targets)]

    assert bool(told("FE206", *rows)) is fires


def test_an_effect_out_of_reach_is_shown_by_its_words():
    found = [
        one.evidence
        for one in check(row(**{**BENEFIT, "name": "达到国内领先水平", "target": "是"})).findings
        if one.rule == "FE602"
    ]

    assert found == ["达到国内领先"]
