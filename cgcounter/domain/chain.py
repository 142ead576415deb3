"""The hash chain of an origin: each event's link covers everything before it (design: sync, section 3)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final, NewType

Origin = NewType("Origin", bytes)

ORIGIN_BYTES: Final = 16


def first_link(origin: Origin) -> bytes:
    """The link before the first event: SHA-256("cg1" || origin)."""
    return hashlib.sha256(b"cg1" + origin).digest()


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
