"""Inputs and routine work are told from outputs by what the project is about."""

import pytest

from indicators.quality.examples import row
from indicators.quality.levels import Place
from indicators.quality.no_output import payment_words, put_in, restated_matter
from indicators.quality.reading import ReadRow
from indicators.quality.routine import routine_words


def read(**fields):
    return ReadRow(1, row(**fields), Place())


@pytest.mark.parametrize(
    ("name", "target", "about", "kind"),
    [
        ("保安保洁人员数", "186人", "集中办公区物业服务", "的人员"),
        ("聘请裁判人数", "≥320人", "职业技能大赛", "的人员"),
        ("招募志愿者人数", "≥60人", "西部计划志愿者招募", None),
        ("保洁员培训人次", "≥60人次", "农村保洁", None),
        ("油料费", "≥6万元", "消防站装备", "的经费"),
        ("挽回群众经济损失", "≥800万元", "反诈宣传", None),
        ("减免费用金额", "≥80万元", "减税降费", None),
        ("投入开发人月", "420人月", "平台建设", "的资源"),
        ("投入使用床位数", "≥200张", "医院建设", None),
        ("清淤设备投入台班", "≥600台班", "河道整治", "的资源"),
        ("养护投入沥青料", "≥1.2万吨", "公路养护", "的资源"),
        ("沥青路面面积", "≥1.2万平方米", "公路养护", None),
        ("采购试剂耗材批次", "≥20批次", "作物新品种选育", "的资源"),
        ("检测试剂采购数量", "≥9万人份", "核酸检测试剂采购", None),
        ("采购仪器设备", "23台", "采矿装备关键技术攻关", "的资源"),
        ("仪器设备购置台数", "23台", "科研仪器设备购置", None),
        ("垃圾清运车辆", "8辆", "村庄保洁购买服务", "的资源"),
        ("垃圾清运车辆", "8辆", "环卫保洁车辆更新", None),
        ("话务坐席人员数", "≥180人", "政务热线运营", "的人员"),
        ("志愿者人数", "≥1500人", "城市马拉松赛", "的人员"),
        ("志愿者人数", "≥1500人", "志愿服务体系建设", None),
        ("聘请授课教师", "≥60人次", "干部教育培训", "的人员"),
        ("选聘普查员人数", "≥680人", "农业普查", "的人员"),
        ("选聘驻村律师人数", "≥60人", "法律顾问", None),
        ("发放安家费", "≥300万元", "高层次人才引进", "的经费"),
        ("贷款发放额", "≥300万元", "创业担保贷款", None),
    ],
)
def test_what_is_put_in_is_told_from_what_is_put_out(name, target, about, kind):
    assert put_in(read(name=name, target=target), about) == kind


@pytest.mark.parametrize(
    ("name", "about", "words"),
    [
        ("法律顾问工作台账", "法律援助", "工作台账"),
        ("档案规范整理卷数", "馆藏档案整理", None),
        ("制作宣传横幅", "全民健身赛事", "制作宣传横幅"),
        ("反诈宣传手册发放册数", "反电信网络诈骗宣传", None),
        ("采购文件编制份数", "课桌椅采购", "采购文件"),
        ("家庭医生签约率", "基本公共卫生服务", None),
        ("信用信息公示率", "社会信用体系建设", None),
        ("养老机构安全管理制度检查家数", "养老机构监管", None),
        ("课后服务管理制度", "中小学课后服务", "管理制度"),
        ("制定管理办法数", "立法项目", None),
        ("联席会议次数", "社区矫正服务", "联席会议"),
        ("召开人才工作会议次数", "人才引进", "工作会议"),
        ("专题会议室改造间数", "办公用房修缮", None),
        ("工作会商次数", "气象服务", None),
        ("业主大会会议次数", "会务服务", None),
        ("进口产品论证会", "仪器购置", "论证会"),
        ("合同签订额", "产销对接", None),
        ("嘉宾邀请函发放", "招商推介会", "邀请函"),
        ("专项资金使用合规率", "电子商务示范", "资金使用合规率"),
        ("基金监督检查家次", "医保监管", None),
    ],
)
def test_routine_work_is_none_where_it_is_the_service(name, about, words):
    assert routine_words(name, about) == words


@pytest.mark.parametrize(
    ("fields", "matter"),
    [
        ({"name": "实训设备采购完成率", "target": "=100%"}, "实训设备采购"),
        ({"name": "完成档案数字化加工", "target": "=100%"}, "档案数字化加工"),
        ({"name": "实训设备采购完成率", "target": "≥90%"}, None),
        ({"name": "造林任务完成率", "target": "=100%", "explanation": "计划造林3.2万亩"}, None),
        ({"name": "任务按期完成率", "target": "=100%"}, None),
    ],
)
def test_full_completion_restates_a_task_unless_its_quantity_is_told(fields, matter):
    assert restated_matter(read(**fields)) == matter


@pytest.mark.parametrize(
    "name",
    [
        "项目资金及时拨付率",
        "资金拨付到位率",
        "物业费支付期数",
        "保洁费分四次支付",
        "工程进度款支付比例",
        "补贴资金支付率",
        "年度投资完成额",
    ],
)
def test_spending_the_budget_is_payment_however_it_is_put(name):
    assert payment_words(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "补贴发放人数",
        "补助资金拨付及时率",
        "救助金足额发放率",
        "农民工工资支付率",
        "医疗费用结算率",
        "公积金使用率",
        "移动支付覆盖率",
        "固定资产投资完成额",
        "捐赠资金使用率",
        "预算执行审计项目数",
    ],
)
def test_money_of_others_and_money_that_reaches_people_is_no_payment(name):
    assert payment_words(name) is None
