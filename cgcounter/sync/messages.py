"""What counter and district say to each other (design: sync, section 5).

Typed values; ``wire`` turns them into bytes. The same messages travel over a line and on a stick.
"""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from cgcounter.domain.chain import ChainedEvent, Origin, Position, Seal
from cgcounter.domain.feed import Cursor, FeedRow, Held


class Introduction(Struct, frozen=True, array_like=True):
    """A new origin of an enrolled counter: ``signature`` of its key under ``introduction_text``."""

    origin: Origin
    signature: bytes


def introduction_text(origin: Origin) -> bytes:
    """What an introduction signs."""
    return b"cg1-origin" + origin


class Hello(Struct, frozen=True):
    """A counter tells where it stands. One answer tells whether it is behind, copied, restored, or up to date."""

    origin: Origin
    head: Position
    cursor: Cursor | None
    introduction: Introduction
    version: str = ""
    wall: str = ""


class Welcome(Struct, frozen=True):
    """Where the district stands: its last event of this origin, and the head of the counter's feed.

    ``durable_seq`` is contained in a verified copy of the district's data. ``feed_digest`` covers the feed up to
    ``feed_head``.
    """

    epoch: bytes
    stored: Position
    durable_seq: int
    feed_head: int
    feed_digest: bytes
    server_time: str = ""
    least_version: str = ""


class Batch(Struct, frozen=True):
    """A run of an origin's events that follow each other: ``previous`` is the link before the first."""

    origin: Origin
    first_seq: int
    previous: bytes
    bodies: tuple[bytes, ...]
    seal: Seal

    @property
    def last_seq(self) -> int:
        """The number of its last event."""
        return self.first_seq + len(self.bodies) - 1


class Stored(Struct, frozen=True):
    """The district's last event of an origin, whatever of the batch it had before; and what it could not read."""

    stored: Position
    durable_seq: int
    quarantined: tuple[int, ...] = ()


class Pull(Struct, frozen=True):
    """What comes after the cursor is wanted; bodies of events that are ``held`` need not be sent."""

    cursor: Cursor
    held: Held
    limit: int


class Page(Struct, frozen=True):
    """Rows that follow the cursor without a gap. ``digest`` covers the feed up to the last one."""

    rows: tuple[FeedRow, ...]
    cursor: Cursor
    digest: bytes
    has_more: bool
    seals: tuple[Seal, ...] = ()


class Introduce(Struct, frozen=True):
    """A former origin of the counter, which the district may have forgotten."""

    introduction: Introduction


class Compare(Struct, frozen=True):
    """Up to where a counter knows each origin without a gap, to be compared after a change of epoch."""

    heads: tuple[tuple[Origin, Position], ...]


class Lacks(Struct, frozen=True):
    """Where the district stands with the origins of which a counter holds more, or something else."""

    origins: tuple[tuple[Origin, Position], ...]


class AskLinks(Struct, frozen=True):
    """The links of an origin from ``first`` on are wanted, to find where two chains parted."""

    origin: Origin
    first: int
    limit: int


class Links(Struct, frozen=True):
    """Links that follow each other, from the one asked for."""

    links: tuple[bytes, ...]


class Heal(Struct, frozen=True):
    """Events of another origin that the district has lost; their seal vouches for them."""

    batch: Batch


class GiveBack(Struct, frozen=True):
    """Events of others that the district may have lost, and that no chain and seal here vouch for."""

    events: tuple[ChainedEvent, ...]


class AskKnown(Struct, frozen=True):
    """Which of these events the district knows, under whatever origin."""

    events: tuple[UUID, ...]


class Known(Struct, frozen=True):
    """Those that it knows."""

    events: tuple[UUID, ...]


class Why(StrEnum):
    """Why the district refused."""

    REVOKED = "revoked"
    UNKNOWN_ORIGIN = "unknown_origin"
    GAP = "gap"
    FORK = "fork"
    BROKEN_CHAIN = "broken_chain"
    BAD_SEAL = "bad_seal"
    FOREIGN_OFFICE = "foreign_office"
    TOO_LARGE = "too_large"
    EVENTS_KNOWN = "events_known"
    EPOCH_OVER = "epoch_over"
    UNREADABLE = "unreadable"


class Refused(Struct, frozen=True):
    """Nothing of the request was stored; ``stored`` is where the district stands."""

    why: Why
    stored: Position | None = None


Request = Hello | Introduce | Batch | Pull | Compare | AskLinks | Heal | GiveBack | AskKnown
Answer = Welcome | Stored | Page | Lacks | Links | Known | Refused
