"""No body beyond the limit gets in, no exception gets out."""

from __future__ import annotations

from fastapi import Request
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators.errors import TooLarge
from service.errors import answer_error


class Boundary:
    """Innermost. Without it a body of any size is read; FastAPI's own limit answers in plain text, not in our shape."""

    def __init__(self, app: ASGIApp, most_bytes: int) -> None:
        self.app = app
        self.most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def send_noted(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            self._refuse_announced(scope)
            await self.app(scope, self._limited(receive), send_noted)
        except Exception as error:  # the edge: whatever went wrong, the caller gets the one shape
            if started:  # half an answer is out; only a broken connection still tells that it is not whole
                raise
            await answer_error(Request(scope), error)(scope, receive, send)

    def _refuse_announced(self, scope: Scope) -> None:
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced) > self.most_bytes:
            raise TooLarge(self._refusal)

    def _limited(self, receive: Receive) -> Receive:
        taken = 0

        async def receive_limited() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.most_bytes:
                # FastAPI turns any other exception that comes out of reading a body into a 400
                raise HTTPException(413, self._refusal)
            return message

        return receive_limited

    @property
    def _refusal(self) -> str:
        return f"提交的内容超过{self.most_bytes / 1024**2:.3g} MB，请精简或拆分后再提交"
