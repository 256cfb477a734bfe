"""完整性: the goal text states tasks, outputs and effects, with numbers and in few words."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.quality.conditions import goal_is_written
from indicators.quality.examples import row, sheet
from indicators.quality.goal_text import LONGEST, SHORTEST, GoalText, duties, is_slogan, is_thin, is_verbose, spending
from indicators.quality.problem import Problems
from indicators.quality.reading import ReadSheet
from indicators.quality.rule import Context
from indicators.quality.rules.completeness import COMPLETE

_SOUND = (
    "2026年8月底前改造实训室600平方米并通过验收，年接待实训学生2000人次，实训室年使用率达到70%以上，提升学生实训条件"
)
_LONG = (
    "为深入贯彻落实职业教育大会精神和上级关于推进产教融合、校企合作的一系列决策部署，牢固树立新发展理念，坚持立德树人，结合我校实际，经校党委研究，"
    "决定对实训楼内的老旧实训室进行改造。项目实施过程中，学校将成立工作领导小组，明确专人负责，强化督导检查，严格考核奖惩，定期召开工作调度会，加强宣传发动，"
    "引导广大师生积极参与，形成人人关心、人人支持的浓厚氛围。"
) * 2


@COMPLETE.rule(
    601,
    "missing-goal",
    group="incomplete",
    severity="error",
    clause="mof-2021-101/一/（一）1",
    bad=[sheet(row(), goal="")],
    good=[sheet(row(), goal=_SOUND)],
)
def missing_goal(sheet: ReadSheet, context: Context) -> Problems:
    """没有填写绩效目标。

    为什么: 指标是目标的细化；没有写明总任务、总产出和总效益，指标就没有来处，也无法审核是否有缺漏。
    怎么改: 用60至200字写清做什么、做多少、到什么标准、带来什么效果。
    """
    if GoalText(sheet.sheet.goal).is_missing:
        yield sheet.problem("没有填写绩效目标", evidence=sheet.sheet.goal.strip())


@COMPLETE.rule(
    602,
    "goal-slogan",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/一/（一）1",
    requires=("CO601",),
    applies=(goal_is_written,),
    bad=[
        sheet(
            row(),
            goal="认真贯彻落实上级关于职业教育的决策部署，进一步丰富师生精神文化生活，不断增强获得感、幸福感，为乡村振兴凝聚强大力量。",
        )
    ],
    good=[
        sheet(row(), goal=_SOUND),
        sheet(row(), goal="改造老旧实训室，培训双师型教师，不断提升实训能力，促进产教融合发展"),
    ],
)
def goal_slogan(sheet: ReadSheet, context: Context) -> Problems:
    """绩效目标只有口号和愿望，没有任务。

    为什么: 目标要写明总任务、总产出和总效益；只有口号，看不出今年用这笔钱办什么事。
    怎么改: 删去口号，写出今年的任务、数量、标准和效果。
    """
    if is_slogan(GoalText(sheet.sheet.goal)):
        yield sheet.problem("绩效目标只有口号，没有写出今年的任务", evidence=_start(sheet))


@COMPLETE.rule(
    603,
    "goal-duties",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/一/（一）1",
    requires=("CO601", "CO602"),
    applies=(goal_is_written,),
    bad=[
        sheet(
            row(),
            goal="负责全县职业教育的统筹规划；拟订职业教育发展规划并组织实施；指导实训基地建设，提升实训条件；承办县委、县政府交办的其他事项。",
        )
    ],
    good=[sheet(row(), goal=_SOUND)],
)
def goal_copies_duties(sheet: ReadSheet, context: Context) -> Problems:
    """绩效目标照抄部门职责。

    为什么: 职责年年一样，目标要写本年度的任务、产出和效果。
    怎么改: 从职责中挑出今年的3至5项重点任务，各写数量、标准和完成时间。
    """
    if found := duties(GoalText(sheet.sheet.goal)):
        yield sheet.problem(f"绩效目标有{len(found)}处照抄职责，没有写出今年的任务", evidence="；".join(found[:3]))


@COMPLETE.rule(
    604,
    "goal-spending-list",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/一/（一）1",
    requires=("CO601", "CO602", "CO603"),
    applies=(goal_is_written,),
    bad=[
        sheet(
            row(),
            goal="预算资金180万元，其中：舞台搭建及灯光音响租赁45万元，演职人员劳务费30万元，宣传推广费40万元，安保及医疗保障15万元，餐饮住宿12万元。",
        )
    ],
    good=[
        sheet(row(), goal=_SOUND),
        sheet(row(), goal="发放消费券1500万元，核销率90%以上，拉动住宿、景区、演艺消费6000万元以上，惠及30万人次"),
    ],
)
def goal_lists_spending(sheet: ReadSheet, context: Context) -> Problems:
    """绩效目标写成了开支清单。

    为什么: 花在哪里是预算的内容；目标要写钱花出去以后办成什么事、有什么效果。
    怎么改: 把开支换成产出，如“举办文化节1届、演出6场，接待游客5万人次”。
    """
    if found := spending(GoalText(sheet.sheet.goal)):
        yield sheet.problem("绩效目标罗列的是开支，不是产出", evidence="；".join(found[:3]))


@COMPLETE.rule(
    605,
    "goal-without-number",
    group="incomplete",
    severity="warning",
    basis="practice",
    requires=("CO601", "CO602", "CO603"),
    applies=(goal_is_written,),
    bad=[
        sheet(
            row(),
            goal="加强老旧实训室改造，组织教师参加岗位培训和企业实践，努力提高实训教学能力，满足学生技能学习需要。",
        )
    ],
    good=[
        sheet(row(), goal=_SOUND),
        sheet(row(), goal="年底前完成老旧实训室改造并投入使用，提升学生实训条件，促进毕业生对口就业"),
    ],
)
def goal_without_number(sheet: ReadSheet, context: Context) -> Problems:
    """绩效目标没有一个数量或时间。

    为什么: 目标应当细化、量化；没有数量和时间，无法判断是否与资金规模匹配、年底是否完成。
    怎么改: 写出主要任务的数量、标准和完成时间。
    """
    if not GoalText(sheet.sheet.goal).has_number:
        yield sheet.problem("绩效目标没有写数量，也没有写时间", evidence=_start(sheet))


@COMPLETE.rule(
    606,
    "goal-without-effect",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/一/（一）1",
    requires=("CO601", "CO602", "CO603", "CO604"),
    applies=(goal_is_written,),
    bad=[sheet(row(), goal="铺设污水管网48公里，建设一体化污水处理站22座，清淤整治黑臭水体17条，3月开工、12月完工。")],
    good=[
        sheet(row(), goal=_SOUND),
        sheet(row(), goal="送戏下乡120场，惠及群众6万人次，图书馆全年免费开放300天以上。"),
    ],
)
def goal_without_effect(sheet: ReadSheet, context: Context) -> Problems:
    """绩效目标只写了做什么，没有写带来什么效果。

    为什么: 目标要写明总任务、总产出和总效益；只有任务，效益指标就没有依据。
    怎么改: 补一句效果，如使用率、受益人数、下降或增长的幅度。
    """
    if not GoalText(sheet.sheet.goal).has_effect:
        yield sheet.problem("绩效目标没有写效果", evidence=_start(sheet))


@COMPLETE.rule(
    607,
    "goal-too-long",
    group="verbose",
    severity="warning",
    basis="default",
    applies=(goal_is_written,),
    bad=[sheet(row(), goal=_LONG + _SOUND)],
    good=[sheet(row(), goal=_SOUND)],
)
def goal_too_long(sheet: ReadSheet, context: Context) -> Problems:
    """绩效目标冗长。

    为什么: 背景、意义、组织措施淹没了任务和效果；通常60至200字足以写清。
    怎么改: 删去背景、口号和组织措施，只留任务、产出、标准、时间和效果。
    """
    goal = GoalText(sheet.sheet.goal)
    if is_verbose(goal):
        message = f"绩效目标有{goal.length}字，数量和时间只有{goal.figures}处"
        yield sheet.problem(message, evidence=f"{goal.length}字（建议不超过{LONGEST}字）")


@COMPLETE.rule(
    608,
    "goal-too-thin",
    group="incomplete",
    severity="warning",
    basis="default",
    requires=("CO601",),
    applies=(goal_is_written,),
    bad=[sheet(row(), goal="年底前完成老旧实训室改造工作，能力提升明显")],
    good=[sheet(row(), goal=_SOUND), sheet(row(), goal="改造实训室3间，学生满意度90%以上")],
)
def goal_too_thin(sheet: ReadSheet, context: Context) -> Problems:
    """绩效目标过于简略。

    为什么: 不足30字很难写清任务、产出和效果，指标就缺少依据。
    怎么改: 补上数量、标准、时间和效果，通常60至200字。
    """
    goal = GoalText(sheet.sheet.goal)
    if is_thin(goal):
        yield sheet.problem(f"绩效目标只有{goal.length}字（不足{SHORTEST}字）", evidence=_start(sheet))


def _start(sheet: ReadSheet) -> str:
    goal = " ".join(sheet.sheet.goal.split())
    return goal if len(goal) <= 60 else f"{goal[:60]}…"
