"""The commands for the library and what is derived from it: search, evaluate, library, index and rules."""

from __future__ import annotations

from typing import Annotated

import typer

from indicators.errors import InvalidInput
from indicators.model.indicator import Indicator
from service.cli.terminal import AsJson, ProfileOption, SectorOption, argument, put, read_bytes, resources, tell

library_app = typer.Typer(
    help="指标库：列出、查看、校验、查重、家底和变更。", no_args_is_help=True, rich_markup_mode=None
)
index_app = typer.Typer(help="检索索引：重建、状态、核对。", no_args_is_help=True, rich_markup_mode=None)
rules_app = typer.Typer(help="审核规则：列出、解释。", no_args_is_help=True, rich_markup_mode=None)


def search(
    text: Annotated[str, typer.Argument(help="要找的内容，如“培训干部280人次”。", metavar="TEXT")],
    sector: SectorOption = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="最多几条。")] = 10,
    as_json: AsJson = False,
) -> None:
    """按含义和词语查找指标。"""
    from service.actions.search import search as find
    from service.documents.plain import hits_text

    with resources() as opened:
        answer = find(opened, argument(text), sector=sector, limit=limit)
    put(answer.model_dump(mode="json") if as_json else hits_text(answer))


def evaluate(
    queries: Annotated[
        str, typer.Argument(help="JSON 行文件，每行 query、relevant、sector。", metavar="QUERIES.jsonl")
    ],
    against: Annotated[
        str | None,
        typer.Option("--against", help="与这个指标库版本上一次评测相比，逐条查询看变好变差。", metavar="VERSION"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """用带答案的查询衡量检索：nDCG@10、recall@10、recall@20、MRR@10。"""
    from service.actions.evaluate import compare
    from service.actions.evaluate import evaluate as measure

    text = read_bytes(queries)[0].decode("utf-8-sig")
    with resources() as opened:
        if against:
            moved = compare(opened, text, against)
            put(moved.model_dump(mode="json") if as_json else moved.text())
        else:
            result = measure(opened, text)
            put(result.model_dump(mode="json", by_alias=True) if as_json else result.text())


@library_app.command("list")
def library_list(
    sector: SectorOption = None,
    core: Annotated[bool, typer.Option("--core", help="只列核心指标。")] = False,
    as_json: AsJson = False,
) -> None:
    """列出指标。"""
    from service.actions.library import list_indicators
    from service.documents.library import indicators_text

    with resources() as opened:
        found = list_indicators(opened, sector=sector, core=core or None)
        version = opened.library.version
    entries = [_indicator_json(indicator) for indicator in found]
    put({"library_version": version, "indicators": entries} if as_json else indicators_text(found))


@library_app.command("systems")
def library_systems(sector: SectorOption = None, as_json: AsJson = False) -> None:
    """列出指标体系：各领域成套的核心指标和权重。"""
    from service.actions.library import list_systems
    from service.documents.library import systems_text

    with resources() as opened:
        found, library = list_systems(opened, sector=sector), opened.library
    entries = [system.model_dump(mode="json") for system in found]
    put({"library_version": library.version, "systems": entries} if as_json else systems_text(found, library))


@library_app.command("show")
def library_show(code: Annotated[str, typer.Argument(metavar="CODE")], as_json: AsJson = False) -> None:
    """查看一条指标（写编码）或一套指标体系（写标识）的全部内容。"""
    from indicators.library.official import official_record
    from service.actions.library import show_entry
    from service.documents.library import indicator_text, system_text

    with resources() as opened:
        entry, library = show_entry(opened, code), opened.library
    shown = entry.model_dump(mode="json")
    if isinstance(entry, Indicator):
        shown["official_record"] = official_record(entry, library)
        put(shown if as_json else indicator_text(entry, library))
    else:
        put(shown if as_json else system_text(entry, library))


@library_app.command("validate")
def library_validate(
    phrases: Annotated[
        bool, typer.Option("--phrases", help="再逐条抽去一种草稿写法去检索，看先找到的是不是它自己；约一分钟。")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """校验随包的指标库：字段、层级、公式、引用、文号、体系权重、相近指标和变更说明。"""
    from indicators.library.files import read_library
    from indicators.library.snapshot import Library
    from indicators.search.held_out import held_out, shares
    from service.actions.library import faults
    from service.documents.library import faults_text, phrases_text
    from service.resources import lazy_embedder
    from service.settings import read_settings

    library = Library.from_files(read_library())
    embedder = lazy_embedder(read_settings(), tell)
    found = faults(library, embedder)
    answers = held_out(library, embedder, progress=tell) if phrases else []
    figures = shares(library, answers)
    if as_json:
        answer = {
            "library_version": library.version,
            "indicators": len(library.active),
            "faults": [vars(f) for f in found],
        }
        put(answer | ({"phrases": figures} if phrases else {}))
    else:
        put(faults_text(found, library) + ("\n\n" + phrases_text(answers, figures, library) if phrases else ""))
    if found:
        raise typer.Exit(2)


@library_app.command("health")
def library_health(as_json: AsJson = False) -> None:
    """指标库的家底：各领域的条数、核心、层级、出处和薄弱处。"""
    from indicators.library.health import health
    from service.documents.library import health_text

    with resources() as opened:
        found = health(opened.library)
    put(found.model_dump(mode="json") if as_json else health_text(found))


@library_app.command("duplicates")
def library_duplicates(
    sector: SectorOption = None,
    everything: Annotated[bool, typer.Option("--all", help="已经写明区别的也列出。")] = False,
    as_json: AsJson = False,
) -> None:
    """找出含义相近的指标：合并，或写明怎样区分。"""
    from service.actions.library import duplicates
    from service.documents.library import pairs_text

    with resources() as opened:
        pairs = [pair for pair in duplicates(opened, sector=sector) if everything or not pair.told_apart]
    listed = [
        {"one": it.one.code, "other": it.other.code, "likeness": it.likeness, "told_apart": it.told_apart}
        for it in pairs
    ]
    put({"pairs": listed} if as_json else pairs_text(pairs))


@library_app.command("wanted")
def library_wanted(
    limit: Annotated[int, typer.Option(min=1, max=1000, help="最多列几条。")] = 50,
    as_json: AsJson = False,
) -> None:
    """列出草稿问到而指标库没有的：没有覆盖的任务、自拟的指标名、没有给出建议的文本，问得多的在前。"""
    from service.actions.library import list_wanted
    from service.documents.library import wanted_text

    with resources() as opened:
        wants = list_wanted(opened, limit=limit)
    put({"wanted": [want.model_dump(mode="json") for want in wants]} if as_json else wanted_text(wants))


@library_app.command("import")
def library_import(
    file: Annotated[str, typer.Argument(help="指标库文件：.csv 或 .xlsx，至少有 name、sector 两列。", metavar="FILE")],
    home_only: Annotated[
        bool, typer.Option("--home-only", help="在空的数据目录里建一个自己的指标库，不放入自带的指标。")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """把一个指标库文件导入空的数据目录，成为它自己的指标库：任何领域、任何行业都可以。"""
    from service.actions.library import import_file
    from service.documents.library import unread_text

    if not home_only:
        raise InvalidInput("目前只能导入成为数据目录自己的指标库；请加 --home-only，并用 ZHIBIAO_HOME 指定一个空目录")
    data, name = read_bytes(file)
    with resources(fill=False) as opened:
        result = import_file(opened, data, name)
    counts = f"新增 {result.added} 条，修改 {result.changed} 条，版本 {result.library_version}"
    put(result.model_dump(mode="json") if as_json else "\n".join(filter(None, (unread_text(result.unread), counts))))


@library_app.command("diff")
def library_diff(as_json: AsJson = False) -> None:
    """本数据目录的指标库与最近一次发布相比，新增、修改、停用了哪些。"""
    from indicators.library.releases import differences, read_lock
    from service.documents.library import differences_text

    lock = read_lock()
    with resources() as opened:
        found, library = differences(opened.library, lock), opened.library
    put({"release": lock.version, **vars(found)} if as_json else differences_text(found, lock.version, library))


@index_app.command("build")
def index_build(as_json: AsJson = False) -> None:
    """按数据库重建索引，建好后替换旧的。"""
    from service.actions.index import build

    with resources() as opened:
        status = build(opened)
    put(status.model_dump(mode="json") if as_json else status.text())


@index_app.command("status")
def index_status(as_json: AsJson = False) -> None:
    """索引的条数、模型、引擎和待处理的变更。"""
    from service.actions.index import status as state

    with resources() as opened:
        status = state(opened)
    put(status.model_dump(mode="json") if as_json else status.text())


@index_app.command("doctor")
def index_doctor(
    fix: Annotated[bool, typer.Option("--fix", help="发现不一致时修好。")] = False, as_json: AsJson = False
) -> None:
    """核对索引与数据库的编码集合和内容指纹。"""
    from service.actions.index import doctor

    with resources() as opened:
        report = doctor(opened, fix=fix)
    put(report.model_dump(mode="json") if as_json else report.text())
    if not report.consistent:
        raise typer.Exit(3)


@rules_app.command("list")
def rules_list(profile: ProfileOption = None, as_json: AsJson = False) -> None:
    """列出全部规则，级别按规则集标注；不启用的写明理由。"""
    from service.actions.rules import list_rules
    from service.documents.plain import SEVERITY_WORDS, table

    rules = list_rules(profile) if profile else list_rules()
    if as_json:
        put({"rules": [rule.model_dump(mode="json") for rule in rules]})
    else:
        rows = [
            (
                rule.id,
                rule.aspect,
                "不启用" if rule.disabled else SEVERITY_WORDS[rule.severity],
                f"{rule.title}（{rule.disabled}）" if rule.disabled else rule.title,
            )
            for rule in rules
        ]
        put("\n".join(table(("编号", "方面", "级别", "问题"), rows)))


@rules_app.command("explain")
def rules_explain(
    rule: Annotated[str, typer.Argument(metavar="ID")], profile: ProfileOption = None, as_json: AsJson = False
) -> None:
    """解释一条规则：为什么、怎么改、依据和例子。"""
    from service.actions.rules import explain
    from service.documents.plain import rule_text

    entry = explain(rule, profile) if profile else explain(rule)
    put(entry.model_dump(mode="json") if as_json else rule_text(entry))


def _indicator_json(indicator: Indicator) -> dict[str, object]:
    entry = indicator.model_dump(mode="json")
    return entry | {"core": indicator.is_core, "core_mark": indicator.core.value}
