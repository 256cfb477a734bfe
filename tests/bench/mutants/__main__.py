"""``make mutants``: mutates the rules, runs the tests of each mutant, writes MUTANTS.md. Names (``*scoring*``) choose mutants to run again."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import mutmut.__main__ as mutmut
from mutmut.mutation import trampoline
from mutmut.runners.harness import PytestRunner

from tests.bench.mutants import operators, report
from tests.bench.mutants.visible import visible

PROCESSES = "2"


def main() -> None:
    """Runs what is not run yet, or the mutants named, and writes the page."""
    operators.install()
    _forget_own_package()
    _show_mutmut_everything()
    _run_the_nearest_tests_first()
    _read_the_chosen_mutant_fast()
    if sys.argv[1:] != ["--report"]:
        mutmut.cli(["run", "--max-children", PROCESSES, *sys.argv[1:]], standalone_mode=False)
    report.write()


def _forget_own_package() -> None:
    """mutmut runs the tests of its copy of the tree, whose package ``tests`` must not be this one."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
        del sys.modules[name]


def _show_mutmut_everything() -> None:
    mutate = mutmut.mutate_file_contents
    mutmut.mutate_file_contents = lambda filename, code, *covered: mutate(filename, visible(code), *covered)


def _run_the_nearest_tests_first() -> None:
    """A mutant is mostly killed by an example of its own rule or by the test file of its module; mutmut's order is by duration."""
    run = PytestRunner.run_tests

    def nearest_first(self: PytestRunner, *, mutant_name: str | None, tests: Iterable[str]) -> int:
        near = tuple(_near(mutant_name)) if mutant_name else ()
        return run(
            self, mutant_name=mutant_name, tests=sorted(tests, key=lambda one: not any(name in one for name in near))
        )

    PytestRunner.run_tests = nearest_first


def _read_the_chosen_mutant_fast() -> None:
    """Every call of a mutated function asks which mutant is chosen; mutmut reads the environment each time, three quarters of a run."""
    trampoline.get_mutant_under_test = lambda: trampoline._mutant_under_test or ""


def _near(mutant_name: str) -> Iterable[str]:
    """What the names of tests hold that are about the module of a mutant."""
    from indicators.quality.rules import RULES

    module = mutant_name.partition(".x")[0]
    yield f"test_{Path(module.replace('.', '/')).name}.py"
    yield from (f"{rule.id}-" for rule in RULES if rule.check.__module__ == module)


if __name__ == "__main__":
    main()
