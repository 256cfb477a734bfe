"""相关性: indicators belong to what the money is spent on and to those whom it serves."""

# ruff: noqa: ARG001 - every check has one signature, whether it needs both arguments or not

from __future__ import annotations

from indicators.quality import levels
from indicators.quality.conditions import has_rows, has_satisfaction, is_project
from indicators.quality.examples import row, sheet
from indicators.quality.far_matters import far_matter
from indicators.quality.groups import group_of, names_no_group, superior_group, unfit_group
from indicators.quality.plans import expired_citation
from indicators.quality.problem import Problems, insufficient
from indicators.quality.reading import ReadRow, ReadSheet
from indicators.quality.routine import routine_words
from indicators.quality.rule import Context, family

RELEVANT = family("RE", "相关性")

MOST_GROUPS = 2
_GROUP = {"level1": "满意度指标", "level2": "服务对象满意度指标"}


@RELEVANT.rule(
    101,
    "nameless-satisfaction-group",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（四）",
    applies=(has_rows, has_satisfaction),
    bad=[sheet(row(**_GROUP, name="满意度", target="≥95%")), sheet(row(**_GROUP, name="各方满意度", target="≥95%"))],
    good=[
        sheet(row(**_GROUP, name="学员满意度", target="≥90%")),
        sheet(row(**_GROUP, name="满意度", target="≥90%", explanation="参训学员问卷满意人数占比")),
        sheet(row(**_GROUP, name="服务对象满意度", target="≥90%", explanation="对领取补贴的劳动者短信回访")),
    ],
)
def nameless_satisfaction_group(sheet: ReadSheet, context: Context) -> Problems:
    """满意度没有写明是谁的满意度。

    为什么: 满意度反映服务对象、受益人的认可程度；对象不明，就无法抽样调查。
    怎么改: 写明对象，如“学员满意度”“补贴对象满意度”，并说明用问卷还是其他方式收集。
    """
    for line in sheet.rows:
        if line.is_satisfaction and names_no_group(line):
            yield line.problem(f"“{line.name}”没有写明是谁的满意度")


@RELEVANT.rule(
    102,
    "superior-body-satisfaction",
    group="incomplete",
    severity="warning",
    basis="default",
    applies=(has_rows, has_satisfaction),
    bad=[
        sheet(row(**_GROUP, name="上级主管部门满意度", target="≥95%")),
        sheet(row(**_GROUP, name="省教育厅满意度", target="≥95%")),
        sheet(row(**_GROUP, name="上级交通管理部门满意度", target="≥95%")),
        sheet(row(**_GROUP, name="教育局满意度", target="≥95%")),
    ],
    good=[
        sheet(row(**_GROUP, name="政府热线用户满意度", target="≥90%")),
        sheet(row(**_GROUP, name="参训领导干部满意度", target="≥90%")),
    ],
)
def superior_body_satisfaction(sheet: ReadSheet, context: Context) -> Problems:
    """以上级机关或领导为满意度对象。

    为什么: 满意度要听服务对象和受益人的意见；上级机关既不是服务对象，也不宜抽样调查。
    怎么改: 改为直接服务的群体，如企业、群众、学员；没有这样的群体，可以不设满意度指标。
    """
    for line in sheet.rows:
        if line.is_satisfaction and (body := superior_group(line.name)):
            yield line.problem(f"“{line.name}”以“{body}”为满意度对象", evidence=body)


