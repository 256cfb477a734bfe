"""完整性: one thing is said once, and one task is one row."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.quality import levels
from indicators.quality.conditions import has_rows
from indicators.quality.examples import row, sheet
from indicators.quality.likeness import matters_twice, near_groups, near_twins, twins
from indicators.quality.no_output import restated_matter
from indicators.quality.pieces import pieces
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.quality.restated import is_counted_elsewhere
from indicators.quality.rule import Context
from indicators.quality.rules.completeness import COMPLETE
from indicators.quality.transfer_rows import differs


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
            message = f"“{line.name}”与第{first.number}行“{first.name}”重复"
            yield line.problem(message, subject=key, into=_carrier(first, line))


@COMPLETE.rule(
    402,
    "near-repeated-indicator",
    group="verbose",
    severity="warning",
    basis="practice",
    requires=("CO401",),
    applies=(has_rows,),
    bad=[
        sheet(row(name="举办业务培训场次", target="≥8场次"), row(name="业务培训次数", target="≥8次")),
        sheet(row(name="乡村教师培训人次", target="≥320人次"), row(name="培训乡村教师人数", target="≥320人")),
        sheet(
            row(level2="时效指标", name="故障响应时间", target="≤30分钟"),
            row(level2="时效指标", name="故障响应及时率", target="≥95%"),
        ),
        sheet(row(name="工地安全检查次数", target="≥1200次"), row(name="工地安全巡查次数", target="≥1200次")),
    ],
    good=[
        sheet(row(name="小学教师培训人次", target="≥80人次"), row(name="中学教师培训人次", target="≥80人次")),
        sheet(row(name="业务培训人次", target="≥80人次"), row(name="业务培训人数", target="≥60人")),
        sheet(row(name="宫颈癌筛查人数", target="≥5000人"), row(name="乳腺癌筛查人数", target="≥5000人")),
    ],
)
def near_repeated_indicator(sheet: ReadSheet, context: Context) -> Problems:
    """两个指标只是说法不同。

    为什么: 说法不同而内容相同的指标使表格变长，评价时只能算一次。
    怎么改: 合并为一条；若确是两件事，在名称里写明区别。
    """
    for key, (first, *others) in near_twins(sheet):
        for line in others:
            message = f"“{line.name}”与第{first.number}行“{first.name}”说的是同一件事"
            yield line.problem(message, subject=key, into=_carrier(first, line))
    for first, *others in near_groups(sheet, context.meaning):
        for line in others:
            message = f"“{line.name}”与第{first.number}行“{first.name}”说的是同一件事"
            yield line.problem(message, subject=_all_names([first, *others]))


@COMPLETE.rule(
    403,
    "same-matter-twice",
    group="verbose",
    severity="warning",
    basis="practice",
    requires=("CO401", "CO402"),
    applies=(has_rows,),
    bad=[
        sheet(
            row(level2="质量指标", name="畜禽粪污综合利用率", target="≥80%"),
            row(level1="效益指标", level2="生态效益指标", name="畜禽粪污综合利用率达标情况", target="≥80%"),
        ),
        sheet(
            row(name="急需紧缺人才引进人数", target="≥40人"),
            row(level1="效益指标", level2="社会效益指标", name="新增引进急需紧缺人才数", target="≥40人"),
        ),
    ],
    good=[
        sheet(
            row(level2="质量指标", name="食品抽检合格率", target="≥98%"),
            row(level1="效益指标", level2="社会效益指标", name="学生体质健康合格率", target="≥92%"),
        ),
        sheet(
            row(name="急需紧缺人才引进人数", target="≥40人"),
            row(level1="效益指标", level2="社会效益指标", name="引进人才留任率", target="≥90%"),
        ),
    ],
)
def same_matter_twice(sheet: ReadSheet, context: Context) -> Problems:
    """同一件事在产出和效益下各写了一遍。

    为什么: 产出和效益重复的内容评价时只能算一次，效益一栏等于空着。
    怎么改: 产出里留一条；效益改写这件事带来的变化，如使用率、就业率、投诉下降率。
    """
    for one, other in matters_twice(sheet, context.meaning):
        message = f"“{other.name}”与第{one.number}行产出“{one.name}”是同一件事，不是它的效益"
        yield other.problem(message)


@COMPLETE.rule(
    404,
    "completion-restated",
    group="verbose",
    severity="warning",
    basis="practice",
    requires=("CO401",),
    applies=(has_rows,),
    bad=[
        sheet(row(name="实训设备配置台数", target="≥120台"), row(name="实训设备采购完成率", target="=100%")),
        sheet(row(name="年度工作任务完成率", target="=100%")),
    ],
    good=[
        sheet(row(level2="时效指标", name="任务按期完成率", target="≥95%")),
        sheet(row(level2="质量指标", name="审计问题整改完成率", target="=100%")),
        sheet(row(name="课题结题完成率", target="≥90%")),
    ],
)
def completion_restated(sheet: ReadSheet, context: Context) -> Problems:
    """用“完成率=100%”重复已有数量的任务，或代替数量。

    为什么: 任务有多少已由数量指标或目标写明，再写完成率只是把同一件事又算一次，永远是100%。
    怎么改: 删去这一行；还没有数量指标的，直接写计划完成的数量和单位。
    """
    for line in sheet.rows:
        if line.place.level1 not in levels.OUTPUT or (matter := restated_matter(line)) is None:
            continue
        if is_counted_elsewhere(line, matter, sheet, context.kind):
            yield line.problem(f"“{line.name}”只是重复任务，任务的数量已经写明", evidence=matter or line.name)


@COMPLETE.rule(
    405,
    "fragments",
    group="verbose",
    severity="warning",
    basis="practice",
    requires=("CO401", "CO402"),
    applies=(has_rows,),
    bad=[
        sheet(
            row(name="服务器巡检次数", target="≥12次"),
            row(name="网络设备巡检次数", target="≥12次"),
            row(name="机房空调巡检次数", target="≥12次"),
        ),
        sheet(
            row(name="主舞台搭建数量", target="2个"),
            row(name="宣传海报数量", target="≥2000张"),
            project="乡村旅游文化节",
        ),
    ],
    good=[
        sheet(
            row(name="宣传海报张数", target="≥2000张"), row(name="宣传手册册数", target="≥300册"), project="禁毒宣传"
        ),
        sheet(
            row(name="救灾帐篷采购数量", target="≥3000顶"),
            row(name="棉被采购数量", target="≥1.2万床"),
            row(name="折叠床采购数量", target="≥5000张"),
        ),
        sheet(row(name="小学教师培训人次", target="≥80人次"), row(name="中学教师培训人次", target="≥80人次")),
    ],
)
def fragments(sheet: ReadSheet, context: Context) -> Problems:
    """一项任务拆成了几行。

    为什么: 指标要以较少的条数体现主要工作内容；逐项罗列使表格变长，每条只分到很少的权重。
    怎么改: 合并为一条总量指标，细项写进指标值说明。
    """
    for first, *others in pieces(sheet):
        for line in others:
            message = f"“{line.name}”与第{first.number}行“{first.name}”是一项任务的细项，可以合并"
            yield line.problem(message, subject=_all_names([first, *others]))


def _carrier(first: ReadRow, line: ReadRow) -> ReadRow | None:
    """The first row, where it says all that the other does: at the same place, the same value."""
    return first if first.place == line.place and not differs(first, line) else None


def _all_names(rows: list[ReadRow]) -> str:
    """One subject for a group, whichever of its rows comes first."""
    return "|".join(sorted(row.name for row in rows))
