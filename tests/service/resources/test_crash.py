"""kill -9 at the worst moments, in a process of its own. Each case has a control run without the kill."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from service.actions.index import doctor, status
from tests.service.builders import files, indicator
from tests.service.homes import open_home, waiting

ROOT = Path(__file__).parents[3]
MANY = [indicator(f"TD{number:03}", phrases=("新增高技能人才",)) for number in range(200)]

APPLY = """
import os, signal, sys
from pathlib import Path
from service.resources import apply_outbox
from tests.service.homes import open_home

home, moment = Path(sys.argv[1]), sys.argv[2]
resources = open_home(home, library=None)

def progress(message):
    print(message, flush=True)
    if moment and message.endswith(moment):
        os.kill(os.getpid(), signal.SIGKILL)

resources.progress = progress
apply_outbox(resources)
print("done", flush=True)
"""

WRITE = """
import os, signal, sys
from pathlib import Path
from service.database.engine import transaction
from service.database.library import save_records
from tests.service.builders import files, indicator
from tests.service.homes import open_home

home, kill = Path(sys.argv[1]), sys.argv[2] == "kill"
resources = open_home(home, library=None)
with transaction(resources.engine) as session:
    save_records(session, files(indicator("TD900"), indicator("TD901")))
    session.flush()
    print("written", flush=True)
    if kill:
        os.kill(os.getpid(), signal.SIGKILL)
print("done", flush=True)
"""


def run(script, *arguments):
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=ROOT,
    )


@pytest.fixture
def home(tmp_path):
    """A home with 200 indicators, all of which wait for the index."""
    open_home(tmp_path / "home", files(*MANY)).close()
    return tmp_path / "home"


@pytest.mark.parametrize(("moment", "missing"), [("64/200", 136), ("192/200", 8), ("200/200", 0)])
def test_after_a_kill_while_the_outbox_is_applied_the_next_start_is_consistent(home, moment, missing):
    killed = run(APPLY, home, moment)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert "done" not in killed.stdout

    again = open_home(home, library=None)
    found = doctor(again)
    assert (len(found.missing), found.pending) == (missing, 200)

    again.searcher  # noqa: B018 - the next use
    assert doctor(again).consistent
    assert (status(again).pending, status(again).codes) == (0, 200)
    again.close()


def test_without_the_kill_the_same_run_leaves_nothing_to_do(home):
    control = run(APPLY, home, "")
    assert (control.returncode, control.stdout.splitlines()[-1]) == (0, "done"), control.stderr

    again = open_home(home, library=None)
    found = doctor(again)
    assert (found.consistent, found.pending, found.codes) == (True, 0, 200)
    again.close()


def test_after_a_kill_inside_a_transaction_neither_change_nor_announcement_is_there(home):
    killed = run(WRITE, home, "kill")
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert killed.stdout == "written\n"

    again = open_home(home, library=None)
    assert "TD900" not in again.library.by_code
    assert waiting(again) == 200
    again.close()


def test_without_the_kill_change_and_announcement_are_both_there(home):
    control = run(WRITE, home, "")
    assert control.stdout == "written\ndone\n", control.stderr

    again = open_home(home, library=None)
    assert "TD900" in again.library.by_code
    assert waiting(again) == 202
    again.close()
