"""Numbers of the goal beside those of the rows."""

import pytest

from indicators.model.sheet import TargetSheet
from indicators.quality.agreement import disagreements, shared_words, slipped_units
from indicators.quality.examples import row
from indicators.quality.reading import read_sheet


def read(library, goal, *rows):
    return read_sheet(TargetSheet(goal=goal, rows=rows), library.framework("mof-2021"))


def differing(sheet):
    return [found.row.number for found in disagreements(sheet, None)]


@pytest.mark.parametrize(
    ("goal", "name", "target"),
    [
        ("完成路面修补3.5万平方米，改善通行", "路面修补面积", "≥3.2万平方米"),
        ("抗体合格率达到70%以上", "免疫抗体合格率", "≥65%"),
        ("资助2800人，标准为每人每年600元", "资助标准", "=500元/人·年"),
        ("研制工程样机2套", "工程样机研制数", "1台套"),
    ],
)
def test_another_number_for_the_same_thing_is_found(library, goal, name, target):
    assert differing(read(library, goal, row(name=name, target=target))) == [1]


@pytest.mark.parametrize(
    ("goal", "name", "target"),
    [
        ("完成路面修补3.5万平方米", "路面修补面积", "35000平方米"),
        ("开展县级界线联检一条、乡级界线联检3条", "县级界线联检条数", "1条"),
        ("疫苗接种率维持在95%以上", "疫苗接种及时率", "≥98%"),
        ("培训教师60人", "培训教师天数", "≥5天"),
        ("", "培训教师人数", "≥5人"),
    ],
)
def test_an_equal_number_or_another_thing_is_no_contradiction(library, goal, name, target):
    assert differing(read(library, goal, row(name=name, target=target))) == []


def test_only_a_later_date_contradicts(library):
    late, early = (row(level2="时效指标", name="工程完工时间", target=month) for month in ("2026年12月", "2026年9月"))

    assert differing(read(library, "10月底前完工", late, early)) == [1]


def test_a_lost_ten_thousand_is_a_slip_and_no_contradiction(library):
    sheet = read(library, "完成档案数字化加工120万页", row(name="档案数字化加工页数", target="≥120", unit="页"))

    assert [found.row.number for found in slipped_units(sheet)] == [1]
    assert differing(sheet) == []


def test_shared_words_are_counted_on_the_shorter_wording():
    assert shared_words("图书外借册次", "外借图书") > 0.5
    assert shared_words("图书外借册次", "培训教师") == 0.0
