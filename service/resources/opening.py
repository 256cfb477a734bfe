"""Opens the resources of a process: the database brought up to date, an empty home filled, all else when it is needed."""

from __future__ import annotations

from sqlalchemy import Engine

from indicators.errors import MissingResource
from indicators.library.files import read_library
from indicators.search.bundled_model import Progress
from indicators.search.embedding import Embedder, load_embedder
from service.database.engine import open_engine, reading, transaction
from service.database.library import OWN, files_fingerprint, load_library, state
from service.database.migrate import migrate
from service.resources.embedder import LazyEmbedder
from service.resources.process import Resources, quiet
from service.settings import Settings


def open_resources(
    settings: Settings, progress: Progress = quiet, *, fill: bool = True, embedder: Embedder | None = None
) -> Resources:
    """Brings the database up to date and loads the curated library where the home is empty or the files have changed.

    Model and index wait until they are needed. ``fill=False`` leaves an empty home empty, for a library of its own;
    ``embedder`` stands in for the model that the settings name.
    Raises MissingResource when home or database cannot be used, InvalidLibrary when the curated files cannot be read.
    """
    _make_home(settings)
    engine = open_engine(settings.database)
    migrate(engine)
    if fill:
        _load_curated(engine, progress)
    return Resources(settings, engine, embedder or lazy_embedder(settings, progress), progress=progress)


def _make_home(settings: Settings) -> None:
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MissingResource(
            f"数据目录 {settings.home} 无法使用（{error.strerror}）；请检查权限，或用 ZHIBIAO_HOME 换一个目录"
        ) from error


def lazy_embedder(settings: Settings, progress: Progress = quiet) -> Embedder:
    """The model that the settings name, loaded when it is first asked."""
    return LazyEmbedder(lambda: load_embedder(settings.embedding_model, cache=settings.model_cache, progress=progress))


def _load_curated(engine: Engine, progress: Progress) -> None:
    """Reads the curated files only where they are not those that were last loaded; a home's own library is left alone."""
    fingerprint = files_fingerprint()
    with reading(engine) as session:
        current = state(session)
    if current.source == OWN or current.files == fingerprint:
        return
    progress("正在载入自带的指标库")
    files = read_library()
    with transaction(engine) as session:
        changes = load_library(session, files, fingerprint=fingerprint)
    if changes.kept:
        progress(f"自带指标库的新版没有覆盖在本地改过的{len(changes.kept)}项：{'、'.join(changes.kept[:5])}")
