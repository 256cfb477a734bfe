"""A goal text is told apart: slogans, duties, spending, numbers, effects and length."""

import pytest

from indicators.quality.goal_text import GoalText, duties, is_slogan, is_thin, is_verbose, spending

SOUND = "新建高清视频监控点位350个、接入存量点位600个，9月底前建成上线，重点部位视频覆盖率达到95%，提升街面警情防控和案件侦破能力。"


@pytest.mark.parametrize("text", ["", "  \n", "/", "——", "无", "详见附件1"])
def test_a_stroke_is_no_goal(text):
    assert GoalText(text).is_missing


@pytest.mark.parametrize(
    ("text", "wishes_only"),
    [
        ("坚持以人民为中心的发展思想，全力守护群众的“钱袋子”，不断提升人民群众的获得感、幸福感、安全感。", True),
        ("大力实施创新驱动发展战略。", True),
        ("做好自然灾害救助工作，按规定发放冬春救助资金，保障受灾群众基本生活，维护灾区社会稳定。", False),
        ("坚持讲政治、强监管、促发展。全年检查特种设备2600台，市场环境公平有序。", False),
        (SOUND, False),
    ],
)
def test_a_slogan_holds_no_task(text, wishes_only):
    assert is_slogan(GoalText(text)) is wishes_only


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        (
            "负责依法治县重大问题的政策研究；承担行政复议、行政应诉职责；指导人民调解工作；完成县委、县政府交办的其他任务。",
            True,
        ),
        ("贯彻执行统计法律法规；组织领导和协调全县统计工作；组织实施各项专项调查；收集、汇总统计资料。", True),
        ("指导120家企业开展技能培训，负责培训补贴发放3000人。", False),
        ("组织实施非遗展演，扶持代表性传承人，推动群众广泛参与。", False),
    ],
)
def test_duties_are_no_tasks_of_the_year(text, copied):
    assert bool(duties(GoalText(text))) is copied


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("预算180万元，其中：舞台租赁45万元，演职人员劳务费30万元，宣传推广费40万元，餐饮住宿12万元。", True),
        ("购买执法记录仪、对讲机等一批，支付上年度采购尾款48万元。", True),
        ("分4期发放文旅消费券1500万元，核销率90%以上，拉动消费6000万元以上。", False),
        ("资助2800人，标准为每人每年600元，减轻困难家庭负担。", False),
        ("发放困难补助300万元、医疗救助200万元、临时救助100万元，保障困难群众基本生活。", False),
    ],
)
def test_a_list_of_spending_is_told_from_tasks_with_money(text, listed):
    assert bool(spending(GoalText(text))) is listed


@pytest.mark.parametrize(
    ("text", "has_effect"),
    [
        ("完成中小学校舍维修改造工作。", False),
        ("抓好粮食生产，推进高标准农田建设，加强农产品质量安全监管。", False),
        ("保障低保对象6.8万人、特困人员1.1万人，新增养老床位1500张。", False),
        ("改造供水工程6处，农村自来水普及率达到95%以上。", True),
        ("春秋两季集中免疫，不发生区域性重大动物疫情。", True),
        ("发放课桌椅1.2万套，保障学生开学使用。", True),
        ("保障政务信息平台正常运行。", False),
        ("维持实验室正常运行，开放共享仪器设备，培养研究生。", False),
        ("采购检测试剂，保障全年8.5万人份血液检测和临床用血需要。", True),
        ("完成2800个小区的登记和抽查，为编制发展规划提供准确的人口数据", True),
        ("培训高技能人才3000人次，造就一支素质优良的技能人才队伍", True),
        ("为参训学员提供场地和教材", False),
    ],
)
def test_an_effect_is_more_than_the_deed(text, has_effect):
    assert GoalText(text).has_effect is has_effect


def test_a_long_text_is_verbose_only_where_figures_are_sparse():
    airy = "深入贯彻落实各项决策部署，" * 26
    dense = "培训教师120人次、学生300人次，" * 19

    assert len(dense) > 300
    assert is_verbose(GoalText(airy))
    assert not is_verbose(GoalText(dense))
    assert not is_verbose(GoalText(SOUND))


def test_a_short_text_with_quantity_and_effect_is_not_thin():
    assert is_thin(GoalText("保障政务信息平台正常运行。"))
    assert not is_thin(GoalText("发放高龄津贴1.2万人，老人满意度90%以上。"))
