"""A counter's file in memory, as synchronising knows it; the contract suite holds it to what SQLite does."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from uuid import UUID

from cgcounter.domain.chain import ChainedEvent, Origin, Position, Seal, beginning, first_link, links
from cgcounter.domain.events import UnreadableEventError, read_heading
from cgcounter.domain.feed import NO_DIGEST, Cursor, FeedRow, Held, next_digest, spans
from cgcounter.services.replica import FeedGapError, OwnChain, Run, Standing, Taken


@dataclass
class ReplicaContents:
    """What the counter's disk holds."""

    own: list[OwnChain]
    chains: dict[Origin, dict[int, ChainedEvent]] = field(default_factory=dict)
    places: dict[UUID, tuple[Origin, int]] = field(default_factory=dict)
    seals: dict[Origin, dict[int, Seal]] = field(default_factory=dict)
    cursor: Cursor | None = None
    digest: bytes = NO_DIGEST

    def fork(self) -> ReplicaContents:
        """A copy that goes its own way."""
        forked = copy.copy(self)
        forked.own, forked.places = list(self.own), dict(self.places)
        forked.chains = {origin: dict(chain) for origin, chain in self.chains.items()}
        forked.seals = {origin: dict(seals) for origin, seals in self.seals.items()}
        return forked


class FakeReplica:
    """``new_origin`` gives the names of incarnations."""

    def __init__(self, new_origin: Callable[[], Origin]) -> None:
        self._new_origin = new_origin
        origin = new_origin()
        self.contents = ReplicaContents([OwnChain(origin, beginning(origin))])

    def append(self, bodies: Sequence[bytes]) -> None:
        """Own acts, chained under the present origin."""
        own = self.contents.own[-1]
        for place, (body, link) in enumerate(zip(bodies, links(own.head.link, bodies), strict=True), 1):
            self._store(ChainedEvent(own.origin, own.head.seq + place, link, body))
        last = self._chain(own.origin)[own.head.seq + len(bodies)]
        self._replace_own(own, head=Position(last.seq, last.link))

    def bodies(self) -> list[bytes]:
        """All that is here."""
        return [event.body for chain in self.contents.chains.values() for event in chain.values()]

    def standing(self) -> Standing:
        return Standing(tuple(self.contents.own), self.contents.cursor, self.contents.digest)

    def run_after(self, origin: Origin, seq: int, *, most_events: int, most_bytes: int) -> Run | None:
        chain, found, size = self._chain(origin), list[ChainedEvent](), 0
        previous = self.link_at(origin, seq)
        while (event := chain.get(seq + len(found) + 1)) is not None and len(found) < most_events:
            size += len(event.body)
            if found and size > most_bytes:
                break
            found.append(event)
        if not found or previous is None:
            return None
        return Run(seq + 1, previous, tuple(e.body for e in found), tuple(e.link for e in found))

    def link_at(self, origin: Origin, seq: int) -> bytes | None:
        if seq == 0:
            return first_link(origin)
        event = self._chain(origin).get(seq)
        return None if event is None else event.link

    def held(self) -> Held:
        return {origin: spans(sorted(chain)) for origin, chain in self.contents.chains.items() if chain}

    def ids_after(self, origin: Origin, seq: int) -> tuple[UUID, ...]:
        chain = self._chain(origin)
        return tuple(id_of(chain[one]) for one in sorted(chain) if one > seq)

    def foreign(self, origin: Origin, after: int) -> tuple[ChainedEvent, ...]:
        chain = self._chain(origin)
        return tuple(chain[seq] for seq in sorted(chain) if seq > after)

    def seal_within(self, origin: Origin, after: int, upto: int) -> Seal | None:
        seals = self.contents.seals.get(origin, {})
        return seals.get(max((seq for seq in seals if after < seq <= upto), default=0))

    def keep_seals(self, seals: Sequence[Seal]) -> None:
        for seal in seals:
            self.contents.seals.setdefault(seal.origin, {})[seal.seq] = seal

    def acknowledge(self, origin: Origin, seq: int, durable_seq: int) -> None:
        own = next(chain for chain in self.contents.own if chain.origin == origin)
        self._replace_own(own, acknowledged=min(seq, own.head.seq), durable=min(durable_seq, own.head.seq))

    def take(self, rows: Sequence[FeedRow], cursor: Cursor) -> Taken:
        before, self.contents = self.contents, self.contents.fork()
        try:
            taken = self._take(rows)
        except FeedGapError:
            self.contents = before
            raise
        self.contents.cursor, self.contents.digest = cursor, taken.digest
        return taken

    def start_over(self, epoch: bytes) -> None:
        self.contents.cursor, self.contents.digest = Cursor(epoch, 0), NO_DIGEST

    def begin_incarnation(self) -> None:
        origin = self._new_origin()
        self.contents.own.append(OwnChain(origin, beginning(origin)))

    def part(self, origin: Origin, after: int, known: Collection[UUID]) -> None:
        own = next(chain for chain in self.contents.own if chain.origin == origin)
        link = self.link_at(origin, after)
        if link is None:
            raise RuntimeError("a chain has no gap")
        tail = [event for seq, event in sorted(self._chain(origin).items()) if seq > after]
        self._replace_own(
            own,
            head=Position(after, link),
            acknowledged=min(own.acknowledged, after),
            durable=min(own.durable, after),
        )
        if self.contents.own[-1].origin == origin:
            self.begin_incarnation()
        for event in tail:
            self._remove(event)
        self.append_moved([event.body for event in tail if id_of(event) not in known])
        self._put_aside(event for event in tail if id_of(event) in known)

    def append_moved(self, bodies: Sequence[bytes]) -> None:
        """What moves to the present origin."""
        if bodies:
            self.append(bodies)

    def _take(self, rows: Sequence[FeedRow]) -> Taken:
        new, digest, parted = 0, self.contents.digest, dict[Origin, None]()
        for row in rows:
            if row.event is not None:
                new += self._take_event(row.event, parted)
            here = self._chain(row.origin).get(row.seq)
            if here is None:
                raise FeedGapError
            digest = next_digest(digest, row.origin, row.seq, here.link)
        return Taken(new, digest, tuple(parted))

    def _take_event(self, event: ChainedEvent, parted: dict[Origin, None]) -> int:
        here = self._chain(event.origin).get(event.seq)
        if here is not None and here.link == event.link:
            return 0
        if here is not None:
            parted[event.origin] = None
            self._remove(here)
            self._put_aside([here])
        place = self.contents.places.get(id_of(event))
        if place is not None:
            self._remove(self._chain(place[0])[place[1]])
        self._store(event)
        self._lengthen(event.origin)
        return int(place is None)

    def _lengthen(self, origin: Origin) -> None:
        """An own chain that the feed brings more of: this file is an older copy."""
        for own in self.contents.own:
            if own.origin == origin:
                chain, seq = self._chain(origin), own.head.seq
                while seq + 1 in chain:
                    seq += 1
                if seq > own.head.seq:
                    self._replace_own(own, head=Position(seq, chain[seq].link), acknowledged=seq)
                return

    def _put_aside(self, events: Iterable[ChainedEvent]) -> None:
        """Under an origin that nobody writes, until the feed brings them under another one."""
        for event in events:
            aside = Origin(hashlib.sha256(b"cg1-aside" + event.origin + event.link).digest()[:16])
            link = links(first_link(aside), [event.body])[0]
            self._store(ChainedEvent(aside, 1, link, event.body))

    def _store(self, event: ChainedEvent) -> None:
        self.contents.chains.setdefault(event.origin, {})[event.seq] = event
        self.contents.places[id_of(event)] = (event.origin, event.seq)

    def _remove(self, event: ChainedEvent) -> None:
        del self.contents.chains[event.origin][event.seq]
        del self.contents.places[id_of(event)]

    def _chain(self, origin: Origin) -> dict[int, ChainedEvent]:
        return self.contents.chains.get(origin, {})

    def _replace_own(self, own: OwnChain, **changes: object) -> None:
        place = self.contents.own.index(own)
        fields = {name: getattr(own, name) for name in own.__struct_fields__}
        self.contents.own[place] = OwnChain(**{**fields, **changes})


@lru_cache(maxsize=100_000)
def id_of(event: ChainedEvent) -> UUID:
    """The id of an event; of bytes that are none, one made of its link."""
    try:
        return read_heading(event.body).id
    except UnreadableEventError:
        return UUID(bytes=event.link[:16])
