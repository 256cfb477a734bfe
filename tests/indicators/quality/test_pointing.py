"""Where each finding points, what it shows and what it would put there: one bad example of every rule that has such a thing."""

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.problem import Problem
from indicators.quality.profiles import choose_profile
from indicators.quality.reading import read_sheet
from indicators.quality.rule import Context
from indicators.quality.rules import RULES_BY_ID

LIBRARY = Library.from_files(read_library())

IN_A_ROW = {
    "CO101": (1, "target", "", "", "图书上架册数|"),
    "CO102": (1, "unit", "≥5000", "", "道路养护面积|"),
    "CO103": (1, "name", "≥5000册", "", "|"),
    "CO104": (1, "level1", "", "", "图书借阅册数|"),
    "CO201": (1, "name", "280人次", "培训基层干部人次", "培训基层干部280人次|培训基层干部280人次"),
    "CO202": (1, "name", "确保", "档案完好率", "确保档案完好率|确保档案完好率"),
    "CO203": (1, "name", "数量指标", "培训人次", "数量指标：培训人次|数量指标：培训人次"),
    "CO204": (
        1,
        "name",
        "29字",
        "",
        "通过公开招标方式引进的社区居家养老服务站点日常运营机构家数|通过公开招标方式引进的社区居家养老服务站点日常运营机构家数",
    ),
    "CO205": (1, "name", "论文；专利；软件著作权数量", "", "论文、专利、软件著作权数量|论文、专利、软件著作权数量"),
    "CO206": (1, "name", "变压器", "变压器数量", "变压器|变压器"),
    "CO301": (1, "name", "项目资金支付率", "", "项目资金支付率|项目资金支付率"),
    "CO302": (1, "name", "投入施工人员数量", "", "投入施工人员数量|投入施工人员数量"),
    "CO401": (2, "name", "出版专著", "", "出版专著"),
    "CO402": (2, "name", "业务培训次数", "", "业务培训次"),
    "CO403": (2, "name", "畜禽粪污综合利用率达标情况", "", "畜禽粪污综合利用率达标情况|畜禽粪污综合利用率达标情况"),
    "CO404": (2, "name", "实训设备采购", "", "实训设备采购完成率|实训设备采购完成率"),
    "CO405": (2, "name", "网络设备巡检次数", "", "服务器巡检次数|机房空调巡检次数|网络设备巡检次数"),
    "RE101": (1, "name", "满意度", "", "满意度|满意度"),
    "RE102": (1, "name", "上级主管部门", "", "上级主管部门满意度|上级主管部门满意度"),
    "RE103": (1, "name", "本馆领导", "", "本馆领导满意度|本馆领导满意度"),
    "RE201": (1, "name", "签订购买服务合同", "", "签订购买服务合同数|签订购买服务合同数"),
    "RE202": (1, "name", "森林覆盖率", "", "森林覆盖率|森林覆盖率"),
    "RE301": (1, "name", "“十三五”", "", "“十三五”教育规划目标完成比例|“十三五”教育规划目标完成比例"),
    "CV107": (1, "level1", "效益指标", "满意度指标", "沿线商户满意度|效益指标"),
    "FE103": (2, "weight", "", "", "实训工位数"),
    "FE105": (2, "weight", "2", "", "更换门窗数"),
    "FE201": (1, "target", "≤99%", "≥99%", "设备正常运行率|≤99%"),
    "FE202": (1, "target", "≥3万元/台", "≤3万元/台", "单台购置成本|≥3万元/台"),
    "FE203": (1, "target", "=800人次", "≥800人次", "讲座参与人次|=800人次"),
    "FE204": (1, "target", "≥105%", "", "设备完好率|≥105%"),
    "FE205": (1, "target", "≥95.55%", "", "学员满意度|≥95.55%"),
    "FE301": (1, "target", "≤164万元", "", "项目总成本|≤164万元"),
    "FE302": (2, "target", "≤1780元/张", "", "学生用床单价|≤1780元/张"),
    "FE303": (1, "target", "≤2000万元/人", "≤2000元/人", "人均培训成本|≤2000万元/人"),
    "FE401": (1, "target", "2025年10月", "", "工程开工时间|2025年10月"),
    "FE402": (1, "name", "三年累计", "", "三年累计整治河道长度|三年累计整治河道长度"),
    "FE501": (1, "target", "培训教师60人", "", "培训教师人数|≥40人"),
    "FE502": (1, "name", "40栋", "", "改造40栋校舍的栋数|改造40栋校舍的栋数"),
    "FE601": (1, "target", "2025年实际83.5%", "", "粪污综合利用率|≥80%"),
    "FE602": (1, "target", "=100%", "", "确诊患者治愈率|=100%"),
    "ME101": (1, "target", "较好", "", "服务质量|较好"),
    "ME102": (1, "target", "及时发放", "", "补贴发放|及时发放"),
    "ME104": (1, "name", "促进教育公平", "", "促进教育公平|促进教育公平"),
    "ME105": (1, "name", "科普工作社会影响力", "", "科普工作社会影响力|科普工作社会影响力"),
    "ME201": (1, "unit", "人", "%", "受检妇女满意度|人"),
    "ME202": (1, "target", "≥10%", "", "高层次人才引进人数|≥10%"),
    "ME203": (1, "target", "≥2880小时", "", "上门服务次数|≥2880小时"),
    "ME301": (1, "level2", "社会效益指标", "", "设备安装调试合格率"),
    "ME302": (1, "level2", "社会效益指标", "", "法律咨询解答人次"),
    "ME303": (1, "level2", "质量指标", "", "学员毕业后就业率"),
    "MO201": (1, "actual", "350人次", "", "培训人次|350人次"),
    "MO202": (1, "actual", "420人次", "", "培训人次|420人次"),
    "MO203": (1, "actual", "720人次", "", "培训人次|720人次"),
    "SE101": (1, "score", "12", "", "培训人次|12"),
    "SE105": (2, "score", "", "", "培训期数|"),
    "SE201": (1, "score", "10", "", "培训人次|10"),
    "SE202": (1, "score", "9", "", "培训人次|9"),
    "SE203": (1, "score", "10", "", "培训人次|10"),
    "SE301": (1, "actual", "120人次", "", "培训人次|120人次"),
    "SE302": (1, "actual", "180人次", "", "培训人次|180人次"),
    "SE303": (1, "deviation", "生源不足", "", "培训人次|生源不足"),
    "SE501": (1, "target", "≥200人次", "", "培训人次|≥200人次"),
    "SE503": (3, "name", "编印教材册数", "", "编印教材册数"),
    "SE504": (1, "weight", "30", "", "培训人次|30"),
}
"""Row, field, evidence, the text of the fix (empty without one) and the subject of the first problem of the first bad example."""

