"""Rows that say one thing are paired, rows that only look alike are not."""

from dataclasses import replace

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.examples import row, sheet
from indicators.quality.likeness import matters_twice, near_groups
from indicators.quality.meaning import MeaningReader
from indicators.quality.reading import read_sheet
from indicators.suggestion.suggest import fit_suggester

FRAMEWORK = Library.from_files(read_library()).framework("mof-2021")
QUALITY = {"level2": "质量指标"}
TIME = {"level2": "时效指标"}
SOCIAL = {"level1": "效益指标", "level2": "社会效益指标"}
GROUP = {"level1": "满意度指标", "level2": "服务对象满意度指标"}


def read(*rows):
    return read_sheet(sheet(*rows, alone=True), FRAMEWORK)


def numbers(groups):
    return [tuple(line.number for line in group) for group in groups]


@pytest.fixture(scope="module")
def reader(searcher):
    suggester = fit_suggester(searcher)
    return MeaningReader(searcher, suggester.likeness, suggester.judge)


@pytest.mark.parametrize(
    "rows",
    [
        (row(**QUALITY, name="工程质量合格率", target="=100%"), row(**QUALITY, name="项目验收合格率", target="=100%")),
        (row(**TIME, name="到货安装时间", target="8月25日前"), row(**TIME, name="到货安装及时率", target="=100%")),
        (row(name="秸秆综合利用率", target="≥95%"), row(**QUALITY, name="秸秆综合利用率达标情况", target="达标")),
        (row(**GROUP, name="群众满意度", target="≥90%"), row(**GROUP, name="社会公众满意度", target="≥90%")),
        (row(**GROUP, name="受助学生及家长满意度", target="≥95%"), row(**GROUP, name="受助学生满意度", target="≥95%")),
        (row(name="农产品质量安全抽检", target="≥1200批次"), row(name="农产品抽检批次", target="≥1200批次")),
        (row(name="建筑工地检查次数", target="≥1200次"), row(name="建筑工地巡查次数", target="≥1200次")),
        (row(name="班主任、新教师培训人次", target="≥800人次"), row(name="培训教师人次", target="≥800人次")),
        (row(**QUALITY, name="工程验收合格率", target="=100%"), row(**QUALITY, name="工程质量", target="合格")),
        (row(**SOCIAL, name="提升城市治理能力", target="提升"), row(**SOCIAL, name="城市治理水平提升", target="明显")),
        (row(**GROUP, name="学生家长满意度", target="≥90%"), row(**GROUP, name="家长对服务的认可程度", target="≥90%")),
    ],
)
def test_two_wordings_are_a_pair_without_any_model(rows):
    assert numbers(near_groups(read(*rows), None)) == [(1, 2)]


@pytest.mark.parametrize(
    "rows",
    [
        (row(**QUALITY, name="工程验收合格率", target="=100%"), row(**QUALITY, name="设备验收合格率", target="=100%")),
        (row(name="宫颈癌筛查人数", target="≥5000人"), row(name="乳腺癌筛查人数", target="≥5000人")),
        (row(name="采集样品数", target="≥5200个"), row(name="检测样品数", target="≥5200个")),
        (row(**GROUP, name="学生满意度", target="≥90%"), row(**GROUP, name="学生家长满意度", target="≥90%")),
        (row(name="农产品抽检批次", target="≥1200批次"), row(name="农产品质量安全抽检", target="≥800批次")),
        (row(name="教师和校长培训人次", target="≥800人次"), row(name="教师和家长培训人次", target="≥800人次")),
        (row(**QUALITY, name="工程验收合格率", target="=100%"), row(**QUALITY, name="教学质量", target="合格")),
        (row(**SOCIAL, name="提升城市治理能力", target="提升"), row(**SOCIAL, name="提升乡村治理能力", target="提升")),
        (row(**GROUP, name="群众满意度", target="≥90%"), row(**GROUP, name="办事群众满意度", target="≥90%")),
    ],
)
def test_two_things_are_no_pair(rows, reader):
    drafted = read(*rows)

    assert numbers(near_groups(drafted, None)) == []
    assert numbers(near_groups(drafted, reader.read(drafted))) == []


def test_a_model_confirms_what_short_names_only_suggest(reader):
    drafted = read(row(name="参赛人数", target="≥5000人"), row(name="参赛运动员人次", target="≥5000人次"))

    assert numbers(near_groups(drafted, None)) == []
    assert numbers(near_groups(drafted, reader.read(drafted))) == [(1, 2)]


def test_a_model_that_finds_rows_unlike_keeps_them_apart(reader):
    drafted = read(row(name="参赛人数", target="≥5000人"), row(name="参赛运动员人次", target="≥5000人次"))
    meaning = reader.read(drafted)
    unlike = replace(meaning, _alike=meaning._alike * 0)

    assert numbers(near_groups(drafted, unlike)) == []


@pytest.mark.parametrize(
    ("output", "benefit", "is_one"),
    [
        (("质量指标", "主体结构验收合格率", "=100%"), ("工程验收合格率", "=100%"), True),
        (("质量指标", "工程验收合格率", "=100%"), ("公路验收合格率", "≥98%"), True),
        (("质量指标", "工程验收合格率", "=100%"), ("人工造林验收合格率", "≥98%"), False),
        (("数量指标", "高新技术企业培育数", "≥6家"), ("新增培育高新技术企业数", "≥6家"), True),
        (("数量指标", "高新技术企业培育数", "≥6家"), ("新增培育高新技术企业数", "≥9家"), False),
        (("质量指标", "食品抽检合格率", "≥98%"), ("学生体质健康合格率", "≥92%"), False),
    ],
)
def test_an_output_told_again_as_benefit_is_one_matter(output, benefit, is_one):
    drafted = read(
        row(level2=output[0], name=output[1], target=output[2]), row(**SOCIAL, name=benefit[0], target=benefit[1])
    )

    assert numbers(matters_twice(drafted, None)) == ([(1, 2)] if is_one else [])


def test_a_third_wording_joins_the_group_of_the_two_before():
    drafted = read(
        *(row(**GROUP, name=name, target="≥90%") for name in ("群众满意度", "社会公众满意度", "当地群众满意度"))
    )

    assert numbers(near_groups(drafted, None)) == [(1, 2, 3)]


def test_words_of_the_project_add_nothing_to_a_group():
    rows = [row(**GROUP, name=name, target="≥90%") for name in ("人才满意度", "引进人才满意度")]

    def drafted(project):
        return read_sheet(sheet(*rows, project=project, alone=True), FRAMEWORK)

    assert numbers(near_groups(drafted("高层次人才引进"), None)) == [(1, 2)]
    assert numbers(near_groups(drafted("人才公寓运行"), None)) == []
