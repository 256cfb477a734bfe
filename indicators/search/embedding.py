"""Texts -> unit vectors. The only import of sentence_transformers, which waits until a model is loaded: it takes seconds.

Plain f32 on the CPU. Measured beside it on two cores: bfloat16 keeps cosine 0.99997 and takes a third off where the
processor has AMX, but is slower where it has not, and answers would differ from machine to machine; dynamic int8 falls to
cosine 0.973. One prompt for all texts, the model's own for queries: an indicator's texts are as short as what is asked, and
with a prompt of their own the dense arm loses (nDCG@10 on the tuning half 0.764 against 0.789, foreign libraries 0.903 against 0.916).
"""

from __future__ import annotations

import gc
import hashlib
import math
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from indicators.errors import MissingResource
from indicators.search.bundled_model import NAME, SHA256, Progress, bundled_model
from indicators.search.index import Matrix, Vector

BATCH = 32
"""Texts run at once. Longer batches gain nothing on two cores and make a waiting query wait longer."""
MOST_THREADS = 4
"""Batches run side by side, at most: one a core, each on one torch thread. Torch's own threads wait for each other by spinning,
which beside any other busy process costs a second a sheet; so the work is split by texts instead. Measured on two cores, 44
short texts: 107 ms quiet and 165 ms beside a busy process, against 117 ms and 1140 ms.
"""
BATCHES_A_WORKER = 2
"""Shorter batches of more equal lengths are padded less: 188 ms for a sheet of twenty rows, 205 with one batch a worker."""
REMEMBERED = 1024
ENVIRONMENT = {"HF_HUB_DISABLE_TELEMETRY": "1", "TOKENIZERS_PARALLELISM": "false"}


class Embedder(Protocol):
    """A model that turns texts into unit rows. May be called from several threads at once."""

    @property
    def name(self) -> str:
        """Model and short hash of its content, for provenance and for the index's fingerprint."""
        ...

    @property
    def dimension(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Unit rows (n, dimension) of short texts of any kind. Failures are MissingResource."""
        ...


def load_embedder(
    model: str | None = None,
    *,
    cache: Path | None = None,
    progress: Progress = lambda _: None,
    threads: int | None = None,
) -> Embedder:
    """The model ``model`` (a folder or a hub id), or the bundled one, which never asks the network.

    ``cache`` is where the bundled model is unpacked; ``threads`` is how many batches run side by side, by default one a core.
    Raises MissingResource when the model cannot be loaded.
    """
    if model is None:
        folder = bundled_model(cache, progress=progress)
        progress("正在载入内置语言模型")
        return _ModelEmbedder(_load(str(folder), offline=True), f"{NAME}@{SHA256[:8]}", threads)
    progress(f"正在载入语言模型 {model}")
    loaded = _load(model, offline=Path(model).is_dir())
    name = Path(model).name if Path(model).is_dir() else model
    return _ModelEmbedder(loaded, f"{name}@{_content_hash(loaded)}", threads)


class _ModelEmbedder:
    """A loaded SentenceTransformer. Batches of all callers share the workers; only the tokenizer goes to one at a time."""

    def __init__(self, model: Any, name: str, threads: int | None = None) -> None:
        self._model = model
        self._name = name
        self._lock = threading.Lock()
        self._threads = threads or workers()
        self._workers = ThreadPoolExecutor(self._threads, thread_name_prefix="embedding")
        model.preprocess = _one_at_a_time(model.preprocess)
        self._remembered: OrderedDict[str, Vector] = OrderedDict()
        prompts: dict[str, str] = model.prompts or {}
        self._prompt = prompts.get("query") or ""

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return int(self._model.get_embedding_dimension())

    def embed(self, texts: Sequence[str]) -> Matrix:
        if len(texts) > BATCH:  # a sheet or an index: remembering it would push out what users ask again
            return self._embed(texts)
        known = {text: row for text in texts if (row := self._remembered.get(text)) is not None}
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            known.update(zip(missing, self._embed(missing), strict=True))
        self._remember(known)
        return np.stack([known[text] for text in texts]) if texts else self._embed(())

    def _embed(self, texts: Sequence[str]) -> Matrix:
        rows = np.empty((len(texts), self.dimension), np.float32)
        lengths = self._lengths(texts)
        order = sorted(range(len(texts)), key=lambda number: lengths[number])  # little padding in a batch
        size = max(1, min(BATCH, math.ceil(len(order) / (BATCHES_A_WORKER * self._threads))))
        batches = [order[start : start + size] for start in range(0, len(order), size)]
        if len(batches) == 1:
            rows[batches[0]] = self._run([texts[number] for number in batches[0]])
            return rows
        jobs = [
            (batch, self._workers.submit(self._run, [texts[number] for number in batch]))
            for batch in reversed(batches)  # the long texts first, so that no worker is left with them at the end
        ]
        for batch, job in jobs:
            rows[batch] = job.result()
        return rows

    def _lengths(self, texts: Sequence[str]) -> Sequence[int]:
        """Tokens of each text, at a hundredth of what its vector costs. By characters a sixth of all tokens was padding."""
        mask = self._model.preprocess(list(texts)).get("attention_mask") if len(texts) > 1 else None
        return list(map(len, texts)) if mask is None else mask.sum(dim=1).tolist()

    def _run(self, texts: list[str]) -> Matrix:
        try:
            found: Matrix = self._model.encode(
                texts, prompt=self._prompt, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        except RuntimeError as error:
            raise MissingResource(f"语言模型 {self._name} 运算出错：{error}；请检查内存后重试") from error
        return found

    def _remember(self, rows: dict[str, Vector]) -> None:
        with self._lock:
            for text, row in rows.items():
                self._remembered[text] = row
                self._remembered.move_to_end(text)
            while len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)


def _load(model: str, *, offline: bool) -> Any:
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    try:
        with _no_collection():
            from sentence_transformers import SentenceTransformer

            _hush()
            loaded = SentenceTransformer(model, device="cpu", local_files_only=offline)
    except (ImportError, OSError, ValueError, RuntimeError, KeyError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise MissingResource(
            f"语言模型 {model} 无法载入：{reason}；请检查 ZHIBIAO_EMBEDDING_MODEL（目录或名称），留空则用内置模型"
        ) from error
    _limit_threads()
    return loaded


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection while some ten thousand lasting objects are made: a quarter less time.

    They are then set apart for good, so that later collections stay short.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
        gc.freeze()


def _hush() -> None:
    from transformers.utils import logging

    logging.set_verbosity_error()
    logging.disable_progress_bar()


def _limit_threads() -> None:
    import torch

    torch.set_num_threads(1)


def workers() -> int:
    """How many batches run side by side: a core each."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(cores, MOST_THREADS))


def _one_at_a_time(tokenize: Callable[..., Any]) -> Callable[..., Any]:
    """The tokenizer changes its own padding while it works and must not be entered twice."""
    turn = threading.Lock()

    def in_turn(*texts: Any, **how: Any) -> Any:
        with turn:
            return tokenize(*texts, **how)

    return in_turn


def _content_hash(model: Any) -> str:
    """Eight hex digits over prompts and a sample of every weight: a model trained further gets another name."""
    digest = hashlib.sha256(repr(sorted((model.prompts or {}).items())).encode())
    for name, weights in sorted(model.state_dict().items()):
        sample = weights.reshape(-1)[:: max(1, weights.numel() // 64)].float()
        digest.update(f"{name}{tuple(weights.shape)}".encode() + sample.numpy().tobytes())
    return digest.hexdigest()[:8]