@RELEVANT.rule(
    103,
    "unfit-satisfaction-group",
    group="incomplete",
    severity="warning",
    clause="mof-2021-101/二/（四）",
    requires=("RE102",),
    applies=(has_rows, has_satisfaction),
    bad=[
        sheet(row(**_GROUP, name="本馆领导满意度", target="≥95%"), project="馆藏档案数字化"),
        sheet(row(**_GROUP, name="授课专家满意度", target="≥90%"), project="教师培训"),
        sheet(row(**_GROUP, name="局机关干部职工满意度", target="≥90%"), project="造林绿化"),
        sheet(row(**_GROUP, name="学校领导满意度", target="≥90%"), project="专业群建设", department="某职业学院"),
    ],
    good=[
        sheet(row(**_GROUP, name="入驻单位干部职工满意度", target="≥92%"), project="集中办公区物业服务"),
        sheet(row(**_GROUP, name="参训领导干部满意度", target="≥90%")),
        sheet(row(**_GROUP, name="用人单位满意度", target="≥90%")),
        sheet(row(**_GROUP, name="参训学校领导满意度", target="≥90%"), department="某市教育局"),
    ],
)
def unfit_satisfaction_group(sheet: ReadSheet, context: Context) -> Problems:
    """满意度对象不是项目服务的人。

    为什么: 满意度反映服务对象、受益人的认可程度；本单位领导、职工或承办的人不是服务对象，测出来的是自评。
    怎么改: 改为直接受益的群体；项目只为内部运转的，可以不设满意度指标。
    """
    for line in sheet.rows:
        if line.is_satisfaction and (group := _unfit(line, sheet)):
            yield line.problem(f"“{group}”不是本项目的服务对象", evidence=group)


@RELEVANT.rule(
    104,
    "too-many-satisfaction",
    group="verbose",
    severity="info",
    basis="default",
    applies=(has_rows, has_satisfaction),
    bad=[
        sheet(
            row(**_GROUP, name="学生满意度", target="≥90%"),
            row(**_GROUP, name="家长满意度", target="≥90%"),
            row(**_GROUP, name="在校教师满意度", target="≥90%"),
        )
    ],
    good=[
        sheet(row(**_GROUP, name="学生满意度", target="≥90%"), row(**_GROUP, name="用人单位满意度", target="≥90%")),
        sheet(
            row(level2="质量指标", name="观众满意度", target="≥90%"),
            row(**_GROUP, name="观众满意度", target="≥90%"),
            row(**_GROUP, name="市领导满意度", target="≥90%"),
            row(**_GROUP, name="群众满意度", target="≥90%"),
        ),
    ],
)
def too_many_satisfaction(sheet: ReadSheet, context: Context) -> Problems:
    """满意度指标过多。

    为什么: 每多一个对象就要多做一次调查；通常一类服务对象一条，一至两条足够。
    怎么改: 留下主要的服务对象，相近的群体合并调查。
    """
    asked = [line for line in sheet.rows if line.place.level1 in levels.SATISFACTION]
    proper = [line for line in asked if not (names_no_group(line) or superior_group(line.name) or _unfit(line, sheet))]
    groups = dict.fromkeys(group_of(line.name) for line in proper)
    if len(groups) > MOST_GROUPS:
        message = f"有{len(groups)}条满意度指标，建议不超过{MOST_GROUPS}条"
        yield sheet.problem(message, evidence="、".join(groups))


@RELEVANT.rule(
    201,
    "routine-management",
    group="verbose",
    severity="warning",
    clause="mof-2021-101/一/（二）1",
    applies=(is_project, has_rows),
    bad=[
        sheet(row(name="签订购买服务合同数", target="=1份"), project="机房运行维护"),
        sheet(row(level2="质量指标", name="管理制度执行率", target="=100%"), project="实训基地建设"),
        sheet(row(name="采购公告发布次数", target="3次"), project="课桌椅采购"),
        sheet(row(name="联席会议次数", target="≥4次"), project="社区矫正社会工作服务"),
        sheet(row(level2="质量指标", name="施工单位资质符合率", target="=100%"), project="审判用房建设"),
        sheet(row(level2="质量指标", name="专项资金使用合规率", target="=100%"), project="电子商务示范"),
    ],
    good=[
        sheet(row(name="档案规范整理卷数", target="≥6万卷"), project="馆藏档案整理"),
        sheet(row(name="普法宣传手册发放册数", target="≥2万册"), project="法治宣传教育"),
        sheet(row(name="制定行业标准数", target="≥2项"), project="标准研制"),
        sheet(row(name="旅游推介会场次", target="≥8场"), project="旅游推介"),
        sheet(row(name="会议室改造间数", target="≥8间"), project="办公用房修缮"),
        sheet(row(name="家庭医生签约服务人数", target="≥2万人"), project="基本公共卫生服务"),
    ],
)
def routine_management(sheet: ReadSheet, context: Context) -> Problems:
    """把常规管理要求当作指标。

    为什么: 制度、台账、合同、会议、公示这些管理要求，与产出、效益和成本明显无关联，不应设为指标。
    怎么改: 删去这一行；项目的服务内容就是这件事的，在名称里写明服务的对象和数量。
    """
    about = sheet.sheet.project + ("档案" if "档案" in sheet.sheet.department else "")
    if not about:
        yield insufficient("没有项目名称，看不出这些事是不是项目的服务内容")
        return
    for line in sheet.rows:
        if not line.is_satisfaction and (words := routine_words(line.name, about)):
            yield line.problem(f"“{line.name}”是常规管理要求，不是项目的产出或效益", evidence=words)


