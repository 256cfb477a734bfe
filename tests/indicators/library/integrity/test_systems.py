"""Systems: exact sums, legal level-1 points, entries that exist, a version that is told."""

import pytest

from indicators.model.indicator import Indicator, Slot
from indicators.model.system import Change, SystemEntry
from tests.indicators.library.integrity.builders import COUNT, RECORD, advice, library


def entries(*weights, **more):
    return tuple(SystemEntry(code=f"TD00{number}", weight=weight, **more) for number, weight in enumerate(weights, 1))


@pytest.mark.parametrize(
    ("system", "said"),
    [
        ({"entries": entries(40, 49)}, "各条权重合计89，应为90"),
        ({"entries": entries(88, 2)}, "TD002只有2分"),
        ({"entries": (*entries(40), SystemEntry(code="TD009", weight=50))}, "编码TD009不存在"),
        ({"entries": (*entries(40), SystemEntry(code="TD001", weight=50))}, "编码TD001出现2次"),
        ({"entries": entries(40, 50, slot="干部培训")}, "不是模式，不写 slot"),
        ({"entries": entries(90)}, "核心体系应在2到4条之间"),
        ({"entries": entries(40, 40), "total": 80}, "不合small的任何一种规定"),
        ({"framework": "none"}, "没有体系框架“none”"),
        ({"usage": ""}, "缺少 usage"),
        ({"version": "1.1"}, "要说明现在的版本1.1"),
        ({"changes": (Change(version="0.9", what="旧"),)}, "要说明现在的版本1.0"),
        ({"branch": "采购"}, "子方向“采购”不在领域人才发展的 branches 里"),
        ({"sector": "common"}, "talent 没有指标体系|TD001属于别的领域"),
    ],
)
def test_a_fault_of_a_system_is_named_with_advice(system, said):
    assert any(part in line for line in advice(library(**system)) for part in said.split("|"))


def test_a_pattern_stands_in_a_system_with_what_fills_it():
    slot = Slot(name="培训", kind="活动", examples=("干部培训",))
    pattern = Indicator(**COUNT | {"code": "CM001", "name": "〔培训〕人次", "sector": "common", "slot": slot})
    filled = (*entries(40), SystemEntry(code="CM001", weight=50, slot="干部培训"))
    empty = (*entries(40), SystemEntry(code="CM001", weight=50))

    assert advice(library(others=(pattern,), entries=filled)) == []
    assert advice(library(others=(pattern,), entries=empty)) == ["talent-training CM001是模式，要写 slot"]


def test_a_retired_entry_is_replaced_by_its_successor():
    retired = Indicator(**RECORD | {"code": "TD003", "status": "retired", "successor": "TD001"})
    old = (SystemEntry(code="TD003", weight=40), SystemEntry(code="TD002", weight=50))

    assert advice(library(others=(retired,), entries=old)) == ["talent-training TD003已停用；请换成TD001"]
