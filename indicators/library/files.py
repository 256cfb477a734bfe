"""Reads and writes ``data/`` in its one canonical form.

Canonical: records in the order of their codes, keys in the order of the model, fields at their default left out,
short lists on one line. ``canonical(...)`` of what was read must equal the file; a test says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from indicators.errors import Detail, InvalidLibrary
from indicators.model.clause import Clause
from indicators.model.framework import Framework
from indicators.model.indicator import Indicator
from indicators.model.sector import Sector
from indicators.model.system import IndicatorSystem
from indicators.model.value import Value

DATA = Path(__file__).parent / "data"
WIDTH = 118

V = TypeVar("V", bound=Value)


class LibraryFiles(NamedTuple):
    """Everything that the data folder holds, as values."""

    sectors: tuple[Sector, ...]
    frameworks: tuple[Framework, ...]
    indicators: tuple[Indicator, ...]
    systems: tuple[IndicatorSystem, ...]
    clauses: tuple[Clause, ...]


def read_library(folder: Path = DATA) -> LibraryFiles:
    """All files of ``folder``. Raises InvalidLibrary naming file, entry and field of everything that does not fit."""
    return LibraryFiles(
        sectors=read_values(folder / "sectors.yaml", Sector),
        frameworks=_read_all(sorted((folder / "frameworks").glob("*.yaml")), Framework),
        indicators=_read_all([*sorted((folder / "indicators").glob("*.yaml")), folder / "patterns.yaml"], Indicator),
        systems=_read_all(sorted((folder / "systems").glob("*.yaml")), IndicatorSystem),
        clauses=read_values(folder / "clauses.yaml", Clause),
    )


def read_values(path: Path, kind: type[V]) -> tuple[V, ...]:
    """The list of records in one YAML file. Raises InvalidLibrary; a missing file holds nothing."""
    if not path.exists():
        return ()
    try:
        raw = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise InvalidLibrary(f"{path.name} 不是有效的 YAML：{error}") from error
    entries = raw if isinstance(raw, list) else [raw] if raw else []
    try:
        return tuple(TypeAdapter(list[kind]).validate_python(entries))  # type: ignore[valid-type]
    except ValidationError as error:
        raise InvalidLibrary(f"{path.name} 有不合格的条目", details=_details(path, entries, error)) from error


def canonical(values: Sequence[Value]) -> str:
    """The one text of these records (see the module)."""
    entries = [value.model_dump(mode="json", exclude_defaults=True) for value in values]
    body = yaml.dump(entries, Dumper=_Canonical, allow_unicode=True, sort_keys=False, width=WIDTH)
    return body.replace("\n- ", "\n\n- ")


def write_values(path: Path, values: Iterable[Value]) -> None:
    """Writes one file in canonical form."""
    path.write_text(canonical(list(values)), "utf-8")


def _read_all(paths: Iterable[Path], kind: type[V]) -> tuple[V, ...]:
    return tuple(value for path in paths for value in read_values(path, kind))


def _details(path: Path, entries: list[object], error: ValidationError) -> list[Detail]:
    details = []
    for fault in error.errors():
        index, *inside = fault["loc"]
        entry = entries[int(index)] if isinstance(index, int) and index < len(entries) else {}
        name = entry.get("code") or entry.get("slug") or entry.get("id") if isinstance(entry, dict) else None
        field = ".".join(str(part) for part in inside) or "条目"
        details.append(Detail(f"{path.name}:{name or index}.{field}", fault["msg"]))
    return details


class _Canonical(yaml.SafeDumper):
    """Short lists of plain words on one line; everything else in block form."""


def _represent_list(dumper: yaml.SafeDumper, data: list[object]) -> yaml.Node:
    words = all(isinstance(item, (str, int, float)) for item in data)
    short = sum(2 * len(str(item)) + 2 for item in data) <= WIDTH - 20
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=words and short)


_Canonical.add_representer(list, _represent_list)


def main(paths: Sequence[str]) -> None:
    """Rewrites indicator files in canonical form: ``python -m indicators.library.files FILE...``."""
    for name in paths:
        path = Path(name)
        indicators = {indicator.code: indicator for indicator in read_values(path, Indicator)}
        write_values(path, [indicators[code] for code in sorted(indicators)])


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
