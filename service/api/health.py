"""What operators ask: is it alive, is it ready, how is it doing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST

from indicators.errors import Detail, MissingResource
from service.api.answers import Alive, Ready
from service.api.documented import answers
from service.dependencies import Open
from service.resources import Resources

router = APIRouter(tags=["运行"])

PROBES: Mapping[str, Callable[[Resources], str]] = {
    "database": lambda resources: f"指标库 {resources.library.version}",
    "index": lambda resources: f"{resources.index.count()} 条文本（{resources.index.name}）",
    "model": lambda resources: f"{len(resources.embedder.embed(['就绪']))} 个向量（{resources.embedder.name}）",
}
"""Each part that answers depend on, with a small real use of it."""

_READY = Ready(
    parts={"database": "指标库 0a1b2c3d4e5f", "index": "4210 条文本（edge:77aa01）", "model": "1 个向量（e5）"}
)


@router.get("/healthz", summary="是否存活")
def healthz() -> Alive:
    """进程能应答即返回 200，不查依赖。"""
    return Alive()


@router.get("/readyz", summary="是否就绪", responses=answers(_READY))
def readyz(resources: Open) -> Ready:
    """数据库、索引、模型逐项试用；任何一项不可用即返回 503，并写明是哪一项。"""
    found: dict[str, str] = {}
    faults: list[Detail] = []
    for part, probe in PROBES.items():
        try:
            found[part] = probe(resources)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a part, it is not ready
            faults.append(Detail(part, getattr(error, "message", f"{type(error).__name__}: {error}")))
    if faults:
        raise MissingResource(f"服务没有就绪：{'、'.join(it.field for it in faults)} 不可用", details=faults)
    return Ready(parts=found)


@router.get("/metrics", summary="计量（Prometheus）", response_class=PlainTextResponse)
def metrics(request: Request) -> PlainTextResponse:
    """各接口的请求数和耗时，以及进程的内存和时间；每个工作进程各记各的。"""
    return PlainTextResponse(request.app.state.metrics.text(), media_type=CONTENT_TYPE_LATEST)
