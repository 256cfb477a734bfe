"""``create_app``: the service's table of contents."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware

from indicators.errors import MissingResource
from indicators.model.sheet import TargetSheet
from service.actions import suggest
from service.api.openapi import openapi_document
from service.api.routes import api_router
from service.edge.boundary import Boundary
from service.edge.headers import SecurityHeaders
from service.edge.log import log_to_stderr
from service.edge.metrics import Metrics
from service.edge.trace import Trace
from service.errors import install_error_handlers
from service.resources import Resources, open_resources
from service.settings import Settings, read_settings
from service.web.errors import error_page
from service.web.routes import mount_pages

Opener = Callable[[Settings], Resources]

logger = logging.getLogger(__name__)

FORM_ALLOWANCE = 1024 * 1024
"""Bytes that a form may hold beside the file in it."""

WARMING = TargetSheet(goal="培训干部280人次")
"""A sheet whose suggestion needs everything that is otherwise loaded and fitted for the first user."""


def create_app(settings: Settings | None = None, *, opener: Opener | None = None) -> FastAPI:
    """The whole service. ``opener`` makes what lives as long as the process; it runs when the application starts."""
    settings = settings or read_settings()
    log_to_stderr(settings.log_level)
    app = FastAPI(
        title="绩效指标库", lifespan=_lifespan(opener or open_warm), openapi_url=None, docs_url=None, redoc_url=None
    )
    app.state.settings = settings
    app.state.metrics = Metrics()
    app.state.error_page = error_page

    app.include_router(api_router())
    app.add_api_route("/api/openapi.json", openapi_document, include_in_schema=False)
    mount_pages(app)
    install_error_handlers(app)

    # added from the inside out: each wraps those before it
    app.add_middleware(Boundary, most_bytes=settings.upload_limit + FORM_ALLOWANCE)
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Trace, metrics=app.state.metrics)
    return app


def open_warm(settings: Settings) -> Resources:
    """Resources with everything loaded and fitted, so that the first user does not wait for it.

    Where these are missing the service still starts: ``/readyz`` tells what is wrong, and the library can be read.
    """
    resources = open_resources(settings, logger.info)
    try:
        suggest.suggest(resources, WARMING)
    except MissingResource as error:
        logger.error("%s", error.message)
    return resources


def _lifespan(opener: Opener) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        resources = await run_in_threadpool(opener, app.state.settings)
        app.state.resources = resources
        try:
            yield
        finally:
            resources.close()

    return lifespan
