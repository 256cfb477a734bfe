"""A batch report in words: as text for a terminal, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indicators.text.values import written
from service.documents.batch_report import BatchReport, Comparison, RuleLine
from service.documents.opinion_markdown import markdown_table
from service.documents.plain import SEVERITY_WORDS, table

Table = tuple[Sequence[str], list[tuple[str, ...]]]

MOST_LINES = 20
"""Lines of each table on a terminal; a file holds them all."""


def batch_text(report: BatchReport) -> str:
    """The report for a terminal; long tables are cut and say so."""
    parts = [summary(report)]
    for heading, (header, rows) in _tables(report).items():
        if rows:
            parts += ["", heading, *table(header, rows[:MOST_LINES])]
        if len(rows) > MOST_LINES:
            parts.append(f"……另有{len(rows) - MOST_LINES}行，用 --format markdown、xlsx 或 json 看全部")
    return "\n".join(parts)


def batch_markdown(report: BatchReport) -> str:
    """The whole report in Markdown."""
    parts = ["# 绩效目标批量审核报告", "", summary(report)]
    for heading, (header, rows) in _tables(report).items():
        if rows:
            parts += ["", f"## {heading}", "", *markdown_table(header, rows)]
    return "\n".join(parts)


def summary(report: BatchReport) -> str:
    """The figures in one paragraph."""
    sheets = report.sheets
    errors, warnings, infos = (sum(getattr(it, name) for it in sheets) for name in ("errors", "warnings", "infos"))
    grades = "、".join(f"{grade} {count}" for grade, count in report.grades.items())
    said = [
        f"检查了{len(sheets)}张表，{sum(it.rows for it in sheets)}条指标：错误 {errors}，警告 {warnings}，提示 {infos}",
        f"等级 {grades}" if grades else "",
        f"建议通过 {report.passed} 张，不通过 {len(sheets) - report.passed} 张" if sheets else "",
        f"没有读入 {len(report.failed)} 个" if report.failed else "",
        _compared(report.comparison) if report.comparison else "",
    ]
    return "；".join(filter(None, said)) + "。"


def rule_rows(report: BatchReport) -> list[tuple[str, ...]]:
    """Rules by the number of sheets that they speak on."""
    return [
        (
            line.rule,
            line.title,
            SEVERITY_WORDS[line.severity],
            str(line.findings),
            f"{line.sheets}（{line.share:.0%}）",
            _examples(line),
        )
        for line in report.rules
    ]


RULES = ("规则", "问题", "级别", "处", "表", "例子")
DEPARTMENTS = ("主管部门", "表", "平均分", "错误", "警告", "建议通过", "最常见的问题")
SHEETS = ("得分", "等级", "错误", "警告", "提示", "建议", "文件", "项目")
CHANGES = ("规则", "问题", "上次", "这次", "增减")
MOVES = ("上次", "这次", "已改好", "新出现", "仍在", "文件", "项目")


def department_rows(report: BatchReport) -> list[tuple[str, ...]]:
    """Departments from the lowest mean score on."""
    return [
        (
            it.department,
            str(it.sheets),
            written(it.score),
            str(it.errors),
            str(it.warnings),
            str(it.passed),
            it.common or "无",
        )
        for it in report.departments
    ]


def change_rows(found: Comparison | None) -> list[tuple[str, ...]]:
    """Rules by how many fewer findings there are than before."""
    return [
        (it.rule, it.title, str(it.before), str(it.after), f"{it.after - it.before:+d}")
        for it in (found.rules if found else ())
        if it.after != it.before
    ]


def move_rows(found: Comparison | None) -> list[tuple[str, ...]]:
    """Sheets of both checks, the most improved first."""
    moved = sorted(found.sheets if found else (), key=lambda it: it.score_before - it.score_after)
    return [
        (
            written(it.score_before),
            written(it.score_after),
            str(it.gone),
            str(it.new),
            str(it.still),
            it.source,
            it.project,
        )
        for it in moved
    ]


def report_pages(report: BatchReport) -> dict[str, Table]:
    """The tables that a workbook has beside findings and sheets, those without rows left out."""
    found = report.comparison
    pages = {
        "按规则": (RULES, rule_rows(report)),
        "按部门": (DEPARTMENTS, department_rows(report)),
        "与上次相比（规则）": (CHANGES, change_rows(found)),
        "与上次相比（表）": (MOVES, move_rows(found)),
    }
    return {title: table for title, table in pages.items() if table[1]}


def _tables(report: BatchReport) -> dict[str, Table]:
    found = report.comparison
    return {
        "最常见的问题": (RULES, rule_rows(report)),
        "各部门": (DEPARTMENTS, department_rows(report)),
        "各表（从低分到高分）": (SHEETS, _sheet_rows(report)),
        "与上次相比：各规则": (CHANGES, change_rows(found)),
        "与上次相比：各表": (MOVES, move_rows(found)),
        "只在上次": (("文件",), _listed(found.only_before if found else ())),
        "只在这次": (("文件",), _listed(found.only_now if found else ())),
        "没有读入": (("文件", "原因"), [(it.source, it.message) for it in report.failed]),
    }


def _sheet_rows(report: BatchReport) -> list[tuple[str, ...]]:
    return [
        (
            written(it.score) if it.grade else "",
            it.grade or "未评",
            str(it.errors),
            str(it.warnings),
            str(it.infos),
            it.result,
            it.source,
            it.project,
        )
        for it in report.sheets
    ]


def _compared(found: Comparison) -> str:
    gone, new = sum(it.gone for it in found.sheets), sum(it.new for it in found.sheets)
    return (
        f"与上次相比，{len(found.sheets)}张表可比：{found.better}张得分提高、{found.worse}张降低；"
        f"{gone}处问题不再出现，{new}处是新的"
    )


def _examples(line: RuleLine) -> str:
    return "；".join(f"{it.source}{f'第{it.row}行' if it.row else ''}：{it.message}" for it in line.examples)


def _listed(sources: Iterable[str]) -> list[tuple[str, ...]]:
    return [(source,) for source in sources]
