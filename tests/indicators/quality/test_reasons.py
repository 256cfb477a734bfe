"""Texts of deviations: measures told from causes, clause by clause."""

import pytest

from indicators.quality.reasons import gives_measure, gives_reason, has_words, is_beyond_control, is_of_money


@pytest.mark.parametrize(
    "text",
    [
        "生源不足，明年提前招生",
        "设备晚到，加快安装",
        "信息共享机制未建立，2027年上半年前建成",
        "稿件在审，预计2027年上半年见刊",
        "补偿协议未签订，2段河道未进场；已与属地政府签订备忘录",
        "部分车辆超期服役，已申请更新",
        "日志留存不足6个月，拟扩容存储",
        "宣传不到位，进一步加大宣传力度",
        "对未达标企业督促整改",
        "受疫情影响明年补办",
        "原因：人员不足。措施：提前招录",
        "因审批较慢，计划于3月补测",
        "同上",
        "同清淤河道",
    ],
)
def test_a_measure_is_an_intent_a_date_or_an_act(text):
    assert gives_measure(text)


@pytest.mark.parametrize(
    "text",
    [
        "生源不足",
        "政策调整",
        "推进缓慢",
        "未及时调整方案",
        "调整方案导致延期",
        "因计划调整",
        "宣传力度不够",
        "整改不到位",
        "1个系统整改后复测未通过",
        "申请人数减少",
        "监管加强导致停产",
        "组织难度大",
        "未在12月底前完成",
        "应于6月前完成",
        "原计划10月完工",
        "受天气影响调整工期",
        "改进措施：无",
    ],
)
def test_the_same_words_in_a_cause_are_no_measure(text):
    assert not gives_measure(text)


def test_a_year_after_that_of_the_sheet_is_a_plan():
    assert gives_measure("机房搬迁，2027年补测", year=2026)
    assert not gives_measure("2026年机房搬迁", year=2026)
    assert not gives_measure("工程延期至2027年", year=2026)


@pytest.mark.parametrize("text", ["", "无", "/", "——", "无偏差", "不存在偏差", "不适用"])
def test_some_words_say_nothing(text):
    assert not has_words(text)


@pytest.mark.parametrize(("text", "is_reason"), [("受汛期影响停工", True), ("影响施工进度", True), ("扩大了社会影响", False), ("因地制宜", False)])  # fmt: skip
def test_a_reason_is_more_than_its_word(text, is_reason):
    assert gives_reason(text) is is_reason


@pytest.mark.parametrize(
    ("text", "is_beyond"),
    [
        ("上级政策调整，取消该项补贴", True),
        ("符合条件的对象减少", True),
        ("申报人数减少，宣传不到位", False),
        ("受暴雨影响停工", False),
        ("生源不足", False),
    ],
)
def test_only_a_task_that_is_taken_away_is_beyond_control(text, is_beyond):
    assert is_beyond_control(text) is is_beyond


def test_a_sentence_may_be_on_the_money_alone():
    assert is_of_money("尾款待验收后支付")
    assert not is_of_money("因资金未到位，培训未开展")
