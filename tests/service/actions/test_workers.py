"""Processes give the answers of one process, in order, and the death of one is told."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from indicators.errors import MissingResource
from service.actions import workers
from service.actions.batch import check_batch
from service.actions.review import Terms
from service.actions.workers import work_here, work_in_processes
from service.documents.reviewed import Reviewed
from service.resources import open_resources
from service.settings import Settings
from tests.service.actions.test_batch import csv


def test_two_processes_find_what_one_finds(tmp_path, monkeypatch):
    monkeypatch.setattr("service.actions.batch.CHUNK", 2)
    resources = open_resources(Settings(home=tmp_path))
    files = [csv(f"{number}.csv", (f"培训第{number}批人次", "较好")) for number in range(6)]

    here = list(check_batch(files, Terms(), work_here(resources, Terms())))
    apart = list(check_batch(files, Terms(), work_in_processes(resources.settings, Terms(), 2)))
    resources.close()

    assert [found[0].source for found in apart] == [f"{number}.csv" for number in range(6)]
    assert all(isinstance(found[0], Reviewed) for found in apart)
    assert [[it.fingerprint for it in found[0].checked.findings] for found in apart] == [
        [it.fingerprint for it in found[0].checked.findings] for found in here
    ]


def test_the_death_of_a_process_is_told_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "_start", _dies)

    with pytest.raises(MissingResource, match="--workers"):
        list(work_in_processes(Settings(home=tmp_path), Terms(), 1)([[("a.csv", b"")]]))


def _dies(*_):
    os._exit(1)


@pytest.mark.parametrize("cares", [True, False])
def test_a_process_whose_parent_is_killed_ends_too(cares):
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    parent = context.Process(target=_parent, args=(theirs, cares))
    parent.start()
    child = ours.recv()
    parent.kill()
    parent.join()

    assert _is_gone(child, patience=10 if cares else 1) is cares
    if not cares:  # the control: it really would have stayed
        os.kill(child, signal.SIGKILL)


def _parent(pipe, cares):
    multiprocessing.get_context("spawn").Process(target=_child, args=(pipe, cares)).start()
    time.sleep(60)


def _child(pipe, cares):
    if cares:
        workers.end_with_parent()
    pipe.send(os.getpid())
    time.sleep(60)


def _is_gone(pid, patience):
    for _ in range(patience * 20):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
