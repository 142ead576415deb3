"""The append-only log: events are encoded once, chained to their origin's head, stored and projected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from cgcounter.domain.chain import Origin, first_link, links
from cgcounter.domain.events import Event, encode_event
from cgcounter.domain.particulars import DossierId
from cgcounter.storage.failures import DamagedFileError
from cgcounter.storage.meta import Fact
from cgcounter.storage.projections import life_of, project
from cgcounter.storage.transaction import Sql, Transaction

# The head, the link of the last event it stands for, and the last rowid, in one question.
_OWN_HEAD: Final = Sql(
    "SELECT head.origin, head.seq, head.hash, event.hash AS stored, (SELECT max(rowid) FROM event) AS last_rowid"
    " FROM meta JOIN origin_head AS head ON head.origin = meta.value"
    " LEFT JOIN event ON event.origin = head.origin AND event.seq = head.seq"
    " WHERE meta.key = :fact"
)
_ADD: Final = Sql(
    "INSERT INTO event (rowid, origin, seq, hash, body, event_id, feed_seq)"
    " VALUES (:rowid, :origin, :seq, :hash, :body, :event_id, :feed_seq)"
)
_MOVE_HEAD: Final = Sql("UPDATE origin_head SET seq = :to_seq, hash = :to_hash WHERE origin = :of")


class Head(Struct, frozen=True):
    """Where the chain of this counter stands, and the last rowid of the log."""

    origin: Origin
    seq: int
    hash: bytes
    last_rowid: int


class SqlEventLog:
    """Appends this counter's own events and reads the events of dossiers."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def append(self, events: Sequence[Event]) -> None:
        """Chain, store and project; raises EventTooLargeError, DamagedFileError for a chain that does not go on."""
        if not events:
            return
        bodies = [encode_event(event) for event in events]
        head = own_head(self._transaction)
        made = links(head.hash, bodies)
        self._transaction.run_many(
            _ADD,
            [
                {
                    "rowid": head.last_rowid + place,
                    "origin": head.origin,
                    "seq": head.seq + place,
                    "hash": link,
                    "body": body,
                    "event_id": event.id.bytes,
                    "feed_seq": None,
                }
                for place, (event, body, link) in enumerate(zip(events, bodies, made, strict=True), 1)
            ],
        )
        self._transaction.run(
            _MOVE_HEAD, {"of": head.origin, "to_seq": head.seq + len(events), "to_hash": made[-1]}
        )
        project(self._transaction, list(enumerate(events, head.last_rowid + 1)))

    def history(self, dossier: DossierId) -> tuple[Event, ...]:
        """All events of a dossier in the order they were stored; empty when there are none."""
        return tuple(event for _, event in life_of(self._transaction, dossier.bytes))


def own_head(transaction: Transaction) -> Head:
    """The head of the present incarnation; raises DamagedFileError unless the last event bears its link."""
    row = transaction.row(_OWN_HEAD, {"fact": Fact.ORIGIN})
    if row is None:
        raise DamagedFileError(part="origin")
    origin = Origin(row["origin"])
    stored = row["stored"] if row["seq"] else first_link(origin)
    if stored != row["hash"]:
        raise DamagedFileError(part="chain")
    return Head(origin=origin, seq=row["seq"], hash=row["hash"], last_rowid=row["last_rowid"] or 0)
