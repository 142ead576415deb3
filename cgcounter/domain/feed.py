"""The feed of a scope: what concerns an office or a department, numbered without a gap (design: sync, section 5)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from cgcounter.domain.chain import ChainedEvent, Origin

NO_DIGEST: Final = bytes(32)
"""The digest of an empty feed."""


class Cursor(Struct, frozen=True, array_like=True):
    """Up to where a feed is known: a number within an epoch. Another epoch is another numbering."""

    epoch: bytes
    feed_seq: int


class Span(Struct, frozen=True, array_like=True):
    """The events of an origin from ``first`` to ``last``, both included."""

    first: int
    last: int


Held = dict[Origin, tuple[Span, ...]]
"""Which events a replica holds, origin by origin, in ascending spans that do not touch."""


class FeedRow(Struct, frozen=True, array_like=True):
    """One number of a feed; a row without ``event`` stands for one that its reader holds."""

    origin: Origin
    seq: int
    event: ChainedEvent | None = None


def next_digest(previous: bytes, origin: Origin, seq: int, link: bytes) -> bytes:
    """The digest of a feed with one more row: SHA-256(previous || origin || seq as 8 bytes || link)."""
    return hashlib.sha256(previous + origin + seq.to_bytes(8, "big") + link).digest()


def spans(numbers: Iterable[int]) -> tuple[Span, ...]:
    """The spans that ascending numbers make."""
    made: list[Span] = []
    for number in numbers:
        if made and made[-1].last + 1 == number:
            made[-1] = Span(made[-1].first, number)
        else:
            made.append(Span(number, number))
    return tuple(made)


def holds(held: Held, origin: Origin, seq: int) -> bool:
    """Whether an event is among those held."""
    return any(span.first <= seq <= span.last for span in held.get(origin, ()))
