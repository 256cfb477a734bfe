"""Vectors that are learnt together are those that the model gives one by one."""

import numpy as np

from service.resources import known_vectors
from service.resources.known_vectors import KnownVectors
from tests.fakes import FakeEmbedder


class Counting(FakeEmbedder):
    def __init__(self):
        self.asked = []

    def embed(self, texts):
        self.asked.append(list(texts))
        return super().embed(texts)


def test_what_was_learnt_is_not_asked_again_and_is_the_same():
    model = Counting()
    vectors = KnownVectors(model)
    vectors.learn(["甲", "乙", "甲"])
    vectors.learn(["乙"])

    rows = vectors.embed(["乙", "甲", "乙"])

    assert model.asked == [["甲", "乙"]]
    assert np.array_equal(rows, FakeEmbedder().embed(["乙", "甲", "乙"]))


def test_what_was_not_learnt_is_asked():
    vectors = KnownVectors(Counting())

    assert np.array_equal(vectors.embed(["丙"]), FakeEmbedder().embed(["丙"]))
    assert vectors.embed([]).shape == (0, FakeEmbedder.dimension)


def test_the_oldest_are_forgotten_and_never_those_just_learnt(monkeypatch):
    monkeypatch.setattr(known_vectors, "MOST_KNOWN", 2)
    model = Counting()
    vectors = KnownVectors(model)
    vectors.learn(["甲"])
    vectors.learn(["乙", "丙", "丁"])

    vectors.embed(["乙", "丙", "丁"])
    vectors.embed(["甲"])

    assert model.asked[2:] == [["甲"]]
