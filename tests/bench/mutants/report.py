"""Writes MUTANTS.md: what was found, module by module, and every survivor with its explanation.

``explained.yaml`` holds the explanations. A survivor is named by its function and the line that it changes, not by its number,
which moves when code moves; ``matching`` explains those whose name a pattern finds.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import yaml
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files
from mutmut.utils.format_utils import orig_function_and_class_names_from_key

from tests.bench.mutants.visible import VALUE

HERE = Path(__file__).parent
PAGE = HERE.parent / "MUTANTS.md"
FORGOTTEN = Path("mutants") / "declarations.json"
"""Each part of a declaration that a rule forgot, and whether a test noticed."""
KILLED = frozenset({"killed", "timeout"})
UNEXPLAINED = "Not explained: look at these"
INTRODUCTION = """# Mutants

Written by `make mutants`; the explanations stand in `mutants/explained.yaml`. A mutant is the code with one thing changed: a number, a
comparison, a condition, an argument, an anchor of a pattern. It is killed where a test fails, and survives where none notices.

mutmut 3.8.1 makes and runs them. It passes over decorated functions, which all rules are, and over constants of a module; `mutants/visible.py`
shows it both. Not mutated: words for people (messages, reasons, f-strings), single words of word lists, alternatives of patterns, docstrings,
what a decorator is given (conditions and required rules are tried apart by `mutants/declarations.py`), `rules/tasks.py`, whose tests need the model. Not run: the tests with the model,
with sampled sheets, and with all names of the library. So a survivor may still be killed by `make test`.
"""


class Mutant(NamedTuple):
    """One mutant that was run: where, how it came out, and for one that lives the changed line before and after."""

    module: str
    place: str
    status: str
    before: str = ""
    after: str = ""

    @property
    def name(self) -> str:
        return f"{self.module}.{self.place}: {self.before} → {self.after}"


def write() -> None:
    """The page from the last run."""
    PAGE.write_text("\n".join(_page(mutants())), "utf-8")


def mutants() -> tuple[Mutant, ...]:
    """Every mutant that was run, from what mutmut has written."""
    found = []
    for path in sorted(walk_mutatable_files()):
        data = SourceFileMutationData(path=path)
        data.load()
        found += [_mutant(path, key, code) for key, code in data.exit_code_by_key.items() if code is not None]
    return tuple(found)


def _mutant(path: Path, key: str, code: int) -> Mutant:
    function, class_name = orig_function_and_class_names_from_key(key)
    place = f"{class_name}.{function}" if class_name else function.removesuffix(VALUE)
    module = ".".join(path.with_suffix("").parts[2:])
    status = status_by_exit_code[code]
    return Mutant(module, place, status, *(() if status in KILLED else _changed(key, path)))


def _changed(key: str, path: Path) -> tuple[str, str]:
    """The lines that a mutant changes, before and after, each in one line."""
    lines = get_diff_for_mutant(key, path=path).split("\n")[3:]
    before, after = (" ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    return _differing(before.replace(VALUE + "()", ""), after.replace(VALUE + "()", ""))


def _differing(before: str, after: str, *, most: int = 110) -> tuple[str, str]:
    """Both texts cut to what surrounds their difference, where they are long."""
    if max(len(before), len(after)) <= most:
        return before, after
    pairs = enumerate(zip(before, after, strict=False))
    start = next((place for place, (one, other) in pairs if one != other), min(len(before), len(after)))
    cut = max(0, start - most // 2)
    head = "…" if cut else ""
    return head + before[cut : cut + most], head + after[cut : cut + most]


def _page(run: tuple[Mutant, ...]) -> Iterable[str]:
    survivors = Counter(mutant.name for mutant in run if mutant.status not in KILLED)
    yield from (INTRODUCTION, *_table(run), "")
    forgotten = json.loads(FORGOTTEN.read_text("utf-8")) if FORGOTTEN.exists() else {}
    survivors.update(name for name, is_noticed in forgotten.items() if not is_noticed)
    if forgotten:
        noticed = sum(forgotten.values())
        yield f"Of {len(forgotten)} parts of declarations (conditions, required rules) that a rule forgets, {noticed} are noticed."
    yield from ("", "## Survivors", "")
    for reason, names in _by_reason(survivors).items():
        yield from (
            f"### {reason} ({sum(survivors[name] for name in names)})",
            "",
            *(f"- `{name}`" for name in names),
            "",
        )


def _by_reason(survivors: Iterable[str]) -> dict[str, list[str]]:
    groups = yaml.safe_load((HERE / "explained.yaml").read_text("utf-8"))
    by_reason: dict[str, list[str]] = {UNEXPLAINED: [], **{group["reason"]: [] for group in groups}}
    for name in survivors:
        by_reason[next((group["reason"] for group in groups if _explains(group, name)), UNEXPLAINED)].append(name)
    return {reason: sorted(names) for reason, names in by_reason.items() if names}


def _explains(group: dict[str, list[str]], name: str) -> bool:
    return name in group.get("mutants", ()) or any(re.search(one, name) for one in group.get("matching", ()))


def _table(run: Iterable[Mutant]) -> Iterable[str]:
    counts: dict[str, Counter[str]] = {}
    for mutant in run:
        counts.setdefault(mutant.module, Counter())[mutant.status] += 1
    yield "| module | mutants | killed | survived | no test | score |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for module, one in counts.items():
        yield _line(module, one)
    yield _line("**all**", sum(counts.values(), Counter()))


def _line(module: str, counts: Counter[str]) -> str:
    total, killed = counts.total(), sum(counts[status] for status in KILLED)
    rest = total - killed - counts["no tests"]
    return f"| {module} | {total} | {killed} | {rest} | {counts['no tests']} | {100 * killed / total:.0f} % |"
