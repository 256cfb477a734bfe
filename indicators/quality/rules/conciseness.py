"""完整性: as few indicators as show the main work."""

from __future__ import annotations

from collections import Counter

from indicators.quality import levels
from indicators.quality.conditions import framework_is_held, has_rows
from indicators.quality.examples import row, sheet
from indicators.quality.problem import Problems, not_applicable
from indicators.quality.reading import ReadSheet
from indicators.quality.rule import Context
from indicators.quality.rules.completeness import COMPLETE


@COMPLETE.rule(
    501,
    "too-many-indicators",
    group="verbose",
    severity="warning",
    basis="default",
    applies=(has_rows, framework_is_held),
    bad=[
        sheet(
            *(
                row(**level, name=f"{place}{name}", target=target)
                for place in ("道路", "广场")
                for level, name, target in (
                    ({}, "清扫面积", "≥3万平方米"),
                    ({}, "洒水面积", "≥4万平方米"),
                    ({"level2": "质量指标"}, "清扫抽查合格率", "≥95%"),
                    ({"level2": "质量指标"}, "设施完好率", "≥98%"),
                    ({"level2": "时效指标"}, "清扫及时率", "≥97%"),
                    ({"level1": "成本指标", "level2": "经济成本指标"}, "每平方米清扫成本", "≤9元"),
                    ({"level1": "效益指标", "level2": "经济效益指标"}, "机械化节约人工", "≥20万元"),
                    ({"level1": "效益指标", "level2": "社会效益指标"}, "投诉下降率", "≥8%"),
                    ({"level1": "效益指标", "level2": "生态效益指标"}, "扬尘超标天数", "≤30天"),
                    ({"level1": "满意度指标", "level2": "服务对象满意度指标"}, "周边居民满意度", "≥90%"),
                )
            ),
            alone=True,
        )
    ],
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
    applies=(has_rows, framework_is_held),
    bad=[
        sheet(
            *(
                row(name=f"{group}培训人次", target=f"≥{number}人次")
                for number, group in enumerate(("教师", "校长", "学生", "家长"), 31)
            )
        )
    ],
    good=[sheet(row(name="教师培训人次", target="≥30人次"), row(name="学生体检人数", target="≥900人"))],
)
def crowded_class(sheet: ReadSheet, context: Context) -> Problems:
    """同一个二级指标下条数偏多。

    为什么: 一类里条数过多，往往是把工作任务逐项拆成了指标。数量指标之外多一条视为确有需要。
    怎么改: 合并同类项，或改用能涵盖主要内容的总量指标。
    """
    counts = Counter((row.place.level1, row.place.level2) for row in sheet.rows if row.place.level2)
    for level1 in context.framework.levels if context.framework else ():
        for level2 in level1.level2:
            most = level2.most if level2.name in levels.QUANTITY else level2.most + 1
            if (count := counts[(level1.name, level2.name)]) > most:
                message = f"“{level2.name}”下有{count}个指标，建议不超过{level2.most}个"
                yield sheet.problem(message, subject=f"{level1.name}/{level2.name}", evidence=f"{count}个")
    if sheet.unplaced and not counts:
        yield not_applicable("二级指标没有填写")


def _count(context: Context, field: str) -> int:
    if context.framework is None:
        raise ValueError("framework_is_held comes before this rule")
    return int(getattr(context.framework.count, field))
