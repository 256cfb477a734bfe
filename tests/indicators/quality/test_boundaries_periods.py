"""Dates and spans of years at the edges of their rules: the limit just met and just missed, and what looks like a fault and is none."""

import pytest
from judging import COST, OUTPUT, TIME, messages, told

from indicators.quality.examples import row


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({"target": "2025年10月"}, True),
        ({"target": "2025-10-01"}, True),
        ({"target": "2026年10月"}, False),
        ({"target": "2025年10月至2026年3月"}, False),
        ({"target": "2027年2月底前"}, False),
        ({"target": "2027年3月底前"}, True),
        ({"target": "2028年1月底前"}, True),
        ({"target": "较2025年提前"}, False),
        ({"target": "编号12025年", "level2": "时效指标"}, False),
        ({"target": "2025年10月", "level2": "数量指标"}, True),
        ({"target": "≥30个2025年样点", "level2": "数量指标"}, False),
        ({"name": "2026年建设课程", "target": "≥8门", "level2": "数量指标"}, False),
        ({"name": "2025年建设课程", "target": "≥8门", "level2": "数量指标"}, True),
    ],
)
def test_a_date_of_another_year_is_told(fields, fires):
    lines = (row(name="2025年建设教材", target="≥8门"), row(**OUTPUT), row(**TIME, name="开始时间", target="2026年3月"))

    found = told("FE401", *lines, row(**{**TIME, "name": "工程开工时间", **fields}), year=2026)

    assert found == ([1, 4] if fires else [1])


@pytest.mark.parametrize(
    ("target", "said"),
    [("2025年10月", "已经过去"), ("2028年10月", "在2026年以后"), ("2024年1月至2025年2月", "已经过去")],
)
def test_a_date_outside_is_past_or_to_come(target, said):
    (message,) = messages("FE401", row(**TIME, name="工程开工时间", target=target), year=2026)

    assert message == f"“工程开工时间”的日期“{target}”{said}，本表是2026年度"


@pytest.mark.parametrize(
    ("fields", "given", "fires"),
    [
        ({"name": "三年累计整治河道长度", "target": "≥180公里"}, {}, True),
        ({"name": "三年累计整治河道长度", "target": "≥180公里", "explanation": "本年60公里"}, {}, False),
        ({"name": "三年累计整治达标率", "target": "≥98%"}, {}, False),
        ({"name": "近三年累计整治河道长度", "target": "≥180公里"}, {}, False),
        ({"name": "到2028年整治河道长度", "target": "≥180公里"}, {}, True),
        ({"name": "到2027年整治河道长度", "target": "≥180公里"}, {}, True),
        ({"name": "到2026年整治河道长度", "target": "≥180公里"}, {}, False),
        ({"name": "2024-2026年整治河道长度", "target": "≥180公里"}, {}, False),
        ({"name": "2024-2027年整治河道长度", "target": "≥180公里"}, {}, True),
        ({"name": "五年内容更新数", "target": "≥180条"}, {}, False),
        ({"explanation": "2026—2028年累计"}, {}, True),
        ({"explanation": "2026—2027年累计"}, {}, True),
        ({"explanation": "2024—2026年累计"}, {}, False),
        ({"explanation": "2026—2028年平均总量"}, {}, False),
        ({"explanation": "2026—2028年任务"}, {}, True),
        ({"explanation": "2026—2028年任务书要求"}, {}, False),
        ({"explanation": "见《规划2026—2028年任务》"}, {}, False),
        ({"explanation": "见《2026—2028年累计任务表》"}, {}, False),
        ({"explanation": "2026—2028年累计", "target": "≥98%"}, {}, False),
        ({"explanation": "2026—2028年累计", "target": "较好"}, {}, False),
        ({"level2": "时效指标", "name": "项目实施周期", "target": "2年"}, {}, True),
        ({"level2": "时效指标", "name": "项目实施周期", "target": "1.9年"}, {}, False),
        ({"level2": "时效指标", "name": "项目实施周期", "target": "24个月"}, {}, True),
        ({"level2": "时效指标", "name": "项目实施周期", "target": "23个月"}, {}, False),
        ({"level2": "时效指标", "name": "项目实施周期", "target": "36天"}, {}, False),
        ({"level2": "时效指标", "name": "工期", "target": "3年"}, {}, True),
        ({"level2": "时效指标", "name": "工期", "target": "24", "unit": "月"}, {}, True),
        ({"level2": "时效指标", "name": "工期", "target": "23", "unit": "月"}, {}, False),
        ({"level2": "时效指标", "name": "工期安排", "target": "3年"}, {}, False),
        ({"level2": "时效指标", "name": "工程质保期", "target": "3年"}, {}, False),
        ({"level2": "时效指标", "name": "项目期限内巡检间隔", "target": "3年"}, {}, False),
        ({**COST, "name": "项目总投资", "target": "≤121万元"}, {"budget": 100, "goal": "其中2026年安排100万元"}, True),
        ({**COST, "name": "项目总投资", "target": "≤120万元"}, {"budget": 100, "goal": "其中2026年安排100万元"}, False),
        ({**COST, "name": "项目总投资", "target": "≤121万元"}, {"budget": 100, "goal": "建成泵站"}, False),
        ({**COST, "name": "设备总投资", "target": "≤121万元"}, {"budget": 100, "goal": "其中2026年安排100万元"}, False),
        (
            {**COST, "name": "项目总投资收益", "target": "≤121万元"},
            {"budget": 100, "goal": "其中2026年安排100万元"},
            False,
        ),
    ],
)
def test_what_spans_years_beyond_this_one_is_told(fields, given, fires):
    line = row(**{"name": "整治河道长度", "target": "≥180公里", **fields})

    assert bool(told("FE402", line, year=2026, **given)) is fires


def test_a_span_is_told_also_where_the_year_is_not_given():
    assert told("FE402", row(name="到2026年整治河道长度", target="≥180公里")) == [1]
    assert told("FE402", row(name="整治河道长度", target="≥180公里", explanation="2026—2028年累计")) == []
