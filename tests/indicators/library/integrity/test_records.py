"""Records by themselves: what is missing or disagrees is named, with advice."""

import pytest

from indicators.model.indicator import Bounds, Direction, Indicator, Nature, Standard, StandardBasis
from tests.indicators.library.integrity.builders import COUNT, RECORD, advice, library


def test_a_whole_library_needs_no_mending():
    assert advice(library()) == []


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"definition": ""}, "缺少 definition"),
        ({"evidence": ()}, "缺少 evidence"),
        ({"purpose": ""}, "缺少 purpose"),
        ({"phrases": ("培训合格率95%", "合格")}, "phrases 不足4条"),
        ({"unit": ""}, "定量指标要有 formula 和 unit"),
        ({"name": "参加本年度业务培训并通过结业考试的学员所占比例"}, "名称有"),
        ({"level2": "时效指标"}, "不是small的层级原名|下没有"),
        ({"branches": ("采购",)}, "子方向“采购”不在领域人才发展的 branches 里"),
        ({"sector": "nobody"}, "不在 sectors.yaml 里"),
        ({"code": "XX001"}, "编码应以领域人才发展的前缀TD开头"),
        ({"direction": Direction.LOWER}, "越低越好的指标常用符号不能是≥"),
        ({"operators": ("≤",)}, "越高越好的指标常用符号不能是≤"),
        ({"operators": ("定性",)}, "定量指标的常用符号不能是 定性"),
        ({"nature": Nature.QUALITATIVE}, "定性指标不写单位"),
        ({"like": ("TD002",)}, "相近而没有 note"),
        ({"aliases": ("培训人次",)}, "“培训人次”也是"),
    ],
)
def test_a_fault_of_a_record_is_named_with_advice(record, said):
    assert any(part in line for line in advice(library(record=record)) for part in said.split("|"))


def test_a_standard_above_what_the_formula_allows_is_named():
    record = {
        "bounds": Bounds(high=100, why="部分不超过全部"),
        "standards": (Standard(basis=StandardBasis.PLAN, text="≥120%", operator="≥", value=120, unit="%"),),
    }

    assert advice(library(record=record)) == ["TD001 参考值≥120%超出公式允许的最大值100；请核对公式或参考值"]


def test_a_code_that_stands_twice_is_named():
    again = Indicator(**COUNT | {"code": "TD001", "name": "另一条"})

    assert any("编码出现2次" in line for line in advice(library(others=(again,))))


def test_retired_records_are_left_alone():
    retired = Indicator(**RECORD | {"code": "TD003", "status": "retired", "successor": "TD001", "phrases": ()})

    assert advice(library(others=(retired,))) == []
