"""Request counts and durations in the text format of Prometheus; each worker process keeps its own."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """One application's counters, in a registry of their own so that two applications can live in one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = Counter(
            "zhibiao_http_requests", "请求数", ["method", "route", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            "zhibiao_http_request_seconds",
            "请求耗时（秒）",
            ["method", "route"],
            buckets=BUCKETS,
            registry=self.registry,
        )

    def count(self, method: str, route: str, status: int, *, seconds: float) -> None:
        """Adds one request. Methods that nobody uses are one label, or a stranger could make any number of them."""
        method = method if method in METHODS else "OTHER"
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def text(self) -> str:
        """All figures in Prometheus' text format."""
        return generate_latest(self.registry).decode()
