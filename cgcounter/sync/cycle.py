"""One cycle of synchronising, without any line: a generator that gives requests and takes answers.

hello → push what the district lacks → after a change of epoch, heal → pull what the counter lacks. The simulator,
the real line and the stick drive this same code (design: sync, section 5). Whoever drives it may stop it at any
answer: what was stored so far is stored, and the next cycle goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable

from cgcounter.domain.feed import Cursor, Held, Span
from cgcounter.services.replica import FeedGapError, Replica
from cgcounter.sync.conversation import (
    MOST_ROUNDS,
    Conversation,
    Incident,
    Limits,
    NoAgreementError,
    Outcome,
    Sealer,
    Talk,
    expect,
)
from cgcounter.sync.healing import Healing
from cgcounter.sync.messages import Hello, Page, Pull, Refused, Welcome, Why
from cgcounter.sync.pushing import Pushing


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
        self._talk = Talk(replica, sealer, limits or Limits(), self.outcome)
        self._pushing, self._healing = Pushing(self._talk), Healing(self._talk)
        self._version = version
        self._wall = wall
        self._distrusts_own_copy = False

    def run(self) -> Conversation[Outcome]:
        """Go through the whole cycle; raises RefusedError, NoAgreementError, and what the data file raises."""
        for _ in range(MOST_ROUNDS):
            welcome = yield from self._greet()
            had = self._talk.replica.standing().cursor
            is_new_epoch = had is None or had.epoch != welcome.epoch
            if is_new_epoch and not (yield from self._pushing.ask_former()):
                continue
            if not (yield from self._pushing.push_all()):
                continue
            if is_new_epoch:
                self.outcome.is_new_epoch = had is not None
                yield from self._healing.heal()
                self._talk.replica.start_over(welcome.epoch)
            if (yield from self._pull_all(welcome)):
                return self.outcome
        raise NoAgreementError

    def _greet(self) -> Conversation[Welcome]:
        """Say where the counter stands, under a new origin if the district knows more of the present one."""
        for _ in range(MOST_ROUNDS):
            standing = self._talk.replica.standing()
            own = standing.current
            answer = yield Hello(
                origin=own.origin,
                head=own.head,
                cursor=standing.cursor,
                introduction=self._pushing.introduction(own.origin),
                version=self._version,
                wall=self._wall(),
            )
            welcome = expect(answer, Welcome)
            if self._talk.replica.link_at(own.origin, welcome.stored.seq) == welcome.stored.link:
                self._talk.replica.acknowledge(own.origin, welcome.stored.seq, welcome.durable_seq)
                return welcome
            yield from self._pushing.part_ways(own, welcome.stored)
        raise NoAgreementError

    def _pull_all(self, welcome: Welcome) -> Conversation[bool]:
        """Pull to the end of the feed; False: the epoch ended or the feed is another one, and all begins anew."""
        standing = self._talk.replica.standing()
        cursor = standing.cursor
        if cursor is None:
            raise NoAgreementError
        if cursor.feed_seq == welcome.feed_head and not self.outcome.pushed and not self.outcome.healed:
            return standing.digest == welcome.feed_digest or self._read_anew(welcome.epoch)
        held = self._what_need_not_come(cursor)
        while True:
            answer = yield Pull(cursor, held, self._talk.limits.events)
            if isinstance(answer, Refused) and answer.why is Why.EPOCH_OVER:
                return False
            page = expect(answer, Page)
            try:
                taken = self._talk.replica.take(page.rows, page.cursor)
            except FeedGapError:
                held = {}
                continue
            self._talk.replica.keep_seals(page.seals)
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
            return self._talk.replica.held()
        chains = self._talk.replica.standing().chains
        return {chain.origin: (Span(1, chain.head.seq),) for chain in chains if chain.head.seq}

    def _read_anew(self, epoch: bytes) -> bool:
        """The feed is not the one that was read: all of it is read again, whatever seems to be here."""
        self._distrusts_own_copy = True
        self.outcome.incidents.append(Incident("feed_differs", self._talk.replica.standing().current.origin))
        self._talk.replica.start_over(epoch)
        return False
