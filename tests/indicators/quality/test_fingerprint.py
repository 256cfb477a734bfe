"""A fingerprint survives how a line is typed, and tells different faults apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.quality.fingerprint import fingerprint, normal

LETTERS = st.text(st.sampled_from("培训干部人次满意度率≥<%产出05.12年月"), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("培训人次", " 培训 人次\n"),
        ("培训人次", "培训人次（）"),
        ("ＰＭ２．５浓度", "PM2.5浓度"),
        ("≥1,000人次", "≥１０００人次"),
        ("≥1，200，000元", "≥1200000元"),
        ("≥95.0%", "≥ 95％"),
        ("95.50", "95.5"),
        ("不低于95%", "≥95%"),
        ("小于等于 5 天", "<=5天"),
        ("=100%", "100%"),
        ("80%-90%", "80%—90%"),
        ("2026年11月05日前", "2026-11-5前"),
        ("2025年11月5日前", "2026/11/05前"),
        ("2026年度水库除险加固座数", "水库除险加固座数"),
        ("数量指标：培训人次", "培训人次"),
        ("产出指标1：培训人次", "培训人次"),
        ("一、培训人次", "培训人次"),
        ("1.培训人次", "①培训人次"),
        ("举办培训场次", "培训次数"),
        ("群众的满意率", "群众满意度"),
        ("经济成本指标", "经济成本"),
    ],
)
def test_two_writings_of_one_line_are_one(one, other):
    assert fingerprint("ME101", f"服务质量|{one}") == fingerprint("ME101", f"服务质量|{other}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("120%", "1000%"),
        ("1.2万人", "12万人"),
        ("0.5%", "5%"),
        ("≥95%", "≤95%"),
        (">5", "<5"),
        ("1号楼改造面积", "2号楼改造面积"),
        ("1.2万人次", "2万人次"),
        ("小学生满意度", "中学生满意度"),
        ("80%-90%", "8090%"),
        ("11月5日", "5日"),
    ],
)
def test_lines_that_differ_in_matter_differ(one, other):
    assert fingerprint("ME101", one) != fingerprint("ME101", other)


def test_rule_sheet_and_twin_count():
    prints = {
        fingerprint("ME101", "服务质量|较好"),
        fingerprint("ME102", "服务质量|较好"),
        fingerprint("ME101", "服务质量|较好", sheet="老年助餐"),
        fingerprint("ME101", "服务质量|较好", occurrence=2),
        fingerprint("ME101", "服务质量较好"),
    }

    assert len(prints) == 5


def test_next_years_project_is_the_same_sheet():
    last, this = (fingerprint("CV102", "效益指标", sheet=f"{year}年老年助餐项目") for year in (2025, 2026))

    assert last == this


@settings(deadline=None)
@given(LETTERS, st.integers(0, 12), st.sampled_from([" ", "\u3000", "\n", "“", "）", "、"]))
def test_a_blank_or_mark_put_anywhere_between_words_changes_nothing(text, place, mark):
    words = "".join(character for character in text if character not in "0123456789.")

    assert normal(words[:place] + mark + words[place:]) == normal(words)


def test_a_fingerprint_never_changes_between_versions():
    assert fingerprint("ME101", "服务质量|较好", sheet="老年助餐") == "c92ed10bffa269d0"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("产出指标完成情况", "完成情况"),
        ("指标1：培训人次", "培训人次"),
        ("指标培训", "指标培训"),
        ("指标", "指标"),
        ("考核指标", "考核"),
        ("指标库建设", "指标库建设"),
        ("考核指标库", "考核指标库"),
        ("完成率", "完成率"),
        ("完成改造面积", "改造面积"),
        ("12026-11-05", "12026~11~5"),
        ("2026-11-051", "2026~11~51"),
        ("12026年", "12026年"),
        ("甲,001", "甲1"),
        ("1,0001", "11"),
        ("1,5", "15"),
        ("1.0050", "1.005"),
        ("第.号", "第.号"),
        ("100人", "100人"),
        ("0人", "0人"),
        ("80%至90%", "80%~90%"),
        ("8至9人", "8~9人"),
        ("甲至9人", "甲至9人"),
        ("8至少", "8≥"),
        ("不超过5天", "≤5天"),
        ("不少于5天", "≥5天"),
        ("a=b", "a=b"),
        ("培训场次", "培训次"),
        ("场次安排", "场次安排"),
        ("设备数量", "设备数"),
        ("数量较多", "数量较多"),
        ("学员满意率", "学员满意度"),
        ("满意率调查", "满意率调查"),
        ("一、二、培训", "二培训"),
        (" 培训 ", "培训"),
    ],
)
def test_a_text_keeps_what_tells_it_apart(text, kept):
    assert normal(text) == kept


def test_without_a_sheet_the_project_is_empty():
    assert fingerprint("ME101", "服务质量|较好") == fingerprint("ME101", "服务质量|较好", sheet="")
