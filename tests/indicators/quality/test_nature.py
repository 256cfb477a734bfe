"""Kinds of project by the words of project and goal."""

import pytest

from indicators.model.sheet import TargetSheet
from indicators.quality.nature import builds, burdens_others, buys, serves_people
from indicators.quality.reading import read_sheet


def read(project, budget=500.0, goal="完成年度任务"):
    return read_sheet(TargetSheet(project=project, goal=goal, budget=budget), None)


@pytest.mark.parametrize("project", ["门诊综合楼新建工程", "中小学校舍修缮", "高标准农田建设项目"])
def test_works_are_building(project):
    assert builds(read(project))


@pytest.mark.parametrize(
    "project",
    ["人才培育工程", "智慧城市信息化工程", "农村危房改造补助", "道路交通安全整治", "公路养护工程", "学科建设"],
)
def test_works_in_name_only_are_no_building(project):
    assert not builds(read(project))


def test_small_sums_are_no_large_purchase():
    assert buys(read("执法车辆购置"))
    assert not buys(read("执法车辆购置", budget=12))


def test_a_bought_service_is_no_purchase_of_goods():
    assert not buys(read("政府采购社工服务"))


def test_a_service_to_people_is_named():
    assert serves_people(read("残疾人康复服务")) == "残疾人"
    assert serves_people(read("国土空间规划编制")) == ""


def test_a_burden_needs_works_or_a_plant():
    assert burdens_others(read("城区道路改造工程")) == "道路"
    assert burdens_others(read("道路交通安全宣传")) == ""
