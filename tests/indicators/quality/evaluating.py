"""Filled forms put before the rules of self-evaluation: for their tests."""

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.checker import check_sheet
from indicators.quality.examples import sheet

LIBRARY = Library.from_files(read_library())
PEOPLE = {"name": "培训人次", "target": "≥200人次", "weight": 50}
BENEFIT = {"level1": "效益指标", "level2": "社会效益指标", "name": "结业率", "target": "≥90%", "weight": 40}
EXECUTION = {"level1": "预算执行率", "level2": "", "name": "预算执行率", "target": "100%", "weight": 10}


def check(*rows, **fields):
    drafted = sheet(*rows, alone=True, **fields)
    return check_sheet(drafted, LIBRARY, source="自评表.xlsx", stages=("self-evaluation",))


def names(*rows, **fields):
    return [finding.name for finding in check(*rows, **fields).findings]


def outcome(rule, *rows, **fields):
    return next(one for one in check(*rows, **fields).outcomes if one.rule == rule)
