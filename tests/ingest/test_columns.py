import pytest

from ingest.columns import COLUMNS, LABELS, column_of, label_of, money_column_of, month_of


@pytest.mark.parametrize(
    ("written", "field", "period"),
    [
        ("一级指\n标", "level1", ""),
        ("三级指标*", "name", ""),
        ("指 标 值", "target", ""),
        ("指标值（包含数字及文字描述）", "target", ""),
        ("年度指标值", "target", "year"),
        ("2026年度目标值", "target", "year"),
        ("实施周期目标值", "target", "term"),
        ("实施期（2024—2026年）指标值", "target", "term"),
        ("（2026年度）目标值", "target", "year"),
        ("权重（分值）", "weight", ""),
        ("分值\n（90分）", "weight", ""),
        ("指标性质", "operator", ""),
        ("度量单位", "unit", ""),
        ("全年实际完成值", "actual", "year"),
        ("评分标准", "explanation", ""),
        ("指标值设定依据", "basis", ""),
        ("偏差原因分析及改进措施", "deviation", ""),
        ("自评得分", "score", ""),
        ("1-7月执行情况", "actual", ""),
        ("截至6月底完成情况", "actual", ""),
        ("完成率（%）", "rate", ""),
    ],
)
def test_header_words_are_known_however_they_are_typed(written, field, period):
    heading = column_of(written)

    assert heading is not None
    assert (heading.field, heading.period) == (field, period)


@pytest.mark.parametrize("text", ["数量指标", "培训人次", "≥280", "产出指标", "", "绩效目标完成得很好"])
def test_contents_are_no_header_words(text):
    assert column_of(text) is None


@pytest.mark.parametrize("words", [COLUMNS, LABELS])
def test_no_word_stands_for_two_fields(words):
    every = [word for group in words.values() for word in group]

    assert sorted(every) == sorted(set(every))


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("项目名称", "project", ""),
        ("项目名称：某工程", "project", "某工程"),
        ("项目名称 某工程", "project", "某工程"),
        ("省级主管部门", "department", ""),
        ("部门（单位）名称", "whole_department", ""),
        ("年度资金总额（元）", "budget", ""),
        ("其中：当年财政拨款", "money_part", ""),
        ("1.资金来源：（1）政府预算资金", "money_part", ""),
        ("年度\n总体目标", "goal", ""),
        ("中期目标（2024年—2026年）", "goal", ""),
        ("年度主要任务", "tasks", ""),
    ],
)
def test_labels_are_known_alone_and_with_their_value(written, field, value):
    label = label_of(written)

    assert label is not None
    assert (label.field, label.value) == (field, value)


@pytest.mark.parametrize("text", ["目标1：完成培训", "目标 1", "任务：完成培训", "某市水务局", "164"])
def test_values_are_no_labels(text):
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("1-7月执行数", 7),
        ("1—10月完成情况", 10),
        ("截至6月底完成情况", 6),
        ("1月至8月执行率", 8),
        ("全年执行数", None),
        ("7月执行数", None),
    ],
)
def test_a_head_tells_up_to_which_month_its_figures_run(written, month):
    assert month_of(written) == month


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("年初预算数", None),
        ("全年预算数（A）", "adjusted_budget"),
        ("全年执行数", "spent"),
        ("1-7月执行数", "spent"),
        ("全年预计执行数", None),
        ("执行率", "execution_rate"),
        ("分值", "execution_weight"),
        ("得分", "execution_score"),
    ],
)
def test_a_column_of_money_tells_of_the_execution(written, field):
    assert money_column_of(written) == field


def test_a_label_names_its_unit_of_money():
    assert [label_of(text).money for text in ("预算金额（元）", "项目资金\n（万元）", "资金总额")] == ["元", "万元", ""]
