"""Messages as bytes: MessagePack, compressed with Zstandard (design: sync, section 5).

Whatever comes in is measured before it is unpacked, and typed before it is believed.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec
import zstandard

from cgcounter.domain.errors import CounterError
from cgcounter.sync.messages import (
    Answer,
    AskKnown,
    AskLinks,
    Batch,
    Compare,
    GiveBack,
    Heal,
    Hello,
    Introduce,
    Known,
    Lacks,
    Links,
    Page,
    Pull,
    Refused,
    Request,
    Stored,
    Welcome,
)

MOST_COMPRESSED: Final = 8 * 1024 * 1024
MOST_UNPACKED: Final = 64 * 1024 * 1024
_LEVEL: Final = 3

REQUESTS: Final[dict[str, type[Any]]] = {
    "hello": Hello,
    "introduce": Introduce,
    "push": Batch,
    "pull": Pull,
    "compare": Compare,
    "ask-links": AskLinks,
    "heal": Heal,
    "give-back": GiveBack,
    "ask-known": AskKnown,
}
"""The requests by the last part of their address."""

_ANSWERS: Final[dict[str, type[Any]]] = {
    "welcome": Welcome,
    "stored": Stored,
    "page": Page,
    "lacks": Lacks,
    "links": Links,
    "known": Known,
    "refused": Refused,
}
_NAMES: Final[dict[type[Any], str]] = {kind: name for name, kind in (REQUESTS | _ANSWERS).items()}
_ENCODER: Final = msgspec.msgpack.Encoder(uuid_format="bytes")
_DECODERS: Final = {kind: msgspec.msgpack.Decoder(kind) for kind in (REQUESTS | _ANSWERS).values()}
_TAGGED: Final = msgspec.msgpack.Decoder(tuple[str, msgspec.Raw])


class UnreadableMessageError(CounterError):
    """The bytes are no message; nothing of them is believed."""

    code = "unreadable_message"


def name_of(request: Request) -> str:
    """The last part of a request's address."""
    return _NAMES[type(request)]


def pack_request(request: Request) -> bytes:
    """The body of a request."""
    return _compress(_ENCODER.encode(request))


def unpack_request(name: str, body: bytes) -> Request:
    """The request that was sent to an address; raises UnreadableMessageError."""
    request: Request = _decode(REQUESTS[name], _decompress(body))
    return request


def pack_answer(answer: Answer) -> bytes:
    """The body of an answer; it says itself what it is."""
    return _compress(_ENCODER.encode((_NAMES[type(answer)], answer)))


def unpack_answer(body: bytes) -> Answer:
    """The answer that came; raises UnreadableMessageError."""
    name, value = _decode_tagged(_decompress(body))
    if name not in _ANSWERS:
        raise UnreadableMessageError
    answer: Answer = _decode(_ANSWERS[name], value)
    return answer


def _decode_tagged(data: bytes) -> tuple[str, bytes]:
    try:
        name, value = _TAGGED.decode(data)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise UnreadableMessageError from error
    return name, bytes(value)


def _decode(kind: type[Any], data: bytes) -> Any:
    try:
        return _DECODERS[kind].decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise UnreadableMessageError from error


def _compress(data: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=_LEVEL).compress(data)


def _decompress(body: bytes) -> bytes:
    """Read how large it says it is before anything is unpacked: a bomb says so, or says nothing."""
    if len(body) > MOST_COMPRESSED:
        raise UnreadableMessageError
    try:
        size = zstandard.frame_content_size(body)
        if not 0 <= size <= MOST_UNPACKED:
            raise UnreadableMessageError
        return zstandard.ZstdDecompressor().decompress(body, max_output_size=MOST_UNPACKED)
    except zstandard.ZstdError as error:
        raise UnreadableMessageError from error
