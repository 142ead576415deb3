"""The data file as its partner in synchronising knows it: each method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final
from uuid import UUID

from cgcounter.domain.chain import ChainedEvent, Origin, Position, Seal, first_link, links
from cgcounter.domain.feed import NO_DIGEST, Cursor, FeedRow, Held, Span
from cgcounter.services.replica import OwnChain, Run, Standing, Taken
from cgcounter.storage.event_log import own_head
from cgcounter.storage.incarnations import begin_incarnation, new_origin
from cgcounter.storage.meta import Fact, find_fact, put_fact
from cgcounter.storage.store import SqlStore
from cgcounter.storage.taking import put_aside, take_rows
from cgcounter.storage.transaction import Sql, Transaction

_CHAINS: Final = Sql(
    "SELECT origin, seq, hash, acknowledged, durable FROM origin_head WHERE own ORDER BY begun, origin"
)
_LINK: Final = Sql("SELECT hash FROM event WHERE origin = :origin AND seq = :seq")
_AFTER: Final = Sql(
    "SELECT rowid, seq, hash, body, event_id FROM event WHERE origin = :origin AND seq > :seq ORDER BY seq"
)
_ISLANDS: Final = Sql(
    "SELECT origin, min(seq) AS first, max(seq) AS last FROM (SELECT origin, seq, seq - row_number() OVER "
    "(PARTITION BY origin ORDER BY seq) AS island FROM event) GROUP BY origin, island ORDER BY origin, first"
)
_SEAL_WITHIN: Final = Sql(
    "SELECT seq, signature FROM seal WHERE origin = :origin AND seq > :after AND seq <= :upto ORDER BY seq DESC LIMIT 1"
)
_KEEP_SEAL: Final = Sql("INSERT OR IGNORE INTO seal VALUES (:origin, :seq, :signature)")
_ACKNOWLEDGE: Final = Sql(
    "UPDATE origin_head SET acknowledged = min(:seq, seq), durable = min(:durable, seq) WHERE origin = :origin"
)
_SHORTEN: Final = Sql(
    "UPDATE origin_head SET seq = :seq, hash = :hash, acknowledged = min(acknowledged, :seq),"
    " durable = min(durable, :seq) WHERE origin = :origin"
)
_LENGTHEN: Final = Sql("UPDATE origin_head SET seq = :seq, hash = :hash WHERE origin = :origin")
_MOVE: Final = Sql("UPDATE event SET origin = :origin, seq = :seq, hash = :hash WHERE rowid = :rowid")
_SEQ_BYTES: Final = 8


class SqlReplica:
    """Stands on an opened data file."""

    def __init__(self, store: SqlStore, new_origin: Callable[[], Origin] = new_origin) -> None:
        self._store = store
        self._new_origin = new_origin

    def standing(self) -> Standing:
        """Where the file stands."""
        with self._store.read() as look:
            chains = tuple(_own_chain(row) for row in look.rows(_CHAINS))
            return Standing(chains, _cursor(look), find_fact(look, Fact.FEED_DIGEST) or NO_DIGEST)

    def run_after(self, origin: Origin, seq: int, *, most_events: int, most_bytes: int) -> Run | None:
        """The next events of an origin without a gap, at least one; None where none follows."""
        with self._store.read() as look:
            previous = _link_at(look, origin, seq)
            bodies, made = list[bytes](), list[bytes]()
            size = 0
            for row in look.rows(_AFTER, {"origin": origin, "seq": seq}):
                size += len(row["body"])
                is_full = len(made) >= most_events or (made and size > most_bytes)
                if is_full or row["seq"] != seq + len(made) + 1:
                    break
                bodies.append(row["body"])
                made.append(row["hash"])
        if not made or previous is None:
            return None
        return Run(seq + 1, previous, tuple(bodies), tuple(made))

    def link_at(self, origin: Origin, seq: int) -> bytes | None:
        """The link of an event, or of the beginning at 0; None for one that is not here."""
        with self._store.read() as look:
            return _link_at(look, origin, seq)

    def held(self) -> Held:
        """All that is here."""
        with self._store.read() as look:
            rows = [(Origin(row["origin"]), Span(row["first"], row["last"])) for row in look.rows(_ISLANDS)]
        return {
            origin: tuple(span for _, span in spans) for origin, spans in groupby(rows, key=itemgetter(0))
        }

    def ids_after(self, origin: Origin, seq: int) -> tuple[UUID, ...]:
        """The ids of an origin's events after a number."""
        with self._store.read() as look:
            rows = look.rows(_AFTER, {"origin": origin, "seq": seq})
            return tuple(UUID(bytes=row["event_id"]) for row in rows)

    def foreign(self, origin: Origin, after: int) -> tuple[ChainedEvent, ...]:
        """All events of an origin after a number, with gaps where it has gaps."""
        with self._store.read() as look:
            rows = look.rows(_AFTER, {"origin": origin, "seq": after})
            return tuple(ChainedEvent(origin, row["seq"], row["hash"], row["body"]) for row in rows)

    def seal_within(self, origin: Origin, after: int, upto: int) -> Seal | None:
        """The last seal of an origin in (after, upto]."""
        with self._store.read() as look:
            row = look.row(_SEAL_WITHIN, {"origin": origin, "after": after, "upto": upto})
            return None if row is None else Seal(origin, row["seq"], row["signature"])

    def keep_seals(self, seals: Sequence[Seal]) -> None:
        """Keep what vouches for chains."""
        if seals:
            with self._store.write() as act:
                act.run_many(
                    _KEEP_SEAL,
                    [{"origin": one.origin, "seq": one.seq, "signature": one.signature} for one in seals],
                )
                act.commit()

    def acknowledge(self, origin: Origin, seq: int, durable_seq: int) -> None:
        """The district has an own chain up to ``seq``, perhaps less than it had before."""
        with self._store.write() as act:
            act.run(_ACKNOWLEDGE, {"origin": origin, "seq": seq, "durable": durable_seq})
            act.commit()

    def take(self, rows: Sequence[FeedRow], cursor: Cursor) -> Taken:
        """Store what follows the cursor, and the cursor with it; raises FeedGapError, and then nothing is stored."""
        with self._store.write() as act:
            taken = take_rows(act, rows, find_fact(act, Fact.FEED_DIGEST) or NO_DIGEST)
            _lengthen_own(act, {row.origin for row in rows if row.event is not None})
            _put_cursor(act, cursor, taken.digest)
            act.commit()
        return taken

    def start_over(self, epoch: bytes) -> None:
        """Read the feed of an epoch from its beginning."""
        with self._store.write() as act:
            _put_cursor(act, Cursor(epoch, 0), NO_DIGEST)
            act.commit()

    def begin_incarnation(self) -> None:
        """Write under a new origin from now on."""
        with self._store.write() as act:
            begin_incarnation(act, self._new_origin())
            act.commit()

    def part(self, origin: Origin, after: int, known: Collection[UUID]) -> None:
        """What follows a number of an own chain is written again under the present origin, or waits aside."""
        with self._store.write() as act:
            tail = list(act.rows(_AFTER, {"origin": origin, "seq": after}))
            link = _link_at(act, origin, after)
            act.run(_SHORTEN, {"origin": origin, "seq": after, "hash": link})
            if own_head(act).origin == origin:
                begin_incarnation(act, self._new_origin())
            known_here = {event.bytes for event in known}
            for row in tail:
                if row["event_id"] in known_here:
                    put_aside(act, origin, row)
            self._write_again(act, [row for row in tail if row["event_id"] not in known_here])
            act.commit()

    def _write_again(self, act: Transaction, tail: Sequence[Any]) -> None:
        if tail:
            head = own_head(act)
            made = links(head.hash, [row["body"] for row in tail])
            moves = [
                {"origin": head.origin, "seq": head.seq + place, "hash": link, "rowid": row["rowid"]}
                for place, (row, link) in enumerate(zip(tail, made, strict=True), 1)
            ]
            act.run_many(_MOVE, moves)
            act.run(_LENGTHEN, {"origin": head.origin, "seq": head.seq + len(tail), "hash": made[-1]})


