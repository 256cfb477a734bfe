"""Places of rows whose level words say more than the framework's."""

import pytest

from indicators.model.sheet import SheetRow
from indicators.quality.levels import place_row


@pytest.mark.parametrize(
    ("framework", "level1", "level2", "place"),
    [
        ("department-six-dimensions", "履职效能", "工作时效", ("履职效能", "履职时效")),
        ("department-six-dimensions", "履职效能", "食品安全", ("履职效能", None)),
        ("mof-2021", "产出指标", "完成质量", ("产出指标", "质量指标")),
        ("mof-2021", "产出指标", "数量质量", ("产出指标", None)),
    ],
)
def test_a_second_level_that_only_says_more_is_understood(library, framework, level1, level2, place):
    found = place_row(SheetRow(level1=level1, level2=level2, name="按期办结率"), library.framework(framework))

    assert (found.level1, found.level2) == place
