"""Releases of the curated library: what changed and why, for those who use it from year to year.

``data/releases.yaml`` is written by curators, newest first; ``data/released.json`` fixes what the newest release held, a
fingerprint an entry. What differs from it must be explained by the pending release, codes never vanish, and a changed
system has a new version: ``faults`` says what is missing, ``page`` prints ``CHANGES.md``.

A release is cut with ``python -m indicators.library.releases``: the pending one becomes the newest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from indicators.library.files import DATA, read_library, read_values
from indicators.library.integrity import Fault
from indicators.library.snapshot import Library
from indicators.model.indicator import Indicator
from indicators.model.system import IndicatorSystem
from indicators.model.value import Value

LOG = DATA / "releases.yaml"
LOCK = DATA / "released.json"


class Change(Value):
    """What changed and why. ``entries`` are codes and slugs; none where the whole library is meant."""

    what: str
    why: str
    entries: tuple[str, ...] = ()


class Release(Value):
    """One release: year.number, the day on which it was cut (empty while it is pending), and its changes."""

    version: str
    date: str = ""
    title: str
    changes: tuple[Change, ...]

    @property
    def is_pending(self) -> bool:
        return not self.date


class Lock(Value):
    """What the newest release held: code -> fingerprint, and slug of a system -> its version and fingerprint."""

    version: str
    indicators: dict[str, str]
    systems: dict[str, tuple[str, str]]


@dataclass(frozen=True)
class Differences:
    """Entries that differ from the newest release."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    retired: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.added, *self.changed, *self.retired, *self.gone)


def read_releases(path: Path = LOG) -> tuple[Release, ...]:
    """All releases, newest first. Raises InvalidLibrary naming what does not fit."""
    return read_values(path, Release)


def read_lock(path: Path = LOCK) -> Lock:
    """What the newest release held."""
    return Lock.model_validate_json(path.read_text("utf-8"))


def lock_of(library: Library, version: str) -> Lock:
    """The lock that fixes the library as it is now."""
    return Lock(
        version=version,
        indicators={it.code: _fingerprint(it) for it in sorted(library.indicators, key=lambda it: it.code)},
        systems={it.slug: (it.version, _fingerprint(it)) for it in sorted(library.systems, key=lambda it: it.slug)},
    )


def differences(library: Library, lock: Lock) -> Differences:
    """What is new, changed, retired or gone since the release that ``lock`` fixes; systems stand by their slug."""
    now = lock_of(library, "")
    known = lock.indicators | {slug: print_ for slug, (_, print_) in lock.systems.items()}
    here = now.indicators | {slug: print_ for slug, (_, print_) in now.systems.items()}
    changed = [entry for entry, print_ in here.items() if entry in known and known[entry] != print_]
    retired = {entry for entry in changed if entry in library.by_code and not library.by_code[entry].is_active}
    return Differences(
        added=tuple(entry for entry in here if entry not in known),
        changed=tuple(entry for entry in changed if entry not in retired),
        retired=tuple(entry for entry in changed if entry in retired),
        gone=tuple(entry for entry in known if entry not in here),
    )


def faults(library: Library, lock: Lock, releases: Iterable[Release]) -> list[Fault]:
    """What a curator must still do before the library can be released."""
    found = differences(library, lock)
    pending = next((release for release in releases if release.is_pending), None)
    told = {entry for change in pending.changes for entry in change.entries} if pending else set()
    advice = [
        Fault(entry, "编码或标识不能消失；请恢复这一条，停用的写 status: retired 和 successor") for entry in found.gone
    ]
    advice += [
        Fault(entry, "与上一版不同而没有说明；请在 releases.yaml 待发布的一版里写明改了什么、为什么")
        for entry in (*found.added, *found.changed, *found.retired)
        if entry not in told
    ]
    for system in library.systems:
        version, _ = lock.systems.get(system.slug, ("", ""))
        if system.slug in found.changed and version == system.version:
            advice.append(Fault(system.slug, f"体系内容变了而版本仍是{version}；请升版本并在 changes 里写明"))
    return advice


def page(releases: Iterable[Release], library: Library) -> str:
    """The change guide as Markdown, newest first."""
    names = {it.code: it.name for it in library.indicators} | {it.slug: it.name for it in library.systems}
    lines = [
        "# 指标库变更说明",
        "",
        "由 `make generate` 生成，来源是 `data/releases.yaml`。编码永久不变；停用的指标写明由哪一条接替，旧目标表里的编码仍能查到。",
    ]
    for release in releases:
        lines += ["", f"## {release.version}　{release.date or '待发布'}", "", release.title, ""]
        for change in release.changes:
            lines.append(f"- {change.what}。{change.why}。")
            if change.entries:
                lines.append("  - " + "、".join(f"{entry} {names.get(entry, '')}".strip() for entry in change.entries))
    retired = [it for it in library.indicators if not it.is_active]
    lines += ["", "## 已停用的指标", ""]
    lines += [f"- {it.code} {it.name} → {_heir(it, names)}" for it in retired] or ["没有。"]
    return "\n".join(lines) + "\n"


def change_guide() -> str:
    """The change guide of the curated library."""
    return page(read_releases(), Library.from_files(read_library()))


def _heir(indicator: Indicator, names: dict[str, str]) -> str:
    heir = indicator.successor
    return f"{heir} {names.get(heir, '')}".strip() if heir else indicator.note


def _fingerprint(value: Indicator | IndicatorSystem) -> str:
    """Eight hex digits over the record without its defaults, so that a field added to the model changes nothing."""
    return hashlib.sha256(value.model_dump_json(exclude_defaults=True).encode()).hexdigest()[:8]


def main() -> None:
    """Fixes what the library holds now as the release that is named first in the log."""
    library = Library.from_files(read_library())
    lock = lock_of(library, read_releases()[0].version)
    LOCK.write_text(json.dumps(lock.model_dump(), ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
