"""The append-only log: events are encoded once, chained to their origin's head, stored and projected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from sqlalchemy import Connection, bindparam, func, insert, select, update

from cgcounter.domain.chain import Origin, first_link, links
from cgcounter.domain.events import DossierId, Event, encode_event
from cgcounter.storage import tables
from cgcounter.storage.failures import DamagedFileError
from cgcounter.storage.meta import Fact
from cgcounter.storage.projections import life_of, project

_EVENT, _HEAD, _META = tables.event_table.c, tables.origin_head.c, tables.meta.c
_LAST_ROWID: Final = select(func.coalesce(func.max(_EVENT.rowid), 0)).scalar_subquery()
# The head, the link of the last event it stands for, and the last rowid, in one question.
_OWN_HEAD: Final = (
    select(_HEAD.origin, _HEAD.seq, _HEAD.hash, _EVENT.hash.label("stored"), _LAST_ROWID.label("last_rowid"))
    .select_from(tables.meta)
    .join(tables.origin_head, _HEAD.origin == _META.value)
    .outerjoin(tables.event_table, (_EVENT.origin == _HEAD.origin) & (_EVENT.seq == _HEAD.seq))
    .where(_META.key == Fact.ORIGIN)
)
_ADD: Final = insert(tables.event_table)
_MOVE_HEAD: Final = (
    update(tables.origin_head)
    .where(_HEAD.origin == bindparam("of"))
    .values(seq=bindparam("to_seq"), hash=bindparam("to_hash"))
)


class Head(Struct, frozen=True):
    """Where the chain of this counter stands, and the last rowid of the log."""

    origin: Origin
    seq: int
    hash: bytes
    last_rowid: int


class SqlEventLog:
    """Appends this counter's own events and reads the events of dossiers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, events: Sequence[Event]) -> None:
        """Chain, store and project; raises EventTooLargeError, DamagedFileError for a chain that does not go on."""
        if not events:
            return
        bodies = [encode_event(event) for event in events]
        head = own_head(self._connection)
        made = links(head.hash, bodies)
        self._connection.execute(
            _ADD,
            [
                {
                    "rowid": head.last_rowid + place,
                    "origin": head.origin,
                    "seq": head.seq + place,
                    "hash": link,
                    "body": body,
                    "event_id": event.id.bytes,
                }
                for place, (event, body, link) in enumerate(zip(events, bodies, made, strict=True), 1)
            ],
        )
        self._connection.execute(
            _MOVE_HEAD, {"of": head.origin, "to_seq": head.seq + len(events), "to_hash": made[-1]}
        )
        project(self._connection, list(enumerate(events, head.last_rowid + 1)))

    def history(self, dossier: DossierId) -> tuple[Event, ...]:
        """All events of a dossier in the order they were stored; empty when there are none."""
        return tuple(event for _, event in life_of(self._connection, dossier.bytes))


def own_head(connection: Connection) -> Head:
    """The head of the present incarnation; raises DamagedFileError unless the last event bears its link."""
    row = connection.execute(_OWN_HEAD).one_or_none()
    if row is None:
        raise DamagedFileError(part="origin")
    origin = Origin(row.origin)
    stored = row.stored if row.seq else first_link(origin)
    if stored != row.hash:
        raise DamagedFileError(part="chain")
    return Head(origin=origin, seq=row.seq, hash=row.hash, last_rowid=row.last_rowid)
