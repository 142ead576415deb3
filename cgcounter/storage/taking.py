"""A page of the feed goes into the log: nearly always all of it is new, and then one statement stores it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from cgcounter.domain.chain import ChainedEvent, Origin, first_link, next_link
from cgcounter.domain.events import Event, UnreadableEventError, decode_event
from cgcounter.domain.feed import FeedRow, next_digest
from cgcounter.services.replica import FeedGapError, Taken
from cgcounter.storage.projections import project
from cgcounter.storage.transaction import Row, Sql, Transaction

_LAST_ROWID: Final = Sql("SELECT max(rowid) FROM event")
_ADD: Final = Sql(
    "INSERT INTO event (rowid, origin, seq, hash, body, event_id)"
    " VALUES (:rowid, :origin, :seq, :hash, :body, :event_id)"
)
_AT: Final = Sql("SELECT rowid, hash, body FROM event WHERE origin = :origin AND seq = :seq")
_BY_ID: Final = Sql("SELECT rowid FROM event WHERE event_id = :event_id")
_MOVE: Final = Sql("UPDATE event SET origin = :origin, seq = :seq, hash = :hash WHERE rowid = :rowid")


def take_rows(act: Transaction, rows: Sequence[FeedRow], digest: bytes) -> Taken:
    """Store the events of the rows and project them; ``digest`` is that of the feed before them.

    Raises FeedGapError for a row whose event came not and is not here.
    """
    taking = _Taking(act)
    for row in rows:
        link = taking.take(row.event) if row.event is not None else taking.link_of(row)
        digest = next_digest(digest, row.origin, row.seq, link)
    taking.finish()
    return Taken(len(taking.new), digest, tuple(taking.parted))


class _Taking:
    """Collects what is new, so that it is stored and projected together."""

    def __init__(self, act: Transaction) -> None:
        self._act = act
        self.new: list[ChainedEvent] = []
        self.parted: dict[Origin, None] = {}

    def take(self, event: ChainedEvent) -> bytes:
        """Keep an event of the feed, unless it is here; its link."""
        here = self._act.row(_AT, {"origin": event.origin, "seq": event.seq})
        if here is not None and here["hash"] == event.link:
            return event.link
        if here is not None:
            self.parted[event.origin] = None
            put_aside(self._act, event.origin, here)
        rowid = self._act.value(_BY_ID, {"event_id": event_id_of(event)})
        if rowid is None:
            self.new.append(event)
        else:
            place = {"origin": event.origin, "seq": event.seq, "hash": event.link, "rowid": rowid}
            self._act.run(_MOVE, place)
        return event.link

    def link_of(self, row: FeedRow) -> bytes:
        """The link of an event that the counter said it holds."""
        here = self._act.row(_AT, {"origin": row.origin, "seq": row.seq})
        if here is None:
            raise FeedGapError
        link: bytes = here["hash"]
        return link

    def finish(self) -> None:
        """Store what is new, and bring the projections up to it."""
        last = self._act.value(_LAST_ROWID) or 0
        self._act.run_many(
            _ADD,
            [
                {
                    "rowid": last + place,
                    "origin": event.origin,
                    "seq": event.seq,
                    "hash": event.link,
                    "body": event.body,
                    "event_id": event_id_of(event),
                }
                for place, event in enumerate(self.new, 1)
            ],
        )
        readable = ((last + place, _read(event)) for place, event in enumerate(self.new, 1))
        project(self._act, [(rowid, event) for rowid, event in readable if event is not None])


def put_aside(act: Transaction, origin: Origin, row: Row) -> None:
    """What is here waits under an origin that nobody writes, until the feed brings it under another one."""
    aside = Origin(hashlib.sha256(b"cg1-aside" + origin + row["hash"]).digest()[:16])
    link = next_link(first_link(aside), row["body"])
    act.run(_MOVE, {"origin": aside, "seq": 1, "hash": link, "rowid": row["rowid"]})


def _read(event: ChainedEvent) -> Event | None:
    try:
        return decode_event(event.body)
    except UnreadableEventError:
        return None


def event_id_of(event: ChainedEvent) -> bytes:
    """The id of an event; of bytes that are none, one made of its link."""
    read = _read(event)
    return event.link[:16] if read is None else read.id.bytes
