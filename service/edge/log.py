"""Where log lines go: stderr, one line each, so that stdout stays free for data."""

from __future__ import annotations

import logging
import sys

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LOGGERS = ("zhibiao", "service", "indicators", "ingest")


def log_to_stderr(level: str) -> None:
    """Sends the service's own log lines to stderr; a second call changes only the level."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.setLevel(level.upper())
        if not logger.handlers:
            handler = logging.StreamHandler(sys.stderr)
            handler.setFormatter(logging.Formatter(FORMAT))
            logger.addHandler(handler)
        if _root_writes():  # as it does under the command line: every line would come twice
            logger.propagate = False


def _root_writes() -> bool:
    return any(type(handler) is logging.StreamHandler for handler in logging.getLogger().handlers)