def _own_chain(row: Any) -> OwnChain:
    head = Position(row["seq"], row["hash"])
    return OwnChain(Origin(row["origin"]), head, row["acknowledged"], row["durable"])


def _link_at(look: Transaction, origin: Origin, seq: int) -> bytes | None:
    if seq == 0:
        return first_link(origin)
    link: bytes | None = look.value(_LINK, {"origin": origin, "seq": seq})
    return link


def _lengthen_own(act: Transaction, origins: Collection[Origin]) -> None:
    """An own chain of which the feed brings more: this file is an older copy of itself."""
    for own in [_own_chain(row) for row in act.rows(_CHAINS)]:
        if own.origin not in origins:
            continue
        head = own.head
        for row in act.rows(_AFTER, {"origin": own.origin, "seq": head.seq}):
            if row["seq"] != head.seq + 1:
                break
            head = Position(row["seq"], row["hash"])
        if head != own.head:
            act.run(_LENGTHEN, {"origin": own.origin, "seq": head.seq, "hash": head.link})
            act.run(_ACKNOWLEDGE, {"origin": own.origin, "seq": head.seq, "durable": own.durable})


def _cursor(look: Transaction) -> Cursor | None:
    epoch, seq = find_fact(look, Fact.FEED_EPOCH), find_fact(look, Fact.FEED_SEQ)
    return None if epoch is None or seq is None else Cursor(epoch, int.from_bytes(seq, "big"))


def _put_cursor(act: Transaction, cursor: Cursor, digest: bytes) -> None:
    put_fact(act, Fact.FEED_EPOCH, cursor.epoch)
    put_fact(act, Fact.FEED_SEQ, cursor.feed_seq.to_bytes(_SEQ_BYTES, "big"))
    put_fact(act, Fact.FEED_DIGEST, digest)
