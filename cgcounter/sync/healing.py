"""After the district was put back from an old copy: what it lost of others comes back from those who hold it."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from cgcounter.domain.chain import Origin, Position
from cgcounter.domain.feed import Held
from cgcounter.sync.conversation import Conversation, Talk, expect, last_common
from cgcounter.sync.messages import AskKnown, Batch, Compare, GiveBack, Heal, Known, Lacks, Stored

_IDS_AT_ONCE: Final = 1000
_MOST_HEALED_BYTES: Final = 4 * 1024 * 1024


class Healing:
    """Compares what is held with what the district has, and gives back the difference."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    def heal(self) -> Conversation[None]:
        """Give back what the district lost of others: whole chains with their seals, the rest one by one."""
        held, own = (
            self._talk.replica.held(),
            {chain.origin for chain in self._talk.replica.standing().chains},
        )
        heads = self._heads(held)
        lacks = dict(expect((yield Compare(tuple(heads.items()))), Lacks).origins)
        for origin, known in held.items():
            if origin in own:
                continue
            at = heads[origin].seq if origin in heads else 0
            if origin in lacks:
                at = yield from self._heal_chain(origin, lacks[origin], at)
            if at < known[-1].last:
                yield from self._give_back(origin, at)

    def _heads(self, held: Held) -> dict[Origin, Position]:
        heads = {}
        for origin, known in held.items():
            link = self._talk.replica.link_at(origin, known[0].last)
            if known[0].first == 1 and link is not None:
                heads[origin] = Position(known[0].last, link)
        return heads

    def _heal_chain(self, origin: Origin, theirs: Position, upto: int) -> Conversation[int]:
        """Go on from where the district stands; up to where it has the chain then."""
        at = theirs.seq
        if at > upto or self._talk.replica.link_at(origin, at) != theirs.link:
            return (yield from last_common(self._talk.replica, origin, min(at, upto)))
        while at < upto:
            seal = self._talk.replica.seal_within(origin, at, min(at + self._talk.limits.events, upto))
            if seal is None:
                break
            run = self._talk.replica.run_after(
                origin, at, most_events=seal.seq - at, most_bytes=_MOST_HEALED_BYTES
            )
            if run is None or run.last.seq != seal.seq:
                break
            answer = yield Heal(Batch(origin, run.first_seq, run.previous, run.bodies, seal))
            if not isinstance(answer, Stored):
                break
            self._talk.outcome.healed += len(run.bodies)
            at = seal.seq
        return at

    def _give_back(self, origin: Origin, after: int) -> Conversation[None]:
        ids = self._talk.replica.ids_after(origin, after)
        known = set[UUID]()
        for first in range(0, len(ids), _IDS_AT_ONCE):
            known |= set(expect((yield AskKnown(ids[first : first + _IDS_AT_ONCE])), Known).events)
        events = self._talk.replica.foreign(origin, after)
        lost = [event for event, one in zip(events, ids, strict=True) if one not in known]
        for first in range(0, len(lost), self._talk.limits.events):
            some = tuple(lost[first : first + self._talk.limits.events])
            expect((yield GiveBack(some)), Known)
            self._talk.outcome.healed += len(some)
