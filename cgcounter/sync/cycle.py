"""One cycle of synchronising, without any line: a generator that gives requests and takes answers.

hello → push what the district lacks → after a change of epoch, heal → pull what the counter lacks. The simulator,
the real line and the stick drive this same code (design: sync, section 5). Whoever drives it may stop it at any
answer: what was stored so far is stored, and the next cycle goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol, TypeVar
from uuid import UUID

from cgcounter.domain.chain import Origin, Position, Seal, seal_text
from cgcounter.domain.errors import EnvironmentProblemError
from cgcounter.domain.feed import Cursor, Held, Span
from cgcounter.services.replica import FeedGapError, OwnChain, Replica, Run
from cgcounter.sync.messages import (
    Answer,
    AskKnown,
    AskLinks,
    Batch,
    Compare,
    GiveBack,
    Heal,
    Hello,
    Introduce,
    Introduction,
    Known,
    Lacks,
    Links,
    Page,
    Pull,
    Refused,
    Request,
    Stored,
    Welcome,
    Why,
    introduction_text,
)

MOST_ROUNDS: Final = 8
_LINKS_AT_ONCE: Final = 1000
_IDS_AT_ONCE: Final = 1000
_MOST_HEALED_BYTES: Final = 4 * 1024 * 1024

_A = TypeVar("_A")
Conversation = Generator[Request, Answer, _A]


class RefusedError(EnvironmentProblemError):
    """The district refused the counter: ``why`` is the reason's word."""

    code = "sync_refused"


class NoAgreementError(EnvironmentProblemError):
    """Counter and district went round in circles; what was stored so far is stored."""

    code = "sync_no_agreement"


class Sealer(Protocol):
    """Signs with the counter's key."""

    def sign(self, text: bytes) -> bytes: ...


class Limits(NamedTuple):
    """How much goes into one message."""

    events: int = 500
    bytes: int = 1024 * 1024


class Incident(NamedTuple):
    """Something people must look at: what it is, and the origin it is about."""

    what: str
    origin: Origin


@dataclass
class Outcome:
    """What a cycle did; filled while it runs, so that one that was stopped has told so far."""

    pushed: int = 0
    pulled: int = 0
    healed: int = 0
    quarantined: int = 0
    incarnations: int = 0
    is_new_epoch: bool = False
    incidents: list[Incident] = field(default_factory=list)


