"""Builds a tiny file in the format of the bundled model: one layer, ten pieces, 32 numbers a vector."""

from __future__ import annotations

import struct

import numpy as np

HIDDEN, LAYERS, HEADS, FEED_FORWARD, POSITIONS, TYPES = 32, 1, 2, 64, 16, 2
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "培训", "人次", "▁query", ":", "<mask>"]
SCORES = [0.0, 0.0, 0.0, 0.0, -3.0, -8.0, -9.0, -7.0, -5.0, 0.0]


def packed_file() -> bytes:
    """The whole file."""
    head = b"E5S1" + struct.pack("<I", 1)
    head += struct.pack("<7ifi", HIDDEN, LAYERS, HEADS, FEED_FORWARD, len(PIECES), POSITIONS, TYPES, 1e-12, 32)
    blob = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)])
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob))
    head += ends.astype("<u4").tobytes() + np.asarray(SCORES, "<f4").tobytes() + blob
    head += struct.pack("<iI", 0, 0)
    return head + _tensors(len(head))


def q4(weights: int) -> bytes:
    """So many random weights in blocks of 32: a scale and 16 bytes of two weights each."""
    random = np.random.default_rng(weights)
    blocks = [struct.pack("<e", 0.01) + random.bytes(16) for _ in range(weights // 32)]
    return b"".join(blocks)


def _tensors(start: int) -> bytes:
    tensors = [(name, kind, size, _content(kind, size)) for name, kind, size in _directory()]
    listing = 4 + sum(2 + len(name) + 21 for name, *_ in tensors)
    offset, entries, body = start + listing, struct.pack("<i", len(tensors)), b""
    for name, kind, size, content in tensors:
        entries += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, size, offset, len(content))
        offset += len(content)
        body += content
    return entries + body


def _content(kind: int, size: int) -> bytes:
    return q4(size) if kind else np.full(size, 0.5, "<f4").tobytes()


def _directory() -> list[tuple[str, int, int]]:
    embeddings = [
        ("emb.word", 1, len(PIECES) * HIDDEN),
        ("emb.pos", 0, POSITIONS * HIDDEN),
        ("emb.type", 0, TYPES * HIDDEN),
        ("emb.ln.w", 0, HIDDEN),
        ("emb.ln.b", 0, HIDDEN),
    ]
    square = [(name, HIDDEN, HIDDEN) for name in ("q", "k", "v", "ao")]
    wide = [("fi", HIDDEN, FEED_FORWARD), ("fo", FEED_FORWARD, HIDDEN)]
    layer = [
        entry
        for name, inward, outward in [*square, *wide]
        for entry in ((f"l0.{name}.w", 1, inward * outward), (f"l0.{name}.b", 0, outward))
    ]
    norms = [(f"l0.{name}.{part}", 0, HIDDEN) for name in ("aln", "oln") for part in "wb"]
    return [*embeddings, *layer, *norms]
