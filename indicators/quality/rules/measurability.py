"""可衡量性: every target can be compared or judged."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.quality.conditions import has_rows
from indicators.quality.examples import row, sheet
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadSheet
from indicators.quality.rule import Context, family
from indicators.quality.targets import undated_word, vague_word

MEASURABLE = family("ME", "可衡量性")


@MEASURABLE.rule(
    101,
    "vague-target",
    group="incomplete",
    severity="error",
    clause="mof-2021-101/一/（二）3",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[
        sheet(row(name="服务质量", target="较好")),
        sheet(row(level1="效益指标", level2="社会效益指标", name="机关运转", target="有效保障机关正常运转")),
    ],
    good=[
        sheet(row(name="服务考核得分", target="≥85", unit="分")),
        sheet(row(name="服务质量", target="好", explanation="分好、一般、差三档")),
        sheet(row(name="公共服务水平", target="较上年提升")),
        sheet(row(name="年度考核等次", target="优秀")),
    ],
)
def vague_target(sheet: ReadSheet, context: Context) -> Problems:
    """指标值是无法衡量的词。

    为什么: 审核人无法判断“较好”“有效提升”是否达到。
    怎么改: 写数字和单位；确难量化的，写明分档评价标准（如好、一般、差各指什么）。
    """
    for line in sheet.rows:
        if word := vague_word(line):
            yield line.problem(f"“{line.name}”的指标值“{word}”无法衡量", cell="target")


@MEASURABLE.rule(
    102,
    "undated-timeliness",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（二）3",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[sheet(row(level2="时效指标", name="补贴发放", target="及时发放"))],
    good=[
        sheet(row(level2="时效指标", name="补贴发放时间", target="每季度末15日内")),
        sheet(row(level2="时效指标", name="工程完工", target="按期", explanation="2026年11月30日前竣工")),
        sheet(row(level2="时效指标", name="按时办结率", target="≥98%")),
    ],
)
def undated_timeliness(sheet: ReadSheet, context: Context) -> Problems:
    """时效指标只写“及时”“按时”，没有日期、周期或比率。

    为什么: 设置时效指标需确定整体完成时间；只写“及时”，什么时候算完成没有标准。
    怎么改: 写完成日期（如“2026年11月底前”）、周期（如“每季度末15日内”）或比率（如“按时完成率≥95%”）。
    """
    for line in sheet.rows:
        if line.is_timeliness and (word := undated_word(line)):
            yield line.problem(f"“{line.name}”的指标值“{word}”没有日期、周期或比率", cell="target")
