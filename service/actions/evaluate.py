"""How well search finds what labelled queries ask for, and what a change of library or model does to it.

Each evaluation leaves the gain of every query in the home, under the version of the library, so that a later one can be held
against it before it is released.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from indicators.errors import InvalidInput
from indicators.model.value import Value
from indicators.search.evaluate import Evaluation, LabelledQuery, evaluate_queries, read_queries
from service.resources import Resources

SHOWN = 10


class Kept(Value):
    """The gains (nDCG@10, fused) of one evaluation by query."""

    library_version: str
    model: str
    gains: dict[str, float]


class Moved(Value):
    """A query whose gain is another than before."""

    query: str
    before: float
    after: float


class Comparison(Value):
    """Two evaluations over the queries that both have; those that lost most and those that gained most first."""

    before: str
    after: str
    queries: int
    mean_before: float
    mean_after: float
    worse: tuple[Moved, ...]
    better: tuple[Moved, ...]

    def text(self) -> str:
        """Means, and the queries that moved most."""
        lines = [
            f"{self.queries} 条相同的查询，融合检索 nDCG@10",
            f"  {self.before}  {self.mean_before:.4f}",
            f"  {self.after}  {self.mean_after:.4f}",
        ]
        for word, moved in (("变差", self.worse), ("变好", self.better)):
            lines.append(f"{word} {len(moved)} 条")
            lines += [f"  {it.before:.2f} → {it.after:.2f}  {it.query}" for it in moved[:SHOWN]]
        return "\n".join(lines)


def evaluate(resources: Resources, text: str) -> Evaluation:
    """Measures of the three arms over JSON lines of queries. Raises InvalidInput naming a bad line."""
    return _evaluated(resources, read_queries(text))


def compare(resources: Resources, text: str, version: str) -> Comparison:
    """The same queries now and at an earlier evaluation. Raises InvalidInput naming the versions that were evaluated here."""
    before = _kept(resources, version)
    queries = read_queries(text)
    found = _evaluated(resources, queries)
    now = {_key(query): gain for query, gain in zip(queries, found.gains, strict=True)}
    common = [key for key in now if key in before.gains]
    if not common:
        raise InvalidInput(
            f"版本 {version} 的评测里没有这些查询；请先用同一个查询文件在那个版本上执行 zhibiao evaluate"
        )
    moved = [Moved(query=key.split("\t")[0], before=before.gains[key], after=now[key]) for key in common]
    return Comparison(
        before=f"{before.library_version}（{before.model}）",
        after=f"{resources.library.version}（{resources.embedder.name}）",
        queries=len(common),
        mean_before=round(sum(before.gains[key] for key in common) / len(common), 4),
        mean_after=round(sum(now[key] for key in common) / len(common), 4),
        worse=tuple(sorted((it for it in moved if it.after < it.before), key=lambda it: it.after - it.before)),
        better=tuple(sorted((it for it in moved if it.after > it.before), key=lambda it: it.before - it.after)),
    )


def _evaluated(resources: Resources, queries: Sequence[LabelledQuery]) -> Evaluation:
    found = evaluate_queries(resources.searcher, queries)
    kept = Kept(
        library_version=resources.library.version,
        model=resources.embedder.name,
        gains={_key(query): gain for query, gain in zip(queries, found.gains, strict=True)},
    )
    path = _folder(resources) / f"{kept.library_version}-{re.sub(r'[^A-Za-z0-9.@-]', '_', kept.model)}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(kept.model_dump_json(), "utf-8")
    return found


def _kept(resources: Resources, version: str) -> Kept:
    """The evaluation that ``version`` names: a library version, alone or with the model's name behind it."""
    paths = sorted(_folder(resources).glob("*.json"))
    for path in paths:
        if path.stem.startswith(version):
            return Kept.model_validate_json(path.read_text("utf-8"))
    known = "、".join(path.stem for path in paths) or "没有"
    raise InvalidInput(f"没有版本“{version}”的评测记录；这个数据目录里评测过的有：{known}")


def _folder(resources: Resources) -> Path:
    return resources.settings.home / "evaluations"


def _key(query: LabelledQuery) -> str:
    return f"{query.query}\t{query.sector or ''}"
