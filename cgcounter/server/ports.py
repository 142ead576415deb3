"""What the district needs of its data: one unit of work a request; SQLite, PostgreSQL and a fake keep to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from typing import Protocol
from uuid import UUID

from msgspec import Struct

from cgcounter.domain.chain import ChainedEvent, Origin, Position, Seal
from cgcounter.domain.particulars import DossierId, EventId


class Device(Struct, frozen=True):
    """An enrolled counter: its office and the scope whose feed it reads, and the key it signs with."""

    id: UUID
    office: str
    scope: str
    key: bytes
    slot: int = 0
    is_revoked: bool = False


class Arrived(Struct, frozen=True):
    """An event at its place, with what routes it; ``dossier`` is None for bytes that nobody here can read.

    ``to_unit`` is the unit that the event hands its dossier to, if it does.
    """

    event: ChainedEvent
    id: EventId
    dossier: DossierId | None
    author_scope: str
    to_unit: str = ""


class FeedEnd(Struct, frozen=True):
    """The last number of a feed and the digest up to it."""

    feed_seq: int
    digest: bytes


class Numbered(Struct, frozen=True):
    """A row of a feed with the digest up to it."""

    feed_seq: int
    digest: bytes
    event: ChainedEvent


class DistrictWork(Protocol):
    """One unit of work; leaving it without commit rolls it back."""

    def epoch(self) -> bytes: ...
    def device(self, device: UUID) -> Device | None: ...
    def author(self, origin: Origin) -> Device | None:
        """The counter that introduced an origin."""

    def introduce(self, origin: Origin, device: UUID) -> None: ...
    def head(self, origin: Origin) -> Position:
        """Where a chain stands here; its beginning if nothing of it is here. Locks the chain until the end."""

    def links(self, origin: Origin, first: int, limit: int) -> tuple[bytes, ...]: ...
    def known(self, events: Collection[UUID]) -> set[UUID]: ...
    def append(self, arrived: Sequence[Arrived], seal: Seal | None) -> None:
        """Store events that go on from the head of their origin."""

    def seals_of(self, events: Sequence[ChainedEvent]) -> tuple[Seal, ...]:
        """The seals that lie within these events."""

    def durable_seq(self, origin: Origin) -> int: ...
    def joined(self, dossier: DossierId) -> set[str]:
        """The scopes that a dossier concerns."""

    def join(self, dossier: DossierId, scope: str) -> None: ...
    def authored(self, dossier: DossierId, scopes: Collection[str]) -> tuple[EventId, ...]:
        """The events of a dossier that counters of these scopes made, as they came."""

    def named_units(self, dossier: DossierId, scopes: Collection[str]) -> set[str]:
        """The units to which counters of these scopes handed a dossier."""

    def publish(self, scope: str, events: Sequence[EventId]) -> None:
        """Number events in a feed, those that are not in it yet; commit order is number order."""

    def feed_end(self, scope: str) -> FeedEnd: ...
    def feed_after(self, scope: str, feed_seq: int, limit: int) -> tuple[Numbered, ...]: ...
    def quarantine(self, event: ChainedEvent, reason: str) -> None: ...
    def report(self, origin: Origin, seq: int, what: str) -> None:
        """An incident: something was refused that an honest counter does not send."""

    def commit(self) -> None: ...


class DistrictStore(Protocol):
    """The district's data."""

    def begin(self) -> AbstractContextManager[DistrictWork]: ...
