"""The built files: their hashed names, and how they are served (for ever, and compressed beforehand)."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from os import PathLike
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from indicators.errors import MissingResource

STATIC = Path(__file__).parent / "static"
BUILD = STATIC / "build"
FOR_EVER = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"
MEDIA_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


@lru_cache(maxsize=1)
def manifest() -> dict[str, str]:
    """Plain name -> hashed name. Raises MissingResource where nothing has been built."""
    try:
        names: dict[str, str] = json.loads((BUILD / "manifest.json").read_text("utf-8"))
    except FileNotFoundError as error:
        raise MissingResource("网页文件还没有生成，请运行 python -m service.web.build") from error
    return names


class Static(StaticFiles):
    """Serves ``static``; a file under ``build`` has its content's hash in its name and is kept for ever."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file, or the .gz beside it where the browser takes that."""
        path, packed = Path(full_path), Path(f"{full_path}.gz")
        hashed = path.parent == BUILD and path.suffix in MEDIA_TYPES
        use_packed = hashed and packed.exists() and "gzip" in Headers(scope=scope).get("accept-encoding", "")
        if use_packed:
            path, stat_result = packed, packed.stat()
        response = super().file_response(path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = FOR_EVER if hashed else A_DAY
        if hashed:
            response.headers["Content-Type"] = MEDIA_TYPES[Path(full_path).suffix]
            response.headers["Vary"] = "Accept-Encoding"
        if use_packed:
            response.headers["Content-Encoding"] = "gzip"
        return response
