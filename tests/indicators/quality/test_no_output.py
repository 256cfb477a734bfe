"""Inputs and routine work are told from outputs by what the project is about."""

import pytest

from indicators.quality.examples import row
from indicators.quality.levels import Place
from indicators.quality.no_output import put_in, restated_matter
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
