"""Which build of the index is the current one: ``home/index/<fingerprint>-<number>``, of which the highest counts.

The fingerprint is that of model and document format. A build that was left half made does no harm: what it lacks is
mended when it is opened, like any other difference between index and library. On a Qdrant server there is one build a
fingerprint, whose points are replaced one record after the other, so that it can be searched all the while.
"""

from __future__ import annotations

from pathlib import Path

from indicators.search import document
from indicators.search.embedding import Embedder
from indicators.search.index import VectorIndex
from service.settings import Settings


def open_build(settings: Settings, embedder: Embedder, *, anew: bool = False) -> VectorIndex:
    """The current build for this embedder, empty if there is none; with ``anew`` the one that is to come after it.

    It lies in the home, or on the Qdrant server where the settings name one. Raises MissingResource.
    """
    fingerprint = document.fingerprint(embedder)
    if settings.qdrant_url:
        from indicators.search.index.server import connect, open_server

        key = settings.qdrant_api_key.get_secret_value() if settings.qdrant_api_key else None
        return open_server(connect(settings.qdrant_url, key), fingerprint, embedder.dimension)
    from indicators.search.index.edge import open_edge

    parent = _parent(settings)
    number = max(1, _newest(parent, fingerprint) + anew)
    return open_edge(parent, f"{fingerprint}-{number}", embedder.dimension)


def is_old(index: VectorIndex, settings: Settings) -> bool:
    """Whether another process has built the index of this home anew since this build was opened."""
    engine, _, build = index.name.partition(":")
    fingerprint, _, number = build.rpartition("-")
    return engine == "edge" and int(number) < _newest(_parent(settings), fingerprint)


def _parent(settings: Settings) -> Path:
    return settings.home / "index"


def _newest(parent: Path, fingerprint: str) -> int:
    """The highest number of a build, 0 if there is none."""
    names = [path.name.removeprefix(f"{fingerprint}-") for path in parent.glob(f"{fingerprint}-*") if path.is_dir()]
    return max((int(name) for name in names if name.isdigit()), default=0)
