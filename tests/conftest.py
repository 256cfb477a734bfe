"""Fixtures that several packages share: the bundled model, and the curated library indexed once a run."""

from __future__ import annotations

import pytest

from indicators.library.files import read_library
from indicators.library.snapshot import Library
from indicators.search import document
from indicators.search.embedding import load_embedder
from indicators.search.index.edge import open_edge
from indicators.search.retrieve import Searcher
from indicators.suggestion.suggest import fit_suggester


@pytest.fixture(scope="session")
def embedder():
    """The bundled model, unpacked once into the user's cache."""
    return load_embedder()


@pytest.fixture(scope="session")
def library():
    """The curated library."""
    return Library.from_files(read_library())


@pytest.fixture(scope="session")
def searcher(library, embedder, tmp_path_factory):
    """The curated library in an embedded index of its own."""
    index = open_edge(tmp_path_factory.mktemp("index"), document.fingerprint(embedder), embedder.dimension)
    index.put(document.points(library.active, embedder))
    yield Searcher(library, index, embedder)
    index.close()


@pytest.fixture(scope="session")
def suggester(searcher):
    """Suggests from the curated library."""
    return fit_suggester(searcher)