@RELEVANT.rule(
    202,
    "unrelated-indicator",
    group="incomplete",
    severity="info",
    clause="mof-2021-101/一/（二）1",
    requires=("RE201",),
    applies=(has_rows,),
    bad=[
        sheet(
            row(level1="效益指标", level2="社会效益指标", name="森林覆盖率", target="≥45%"),
            project="实训基地建设",
        )
    ],
    good=[
        sheet(row(level1="效益指标", level2="生态效益指标", name="森林覆盖率", target="≥45%"), project="国土绿化"),
        sheet(
            row(level1="效益指标", level2="社会效益指标", name="毕业生就业率", target="≥95%"), project="实训基地建设"
        ),
    ],
)
def unrelated_indicator(sheet: ReadSheet, context: Context) -> Problems:
    """指标与项目没有关联。

    为什么: 指标要与支出方向、职责和总体目标直接关联；全地区或别的领域的数字，本项目做得好坏都不会改变。
    怎么改: 删去这一行，改写由本项目直接带来的效果；确有关联的，在指标解释里写明。
    """
    about = _matter_of(sheet)
    if not about:
        yield insufficient("没有项目和部门名称，看不出指标是否相关")
        return
    for line in sheet.rows:
        if figure := far_matter(line.name, about):
            yield line.problem(f"“{line.name}”与本项目的任务没有直接关联", evidence=figure)


@RELEVANT.rule(
    301,
    "outdated-plan",
    group="unsound",
    severity="warning",
    clause="mof-2021-101/一/（二）1",
    bad=[
        sheet(row(name="“十三五”教育规划目标完成比例", target="≥95%"), year=2026),
        sheet(row(basis="《全民健身计划（2021—2025年）》"), year=2026),
        sheet(row(basis="财预〔2011〕285号"), year=2026),
    ],
    good=[
        sheet(row(basis="《“十五五”教育发展规划》"), year=2026),
        sheet(row(name="“十四五”规划终期评估项目数", target="≥3个"), year=2026),
        sheet(row(basis="“十三五”教育规划")),
    ],
)
def outdated_plan(sheet: ReadSheet, context: Context) -> Problems:
    """依据的规划已经到期，或文件已经废止。

    为什么: 目标和指标要与现行的政策依据、事业发展规划相关联；到期的规划不能说明今年为什么这样定。
    怎么改: 换成现行的规划或文件，并核对指标值是否随之变化；财预〔2011〕285号已由财预〔2020〕10号代替。
    """
    year = sheet.sheet.year
    if cited := expired_citation(sheet.sheet.goal, year):
        yield sheet.problem(f"绩效目标依据的“{cited}”已经到期或废止", subject=cited, evidence=cited)
    for line in sheet.rows:
        for cell in ("name", "target", "explanation", "basis"):
            if cited := expired_citation(str(getattr(line.row, cell)), year):
                yield line.problem(f"“{line.name}”依据的“{cited}”已经到期或废止", cell=cell, evidence=cited)
                break


def _unfit(line: ReadRow, sheet: ReadSheet) -> str | None:
    return unfit_group(line, sheet.sheet.project, sheet.sheet.department)


def _matter_of(sheet: ReadSheet) -> str:
    """What a sheet is about: a project by its name and goal, a department by its name; empty where nothing is named.

    A town that runs a project has every duty, its project has one: the body counts only for its own sheet.
    """
    drafted = sheet.sheet
    if drafted.kind == "department":
        return f"{drafted.project}{drafted.department}"
    return f"{drafted.project}{drafted.goal}".replace("政府", "") if drafted.project else ""
