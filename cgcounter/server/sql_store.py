"""The district's data in SQLite or PostgreSQL, through the same statements."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Engine, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from cgcounter.domain.chain import ChainedEvent, Origin, Position, Seal, beginning
from cgcounter.domain.feed import NO_DIGEST, next_digest
from cgcounter.domain.particulars import DossierId, EventId
from cgcounter.server import tables
from cgcounter.server.ports import Arrived, Device, FeedEnd, Numbered

EPOCH_BYTES: Final = 16
_AT_ONCE: Final = 500
_EPOCH: Final = "epoch"

_device, _origin, _event = tables.device.c, tables.origin.c, tables.event.c
_row, _scopes, _feed = tables.feed_row.c, tables.dossier_scope.c, tables.feed.c
_FIND_DEVICE: Final = select(tables.device).where(_device.id == bindparam("device"))
_FIND_AUTHOR: Final = (
    select(tables.device).join_from(tables.origin, tables.device).where(_origin.origin == bindparam("of"))
)
# FOR UPDATE means nothing to SQLite, whose writers come one after another anyway.
_LOCK_HEAD: Final = (
    select(_origin.seq, _origin.link).where(_origin.origin == bindparam("of")).with_for_update()
)
_LINKS: Final = (
    select(_event.link)
    .where(_event.origin == bindparam("of"), _event.seq >= bindparam("first"))
    .order_by(_event.seq)
    .limit(bindparam("most"))
)
_KNOWN: Final = select(_event.id).where(_event.id.in_(bindparam("ids", expanding=True)))
_NUMBERS: Final = select(_event.id, _event.number, _event.origin, _event.seq, _event.link).where(
    _event.id.in_(bindparam("ids", expanding=True))
)
_MOVE_HEAD: Final = (
    update(tables.origin)
    .where(_origin.origin == bindparam("of"))
    .values(seq=bindparam("to_seq"), link=bindparam("to_link"))
)
_SEALS: Final = select(tables.seal).where(
    tables.seal.c.origin == bindparam("of"),
    tables.seal.c.seq >= bindparam("first"),
    tables.seal.c.seq <= bindparam("last"),
)
_DURABLE: Final = select(_origin.durable_seq).where(_origin.origin == bindparam("of"))
_JOINED: Final = select(_scopes.scope).where(_scopes.dossier == bindparam("dossier"))
_AUTHORED: Final = (
    select(_event.id, _event.to_unit)
    .where(
        _event.dossier == bindparam("dossier"),
        _event.author_scope.in_(bindparam("scopes", expanding=True)),
    )
    .order_by(_event.number)
)
_IN_FEED: Final = select(_row.event).where(
    _row.scope == bindparam("scope"), _row.event.in_(bindparam("events", expanding=True))
)
_LOCK_FEED: Final = select(_feed.last, _feed.digest).where(_feed.scope == bindparam("of")).with_for_update()
_FEED_END: Final = select(_feed.last, _feed.digest).where(_feed.scope == bindparam("of"))
_MOVE_FEED: Final = (
    update(tables.feed)
    .where(_feed.scope == bindparam("of"))
    .values(last=bindparam("to_last"), digest=bindparam("to_digest"))
)
_FEED_AFTER: Final = (
    select(_row.feed_seq, _row.digest, _event.origin, _event.seq, _event.link, _event.body)
    .join_from(tables.feed_row, tables.event)
    .where(_row.scope == bindparam("scope"), _row.feed_seq > bindparam("after"))
    .order_by(_row.feed_seq)
    .limit(bindparam("most"))
)


class SqlDistrictWork:
    """One unit of work in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute
        self._connection = connection
        # Both dialects know the same clause under names of their own.
        self._insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert

    def epoch(self) -> bytes:
        """The numbering that counts now."""
        found: bytes = self._run(select(tables.meta.c.value).where(tables.meta.c.key == _EPOCH)).scalar_one()
        return bytes(found)

    def device(self, device: UUID) -> Device | None:
        """An enrolled counter."""
        return _device_of(self._run(_FIND_DEVICE, {"device": device.bytes}).first())

    def author(self, origin: Origin) -> Device | None:
        """The counter that introduced an origin."""
        return _device_of(self._run(_FIND_AUTHOR, {"of": origin}).first())

    def introduce(self, origin: Origin, device: UUID) -> None:
        """From here on the counter may write under this origin."""
        begun = beginning(origin)
        self._run(
            insert(tables.origin),
            {"origin": origin, "device": device.bytes, "seq": 0, "link": begun.link, "durable_seq": 0},
        )

    def head(self, origin: Origin) -> Position:
        """Where a chain stands here; locked until the end."""
        row = self._run(_LOCK_HEAD, {"of": origin}).first()
        return beginning(origin) if row is None else Position(row.seq, bytes(row.link))

    def links(self, origin: Origin, first: int, limit: int) -> tuple[bytes, ...]:
        """The links of a chain from a number on."""
        rows = self._run(_LINKS, {"of": origin, "first": first, "most": limit})
        return tuple(bytes(row.link) for row in rows)

    def known(self, events: Collection[UUID]) -> set[UUID]:
        """Those of the events that are here."""
        return {
            UUID(bytes=bytes(row.id))
            for some in _some(event.bytes for event in events)
            for row in self._run(_KNOWN, {"ids": some})
        }

    def append(self, arrived: Sequence[Arrived], seal: Seal | None) -> None:
        """Store events that go on from the head of their origin."""
        self._run(
            insert(tables.event),
            [
                {
                    "origin": one.event.origin,
                    "seq": one.event.seq,
                    "link": one.event.link,
                    "body": one.event.body,
                    "id": one.id.bytes,
                    "dossier": one.dossier and one.dossier.bytes,
                    "author_scope": one.author_scope,
                    "to_unit": one.to_unit,
                }
                for one in arrived
            ],
        )
        last = arrived[-1].event
        self._run(_MOVE_HEAD, {"of": last.origin, "to_seq": last.seq, "to_link": last.link})
        if seal is not None:
            values = {"origin": seal.origin, "seq": seal.seq, "signature": seal.signature}
            self._run(self._insert(tables.seal).on_conflict_do_nothing(), values)

    def seals_of(self, events: Sequence[ChainedEvent]) -> tuple[Seal, ...]:
        """The seals that lie within these events."""
        numbers: dict[Origin, list[int]] = {}
        for event in events:
            numbers.setdefault(event.origin, []).append(event.seq)
        return tuple(
            Seal(origin, row.seq, bytes(row.signature))
            for origin, seqs in numbers.items()
            for row in self._run(_SEALS, {"of": origin, "first": min(seqs), "last": max(seqs)})
            if row.seq in set(seqs)
        )

    def durable_seq(self, origin: Origin) -> int:
        """Up to where a verified copy of this data holds a chain."""
        return self._run(_DURABLE, {"of": origin}).scalar() or 0

    def joined(self, dossier: DossierId) -> set[str]:
        """The scopes that a dossier concerns."""
        return {row.scope for row in self._run(_JOINED, {"dossier": dossier.bytes})}

    def join(self, dossier: DossierId, scope: str) -> None:
        """From here on the dossier concerns a scope."""
        joins = self._insert(tables.dossier_scope).on_conflict_do_nothing()
        self._run(joins, {"dossier": dossier.bytes, "scope": scope})

    def authored(self, dossier: DossierId, scopes: Collection[str]) -> tuple[EventId, ...]:
        """The events of a dossier that counters of these scopes made, as they came."""
        return tuple(EventId(UUID(bytes=bytes(row.id))) for row in self._authored(dossier, scopes))

    def named_units(self, dossier: DossierId, scopes: Collection[str]) -> set[str]:
        """The units to which counters of these scopes handed a dossier."""
        return {row.to_unit for row in self._authored(dossier, scopes) if row.to_unit}

    def _authored(self, dossier: DossierId, scopes: Collection[str]) -> Sequence[Any]:
        return self._run(_AUTHORED, {"dossier": dossier.bytes, "scopes": sorted(scopes)}).all()

    def publish(self, scope: str, events: Sequence[EventId]) -> None:
        """Number events in a feed, those that are not in it yet."""
        at = self._lock_feed(scope)
        for some in _some(event.bytes for event in events):
            at = self._publish(scope, at, some)
        self._run(_MOVE_FEED, {"of": scope, "to_last": at.feed_seq, "to_digest": at.digest})

    def _publish(self, scope: str, at: FeedEnd, ids: Sequence[bytes]) -> FeedEnd:
        stored = {bytes(row.id): row for row in self._run(_NUMBERS, {"ids": ids})}
        numbers = [row.number for row in stored.values()]
        there = set(self._run(_IN_FEED, {"scope": scope, "events": numbers}).scalars())
        rows = []
        for row in (stored[one] for one in ids):
            if row.number not in there:
                digest = next_digest(at.digest, Origin(bytes(row.origin)), row.seq, bytes(row.link))
                at = FeedEnd(at.feed_seq + 1, digest)
                rows.append({"scope": scope, "feed_seq": at.feed_seq, "event": row.number, "digest": digest})
        if rows:
            self._run(insert(tables.feed_row), rows)
        return at

    def _lock_feed(self, scope: str) -> FeedEnd:
        begins = self._insert(tables.feed).on_conflict_do_nothing()
        row = self._run(_LOCK_FEED, {"of": scope}).first()
        if row is None:
            self._run(begins, {"scope": scope, "last": 0, "digest": NO_DIGEST})
            row = self._run(_LOCK_FEED, {"of": scope}).one()
        return FeedEnd(row.last, bytes(row.digest))

    def feed_end(self, scope: str) -> FeedEnd:
        """The last number of a feed and the digest up to it."""
        row = self._run(_FEED_END, {"of": scope}).first()
        return FeedEnd(0, NO_DIGEST) if row is None else FeedEnd(row.last, bytes(row.digest))

    def feed_after(self, scope: str, feed_seq: int, limit: int) -> tuple[Numbered, ...]:
        """The rows of a feed that follow a number."""
        rows = self._run(_FEED_AFTER, {"scope": scope, "after": feed_seq, "most": limit})
        return tuple(
            Numbered(
                row.feed_seq,
                bytes(row.digest),
                ChainedEvent(Origin(bytes(row.origin)), row.seq, bytes(row.link), bytes(row.body)),
            )
            for row in rows
        )

    def quarantine(self, event: ChainedEvent, reason: str) -> None:
        """Set an event aside for people to look at."""
        aside = self._insert(tables.set_aside).on_conflict_do_nothing()
        self._run(aside, {"origin": event.origin, "seq": event.seq, "reason": reason})

    def report(self, origin: Origin, seq: int, what: str) -> None:
        """Write an incident down."""
        self._run(insert(tables.incident), {"origin": origin, "seq": seq, "what": what})

    def commit(self) -> None:
        """Make it durable."""
        self._connection.commit()


