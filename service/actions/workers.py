"""Who reviews the files of a batch: this process, or one process a core, each with a model of its own that runs on one thread.

Threads of one process do not do. Beside a busy interpreter a model that runs in another thread gets a tenth of its speed: it
asks for the interpreter between any two steps and waits 5 ms each time (two cores, 540 texts: 1.1 s alone, 11.6 s beside a
Python loop). With reading, embedding and rules one after the other, two cores give 18 to 20 sheets of 14 rows a second, two
processes 21 to 22; but each takes 1 GB, and together they start a second or two later than one.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from typing import TypeAlias

from indicators.errors import MissingResource
from indicators.search.embedding import load_embedder, workers
from service.actions.review import Reviewer, Terms
from service.documents.reviewed import Entry
from service.resources import Resources, open_resources
from service.settings import Settings

Job: TypeAlias = Sequence[tuple[str, bytes]]
"""Names and contents of some files."""
Answers: TypeAlias = list[tuple[Entry, ...]]
Work: TypeAlias = Callable[[Iterable[Job]], Iterator[Answers]]
"""Jobs -> the answers of each, in order; a job is taken only shortly before its turn."""

WORTH_STARTING = 300
"""Files from which on further processes are quicker, their start included."""


def workers_for(files: int) -> int:
    """How many processes a batch of so many files is worth."""
    return workers() if files >= WORTH_STARTING else 1


def work_here(resources: Resources, terms: Terms) -> Work:
    """Reviews in this process."""
    reviewer = Reviewer(resources, terms)
    return lambda jobs: map(reviewer.review, jobs)


def work_in_processes(settings: Settings, terms: Terms, count: int) -> Work:
    """Reviews in ``count`` processes on the same home; where there is no index, the first makes it and the others wait."""

    def work(jobs: Iterable[Job]) -> Iterator[Answers]:
        context = multiprocessing.get_context("spawn")  # a fork would share locks that threads of this process hold
        with ProcessPoolExecutor(count, context, initializer=_start, initargs=(settings, terms)) as pool:
            running: deque[Future[Answers]] = deque()
            for job in jobs:
                running.append(pool.submit(_review, job))
                if len(running) > 2 * count:
                    yield _answer(running.popleft())
            while running:
                yield _answer(running.popleft())

    return work


def _answer(job: Future[Answers]) -> Answers:
    try:
        return job.result()
    except BrokenProcessPool as error:
        raise MissingResource(
            "检查用的进程意外结束，多半是内存不够；请减少 --workers 再运行，用了 --resume 的会接着做"
        ) from error


_reviewers: list[Reviewer] = []
"""The one reviewer of a worker process: made when it starts, which ``ProcessPoolExecutor`` has no other place for."""


def _start(settings: Settings, terms: Terms) -> None:
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to all; the first process ends the others
    embedder = load_embedder(settings.embedding_model, cache=settings.model_cache, threads=1)
    _reviewers.append(Reviewer(open_resources(settings, embedder=embedder), terms))


def end_with_parent() -> None:
    """A process whose parent was killed would wait for its next job for ever, with a model in memory."""
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_outlive, args=(parent,), daemon=True).start()


def _outlive(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _review(job: Job) -> Answers:
    return _reviewers[0].review(job)
