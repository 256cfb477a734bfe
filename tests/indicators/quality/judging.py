"""Sheets put before the rules, and what one rule says of them: for the tests of rules at their edges."""

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.quality.checker import check_sheet
from indicators.quality.examples import row, sheet

LIBRARY = Library.from_files(read_library())
OUTPUT = {"name": "改造面积", "target": "≥500平方米"}
QUALITY = {"level2": "质量指标", "name": "验收合格率", "target": "≥98%"}
BENEFIT = {"level1": "效益指标", "level2": "社会效益指标", "name": "设施年使用率", "target": "≥70%"}
EXECUTION = {"level1": "预算执行率", "level2": "", "name": "预算执行率", "target": "=100%"}


def check(*rows, **fields):
    checked = check_sheet(sheet(*rows, alone=True, **fields), LIBRARY, source="表.xlsx")
    assert "error" not in {one.outcome for one in checked.outcomes}
    return checked


def told(rule, *rows, **fields):
    """The rows of which a rule speaks, None for the whole sheet."""
    return [one.row for one in check(*rows, **fields).findings if one.rule == rule]


def outcome(rule, *rows, **fields):
    return next(one for one in check(*rows, **fields).outcomes if one.rule == rule)


def messages(rule, *rows, **fields):
    return [one.message for one in check(*rows, **fields).findings if one.rule == rule]


COST = {"level1": "成本指标", "level2": "经济成本指标"}
SATISFACTION = {"level1": "满意度指标", "level2": "服务对象满意度指标"}
TIME = {"level2": "时效指标"}


def weighted(*weights):
    names = (
        "改造面积",
        "更换门窗数",
        "管线长度",
        "实训工位数",
        "绿化面积",
        "亮化面积",
        "围墙长度",
        "操场面积",
        "座椅数量",
    )
    return [row(name=name, target="≥60个", weight=weight) for name, weight in zip(names, weights, strict=False)]


def check_whole(drafted, **given):
    return check_sheet(drafted, LIBRARY, source="表.xlsx", **given)


def outcomes(checked):
    return {outcome.rule: outcome for outcome in checked.outcomes}


def findings(checked, rule):
    return [finding for finding in checked.findings if finding.rule == rule]
