"""The real line: signed requests over HTTPS, to a district whose authority alone is trusted."""

from __future__ import annotations

import base64
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from uuid import UUID

import httpx
import msgspec

from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.sync.conversation import A, Conversation, Sealer
from cgcounter.sync.invitation import Enrol, Enrolled, Invitation
from cgcounter.sync.messages import Answer, Request
from cgcounter.sync.signing import DEVICE_HEADER, NONCE_HEADER, SIGNATURE_HEADER, request_text
from cgcounter.sync.wire import UnreadableMessageError, name_of, pack_request, unpack_answer

_TIMEOUT: Final = httpx.Timeout(30.0, connect=10.0)
_UNAUTHORISED: Final = 401
_OK: Final = 200


class NoLineError(EnvironmentProblemError):
    """The district cannot be reached now; a normal state."""

    code = "no_line"


class NotTheDistrictError(EnvironmentProblemError):
    """Whoever answers is not the district that the invitation speaks of."""

    code = "not_the_district"


class JoinRefusedError(EnvironmentProblemError):
    """The district did not take the counter; ``why`` is the reason's word."""

    code = "join_refused"


class Line:
    """One counter's line to its district; a nonce of the last answer serves the next request."""

    def __init__(self, url: str, device: UUID, sealer: Sealer, authority: str) -> None:
        self._device = device
        self._sealer = sealer
        context = ssl.create_default_context(cadata=authority) if url.startswith("https") else True
        self._client = httpx.Client(base_url=url, timeout=_TIMEOUT, verify=context, trust_env=False)
        self._nonce = ""
        self.requests = 0

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def converse(self, talk: Conversation[A]) -> A:
        """Carry a conversation to its end; raises NoLineError, and what the conversation raises."""
        try:
            request = next(talk)
            while True:
                request = talk.send(self.ask(request))
        except StopIteration as end:
            result: A = end.value
            return result
        finally:
            talk.close()

    def ask(self, request: Request) -> Answer:
        """The answer to one request; raises NoLineError, UnreadableMessageError."""
        path, body = f"/v1/{name_of(request)}", pack_request(request)
        response = self._send("POST", path, body)
        if response.status_code == _UNAUTHORISED:  # the nonce is too old, or there was none
            response = self._send("POST", path, body)
        return unpack_answer(response.content)

    def _send(self, method: str, path: str, body: bytes) -> httpx.Response:
        self.requests += 1
        try:
            response = self._client.request(
                method, path, content=body, headers=self._signed(method, path, body)
            )
        except httpx.HTTPError as error:
            raise NoLineError from error
        self._nonce = response.headers.get(NONCE_HEADER, self._nonce)
        return response

    def _signed(self, method: str, path: str, body: bytes) -> dict[str, str]:
        signature = self._sealer.sign(request_text(method, path, body, self._nonce))
        return {
            DEVICE_HEADER: str(self._device),
            NONCE_HEADER: self._nonce,
            SIGNATURE_HEADER: base64.b64encode(signature).decode(),
        }

    @contextmanager
    def news(self) -> Iterator[Iterator[int]]:
        """How far the feed has come, as the district tells it; raises NoLineError when the line ends."""
        path = "/v1/stream"
        timeout = httpx.Timeout(45.0, connect=10.0)  # a comment comes every 20 s
        try:
            with self._client.stream(
                "GET", path, headers=self._signed("GET", path, b""), timeout=timeout
            ) as response:
                if response.status_code != _OK:
                    self._nonce = response.headers.get(NONCE_HEADER, self._nonce)
                    raise NoLineError
                yield _numbers(response)
        except httpx.HTTPError as error:
            raise NoLineError from error


def _numbers(response: httpx.Response) -> Iterator[int]:
    for line in response.iter_lines():
        if line.startswith("data: "):
            yield int(line.removeprefix("data: "))


def join(invitation: Invitation, key: bytes) -> tuple[Enrolled, str]:
    """Take an invitation up with a public key; the district's authority in PEM comes with it.

    Raises NoLineError, NotTheDistrictError, JoinRefusedError.
    """
    authority = _authority_of(invitation)
    asked = Enrol(invitation.id, invitation.secret, key)
    context = ssl.create_default_context(cadata=authority)
    try:
        response = httpx.post(
            f"{invitation.url}/v1/enrol",
            content=msgspec.msgpack.encode(asked),
            verify=context,
            timeout=_TIMEOUT,
            trust_env=False,
        )
    except httpx.HTTPError as error:
        raise NoLineError from error
    if response.status_code != _OK:
        raise JoinRefusedError(why=response.text[:60])
    try:
        return msgspec.msgpack.decode(response.content, type=Enrolled), authority
    except msgspec.MsgspecError as error:
        raise UnreadableMessageError from error


def _authority_of(invitation: Invitation) -> str:
    """Asked for over a line that nothing vouches for yet; the invitation does."""
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256

    try:
        pem = httpx.get(
            f"{invitation.url}/v1/authority",
            verify=False,  # noqa: S501  the invitation carries the fingerprint that is compared below
            timeout=_TIMEOUT,
            trust_env=False,
        ).text
        found = x509.load_pem_x509_certificate(pem.encode()).fingerprint(SHA256())
    except httpx.HTTPError as error:
        raise NoLineError from error
    except ValueError as error:
        raise NotTheDistrictError from error
    if not found.startswith(invitation.authority):
        raise NotTheDistrictError
    return pem
