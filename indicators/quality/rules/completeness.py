"""完整性: every element is filled in, properly and briefly."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from collections import Counter

from indicators.quality.conditions import framework_is_held, has_rows, is_project
from indicators.quality.examples import row, sheet
from indicators.quality.likeness import alike_pairs, near_twins, twins
from indicators.quality.naming import (
    class_word,
    mended_name,
    names_no_group,
    opening_verb,
    payment_words,
    value_in_name,
)
from indicators.quality.problem import Problems, not_applicable
from indicators.quality.reading import ReadSheet
from indicators.quality.rule import Context, family
from indicators.quality.targets import lacks_unit, placeholder

COMPLETE = family("CO", "完整性")


@COMPLETE.rule(
    101,
    "empty-target",
    group="incomplete",
    severity="error",
    clause="mof-2021-101/一/（一）3",
    applies=(has_rows,),
    bad=[
        sheet(row(name="印发宣传册", target="")),
        sheet(row(name="慰问困难职工", target="若干")),
        sheet(row(name="抽检合格率", target="≥**%")),
    ],
    good=[
        sheet(row(name="慰问困难职工人数", target="≥120人")),
        sheet(row(name="重大安全责任事故", target="无")),
        sheet(row(level1="预算执行率", level2="预算执行率", name="预算执行率", target="")),
    ],
)
def empty_target(sheet: ReadSheet, context: Context) -> Problems:
    """指标值没有填写，或只是占位。

    为什么: 没有指标值，执行中无法监控，年终无法评价。
    怎么改: 写出可以核对的数值、日期或等级；暂时定不下来的，先按近三年平均或上年值测算。
    """
    for line in sheet.rows:
        if (word := placeholder(line)) is not None:
            message = f"“{line.name}”的指标值“{word}”只是占位" if word else f"“{line.name}”没有填写指标值"
            yield line.problem(message, cell="target")


@COMPLETE.rule(
    102,
    "missing-unit",
    group="incomplete",
    severity="error",
    basis="practice",
    requires=("CO101",),
    applies=(has_rows,),
    bad=[sheet(row(name="道路养护面积", target="≥5000"))],
    good=[
        sheet(row(name="道路养护面积", target="≥5000", unit="平方米")),
        sheet(row(name="培训场次", target="12场次")),
        sheet(row(name="安全事故数", target="0")),
        sheet(row(name="师生比", target="1:18")),
    ],
)
def missing_unit(sheet: ReadSheet, context: Context) -> Problems:
    """定量指标没有计量单位。

    为什么: 只有数字，看不出是多少件、多少元还是百分之几，前后年度也无法比较。
    怎么改: 在计量单位栏填写单位，如“人次”“平方米”“%”；定性指标不用填。
    """
    for line in sheet.rows:
        if lacks_unit(line):
            yield line.problem(f"“{line.name}”的指标值“{line.target}”没有计量单位", cell="target")


@COMPLETE.rule(
    103,
    "missing-name",
    group="incomplete",
    severity="error",
    clause="mof-2021-101/三/（一）1",
    applies=(has_rows,),
    bad=[sheet(row(name="", target="≥5000册"))],
    good=[sheet(row(name="图书借阅册数", target="≥5000册")), sheet(row(name="", target=""))],
)
def missing_name(sheet: ReadSheet, context: Context) -> Problems:
    """有指标值而没有指标名称。

    为什么: 没有名称，指标值不知道衡量什么。
    怎么改: 补上简洁明确的三级指标名称；多余的行请删去。
    """
    for line in sheet.nameless:
        yield line.problem(f"第{line.number}行有指标值“{line.target}”，没有指标名称", evidence=line.target)


@COMPLETE.rule(
    201,
    "value-in-name",
    group="verbose",
    severity="warning",
    clause="mof-2021-101/三/（一）1",
    applies=(has_rows,),
    bad=[
        sheet(row(name="培训基层干部280人次", target="280人次")),
        sheet(row(name="设备验收合格率达到95%以上", target="≥95%")),
        sheet(row(name="2026年新招教师数", target="≥20人")),
    ],
    good=[
        sheet(row(name="5A级景区数量", target="≥2个")),
        sheet(row(name="PM2.5年均浓度", target="≤35", unit="微克/立方米")),
        sheet(row(name="单价40万元以上设备共享台数", target="≥30台")),
        sheet(row(name="24小时自助图书馆数量", target="≥3个")),
    ],
)
def value_in_the_name(sheet: ReadSheet, context: Context) -> Problems:
    """指标名称里写进了指标值、期限或年份。

    为什么: 名称只简要说明衡量什么；数值、年份写进名称，换一年就要换名称，也会与指标值栏矛盾。
    怎么改: 把数值和单位移到指标值栏，年份由表头说明，名称只留衡量的内容。
    """
    for line in sheet.rows:
        if word := value_in_name(line.name):
            yield line.problem(f"名称“{line.name}”里写了“{word}”", evidence=word, fix=mended_name(line.name))


@COMPLETE.rule(
    202,
    "verb-in-name",
    group="verbose",
    severity="warning",
    basis="practice",
    applies=(has_rows,),
    bad=[
        sheet(row(name="确保档案完好率", target="≥98%")),
        sheet(row(name="完成老旧管网改造", target="≥12公里")),
    ],
    good=[
        sheet(row(name="档案完好率", target="≥98%")),
        sheet(row(name="完成课题数", target="≥12项")),
        sheet(row(name="完成及时率", target="≥95%")),
        sheet(row(name="保证金退还率", target="=100%")),
        sheet(row(name="实现旅游收入", target="≥3亿元")),
    ],
)
def verb_in_name(sheet: ReadSheet, context: Context) -> Problems:
    """指标名称以“确保、完成、实现”一类动词开头，没有落到衡量的内容上。

    为什么: 动词开头的是工作要求，不是指标；名称应当是衡量的内容本身。
    怎么改: 去掉动词，写成可以计量的名称，如“确保档案完好率”改为“档案完好率”，“完成管网改造”改为“管网改造长度”。
    """
    for line in sheet.rows:
        if word := opening_verb(line.name):
            yield line.problem(f"名称“{line.name}”以“{word}”开头", evidence=word, fix=_measure_only(line.name))


@COMPLETE.rule(
    203,
    "class-word-in-name",
    group="verbose",
    severity="info",
    basis="practice",
    applies=(has_rows,),
    bad=[sheet(row(name="数量指标：培训人次", target="≥280人次"))],
    good=[sheet(row(name="培训人次", target="≥280人次")), sheet(row(name="经济效益增长率", target="≥5%"))],
)
def class_word_in_name(sheet: ReadSheet, context: Context) -> Problems:
    """指标名称重复了类别名。

    为什么: 类别已经写在一级、二级指标栏，重复写使名称变长。
    怎么改: 删去名称前面的类别名。
    """
    for line in sheet.rows:
        if (word := class_word(line.name)) and not (line.is_satisfaction and names_no_group(line)):
            yield line.problem(f"名称“{line.name}”重复了类别名“{word}”", evidence=word, fix=mended_name(line.name))


@COMPLETE.rule(
    301,
    "payment-as-output",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（二）1",
    applies=(is_project, has_rows),
    bad=[
        sheet(row(name="项目资金支付率", target="≥95%")),
        sheet(row(name="预算执行率", target="=100%")),
    ],
    good=[
        sheet(row(name="补贴资金发放及时率", level2="时效指标", target="=100%")),
        sheet(row(name="预算执行审计项目数", target="≥10个")),
        sheet(row(level1="预算执行率", level2="", name="预算执行率", target="=100%")),
    ],
)
def payment_as_output(sheet: ReadSheet, context: Context) -> Problems:
    """把资金支付或预算执行当作产出。

    为什么: 产出是提供的公共产品或服务；预算执行率另有10分，编制预算时不设，自评时使用。
    怎么改: 删去这一行，改写资金办成的事：完成的数量、达到的质量、完成的时间。
    """
    for line in sheet.rows:
        if line.is_output and (words := payment_words(line.name)):
            yield line.problem(f"“{words}”说的是花钱的进度，不是产出")


@COMPLETE.rule(
    401,
    "repeated-indicator",
    group="verbose",
    severity="warning",
    basis="practice",
    applies=(has_rows,),
    bad=[
        sheet(
            row(name="出版专著", target="≥2部"),
            row(level2="质量指标", name="出版专著", target="≥2部"),
        ),
        sheet(
            row(name="惠及村数", target="≥15个"),
            row(level1="效益指标", level2="社会效益指标", name="惠及村数", target="≥15个"),
        ),
    ],
    good=[
        sheet(row(name="1号楼改造面积", target="≥300平方米"), row(name="2号楼改造面积", target="≥300平方米")),
        sheet(row(name="教师培训", target="≥300人次"), row(level2="质量指标", name="教师培训", target="合格率≥95%")),
    ],
)
def repeated_indicator(sheet: ReadSheet, context: Context) -> Problems:
    """同一个指标写了两次。

    为什么: 同一内容在一类里写两遍，或在产出和效益下各写一遍，评价时只能算一次。
    怎么改: 留最合适的一条；若确是两件事，在名称里写明各自的对象。
    """
    for key, (first, *others) in twins(sheet):
        for line in others:
            yield line.problem(f"“{line.name}”与第{first.number}行“{first.name}”重复", subject=key)


@COMPLETE.rule(
    402,
    "near-repeated-indicator",
    group="verbose",
    severity="warning",
    basis="practice",
    requires=("CO401",),
    applies=(has_rows,),
    bad=[sheet(row(name="举办业务培训场次", target="≥8场次"), row(name="业务培训次数", target="≥8次"))],
    good=[
        sheet(row(name="小学教师培训人次", target="≥80人次"), row(name="中学教师培训人次", target="≥80人次")),
        sheet(row(name="业务培训人次", target="≥80人次"), row(name="业务培训人数", target="≥60人")),
    ],
)
def near_repeated_indicator(sheet: ReadSheet, context: Context) -> Problems:
    """两个指标只是说法不同。

    为什么: 说法不同而内容相同的指标使表格变长，评价时只能算一次。
    怎么改: 合并为一条；若确是两件事，在名称里写明区别。
    """
    for key, (first, *others) in near_twins(sheet):
        for line in others:
            yield line.problem(f"“{line.name}”与第{first.number}行“{first.name}”说的是同一件事", subject=key)
    if context.similarity:
        for one, other in alike_pairs(sheet, context.similarity, context.thresholds.alike):
            subject = "|".join(sorted((one.name, other.name)))
            yield other.problem(f"“{other.name}”与第{one.number}行“{one.name}”说的是同一件事", subject=subject)


@COMPLETE.rule(
    501,
    "too-many-indicators",
    group="verbose",
    severity="warning",
    basis="default",
    applies=(has_rows, framework_is_held),
    bad=[sheet(*(row(name=f"{group}培训人次", target="≥30人次") for group in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"))],
    good=[sheet(row())],
)
def too_many_indicators(sheet: ReadSheet, context: Context) -> Problems:
    """指标过多。

    为什么: 指标要以较少的条数体现主要产出和核心效果；按每条至少5分，四类一级指标合计至多18条。
    怎么改: 合并同类的细项，删去常规工作，只留体现主要内容的核心指标。
    """
    most = context.thresholds.most_indicators or _count(context, "verbose")
    if len(sheet.rows) > most:
        yield sheet.problem(f"共有{len(sheet.rows)}个指标，超过{most}个", evidence=f"{len(sheet.rows)}个")


@COMPLETE.rule(
    502,
    "many-indicators",
    group="verbose",
    severity="info",
    basis="default",
    requires=("CO501",),
    applies=(has_rows, framework_is_held),
    bad=[
        sheet(
            row(name="道路清扫面积", target="≥3万平方米"),
            row(name="公厕管护座数", target="≥12座"),
            row(level2="质量指标", name="清扫抽查合格率", target="≥95%"),
            row(level2="质量指标", name="公厕达标率", target="≥95%"),
            row(level2="时效指标", name="清扫及时率", target="≥98%"),
            row(level1="成本指标", level2="经济成本指标", name="每平方米清扫成本", target="≤9元"),
            row(level1="效益指标", level2="经济效益指标", name="机械化节约人工", target="≥20万元"),
            row(level1="效益指标", level2="社会效益指标", name="投诉办结率", target="≥98%"),
            row(level1="效益指标", level2="生态效益指标", name="生活垃圾回收利用量", target="≥30吨"),
            row(level1="满意度指标", level2="服务对象满意度指标", name="居民满意度", target="≥90%"),
        )
    ],
    good=[sheet(row())],
)
def many_indicators(sheet: ReadSheet, context: Context) -> Problems:
    """指标偏多。

    为什么: 项目支出6至12个指标通常足以体现主要产出和核心效果。
    怎么改: 看有没有可以合并的细项；确有必要的可以保留。
    """
    good = context.thresholds.good_indicators or _count(context, "good_high")
    if len(sheet.rows) > good:
        yield sheet.problem(f"共有{len(sheet.rows)}个指标，建议不超过{good}个", evidence=f"{len(sheet.rows)}个")


@COMPLETE.rule(
    503,
    "crowded-class",
    group="verbose",
    severity="info",
    basis="default",
    requires=("CO501",),
    applies=(has_rows, framework_is_held),
    bad=[sheet(*(row(name=f"{group}培训人次", target="≥30人次") for group in ("教师", "校长", "学生", "家长")))],
    good=[sheet(row(name="教师培训人次", target="≥30人次"), row(name="学生体检人数", target="≥900人"))],
)
def crowded_class(sheet: ReadSheet, context: Context) -> Problems:
    """同一个二级指标下条数偏多。

    为什么: 一类里条数过多，往往是把工作任务逐项拆成了指标。
    怎么改: 合并同类项，或改用能涵盖主要内容的总量指标。
    """
    counts = Counter((row.place.level1, row.place.level2) for row in sheet.rows if row.place.level2)
    levels = context.framework.levels if context.framework else ()
    for level1 in levels:
        for level2 in level1.level2:
            if (count := counts[(level1.name, level2.name)]) > level2.most:
                message = f"“{level2.name}”下有{count}个指标，建议不超过{level2.most}个"
                yield sheet.problem(message, subject=f"{level1.name}/{level2.name}", evidence=f"{count}个")
    if sheet.unplaced and not counts:
        yield not_applicable("二级指标没有填写")


def _measure_only(name: str) -> str:
    mended = mended_name(name)
    return mended if mended.endswith(("率", "数", "量", "额", "度", "面积", "长度", "人次", "场次", "时间")) else ""


def _count(context: Context, field: str) -> int:
    if context.framework is None:
        raise ValueError("framework_is_held comes before this rule")
    return int(getattr(context.framework.count, field))
