"""完整性: the name says briefly what is measured, and nothing else."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.quality.conditions import has_rows
from indicators.quality.examples import row, sheet
from indicators.quality.groups import names_no_group
from indicators.quality.naming import (
    class_word,
    joined_objects,
    mended_name,
    missing_measure,
    names_deed,
    names_measure,
    opening_verb,
    value_in_name,
    wish_verb,
)
from indicators.quality.no_output import PERSONS, put_in
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadRow, ReadSheet, plain
from indicators.quality.routine import routine_words
from indicators.quality.rule import Context
from indicators.quality.rules.completeness import COMPLETE
from indicators.text.values import quantities

LONGEST_NAME = 20
_COUNTED = frozenset({"count", "area", "length", "mass", "volume", "energy", "data", "money", "time"})


@COMPLETE.rule(
    201,
    "value-in-name",
    group="verbose",
    severity="warning",
    clause="mof-2021-101/三/（一）1",
    applies=(has_rows,),
    bad=[
        sheet(row(name="培训基层干部280人次", target="280人次")),
        sheet(row(level2="质量指标", name="设备验收合格率达到95%以上", target="≥95%")),
        sheet(row(name="2026年新招教师数", target="≥20人")),
        sheet(row(name="22个行政村保洁覆盖率", target="≥95%")),
        sheet(row(name="新建2间汽修实训室面积", target="≥300平方米")),
        sheet(row(level1="效益指标", level2="经济效益指标", name="新增产值（2026年）", target="≥12亿元")),
        sheet(row(level2="质量指标", name="一年内实现设备自给比例", target="≥60%")),
    ],
    good=[
        sheet(row(name="5A级景区数量", target="≥2个")),
        sheet(row(name="PM2.5年均浓度", target="≤35", unit="微克/立方米")),
        sheet(row(name="单价40万元以上设备共享台数", target="≥30台")),
        sheet(row(name="24小时自助图书馆数量", target="≥3个")),
        sheet(row(level2="质量指标", name="一年内复发率", target="≤5%")),
        sheet(row(name="新建24班幼儿园数量", target="≥3所")),
    ],
)
def value_in_the_name(sheet: ReadSheet, context: Context) -> Problems:
    """指标名称里写进了指标值、期限或年份。

    为什么: 名称只简要说明衡量什么；数值、年份写进名称，换一年就要换名称，也会与指标值栏矛盾。
    怎么改: 把数值和单位移到指标值栏，年份由表头说明，名称只留衡量的内容。
    """
    for line in sheet.rows:
        if word := value_in_name(line.name):
            yield line.problem(
                f"名称“{line.name}”里写了“{word}”",
                evidence=word,
                fix=_without_value(line, word),
                beside=_moved(line, word),
            )


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
        sheet(row(level2="质量指标", name="提高竞赛组织水平", target="≥90分")),
        sheet(row(name="圆满完成巡展工作", target="≥12场")),
    ],
    good=[
        sheet(row(name="档案完好率", target="≥98%")),
        sheet(row(name="完成课题数", target="≥12项")),
        sheet(row(name="完成及时率", target="≥95%")),
        sheet(row(name="保证金退还率", target="=100%")),
        sheet(row(name="实现旅游收入", target="≥3亿元")),
        sheet(row(level2="质量指标", name="规范化管理达标率", target="≥95%")),
    ],
)
def verb_in_name(sheet: ReadSheet, context: Context) -> Problems:
    """指标名称以“确保、完成、实现”一类动词开头，没有落到衡量的内容上。

    为什么: 动词开头的是工作要求，不是指标；名称应当是衡量的内容本身。
    怎么改: 去掉动词，写成可以计量的名称，如“确保档案完好率”改为“档案完好率”，“完成管网改造”改为“管网改造长度”。
    """
    for line in sheet.rows:
        wish = None if line.is_benefit or line.value.kind in _COUNTED else wish_verb(line.name)
        if word := opening_verb(line.name, is_benefit=line.is_benefit) or wish:
            yield line.problem(f"名称“{line.name}”以“{word}”开头", evidence=word, fix=_measure_only(line))


@COMPLETE.rule(
    203,
    "class-word-in-name",
    group="verbose",
    severity="info",
    basis="practice",
    applies=(has_rows,),
    bad=[
        sheet(row(name="数量指标：培训人次", target="≥280人次")),
        sheet(row(name="产出数量：受理诉求件数", target="≥210万件")),
    ],
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
    204,
    "long-name",
    group="verbose",
    severity="info",
    basis="default",
    applies=(has_rows,),
    bad=[sheet(row(name="通过公开招标方式引进的社区居家养老服务站点日常运营机构家数", target="≥6家"))],
    good=[
        sheet(row(name="居家养老服务机构家数", target="≥6家")),
        sheet(row(name="困难残疾人家庭无障碍改造户数（含视力、听力、肢体残疾人家庭）", target="≥60户")),
    ],
)
def long_name(sheet: ReadSheet, context: Context) -> Problems:
    """指标名称过长。

    为什么: 名称只作简短描述，通常4至15字；衡量的范围和算法写在指标解释里。
    怎么改: 只留“对象加计量”，如“居家养老服务机构家数”；方式、时间和范围移到指标值说明。
    """
    for line in sheet.rows:
        if (length := len(_without_brackets(line.name))) > LONGEST_NAME:
            yield line.problem(f"名称“{line.name}”有{length}字", evidence=f"{length}字", fix=_shorter(line.name))


@COMPLETE.rule(
    205,
    "several-objects",
    group="verbose",
    severity="warning",
    basis="default",
    applies=(has_rows,),
    bad=[
        sheet(row(name="论文、专利、软件著作权数量", target="≥12项")),
        sheet(row(name="送法下乡服务及普法讲座场次", target="≥60场次")),
        sheet(row(name="冲锋舟和排涝泵车数量", target="≥26台")),
        sheet(row(name="铺设地埋管、架设输电线路", target="≥45公里")),
        sheet(
            row(
                level1="满意度指标",
                level2="服务对象满意度指标",
                name="养殖场户、周边村民及企业职工满意度",
                target="≥90%",
            )
        ),
    ],
    good=[
        sheet(row(name="论文发表数", target="≥12篇")),
        sheet(row(level1="效益指标", level2="社会效益指标", name="社会和谐指数", target="≥85分")),
        sheet(row(level2="质量指标", name="高血压和糖尿病患者规范管理率", target="≥64%")),
        sheet(row(name="淘汰国三及以下柴油货车数量", target="≥420辆")),
        sheet(row(name="行政村和社区覆盖个数", target="≥26个")),
        sheet(row(name="文化和旅游活动场次", target="≥26场")),
        sheet(row(name="省级和市级赛事场次", target="≥6场")),
        sheet(row(name="孤儿和弃婴救助人数", target="≥60人")),
        sheet(row(level1="满意度指标", level2="服务对象满意度指标", name="受助学生及家长满意度", target="≥90%")),
    ],
)
def several_objects(sheet: ReadSheet, context: Context) -> Problems:
    """一条指标里并列了几件事。

    为什么: 几件事合用一个指标值，完成了一件还是几件无法分辨，评价时也无法计分。
    怎么改: 留最主要的一件，或改用能涵盖几件事的总量；确需分别考核的，分行写。
    """
    for line in sheet.rows:
        objects = joined_objects(line.name, counted=_counts_things(line))
        if objects and not (line.is_benefit and line.value.kind == "words"):
            yield line.problem(f"“{line.name}”并列了{len(objects)}件事", evidence="；".join(objects))


@COMPLETE.rule(
    206,
    "no-measure-in-name",
    group="incomplete",
    severity="info",
    basis="practice",
    requires=("CO101", "CO201", "CO202", "CO205"),
    applies=(has_rows,),
    bad=[
        sheet(row(name="变压器", target="≥15台")),
        sheet(row(level2="质量指标", name="校企合作", target="≥12家")),
        sheet(row(name="编制发展规划", target="1部")),
    ],
    good=[
        sheet(row(name="变压器购置数量", target="≥15台")),
        sheet(row(name="举办非遗展演", target="≥8场")),
        sheet(row(name="建成农村公路里程", target="≥58公里"), row(name="其中：县道", target="≥20公里")),
        sheet(row(level2="质量指标", name="是否通过验收", target="是")),
        sheet(row(level2="时效指标", name="工程完工", target="2026年11月30日前")),
        sheet(row(level2="质量指标", name="样机极限转速", target="≥2.2万转/分")),
    ],
)
def no_measure_in_name(sheet: ReadSheet, context: Context) -> Problems:
    """名称只写了一件事或一样东西，没有说明计量什么。

    为什么: 名称不落到数量、面积、比率上，同一个数字可以作不同解释。
    怎么改: 在名称后写明计量的内容，如“变压器”改为“变压器购置台数”，“编制规划”改为“规划编制完成时间”。
    """
    for line in sheet.rows:
        if not _is_work(line, context.kind) or line.is_timeliness or line.is_satisfaction or names_measure(line.name):
            continue
        spoken_of = put_in(line, sheet.sheet.project) or routine_words(line.name, sheet.sheet.project)
        if not (_is_deed(line) or (context.kind == "project" and spoken_of)):
            mended = missing_measure(line.name, line.value.unit)
            yield line.problem(f"“{line.name}”没有说明计量什么", fix=mended)


def _counts_things(line: ReadRow) -> bool:
    """Whether the row counts things, not people; a name without a measure has its measure in the unit (铺设光缆及立杆, 公里)."""
    unit = line.value.unit or line.unit
    is_thing = line.is_output and unit and unit not in PERSONS and line.value.kind not in {"rate", "money", "time"}
    return bool(is_thing) and (line.value.kind == "count" or not names_measure(line.name))


_OF_DEPARTMENTS = frozenset({"管理效率", "可持续发展能力"})
_MANAGED = ("管理", "建设", "工作", "改革")


def _is_work(line: ReadRow, kind: str) -> bool:
    """Whether the row tells work: an output, or what a department manages and builds up."""
    if plain(line.name).startswith("其中"):  # a piece of the row before, which tells what is counted
        return False
    managed = kind == "department" and line.place.level1 in _OF_DEPARTMENTS and line.name.endswith(_MANAGED)
    return line.is_output or managed


def _is_deed(line: ReadRow) -> bool:
    """Whether the row counts a deed (举办非遗展演, 8 场); one of it only says that it is done (编制规划 = 1)."""
    return line.value.kind in _COUNTED and names_deed(line.name) and line.value.value != 1


def _measure_only(line: ReadRow) -> str:
    """The name without its verb, with the measure that the unit implies where it ends in none."""
    mended = mended_name(line.name)
    if mended and not names_measure(mended):
        return missing_measure(mended, line.value.unit)
    return mended


def _without_value(line: ReadRow, word: str) -> str:
    """The name without the value, with the measure that its unit implies (培训干部280人次 -> 培训干部人次)."""
    mended = mended_name(line.name)
    told = quantities(word)
    if mended and told and not names_measure(mended):
        return missing_measure(mended, told[0].unit) or mended
    return mended


def _moved(line: ReadRow, word: str) -> dict[str, str]:
    """The value that goes from the name to its own empty cell, so that it is not lost; a year is no value."""
    return {} if line.target or not quantities(word) else {"target": word}


def _without_brackets(name: str) -> str:
    return plain(name).split("(")[0]


def _shorter(name: str) -> str:
    mended = mended_name(name)
    return mended if mended and len(mended) <= LONGEST_NAME else ""
