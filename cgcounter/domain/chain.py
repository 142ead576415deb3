"""The hash chain of an origin: each event's link covers everything before it (design: sync, section 3)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final, NewType

from msgspec import Struct

Origin = NewType("Origin", bytes)

ORIGIN_BYTES: Final = 16
_SEQ_BYTES: Final = 8


class Position(Struct, frozen=True, array_like=True):
    """Where a chain stands: the number of its last event, 0 before the first, and that event's link."""

    seq: int
    link: bytes


class ChainedEvent(Struct, frozen=True, array_like=True):
    """The bytes of an event at its place in the chain of its origin."""

    origin: Origin
    seq: int
    link: bytes
    body: bytes


class Seal(Struct, frozen=True, array_like=True):
    """The signature of a counter's key under a link; it covers everything up to there."""

    origin: Origin
    seq: int
    signature: bytes


def first_link(origin: Origin) -> bytes:
    """The link before the first event: SHA-256("cg1" || origin)."""
    return hashlib.sha256(b"cg1" + origin).digest()


def beginning(origin: Origin) -> Position:
    """Where a chain stands before its first event."""
    return Position(0, first_link(origin))


def next_link(previous: bytes, body: bytes) -> bytes:
    """The link of an event: SHA-256(previous link || its bytes)."""
    return hashlib.sha256(previous + body).digest()


def links(previous: bytes, bodies: Iterable[bytes]) -> list[bytes]:
    """The links of a run of events that follows ``previous``."""
    made = []
    for body in bodies:
        previous = next_link(previous, body)
        made.append(previous)
    return made


def seal_text(origin: Origin, position: Position) -> bytes:
    """What a seal signs: "cg1-seal" || origin || seq as 8 bytes, the highest first || link."""
    return b"cg1-seal" + origin + position.seq.to_bytes(_SEQ_BYTES, "big") + position.link
