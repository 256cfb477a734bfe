"""Several processes on one home."""

import json
import subprocess
import sys
from pathlib import Path

from service.actions.index import doctor
from tests.service.homes import open_home

ROOT = Path(__file__).parents[3]
START = """
import json, sys
from pathlib import Path
from service.resources import open_resources
from tests.fakes import FakeEmbedder
from tests.service.homes import at

sys.stdin.readline()
told = []
resources = open_resources(at(Path(sys.argv[1])), told.append, embedder=FakeEmbedder())
held = resources.searcher.index.hashes()
print(json.dumps({"codes": len(held), "read_only": resources.index.read_only, "active": len(resources.library.active)}), flush=True)
sys.stdin.readline()
"""


def start(home):
    return subprocess.Popen(
        [sys.executable, "-c", START, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def tell(process):
    process.stdin.write("\n")
    process.stdin.flush()


def test_processes_that_start_at_once_on_an_empty_home_all_search_the_whole_library(tmp_path):
    processes = [start(tmp_path / "home") for _ in range(3)]
    for process in processes:
        tell(process)
    found = [json.loads(process.stdout.readline()) for process in processes]
    for process in processes:
        tell(process)
        process.communicate()
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert sorted(it["read_only"] for it in found) == [False, True, True]
    assert {it["codes"] for it in found} == {it["active"] for it in found}

    after = open_home(tmp_path / "home", library=None)
    assert (doctor(after).consistent, doctor(after).pending) == (True, 0)
    after.close()