class Cycle:
    """One counter's cycle with its district."""

    def __init__(
        self,
        replica: Replica,
        sealer: Sealer,
        *,
        version: str = "",
        wall: Callable[[], str] = str,
        limits: Limits | None = None,
    ) -> None:
        self.outcome = Outcome()
        self._replica = replica
        self._sealer = sealer
        self._version = version
        self._wall = wall
        self._limits = limits or Limits()
        self._distrusts_own_copy = False

    def run(self) -> Conversation[Outcome]:
        """Go through the whole cycle; raises RefusedError, NoAgreementError, and what the data file raises."""
        for _ in range(MOST_ROUNDS):
            welcome = yield from self._greet()
            had = self._replica.standing().cursor
            is_new_epoch = had is None or had.epoch != welcome.epoch
            if is_new_epoch and not (yield from self._ask_former()):
                continue
            if not (yield from self._push_all()):
                continue
            if is_new_epoch:
                self.outcome.is_new_epoch = had is not None
                yield from self._heal()
                self._replica.start_over(welcome.epoch)
            if (yield from self._pull_all(welcome)):
                return self.outcome
        raise NoAgreementError

    def _greet(self) -> Conversation[Welcome]:
        """Say where the counter stands, under a new origin if the district knows more of the present one."""
        for _ in range(MOST_ROUNDS):
            standing = self._replica.standing()
            own = standing.current
            answer = yield Hello(
                origin=own.origin,
                head=own.head,
                cursor=standing.cursor,
                introduction=self._introduction(own.origin),
                version=self._version,
                wall=self._wall(),
            )
            welcome = _expect(answer, Welcome)
            if self._replica.link_at(own.origin, welcome.stored.seq) == welcome.stored.link:
                self._replica.acknowledge(own.origin, welcome.stored.seq, welcome.durable_seq)
                return welcome
            yield from self._part_ways(own, welcome.stored)
        raise NoAgreementError

    def _introduction(self, origin: Origin) -> Introduction:
        return Introduction(origin, self._sealer.sign(introduction_text(origin)))

    def _ask_former(self) -> Conversation[bool]:
        """In a new epoch the district may have less of former chains than it acknowledged; False: they parted."""
        for chain in self._replica.standing().chains[:-1]:
            answer = _expect((yield Introduce(self._introduction(chain.origin))), Stored)
            common = min(chain.head.seq, answer.stored.seq)
            if self._replica.link_at(chain.origin, answer.stored.seq) != answer.stored.link:
                common = yield from self._common(chain.origin, common)
            if common < min(chain.head.seq, answer.stored.seq):
                yield from self._part_ways(chain, answer.stored)
                return False
            self._replica.acknowledge(chain.origin, common, answer.durable_seq)
        return True

    def _push_all(self) -> Conversation[bool]:
        """Push every own chain, the oldest first; False: the chains changed, and all begins anew."""
        for chain in self._replica.standing().chains:
            if not (yield from self._push(chain)):
                return False
        return True

    def _push(self, chain: OwnChain) -> Conversation[bool]:
        at, most = chain.acknowledged, self._limits.events
        tries = 0
        while at < chain.head.seq:
            run = self._replica.run_after(
                chain.origin, at, most_events=most, most_bytes=self._limits.bytes
            )
            if run is None:
                break
            answer = yield self._batch(chain.origin, run)
            if isinstance(answer, Stored):
                self._take_receipt(chain.origin, at, answer)
                at, tries = max(answer.stored.seq, at), 0
                continue
            tries += 1
            if not isinstance(answer, Refused) or tries > MOST_ROUNDS:
                raise NoAgreementError
            if answer.why is Why.TOO_LARGE and most > 1:
                most //= 2
            elif answer.why is Why.UNKNOWN_ORIGIN:
                _expect((yield Introduce(self._introduction(chain.origin))), Stored)
            elif answer.why is Why.GAP and answer.stored is not None:
                at = answer.stored.seq
                self._replica.acknowledge(chain.origin, at, min(chain.durable, at))
            elif answer.why in (Why.FORK, Why.EVENTS_KNOWN) and answer.stored is not None:
                yield from self._part_ways(chain, answer.stored)
                return False
            elif answer.why is Why.REVOKED:
                raise RefusedError(why=answer.why)
            else:
                # Other origins go on; this one waits for people, with its batch kept.
                self.outcome.incidents.append(Incident(answer.why, chain.origin))
                return True
        return True

    def _batch(self, origin: Origin, run: Run) -> Batch:
        seal = Seal(origin, run.last.seq, self._sealer.sign(seal_text(origin, run.last)))
        self._replica.keep_seals([seal])
        return Batch(origin, run.first_seq, run.previous, run.bodies, seal)

    def _take_receipt(self, origin: Origin, before: int, answer: Stored) -> None:
        self._replica.acknowledge(origin, answer.stored.seq, answer.durable_seq)
        self.outcome.pushed += max(answer.stored.seq - before, 0)
        self.outcome.quarantined += len(answer.quarantined)

    def _part_ways(self, chain: OwnChain, stored: Position) -> Conversation[None]:
        """The file was copied or put back: what the district does not have of it goes on under another origin."""
        common = yield from self._common(chain.origin, min(chain.head.seq, stored.seq))
        known: tuple[UUID, ...] = ()
        tail = self._replica.ids_after(chain.origin, common)
        if tail:
            known = _expect((yield AskKnown(tail)), Known).events
        self._replica.part(chain.origin, common, frozenset(known))
        self.outcome.incarnations += 1

    def _common(self, origin: Origin, upto: int) -> Conversation[int]:
        """The last number at which both chains bear the same link."""
        while upto > 0:
            first = max(upto - _LINKS_AT_ONCE + 1, 1)
            theirs = _expect((yield AskLinks(origin, first, upto - first + 1)), Links).links
            for place in range(len(theirs) - 1, -1, -1):
                if self._replica.link_at(origin, first + place) == theirs[place]:
                    return first + place
            upto = first - 1
        return 0

    def _heal(self) -> Conversation[None]:
        """Give back what the district lost of others: whole chains with their seals, the rest one by one."""
        held, own = self._replica.held(), {chain.origin for chain in self._replica.standing().chains}
        heads = self._heads(held)
        lacks = dict(_expect((yield Compare(tuple(heads.items()))), Lacks).origins)
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
            link = self._replica.link_at(origin, known[0].last)
            if known[0].first == 1 and link is not None:
                heads[origin] = Position(known[0].last, link)
        return heads

    def _heal_chain(self, origin: Origin, theirs: Position, upto: int) -> Conversation[int]:
        """Go on from where the district stands; up to where it has the chain then."""
        at = theirs.seq
        if at > upto or self._replica.link_at(origin, at) != theirs.link:
            return (yield from self._common(origin, min(at, upto)))
        while at < upto:
            seal = self._replica.seal_within(origin, at, min(at + self._limits.events, upto))
            if seal is None:
                break
            run = self._replica.run_after(
                origin, at, most_events=seal.seq - at, most_bytes=_MOST_HEALED_BYTES
            )
            if run is None or run.last.seq != seal.seq:
                break
            answer = yield Heal(Batch(origin, run.first_seq, run.previous, run.bodies, seal))
            if not isinstance(answer, Stored):
                break
            self.outcome.healed += len(run.bodies)
            at = seal.seq
        return at

    def _give_back(self, origin: Origin, after: int) -> Conversation[None]:
        ids = self._replica.ids_after(origin, after)
        known = set[UUID]()
        for first in range(0, len(ids), _IDS_AT_ONCE):
            known |= set(_expect((yield AskKnown(ids[first : first + _IDS_AT_ONCE])), Known).events)
        events = self._replica.foreign(origin, after)
        lost = [event for event, one in zip(events, ids, strict=True) if one not in known]
        for first in range(0, len(lost), self._limits.events):
            some = tuple(lost[first : first + self._limits.events])
            _expect((yield GiveBack(some)), Known)
            self.outcome.healed += len(some)

    def _pull_all(self, welcome: Welcome) -> Conversation[bool]:
        """Pull to the end of the feed; False: the epoch ended or the feed is another one, and all begins anew."""
        standing = self._replica.standing()
        cursor = standing.cursor
        if cursor is None:
            raise NoAgreementError
        if cursor.feed_seq == welcome.feed_head and not self.outcome.pushed and not self.outcome.healed:
            return standing.digest == welcome.feed_digest or self._read_anew(welcome.epoch)
        held = self._what_need_not_come(cursor)
        while True:
            answer = yield Pull(cursor, held, self._limits.events)
            if isinstance(answer, Refused) and answer.why is Why.EPOCH_OVER:
                return False
            page = _expect(answer, Page)
            try:
                taken = self._replica.take(page.rows, page.cursor)
            except FeedGapError:
                held = {}
                continue
            self._replica.keep_seals(page.seals)
            self.outcome.pulled += taken.new
            self.outcome.incidents += [Incident("parted", origin) for origin in taken.parted]
            if taken.digest != page.digest:
                return self._read_anew(page.cursor.epoch)
            if not page.has_more:
                return True
            cursor = page.cursor

    def _what_need_not_come(self, cursor: Cursor) -> Held:
        if self._distrusts_own_copy:
            return {}
        if cursor.feed_seq == 0:
            return self._replica.held()
        chains = self._replica.standing().chains
        return {chain.origin: (Span(1, chain.head.seq),) for chain in chains if chain.head.seq}

    def _read_anew(self, epoch: bytes) -> bool:
        """The feed is not the one that was read: all of it is read again, whatever seems to be here."""
        self._distrusts_own_copy = True
        self.outcome.incidents.append(Incident("feed_differs", self._replica.standing().current.origin))
        self._replica.start_over(epoch)
        return False


def _expect(answer: Answer, kind: type[_A]) -> _A:
    if isinstance(answer, kind):
        return answer
    raise RefusedError(why=answer.why if isinstance(answer, Refused) else "answer")
