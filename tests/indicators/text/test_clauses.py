"""A goal text falls into its tasks, standards, dates and effects; slogans are set aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.text.clauses import ClauseKind, read_clause, read_goal

GOAL = (
    "深入贯彻落实党的二十大精神，2026年举办主体班8期，培训干部280人次，开展送教下基层讲座15场、覆盖2000人次。"
    "培训合格率达到95%以上，12月底前完成全部培训任务，学员满意度达到90%以上，提升干部队伍履职能力。"
)


def kinds(goal):
    return [(clause.kind.value, clause.core) for clause in read_goal(goal)]


def test_every_clause_of_a_goal_has_its_kind():
    assert kinds(GOAL) == [
        ("套话", "深入贯彻落实党的二十大精神"),
        ("任务", "举办主体班"),
        ("任务", "培训干部"),
        ("任务", "开展送教下基层讲座"),
        ("任务", "覆盖"),
        ("标准", "培训合格率"),
        ("时间", "完成全部培训任务"),
        ("满意", "学员满意度"),
        ("效果", "提升干部队伍履职能力"),
    ]


@pytest.mark.parametrize(
    ("text", "verb", "action", "thing"),
    [
        ("举办非遗进校园活动12场", "举办", "举办", "非遗进校园活动"),
        ("完成3个乡镇卫生院改造", "完成", "改造", "乡镇卫生院"),
        ("购置投影仪20台", "购置", "购置", "投影仪"),
        ("公共图书馆免费开放320天", "免费开放", "免费开放", "公共图书馆"),
        ("举办进修班、青年班等主体班8期", "举办", "举办", "主体班"),
        ("组织山地救援演练6次", "组织", "演练", "山地救援"),
        ("对35处文物保护单位开展日常巡查", "开展", "巡查", "文物保护单位日常"),
    ],
)
def test_a_task_names_what_is_done_to_what(text, verb, action, thing):
    clause = read_clause(text)

    assert (clause.verb, clause.action, clause.object) == (verb, action, thing)


def test_a_list_with_quantities_falls_into_its_parts_and_keeps_the_verb():
    clauses = read_goal("购置投影仪20台、实训工位60套、交换机4台。")

    assert [(c.verb, c.object, c.counts[0].value) for c in clauses] == [
        ("购置", "投影仪", 20),
        ("购置", "实训工位", 60),
        ("购置", "交换机", 4),
    ]


def test_a_list_without_quantities_stays_one_task():
    assert len(read_goal("开展森林防火、病虫害防治、资源监测等工作")) == 1


def test_what_covers_people_belongs_to_the_task_before_it():
    assert read_goal("开展讲座15场，覆盖2000人次")[1].object == "讲座"


def test_numbered_goals_are_separate_and_lose_their_numbers():
    assert [c.text for c in read_goal("目标1：新建管网18公里；目标2：改造检查井320座")] == [
        "新建管网18公里",
        "改造检查井320座",
    ]


def test_a_goal_may_name_a_measure_itself():
    assert read_clause("普查对象覆盖率达到98%以上").measure == "普查对象覆盖率"
    assert read_clause("举办主体班8期").measure == ""


@pytest.mark.parametrize("text", ["坚持以人民为中心", "根据上级工作要求", "负责全市林业工作"])
def test_slogans_and_duties_are_filler(text):
    assert read_clause(text).kind is ClauseKind.FILLER


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text):
    for clause in read_goal(text):
        assert clause.text


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("不发生较大以上安全事故", "安全事故发生数"),
        ("办公区全年无火灾、无盗窃等安全责任事故", "安全责任事故发生数"),
        ("杜绝经血传播疾病事件", "经血传播疾病事件发生数"),
    ],
)
def test_what_must_not_happen_is_an_effect_with_a_measure(text, measure):
    clause = read_clause(text)

    assert (clause.kind, clause.measure) == (ClauseKind.EFFECT, measure)


@pytest.mark.parametrize("text", ["无偿献血者比例达到45%", "全面提升服务水平", "举办无障碍电影放映20场"])
def test_the_same_characters_elsewhere_are_no_mishap(text):
    assert read_clause(text).mishap == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("活动经费不超260万元", ClauseKind.COST),
        ("按照每人每月2500元标准发放生活补贴", ClauseKind.COST),
        ("拉动旅游消费5.4亿元", ClauseKind.EFFECT),
        ("安排专项资金300万元", ClauseKind.FILLER),
        ("国庆节前主体完工并投入使用", ClauseKind.TIME),
        ("生活补贴每月20日前发放", ClauseKind.TIME),
    ],
)
def test_money_and_dates_are_read_by_what_they_are_for(text, kind):
    assert read_clause(text).kind is kind


@pytest.mark.parametrize(
    ("text", "verb"),
    [("公开发表学术论文260篇", "公开发表"), ("加强研究生教育和人才队伍建设", "建设"), ("基层党组织作用得到发挥", "")],
)
def test_a_verb_inside_a_set_term_is_none(text, verb):
    assert read_clause(text).verb == verb


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("仪器故障48小时内修复", "仪器故障修复时限"),
        ("生活补贴每月20日前发放", "生活补贴发放时间"),
        ("年接待游客增长15%以上", "年接待游客增长率"),
        ("社会满意（家长满意度90%以上）", "家长满意度"),
        ("运维费用每站不超过13万元", "运维费用"),
    ],
)
def test_a_date_a_change_and_a_price_have_measures_of_their_own(text, measure):
    assert read_clause(text).measure == measure


def test_the_parts_of_a_list_are_parts_to_its_end():
    clauses = read_goal("补助幼儿园36家，其中一级园4家、二级园15家、三级园17家。")

    assert [clause.is_part for clause in clauses] == [False, True, True, True]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("资助就读中职的孤儿1050名", "孤儿"),
        ("笔译各类文稿、协议、致辞等累计160万字", "文稿"),
        ("运维单位巡检52次", "运维单位巡检"),
    ],
)
def test_what_is_counted_is_the_head_of_its_words(text, thing):
    assert read_clause(text).object == thing


def test_hours_count_where_they_are_the_output():
    assert [q.value for q in read_clause("全年供光机时不少于5000小时").counts] == [5000.0]
    assert read_clause("安保人员24小时值守").counts == ()