OF_THE_SHEET = {
    "CO501": ("20个", ""),
    "CO502": ("13个", ""),
    "CO503": ("5个", "产出指标/数量指标"),
    "CO601": ("", ""),
    "CO602": (
        "认真贯彻落实上级关于职业教育的决策部署，进一步丰富师生精神文化生活，不断增强获得感、幸福感，为乡村振兴凝聚强大力量。",
        "",
    ),
    "CO603": ("负责全县职业教育的统筹规划；拟订职业教育发展规划并组织实施；指导实训基地建设", ""),
    "CO604": ("舞台搭建及灯光音响租赁45万元；演职人员劳务费30万元；宣传推广费40万元", ""),
    "CO605": ("加强老旧实训室改造，组织教师参加岗位培训和企业实践，努力提高实训教学能力，满足学生技能学习需要。", ""),
    "CO606": ("铺设污水管网48公里，建设一体化污水处理站22座，清淤整治黑臭水体17条，3月开工、12月完工。", ""),
    "CO607": ("413字（建议不超过300字）", ""),
    "CO608": ("年底前完成老旧实训室改造工作，能力提升明显", ""),
    "RE104": ("学生、家长、在校教师", ""),
    "CV101": ("", "产出指标"),
    "CV102": ("", "效益指标"),
    "CV103": ("", "产出指标/数量指标"),
    "CV104": ("", "产出指标/质量指标"),
    "CV105": ("", "成本指标"),
    "CV106": ("救助", "满意度指标"),
    "CV108": ("", "可持续发展能力"),
    "CV109": ("县道", "负作用成本"),
    "CV110": ("", "使用效果"),
    "FE101": ("92", ""),
    "FE102": ("产出指标30（规定50）", "产出指标、效益指标"),
    "FE104": ("10", ""),
    "FE106": ("35", "办学条件满足程度"),
    "FE206": ("器材合格率、器材编号率、配送及时率、器材使用率", ""),
    "ME103": ("3个", ""),
    "MO101": ("35", ""),
    "MO102": ("55", ""),
    "MO103": ("30", ""),
    "SE102": ("97.5", ""),
    "SE103": ("96%", ""),
    "SE104": ("110", ""),
    "SE204": ("40%", ""),
    "SE401": ("70%", ""),
    "SE502": ("", "考核合格率"),
}
"""Evidence and subject of the first problem of the first bad example."""


def problem(rule_id):
    rule = RULES_BY_ID[rule_id]
    drafted = rule.bad[0]
    profile = choose_profile(drafted)
    framework = LIBRARY.framework(profile.framework)
    said = rule.check(read_sheet(drafted, framework), Context(LIBRARY, profile, framework, drafted.kind))
    return next(one for one in said if isinstance(one, Problem))


@pytest.mark.parametrize("rule_id", IN_A_ROW)
def test_a_fault_of_a_row_points_at_its_field(rule_id):
    found = problem(rule_id)

    fix = found.fix.after if found.fix else ""
    assert (found.row, found.cell, found.evidence, fix, found.subject) == IN_A_ROW[rule_id]


@pytest.mark.parametrize("rule_id", OF_THE_SHEET)
def test_a_fault_of_the_sheet_shows_what_it_rests_on(rule_id):
    found = problem(rule_id)

    assert (found.row, found.evidence, found.subject) == (None, *OF_THE_SHEET[rule_id])
