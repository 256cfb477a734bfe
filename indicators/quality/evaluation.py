"""The self-evaluation form (项目支出绩效自评表): its points, its execution, and whether its texts give reasons.

Source of the form: 财预〔2020〕10号 附1; the head holds the execution (全年执行数, 执行率, 得分), the rows the indicators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indicators.model.sheet import TargetSheet
from indicators.quality.progress import execution_rate
from indicators.quality.reading import ReadRow, ReadSheet, plain
from indicators.quality.reasons import gives_reason, has_words, is_of_money, reason_sentences
from indicators.text.values import read_target

_MONEY = re.compile(r"执行|支付|支出|资金|结余|结转|预算|拨付|付款|节约|节支|款项|尾款|质保金|经费")


def scored_rows(sheet: ReadSheet) -> tuple[ReadRow, ...]:
    """Indicators and 预算执行率, where it is a row of the table."""
    return (*sheet.rows, *sheet.execution)


def weights_with_execution(sheet: ReadSheet) -> float | None:
    """The sum of all weights with that of 预算执行率; None where that weight is not written."""
    rows = sum(line.row.weight or 0 for line in scored_rows(sheet))
    if any(line.row.weight for line in sheet.execution):
        return rows
    return None if sheet.sheet.execution_weight is None else rows + sheet.sheet.execution_weight


def scores_with_execution(sheet: ReadSheet) -> float | None:
    """The sum of all scores with that of 预算执行率; None where that score is not written."""
    rows = sum(line.row.score or 0 for line in scored_rows(sheet))
    if any(line.row.score is not None for line in sheet.execution):
        return rows
    return None if sheet.sheet.execution_score is None else rows + sheet.sheet.execution_score


def execution(sheet: ReadSheet) -> float | None:
    """预算执行率 in percent: from the sums, as written in the head, or as the actual value of its row."""
    rate = execution_rate(sheet.sheet)
    return rate if rate is not None else written_in_row(sheet)


def written_in_row(sheet: ReadSheet) -> float | None:
    """The rate that a row 预算执行率 gives as its actual value, in percent."""
    for line in sheet.execution:
        value = read_target(line.row.actual or "", line.unit).value
        if isinstance(value, float):
            return value * 100 if value <= 1 else value
    return None


def recomputed_rates(sheet: TargetSheet) -> tuple[float, ...]:
    """Spent over each budget that the form gives (adjusted, initial), in percent: the texts differ in the base."""
    budgets = (sheet.adjusted_budget, sheet.budget)
    return tuple(100 * sheet.spent / budget for budget in budgets if budget and sheet.spent is not None)


def is_explained(line: ReadRow, sheet: TargetSheet) -> bool:
    """Whether a reason may stand anywhere: in the row's own column, in its notes, or in the text on the whole.

    A sentence of that text on the money explains the execution, and a row only where it names what the row counts.
    """
    if has_words(line.row.deviation) or gives_reason(line.notes):
        return True
    reasons = reason_sentences(sheet.evaluation)
    return any(not is_of_money(sentence) or _names(sentence, line.name) for sentence in reasons)


def execution_is_explained(sheet: ReadSheet) -> bool:
    """Whether any text of the form speaks of the money, or the row 预算执行率 has a text of its own."""
    own = any(has_words(line.row.deviation) or gives_reason(line.notes) for line in sheet.execution)
    return own or any(_MONEY.search(text) for text in _texts(sheet))


def _names(sentence: str, name: str) -> bool:
    words = plain(name)
    return any(words[start : start + 2] in sentence for start in range(len(words) - 1))


def _texts(sheet: ReadSheet) -> Iterator[str]:
    yield sheet.sheet.evaluation
    yield from (line.row.deviation for line in scored_rows(sheet))
