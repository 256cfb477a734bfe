import pytest

from indicators.errors import UnreadableFile
from indicators.model.indicator import CoreMark, Direction, Nature
from indicators.model.sector import Sector
from ingest.to_indicators import new_code, new_sector, read_indicators
from tests.ingest.builders import workbook

FULL = (
    "code,name,sector,level1,level2,definition,formula,unit,direction,aliases,keywords,core,weight\n"
    "HC001,家庭医生签约率,基层卫生,产出指标,数量指标,签约居民占比,签约人数÷常住人口×100%,%,higher,签约率；家医签约率,家庭医生|签约,true,8\n"
)


def read(text, name="library.csv", **options):
    return read_indicators(text.encode(), name, **options)


def test_every_column_is_read():
    found = read(FULL)

    (indicator,) = found.indicators
    assert (indicator.code, indicator.name, indicator.level1, indicator.level2) == (
        "HC001",
        "家庭医生签约率",
        "产出指标",
        "数量指标",
    )
    assert (indicator.definition, indicator.formula, indicator.unit) == ("签约居民占比", "签约人数÷常住人口×100%", "%")
    assert (indicator.direction, indicator.core, indicator.weight) == (Direction.HIGHER, CoreMark.FIELD, 8)
    assert (indicator.aliases, indicator.keywords) == (("签约率", "家医签约率"), ("家庭医生", "签约"))
    assert found.unread == ()


def test_name_and_sector_are_enough():
    (indicator,) = read("name,sector\n签约率,基层卫生\n").indicators

    assert (indicator.direction, indicator.core, indicator.weight) == (Direction.HIGHER, CoreMark.NONE, None)


def test_a_code_is_made_up_the_same_every_time():
    first, second = (read("name,sector\n签约率,基层卫生\n").indicators[0].code for _ in range(2))

    assert first == second == new_code(new_sector("基层卫生"), "签约率")


@pytest.mark.parametrize(
    ("written", "slug"),
    [("Primary Health Care", "primary-health-care"), ("water", "water"), ("基层卫生", "s-23384569")],
)
def test_a_sector_gets_a_stable_slug(written, slug):
    (sector,) = read(f"name,sector\nx率,{written}\n").sectors

    assert (sector.slug, sector.name) == (slug, written)


def test_a_known_sector_stays_itself_by_slug_name_or_alias():
    known = Sector(slug="health", name="卫生健康", code_prefix="HE", aliases=("医疗卫生",))

    found = read("name,sector\n甲率,health\n乙率,卫生健康\n丙率,医疗卫生\n", known=[known])

    assert found.sectors == (known,)
    assert {indicator.sector for indicator in found.indicators} == {"health"}


@pytest.mark.parametrize(
    ("written", "direction"),
    [
        ("越高越好", Direction.HIGHER),
        ("Lower", Direction.LOWER),
        ("逆向", Direction.LOWER),
        ("↔", Direction.RANGE),
        ("equal", Direction.EQUAL),
        ("是否", Direction.YES_NO),
        ("定性", Direction.GRADED),
        ("", Direction.HIGHER),
    ],
)
def test_directions_are_read_in_both_languages(written, direction):
    assert read(f"name,sector,direction\n甲率,卫生,{written}\n").indicators[0].direction is direction


def test_a_graded_indicator_is_qualitative():
    assert read("name,sector,direction\n服务水平,卫生,定性\n").indicators[0].nature is Nature.QUALITATIVE


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("1", CoreMark.FIELD),
        ("是", CoreMark.FIELD),
        ("★", CoreMark.FIELD),
        ("☆", CoreMark.BRANCH),
        ("否", CoreMark.NONE),
        ("", CoreMark.NONE),
    ],
)
def test_core_marks_are_read(written, mark):
    assert read(f"name,sector,core\n甲率,卫生,{written}\n").indicators[0].core is mark


@pytest.mark.parametrize(
    ("line", "cell", "reason"),
    [
        (",卫生,,,", "B3", "缺少指标名称"),
        ("乙率,,,,", "A3", "缺少领域"),
        ("乙率,卫生,往上,,", "C3", "direction：“往上”不可用"),
        ("乙率,卫生,,也许,", "D3", "core：“也许”不可用"),
        ("乙率,卫生,,,很多", "E3", "weight：“很多”不是数字"),
        ("乙率,卫生,,,101", "E3", "weight：101.0超出范围"),
        ("〔对象〕率,卫生,,,", "A3", "有空位"),
        ("甲率,卫生,,,", "A3", "已在前面出现"),
        ("字" * 61 + ",卫生,,,", "A3", "超过60字"),
    ],
)
def test_a_row_that_cannot_be_taken_is_told_and_the_others_are_read(line, cell, reason):
    found = read(f"name,sector,direction,core,weight\n甲率,卫生,,,\n{line}\n丙率,卫生,,,\n")

    assert [indicator.name for indicator in found.indicators] == ["甲率", "丙率"]
    (entry,) = found.unread
    assert entry.cell == cell
    assert reason in entry.reason


def test_a_column_that_is_not_known_is_told():
    found = read("name,sector,owner\n甲率,卫生,某处\n")

    assert [(entry.cell, entry.text) for entry in found.unread] == [("C1", "owner")]


def test_a_workbook_with_chinese_headers_is_read():
    data = workbook([["指标名称", "所属领域", "计量单位", "是否核心"], ["甲率", "卫生", "%", "是"]])

    (indicator,) = read_indicators(data, "a.xlsx").indicators

    assert (indicator.name, indicator.unit, indicator.is_core) == ("甲率", "%", True)


@pytest.mark.parametrize("text", ["name\n甲率\n", "名字,哪里\n甲,乙\n"])
def test_a_file_without_the_required_columns_is_refused(text):
    with pytest.raises(UnreadableFile, match="至少有 name（指标名称）和 sector（领域）两列"):
        read(text)


def test_a_text_is_no_library():
    with pytest.raises(UnreadableFile, match="不是指标库文件"):
        read("甲率", "a.txt")
