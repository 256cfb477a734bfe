"""可衡量性: every target can be compared or judged."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.quality import levels
from indicators.quality.conditions import framework_is_held, has_rows
from indicators.quality.evidence import unprovable_effect
from indicators.quality.examples import row, sheet
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadSheet
from indicators.quality.rule import Context, family
from indicators.quality.slogans import slogan
from indicators.quality.vague_values import undated_word, vague_word

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
        sheet(row(level2="质量指标", name="工程质量", target="符合要求")),
    ],
    good=[
        sheet(row(name="服务考核得分", target="≥85", unit="分")),
        sheet(row(name="服务质量", target="好", explanation="分好、一般、差三档")),
        sheet(row(name="公共服务水平", target="较上年提升")),
        sheet(row(name="译写质量", target="较好", explanation="好：差错0处；较好：差错1—3处；一般：差错4处以上")),
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
    bad=[
        sheet(row(level2="时效指标", name="补贴发放", target="及时发放")),
        sheet(row(level2="时效指标", name="尾工完工时间", target="倒排工期")),
        sheet(row(level2="时效指标", name="项目实施进度", target="符合计划要求")),
        sheet(row(level2="时效指标", name="补贴按月发放", target="按时足额")),
    ],
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


_FEWEST_ROWS = 4


@MEASURABLE.rule(
    103,
    "mostly-qualitative",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/一/（二）3",
    applies=(has_rows,),
    bad=[
        sheet(
            row(name="改造面积", target="≥500平方米"),
            row(level2="质量指标", name="竣工验收结论", target="合格"),
            row(level2="质量指标", name="消防验收结论", target="通过"),
            row(level1="效益指标", level2="社会效益指标", name="示范校评定等级", target="优秀"),
            alone=True,
        )
    ],
    good=[sheet(row(name="改造面积", target="≥500平方米"), row(level2="质量指标", name="竣工验收结论", target="合格"))],
)
def mostly_qualitative(sheet: ReadSheet, context: Context) -> Problems:
    """一半以上的指标是定性的。

    为什么: 指标要细化、量化；大半靠文字判断，完成得好不好没有共同的标准。
    怎么改: 把能数、能算的改为定量指标，定性的只留确实无法量化的，并写明评判标准。
    """
    words = [line for line in sheet.rows if line.value.kind == "words"]
    if len(sheet.rows) >= _FEWEST_ROWS and len(words) * 2 > len(sheet.rows):
        yield sheet.problem(f"{len(sheet.rows)}个指标里有{len(words)}个是定性的", evidence=f"{len(words)}个")


@MEASURABLE.rule(
    104,
    "slogan-benefit",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/一/（二）3",
    applies=(has_rows, framework_is_held),
    bad=[sheet(row(level1="效益指标", level2="社会效益指标", name="促进教育公平", target="是"))],
    good=[
        sheet(row(level1="效益指标", level2="社会效益指标", name="农村学生辍学率", target="≤0.5%")),
        sheet(
            row(
                level1="效益指标", level2="社会效益指标", name="社会反响", target="好", explanation="分好、一般、差三档"
            )
        ),
        sheet(row(level1="效益指标", level2="生态效益指标", name="出境断面水质", target="达到Ⅲ类")),
    ],
)
def slogan_benefit(sheet: ReadSheet, context: Context) -> Problems:
    """效益写成了口号，没有可以衡量的内容。

    为什么: “促进发展”“提升水平”没有对象也没有尺度，谁做都能写，无法评价。
    怎么改: 写明谁发生了什么可以数、可以算的变化，如辍学率、亩均增产率、办理时间；确难量化的，写明分档标准。
    """
    for line in sheet.rows:
        if (line.is_benefit or line.place.level1 in levels.LASTING) and slogan(line):
            yield line.problem(f"效益“{line.name}”是口号，没有可以衡量的内容")


@MEASURABLE.rule(
    105,
    "unprovable",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/一/（二）3",
    requires=("CO101", "ME104"),
    applies=(has_rows,),
    bad=[
        sheet(row(level1="效益指标", level2="社会效益指标", name="科普工作社会影响力", target="≥90%")),
        sheet(row(level1="效益指标", level2="社会效益指标", name="干部综合素质提高率", target="=100%")),
        sheet(row(level1="效益指标", level2="经济效益指标", name="对当地经济社会发展的推动力", target="≥85分")),
    ],
    good=[
        sheet(
            row(
                level1="效益指标",
                level2="社会效益指标",
                name="科普工作社会影响力",
                target="≥90分",
                explanation="第三方按传播量、转载量评分",
            )
        ),
        sheet(row(level1="效益指标", level2="社会效益指标", name="参训教师教学能力测评提升率", target="≥30%")),
        sheet(row(level1="效益指标", level2="社会效益指标", name="居民健康素养水平提高幅度", target="≥1个百分点")),
        sheet(row(level1="效益指标", level2="经济效益指标", name="污水日处理能力提升率", target="≥20%")),
    ],
)
def unprovable(sheet: ReadSheet, context: Context) -> Problems:
    """给无法取证的效果定了数值。

    为什么: 影响力、素质、意识提高了百分之几，没有统计、没有口径，年终拿不出佐证，等于没有标准。
    怎么改: 换成有来源的结果，如报道转载量、测评得分、证书取得率、复发率；确要保留的，写明由谁、按什么办法测算。
    """
    for line in sheet.rows:
        if unprovable_effect(line):
            yield line.problem(f"“{line.name}”定了“{line.target}{line.unit}”，没有口径和来源，无法取得佐证")
