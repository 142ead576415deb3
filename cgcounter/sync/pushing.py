"""What a counter wrote goes to the district: its chains, the oldest first, each from where the district stands."""

from __future__ import annotations

from uuid import UUID

from cgcounter.domain.chain import Origin, Position, Seal, seal_text
from cgcounter.services.replica import OwnChain, Run
from cgcounter.sync.conversation import (
    MOST_ROUNDS,
    Conversation,
    Incident,
    NoAgreementError,
    RefusedError,
    Talk,
    expect,
    last_common,
)
from cgcounter.sync.messages import (
    AskKnown,
    Batch,
    Introduce,
    Introduction,
    Known,
    Refused,
    Stored,
    Why,
    introduction_text,
)


class Pushing:
    """Pushes every own chain; where one parted from the district's, it goes on under another origin."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    def introduction(self, origin: Origin) -> Introduction:
        """A new origin in the name of this counter."""
        return Introduction(origin, self._talk.sealer.sign(introduction_text(origin)))

    def ask_former(self) -> Conversation[bool]:
        """In a new epoch the district may have less of former chains than it acknowledged; False: they parted."""
        for chain in self._talk.replica.standing().chains[:-1]:
            answer = expect((yield Introduce(self.introduction(chain.origin))), Stored)
            common = min(chain.head.seq, answer.stored.seq)
            if self._talk.replica.link_at(chain.origin, answer.stored.seq) != answer.stored.link:
                common = yield from last_common(self._talk.replica, chain.origin, common)
            if common < min(chain.head.seq, answer.stored.seq):
                yield from self.part_ways(chain, answer.stored)
                return False
            self._talk.replica.acknowledge(chain.origin, common, answer.durable_seq)
        return True

    def push_all(self) -> Conversation[bool]:
        """Push every own chain, the oldest first; False: the chains changed, and all begins anew."""
        for chain in self._talk.replica.standing().chains:
            if not (yield from self._push(chain)):
                return False
        return True

    def _push(self, chain: OwnChain) -> Conversation[bool]:
        going = _Going(chain.acknowledged, self._talk.limits.events)
        while going.at < chain.head.seq:
            run = self._talk.replica.run_after(
                chain.origin, going.at, most_events=going.most, most_bytes=self._talk.limits.bytes
            )
            if run is None:
                return True
            answer = yield self._batch(chain.origin, run)
            if isinstance(answer, Stored):
                self._take_receipt(chain.origin, going, answer)
            elif not isinstance(answer, Refused) or going.tries > MOST_ROUNDS:
                raise NoAgreementError
            elif answer.why in (Why.FORK, Why.EVENTS_KNOWN) and answer.stored is not None:
                yield from self.part_ways(chain, answer.stored)
                return False
            elif not (yield from self._mend(chain, going, answer)):
                # Other origins go on; this one waits for people, with its batch kept.
                self._talk.outcome.incidents.append(Incident(answer.why, chain.origin))
                return True
        return True

    def _mend(self, chain: OwnChain, going: _Going, refused: Refused) -> Conversation[bool]:
        """Take away what the district refused the batch for; False: only people can."""
        going.tries += 1
        match refused.why:
            case Why.TOO_LARGE if going.most > 1:
                going.most //= 2
            case Why.UNKNOWN_ORIGIN:
                expect((yield Introduce(self.introduction(chain.origin))), Stored)
            case Why.GAP if refused.stored is not None:
                going.at = refused.stored.seq
                self._talk.replica.acknowledge(chain.origin, going.at, min(chain.durable, going.at))
            case Why.REVOKED:
                raise RefusedError(why=refused.why)
            case _:
                return False
        return True

    def _batch(self, origin: Origin, run: Run) -> Batch:
        seal = Seal(origin, run.last.seq, self._talk.sealer.sign(seal_text(origin, run.last)))
        self._talk.replica.keep_seals([seal])
        return Batch(origin, run.first_seq, run.previous, run.bodies, seal)

    def _take_receipt(self, origin: Origin, going: _Going, answer: Stored) -> None:
        self._talk.replica.acknowledge(origin, answer.stored.seq, answer.durable_seq)
        self._talk.outcome.pushed += max(answer.stored.seq - going.at, 0)
        self._talk.outcome.quarantined += len(answer.quarantined)
        going.at, going.tries = max(answer.stored.seq, going.at), 0

    def part_ways(self, chain: OwnChain, stored: Position) -> Conversation[None]:
        """The file was copied or put back: what the district does not have of it goes on under another origin."""
        common = yield from last_common(self._talk.replica, chain.origin, min(chain.head.seq, stored.seq))
        known: tuple[UUID, ...] = ()
        tail = self._talk.replica.ids_after(chain.origin, common)
        if tail:
            known = expect((yield AskKnown(tail)), Known).events
        self._talk.replica.part(chain.origin, common, frozenset(known))
        self._talk.outcome.incarnations += 1


class _Going:
    """Up to where a chain is pushed, how many events go at once, and how often that was refused."""

    def __init__(self, at: int, most: int) -> None:
        self.at = at
        self.most = most
        self.tries = 0
