"""Gives every request an id, writes one access line when it is done, and counts it."""

from __future__ import annotations

import logging
import re
import time
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.edge.metrics import Metrics

HEADER = "X-Request-ID"

_GIVEN = re.compile(r"[A-Za-z0-9._-]{1,64}")

logger = logging.getLogger("zhibiao.access")


class Trace:
    """Outermost. A request that brings a plain ``X-Request-ID`` keeps it, so that it can be followed through a proxy."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _request_id(Headers(scope=scope).get(HEADER, ""))
        scope.setdefault("state", {})["request_id"] = request_id
        status, start = 500, time.perf_counter()

        async def send_traced(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = request_id
            await send(message)

        try:
            await self.app(scope, receive, send_traced)
        finally:
            seconds = time.perf_counter() - start
            self.metrics.count(scope["method"], route_of(scope), status, seconds=seconds)
            logger.info(
                "%s %s %d %.0fms %s", scope["method"], _plain(scope["path"]), status, seconds * 1000, request_id
            )


def route_of(scope: Scope) -> str:
    """The template of the matched route, e.g. /api/v1/rules/{rule_id}; one word for all that matched none."""
    route = scope.get("route")
    return str(getattr(route, "path", "")) or "unmatched"


def _request_id(given: str) -> str:
    return given if _GIVEN.fullmatch(given) else uuid.uuid4().hex[:16]


def _plain(path: str) -> str:
    """A path fit for one log line: a line break in it would forge a second one."""
    return path if path.isprintable() else path.encode("unicode_escape").decode()
