"""Mutants of the declarations, which mutmut cannot reach: a rule without one of its conditions, or without one of the rules it requires.

Each is tried in a process of its own, which forgets the part and runs the tests of the configuration, the nearest first.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import get_context

import pytest
from mutmut.configuration import config

from indicators.quality.conditions import meaning_is_read
from indicators.quality.rule import Rule
from tests.bench.mutants.report import FORGOTTEN

PROCESSES = 2


def main() -> None:
    """Tries every one and writes which a test noticed."""
    with get_context("fork").Pool(PROCESSES, maxtasksperchild=1) as pool:
        tried = pool.starmap(_is_noticed, list(_parts()), chunksize=1)
    FORGOTTEN.parent.mkdir(exist_ok=True)
    FORGOTTEN.write_text(json.dumps(dict(tried), ensure_ascii=False, indent=1), "utf-8")


def _parts() -> Iterator[tuple[str, str, int]]:
    """Rule, field and place of every part that a rule may forget."""
    from indicators.quality.rules import RULES

    for rule in RULES:
        for field in ("applies", "requires"):
            for place, part in enumerate(getattr(rule, field)):
                if part is not meaning_is_read:
                    yield rule.id, field, place


def _is_noticed(rule_id: str, field: str, place: int) -> tuple[str, bool]:
    from indicators.quality.rules import RULES_BY_ID

    rule = RULES_BY_ID[rule_id]
    name = _forget(rule, field, place)
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        near = ["tests/indicators/quality/test_rules.py", "-k", f"{rule_id}-"]
        code = _tests(near) or _tests(config().pytest_add_cli_args_test_selection)
    return name, code == pytest.ExitCode.TESTS_FAILED


def _forget(rule: Rule, field: str, place: int) -> str:
    parts = getattr(rule, field)
    kept = replace(rule, **{field: parts[:place] + parts[place + 1 :]})
    object.__setattr__(rule, field, getattr(kept, field))
    part = parts[place]
    return f"{rule.id} {field} {part if isinstance(part, str) else part.__name__}"


def _tests(selection: list[str]) -> int:
    return pytest.main(["-x", "-q", "--rootdir=.", *selection, *config().pytest_add_cli_args])


if __name__ == "__main__":
    main()
