"""The district's data in memory; the contract suite holds it to what SQLite and PostgreSQL do."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from cgcounter.domain.chain import ChainedEvent, Origin, Position, Seal, beginning
from cgcounter.domain.feed import NO_DIGEST, next_digest
from cgcounter.domain.particulars import DossierId, EventId
from cgcounter.server.ports import Arrived, Device, FeedEnd, Numbered


@dataclass
class DistrictContents:
    """What the district's disk holds."""

    epoch: bytes
    devices: dict[UUID, Device] = field(default_factory=dict)
    authors: dict[Origin, UUID] = field(default_factory=dict)
    chains: dict[Origin, list[ChainedEvent]] = field(default_factory=dict)
    seals: dict[Origin, dict[int, Seal]] = field(default_factory=dict)
    events: dict[EventId, Arrived] = field(default_factory=dict)
    of_dossier: dict[DossierId, list[EventId]] = field(default_factory=dict)
    scopes: dict[DossierId, set[str]] = field(default_factory=dict)
    feeds: dict[str, list[Numbered]] = field(default_factory=dict)
    in_feed: dict[str, set[EventId]] = field(default_factory=dict)
    durable: dict[Origin, int] = field(default_factory=dict)
    set_aside: list[tuple[ChainedEvent, str]] = field(default_factory=list)
    incidents: list[tuple[Origin, int, str]] = field(default_factory=list)

    def fork(self) -> DistrictContents:
        """A copy that goes its own way; the values themselves are frozen."""
        forked = copy.copy(self)
        for name in ("devices", "authors", "events", "durable", "set_aside", "incidents"):
            setattr(forked, name, copy.copy(getattr(self, name)))
        for name in ("chains", "seals", "of_dossier", "scopes", "feeds", "in_feed"):
            setattr(forked, name, {key: copy.copy(value) for key, value in getattr(self, name).items()})
        return forked


class FakeDistrictWork:
    """One unit of work on the contents."""

    def __init__(self, contents: DistrictContents) -> None:
        self.contents = contents
        self.is_committed = False

    def epoch(self) -> bytes:
        return self.contents.epoch

    def device(self, device: UUID) -> Device | None:
        return self.contents.devices.get(device)

    def author(self, origin: Origin) -> Device | None:
        known = self.contents.authors.get(origin)
        return None if known is None else self.contents.devices.get(known)

    def introduce(self, origin: Origin, device: UUID) -> None:
        self.contents.authors[origin] = device

    def head(self, origin: Origin) -> Position:
        chain = self.contents.chains.get(origin)
        return Position(chain[-1].seq, chain[-1].link) if chain else beginning(origin)

    def links(self, origin: Origin, first: int, limit: int) -> tuple[bytes, ...]:
        chain = self.contents.chains.get(origin, [])
        return tuple(event.link for event in chain[max(first - 1, 0) : max(first - 1, 0) + limit])

    def known(self, events: Collection[UUID]) -> set[UUID]:
        return {event for event in events if event in self.contents.events}

    def append(self, arrived: Sequence[Arrived], seal: Seal | None) -> None:
        for one in arrived:
            chain = self.contents.chains.setdefault(one.event.origin, [])
            if one.event.seq != len(chain) + 1 or one.id in self.contents.events:
                raise RuntimeError("a chain has no gap, and an event is stored once")
            chain.append(one.event)
            self.contents.events[one.id] = one
            if one.dossier is not None:
                self.contents.of_dossier.setdefault(one.dossier, []).append(one.id)
        if seal is not None:
            self.contents.seals.setdefault(seal.origin, {})[seal.seq] = seal

    def seals_of(self, events: Sequence[ChainedEvent]) -> tuple[Seal, ...]:
        found = (self.contents.seals.get(event.origin, {}).get(event.seq) for event in events)
        return tuple(seal for seal in found if seal is not None)

    def durable_seq(self, origin: Origin) -> int:
        return self.contents.durable.get(origin, 0)

    def joined(self, dossier: DossierId) -> set[str]:
        return set(self.contents.scopes.get(dossier, ()))

    def join(self, dossier: DossierId, scope: str) -> None:
        self.contents.scopes.setdefault(dossier, set()).add(scope)

    def authored(self, dossier: DossierId, scopes: Collection[str]) -> tuple[EventId, ...]:
        return tuple(
            one
            for one in self.contents.of_dossier.get(dossier, ())
            if self.contents.events[one].author_scope in scopes
        )

    def named_units(self, dossier: DossierId, scopes: Collection[str]) -> set[str]:
        named = (self.contents.events[one].to_unit for one in self.authored(dossier, scopes))
        return {unit for unit in named if unit}

    def publish(self, scope: str, events: Sequence[EventId]) -> None:
        feed = self.contents.feeds.setdefault(scope, [])
        there = self.contents.in_feed.setdefault(scope, set())
        for one in events:
            if one not in there:
                there.add(one)
                event, digest = self.contents.events[one].event, feed[-1].digest if feed else NO_DIGEST
                digest = next_digest(digest, event.origin, event.seq, event.link)
                feed.append(Numbered(len(feed) + 1, digest, event))

    def feed_end(self, scope: str) -> FeedEnd:
        feed = self.contents.feeds.get(scope)
        return FeedEnd(len(feed), feed[-1].digest) if feed else FeedEnd(0, NO_DIGEST)

    def feed_after(self, scope: str, feed_seq: int, limit: int) -> tuple[Numbered, ...]:
        return tuple(self.contents.feeds.get(scope, [])[feed_seq : feed_seq + limit])

    def quarantine(self, event: ChainedEvent, reason: str) -> None:
        self.contents.set_aside.append((event, reason))

    def report(self, origin: Origin, seq: int, what: str) -> None:
        self.contents.incidents.append((origin, seq, what))

    def commit(self) -> None:
        self.is_committed = True


class FakeDistrictStore:
    """A disk that a simulator copies, puts back and cuts the power of."""

    def __init__(self, epoch: bytes) -> None:
        self.contents = DistrictContents(epoch)

    @contextmanager
    def begin(self) -> Iterator[FakeDistrictWork]:
        work = FakeDistrictWork(self.contents.fork())
        yield work
        if work.is_committed:
            self.contents = work.contents

    def copy(self) -> DistrictContents:
        """A verified copy as it is now: what it holds is durable from here on."""
        self.contents.durable = {origin: len(chain) for origin, chain in self.contents.chains.items()}
        return self.contents.fork()

    def put_back(self, copied: DistrictContents, epoch: bytes) -> None:
        """The copy counts again, in a new epoch."""
        self.contents = copied.fork()
        self.contents.epoch = epoch
