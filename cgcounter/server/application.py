"""The district over HTTP: signed requests in, answers out, and a stream that says when there is news."""

from __future__ import annotations

import base64
import binascii
from collections.abc import AsyncIterator
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as HttpRequest
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from cgcounter.domain.errors import RuleBrokenError
from cgcounter.server.district import District
from cgcounter.server.enrolment import Enrolment
from cgcounter.server.news import News
from cgcounter.server.nonces import Nonces
from cgcounter.server.ports import Device, DistrictStore
from cgcounter.sync.invitation import Enrol
from cgcounter.sync.messages import Refused, Why
from cgcounter.sync.seals import verify
from cgcounter.sync.signing import DEVICE_HEADER, NONCE_HEADER, SIGNATURE_HEADER, request_text
from cgcounter.sync.wire import (
    MOST_COMPRESSED,
    REQUESTS,
    UnreadableMessageError,
    pack_answer,
    unpack_request,
)

MOST_ENROLMENT: Final = 1024
_BODY: Final = "application/octet-stream"


class Parts(NamedTuple):
    """What the application stands on."""

    district: District
    store: DistrictStore
    enrolment: Enrolment
    nonces: Nonces
    news: News
    authority: bytes


class _UnauthorisedError(Exception):
    """The request is not one that this counter signed with a nonce of today."""


def application(parts: Parts) -> Starlette:
    """The ASGI application."""
    handler = _Handler(parts)
    return Starlette(
        routes=[
            Route("/v1/authority", handler.authority),
            Route("/v1/enrol", handler.enrol, methods=["POST"]),
            Route("/v1/stream", handler.stream),
            Route("/v1/{name}", handler.answer, methods=["POST"]),
        ],
        lifespan=parts.news.lifespan,
    )


class _Handler:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def authority(self, _request: HttpRequest) -> Response:
        """The certificate that an invitation vouches for; whoever gets another one does not go on."""
        return Response(self._parts.authority, media_type="application/x-pem-file")

    async def enrol(self, request: HttpRequest) -> Response:
        body = await _body_of(request, MOST_ENROLMENT)
        try:
            asked = msgspec.msgpack.decode(body or b"", type=Enrol)
            enrolled = await run_in_threadpool(self._parts.enrolment.enrol, asked)
        except (msgspec.MsgspecError, RecursionError):
            return PlainTextResponse("unreadable_message", 400)
        except RuleBrokenError as error:
            return PlainTextResponse(error.code, 403)
        return Response(msgspec.msgpack.encode(enrolled), media_type=_BODY)

    async def answer(self, request: HttpRequest) -> Response:
        name = request.path_params["name"]
        if name not in REQUESTS:
            return PlainTextResponse("not_found", 404)
        body = await _body_of(request, MOST_COMPRESSED)
        if body is None:
            return self._packed(Refused(Why.TOO_LARGE), 413)
        try:
            device = await self._signer(request, body)
            asked = await run_in_threadpool(unpack_request, name, body)
        except _UnauthorisedError:
            return self._packed(Refused(Why.REVOKED), 401)
        except UnreadableMessageError:
            return self._packed(Refused(Why.UNREADABLE), 400)
        answer = await run_in_threadpool(self._parts.district.answer, device.id, asked)
        self._parts.news.look_now()
        return self._packed(answer, 200)

    async def stream(self, request: HttpRequest) -> Response:
        try:
            device = await self._signer(request, b"")
        except _UnauthorisedError:
            return self._packed(Refused(Why.REVOKED), 401)
        return StreamingResponse(self._told(device), media_type="text/event-stream")

    async def _told(self, device: Device) -> AsyncIterator[str]:
        """How far the feed has come, each time it went on; a comment line keeps the line open."""
        async for feed_seq in self._parts.news.of(device.scope):
            yield ":\n\n" if feed_seq is None else f"id: {feed_seq}\ndata: {feed_seq}\n\n"

    async def _signer(self, request: HttpRequest, body: bytes) -> Device:
        headers, nonces = request.headers, self._parts.nonces
        nonce = headers.get(NONCE_HEADER, "")
        try:
            device_id = UUID(headers.get(DEVICE_HEADER, ""))
            signature = base64.b64decode(headers.get(SIGNATURE_HEADER, ""), validate=True)
        except (ValueError, binascii.Error) as error:
            raise _UnauthorisedError from error
        device = await run_in_threadpool(self._device, device_id)
        text = request_text(request.method, request.url.path, body, nonce)
        if device is None or not nonces.is_good(nonce) or not verify(device.key, text, signature):
            raise _UnauthorisedError
        return device

    def _device(self, device: UUID) -> Device | None:
        with self._parts.store.begin() as work:
            found = work.device(device)
        return None if found is None or found.is_revoked else found

    def _packed(self, answer: Refused | object, status: int) -> Response:
        body = pack_answer(answer)  # type: ignore[arg-type]  # one of the answers
        return Response(body, status, media_type=_BODY, headers={NONCE_HEADER: self._parts.nonces.new()})


async def _body_of(request: HttpRequest, most: int) -> bytes | None:
    """The body; None for one that is longer than allowed, which is not read to its end."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            return None
    return bytes(body)