class SqlDistrictStore:
    """Stands on an engine of either kind."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def begin(self) -> Iterator[SqlDistrictWork]:
        """A unit of work; leaving it without commit rolls it back."""
        with self.engine.connect() as connection:
            yield SqlDistrictWork(connection)

    def epoch(self) -> bytes:
        """The numbering that counts now."""
        with self.begin() as work:
            return work.epoch()

    def enrol(self, device: Device) -> None:
        """A counter may speak from here on."""
        with self.engine.begin() as connection:
            values = {name: getattr(device, name) for name in device.__struct_fields__}
            connection.execute(insert(tables.device), values | {"id": device.id.bytes})

    def begin_epoch(self, epoch: bytes) -> None:
        """Another numbering counts from here on: this data was put back from a copy."""
        with self.engine.begin() as connection:
            connection.execute(update(tables.meta).where(tables.meta.c.key == _EPOCH).values(value=epoch))


def make_district(engine: Engine, epoch: bytes | None = None) -> SqlDistrictStore:
    """Make the tables where they are missing, and the first epoch."""
    tables.DISTRICT.create_all(engine)
    with engine.begin() as connection:
        if connection.execute(select(tables.meta.c.key).where(tables.meta.c.key == _EPOCH)).first() is None:
            value = epoch or secrets.token_bytes(EPOCH_BYTES)
            connection.execute(insert(tables.meta), {"key": _EPOCH, "value": value})
    return SqlDistrictStore(engine)


def _device_of(row: Any) -> Device | None:
    if row is None:
        return None
    return Device(
        id=UUID(bytes=bytes(row.id)),
        office=row.office,
        scope=row.scope,
        key=bytes(row.key),
        slot=row.slot,
        is_revoked=row.is_revoked,
    )


def _some(things: Any) -> Iterator[list[bytes]]:
    rest = iter(things)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
