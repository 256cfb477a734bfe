"""Whatever is written is read back; whatever is sent, nothing but a ZhibiaoError is raised."""

import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.exceptions import IllegalCharacterError

from indicators.errors import ZhibiaoError
from ingest.columns import COLUMNS, LABELS, column_of
from ingest.to_sheet import read_sheets
from tests.ingest.builders import archive, book, edited, saved, workbook

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

LEVELS = st.sampled_from(
    [
        ("成本指标", "经济成本指标"),
        ("产出指标", "数量指标"),
        ("产出指标", "质量指标"),
        ("效益指标", "社会效益指标"),
        ("满意度指标", "服务对象满意度指标"),
    ]
)
NAMES = st.builds(
    str.__add__,
    st.sampled_from(["培训", "修缮", "检查", "管网"]),
    st.text("人次里程数量合格及时率（）、PM2.5—“”", max_size=20),
)
TARGETS = st.one_of(
    st.builds("{}{}".format, st.sampled_from(["≥", "≤", "=", ">", ""]), st.integers(0, 10**9)),
    st.builds("{}%".format, st.decimals(0, 100, places=2)),
    st.sampled_from(["2026年12月底前", "好", "显著提升", "/"]),
)
UNITS = st.sampled_from(["", "人次", "公里", "%", "万元/公里", "个"])
ROWS = st.lists(st.tuples(LEVELS, NAMES, TARGETS, UNITS), min_size=1, max_size=30)


def henan(rows):
    """The layout of 附件1: levels on their first row only, merged over the rows that share them."""
    lines = [
        ["省级部门预算项目支出绩效目标表"],
        ["项目名称", None, "某项目"],
        ["年度目标", "完成任务"],
        ["一级指标", "二级指标", "三级指标", "指标值", "计量单位"],
    ]
    first, merges, before = len(lines) + 1, [], None
    for place, ((level1, level2), name, target, unit) in enumerate(rows):
        same = before == (level1, level2)
        lines.append([None if same else level1, None if same else level2, name, target, unit])
        if same:
            merges[-1][1] = first + place
        else:
            merges.append([first + place, first + place])
        before = (level1, level2)
    made = book(lines, merges=[f"{column}{top}:{column}{end}" for top, end in merges if end > top for column in "AB"])
    for line in made.worksheets[0].iter_rows(min_row=first, min_col=4, max_col=4):
        line[0].data_type = "s"
    return saved(made)


@QUICK
@given(ROWS)
def test_rows_in_the_layout_of_henan_are_read_back(rows):
    (found,) = read_sheets(henan(rows), "a.xlsx")

    assert [(row.level1, row.level2, row.name, row.target, row.unit) for row in found.sheet.rows] == [
        (*levels, name, target, unit) for levels, name, target, unit in rows
    ]
    assert found.unread == ()


@QUICK
@given(ROWS)
def test_every_cell_that_a_row_names_holds_what_it_says(rows):
    (found,) = read_sheets(henan(rows), "a.xlsx")

    for number, row in enumerate(found.sheet.rows, start=5):
        assert row.cell == row.cells["name"] == f"表!C{number}"
        assert row.cells["target"] == f"表!D{number}"


WORDS = st.sampled_from(
    [
        *(word for group in (*COLUMNS.values(), *LABELS.values()) for word in group[:2]),
        *("产出指标", "数量指标", "≥280", "甲"),
    ]
)
TEXTS = st.one_of(st.none(), WORDS, WORDS, st.text(max_size=8), st.floats(), st.dates())
AREAS = st.lists(st.sampled_from(["A1:B2", "C1:C4", "D2:F2", "A5:F5", "B6:C7"]), max_size=3, unique=True)


@settings(QUICK, max_examples=150)
@given(st.lists(st.lists(TEXTS, max_size=6), max_size=9), AREAS)
def test_no_arrangement_of_words_breaks_the_reading(lines, merges):
    try:
        data = workbook(lines, merges=merges)
    except IllegalCharacterError:
        return
    _read(data, "a.xlsx")


LABEL_WORDS = [word for words in LABELS.values() for word in words if not column_of(word)]
LABEL_LINES = st.lists(st.lists(st.sampled_from([*LABEL_WORDS, "", "标题"]), max_size=3), max_size=12)


@settings(QUICK, max_examples=300)
@given(LABEL_LINES, st.lists(st.sampled_from(["产出指标", "合计", "备注", "……", "", "某事"]), max_size=6))
def test_every_text_is_either_in_the_sheet_or_told_to_be_left_out(labels, starts):
    tokens = (f"第{number}处文字" for number in range(1000))
    above = [[text for label in line for text in (label, next(tokens))] for line in labels]
    below = [[start, *(next(tokens) for _ in range(4))] for start in starts]
    lines = [
        *above,
        ["一级指标", "二级指标", "三级指标", "指标值", "备注"],
        *below,
        ["效益指标", "", "覆盖率", "≥90%", ""],
    ]
    written = [text for line in (*above, *below) for text in line if text.startswith("第")]

    answer = "".join(found.model_dump_json() for found in read_sheets(workbook(lines), "a.xlsx"))

    assert [text for text in written if text not in answer] == []


EXTENSIONS = st.sampled_from([".xlsx", ".csv", ".json", ".txt", ".md", ".docx", ".xls", ".pdf", ""])


@settings(QUICK, max_examples=300)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.builds(bytes.__add__, st.sampled_from([b"PK\x03\x04", b"{", b"\xd0\xcf\x11\xe0"]), st.binary(max_size=200)),
    ),
    EXTENSIONS,
)
@example(b"\xff\xfe\x00", ".csv")
@example(b"PK\x05\x06" + b"\x00" * 18, ".xlsx")
def test_random_bytes_raise_nothing_but_our_own_errors(data, extension):
    _read(data, f"a{extension}")


GOOD = henan([(("产出指标", "数量指标"), "培训人次", "≥280", "人次")])


def test_the_workbook_that_is_broken_below_is_read_whole():
    assert len(read_sheets(GOOD, "a.xlsx")[0].sheet.rows) == 1


@pytest.mark.parametrize("seed", range(40))
def test_a_truncated_or_scrambled_workbook_raises_nothing_but_our_own_errors(seed):
    dice = random.Random(seed)
    broken = bytearray(GOOD[: dice.randrange(1, len(GOOD))] if seed % 2 else GOOD)
    for _ in range(dice.randrange(1, 30)):
        broken[dice.randrange(len(broken))] = dice.randrange(256)
    assert bytes(broken) != GOOD

    _read(bytes(broken), "a.xlsx")


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]
)
@pytest.mark.parametrize("seed", range(8))
def test_scrambled_xml_inside_a_sound_package_raises_nothing_but_our_own_errors(part, seed):
    dice = random.Random(seed)

    def scramble(xml):
        start = dice.randrange(len(xml))
        return (
            xml[:start] + dice.choice(["", "<", "&", "0", 'x="', "-1", "</row>"]) + xml[start + dice.randrange(1, 20) :]
        )

    _read(edited(GOOD, part, scramble), "a.xlsx")


def test_a_package_that_only_claims_to_be_a_workbook_is_refused():
    with pytest.raises(ZhibiaoError, match="已损坏"):
        read_sheets(archive({"xl/x": b"x"}), "a.xlsx")


def _read(data, name):
    try:
        return read_sheets(data, name)
    except ZhibiaoError:
        return []
