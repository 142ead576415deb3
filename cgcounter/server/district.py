"""The district's answers: what is authentic is stored, numbered and passed on, whatever it says.

Refused are only a broken chain, a bad seal, an office that is not the counter's, and batches over the caps. What
cannot be read is stored and set aside, and never stops what follows (design: sync, sections 5 and 6).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Protocol
from uuid import UUID

from cgcounter.domain.chain import ChainedEvent, Origin, Position, Seal, links, next_link, seal_text
from cgcounter.domain.events import MAX_EVENT_BYTES, Heading, UnreadableEventError, read_heading
from cgcounter.domain.feed import Cursor, FeedRow, holds
from cgcounter.domain.particulars import DossierId, EventId
from cgcounter.server.ports import Arrived, Device, DistrictStore, DistrictWork
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

MOST_EVENTS: Final = 2000
MOST_BYTES: Final = 4 * 1024 * 1024
_LINKS_AT_ONCE: Final = 1000


class Verify(Protocol):
    """Whether a signature is that of the key under the text."""

    def __call__(self, key: bytes, text: bytes, signature: bytes) -> bool: ...


class _RefusalError(Exception):
    def __init__(self, why: Why, stored: Position | None = None) -> None:
        super().__init__(why)
        self.answer = Refused(why, stored)


class District:
    """Answers counters, one request a unit of work."""

    def __init__(self, store: DistrictStore, verify: Verify, now: Callable[[], str] = str) -> None:
        self._store = store
        self._verify = verify
        self._now = now
        self._answers: Final[dict[type[Any], Callable[[DistrictWork, Device, Any], Answer]]] = {
            Hello: self._welcome,
            Introduce: self._take_introduction,
            Batch: self._take,
            Heal: self._take_back,
            GiveBack: self._take_loose,
            Pull: _page,
            Compare: _lacks,
            AskLinks: _links,
            AskKnown: _known,
        }

    def answer(self, device_id: UUID, request: Request) -> Answer:
        """The answer to an enrolled counter whose request is authentic."""
        with self._store.begin() as work:
            device = work.device(device_id)
            if device is None or device.is_revoked:
                return Refused(Why.REVOKED)
            try:
                answer = self._answers[type(request)](work, device, request)
            except _RefusalError as refusal:
                answer = refusal.answer
            work.commit()
        return answer

    def _welcome(self, work: DistrictWork, device: Device, hello: Hello) -> Welcome:
        if work.author(hello.origin) is None:
            self._introduce(work, device, hello.introduction)
        end = work.feed_end(device.scope)
        return Welcome(
            epoch=work.epoch(),
            stored=work.head(hello.origin),
            durable_seq=work.durable_seq(hello.origin),
            feed_head=end.feed_seq,
            feed_digest=end.digest,
            server_time=self._now(),
        )

    def _take_introduction(self, work: DistrictWork, device: Device, request: Introduce) -> Stored:
        self._introduce(work, device, request.introduction)
        return self._stored(work, request.introduction.origin)

    def _introduce(self, work: DistrictWork, device: Device, introduction: Introduction) -> None:
        text = introduction_text(introduction.origin)
        if not self._verify(device.key, text, introduction.signature):
            raise _RefusalError(Why.BAD_SEAL)
        if work.author(introduction.origin) is None:
            work.introduce(introduction.origin, device.id)

    def _stored(self, work: DistrictWork, origin: Origin, quarantined: Sequence[int] = ()) -> Stored:
        return Stored(work.head(origin), work.durable_seq(origin), tuple(quarantined))

    def _take(self, work: DistrictWork, device: Device, batch: Batch) -> Answer:
        author = work.author(batch.origin)
        if author is None:
            raise _RefusalError(Why.UNKNOWN_ORIGIN)
        if author.id != device.id:
            work.report(batch.origin, batch.first_seq, Why.BAD_SEAL)
            raise _RefusalError(Why.BAD_SEAL)
        events = self._authentic(work, author, batch)
        head = work.head(batch.origin)
        _require_connected(work, batch, events, head)
        new = [event for event in events if event.seq > head.seq]
        return self._store_new(work, author, new, batch.seal)

    def _take_back(self, work: DistrictWork, _device: Device, heal: Heal) -> Answer:
        """Events that were lost here come back from another counter than the one that made them."""
        batch = heal.batch
        author = work.author(batch.origin)
        if author is None:
            raise _RefusalError(Why.UNKNOWN_ORIGIN)
        events = self._authentic(work, author, batch)
        head = work.head(batch.origin)
        _require_connected(work, batch, events, head)
        return self._store_new(work, author, [event for event in events if event.seq > head.seq], batch.seal)

    def _take_loose(self, work: DistrictWork, device: Device, given: GiveBack) -> Known:
        """What is not here goes into a chain of its own, and people are told that no seal vouches for it."""
        if len(given.events) > MOST_EVENTS or any(len(one.body) > MAX_EVENT_BYTES for one in given.events):
            raise _RefusalError(Why.TOO_LARGE)
        for event in given.events:
            heading = _heading(event)
            if heading is None or work.known([heading.id]):
                continue
            author = work.author(event.origin)
            loose = _loose_chain(event.origin, device)
            if work.author(loose) is None:
                work.introduce(loose, (author or device).id)
            at = work.head(loose)
            moved = ChainedEvent(loose, at.seq + 1, next_link(at.link, event.body), event.body)
            scope = author.scope if author else heading.office
            work.append([_arrived(scope, moved, heading)], None)
            work.report(event.origin, event.seq, "given_back")
            work.publish(scope, [heading.id])
            _route(work, scope, heading)
        return Known(tuple(sorted(work.known([_id_of(one) for one in given.events]))))

    def _authentic(self, work: DistrictWork, author: Device, batch: Batch) -> list[ChainedEvent]:
        if not 0 < len(batch.bodies) <= MOST_EVENTS or sum(map(len, batch.bodies)) > MOST_BYTES:
            raise _RefusalError(Why.TOO_LARGE)
        if max(map(len, batch.bodies)) > MAX_EVENT_BYTES:
            raise _RefusalError(Why.TOO_LARGE)
        made = links(batch.previous, batch.bodies)
        text = seal_text(batch.origin, Position(batch.last_seq, made[-1]))
        is_whole = batch.first_seq > 0 and batch.seal.seq == batch.last_seq
        if not is_whole or not self._verify(author.key, text, batch.seal.signature):
            work.report(batch.origin, batch.first_seq, Why.BAD_SEAL)
            raise _RefusalError(Why.BAD_SEAL)
        return [
            ChainedEvent(batch.origin, seq, link, body)
            for seq, (body, link) in enumerate(zip(batch.bodies, made, strict=True), batch.first_seq)
        ]

    def _store_new(
        self,
        work: DistrictWork,
        author: Device,
        events: Sequence[ChainedEvent],
        seal: Seal,
    ) -> Stored:
        headings = [_heading(event) for event in events]
        _require_office(work, author, events, headings)
        known = work.known([_id_of(event) for event in events])
        if known:
            raise _RefusalError(Why.EVENTS_KNOWN, work.head(seal.origin))
        if events:
            work.append([_arrived(author.scope, *one) for one in zip(events, headings, strict=True)], seal)
        # First in its own feed, in the order of its chain: who puts an old copy back gets its chain without gaps.
        work.publish(author.scope, [_id_of(event) for event in events])
        for event, heading in zip(events, headings, strict=True):
            if heading is None:
                work.quarantine(event, Why.UNREADABLE)
            else:
                _route(work, author.scope, heading)
        unread = [event.seq for event, heading in zip(events, headings, strict=True) if heading is None]
        return self._stored(work, seal.origin, unread)


def _require_connected(
    work: DistrictWork, batch: Batch, events: Sequence[ChainedEvent], head: Position
) -> None:
    """The batch goes on from what is here, or is part of it; raises a refusal that tells where the chain stands."""
    if batch.first_seq > head.seq + 1:
        raise _RefusalError(Why.GAP, head)
    last = min(batch.last_seq, head.seq)
    overlap = last - batch.first_seq + 1
    if overlap:
        ours = work.links(batch.origin, last, 1)[0]
        is_same = ours == events[overlap - 1].link
    else:
        is_same = batch.previous == head.link
    if not is_same:
        work.report(batch.origin, batch.first_seq, Why.FORK)
        raise _RefusalError(Why.FORK, head)


def _require_office(
    work: DistrictWork,
    author: Device,
    events: Sequence[ChainedEvent],
    headings: Iterable[Heading | None],
) -> None:
    for event, heading in zip(events, headings, strict=True):
        if heading is not None and heading.office != author.office:
            work.report(event.origin, event.seq, Why.FOREIGN_OFFICE)
            raise _RefusalError(Why.FOREIGN_OFFICE)


def _heading(event: ChainedEvent) -> Heading | None:
    try:
        return read_heading(event.body)
    except UnreadableEventError:
        return None


def _id_of(event: ChainedEvent) -> EventId:
    """Its own id; of bytes that are no event, one made of its link."""
    heading = _heading(event)
    return heading.id if heading else EventId(UUID(bytes=event.link[:16]))


def _arrived(scope: str, event: ChainedEvent, heading: Heading | None) -> Arrived:
    if heading is None:
        return Arrived(event, _id_of(event), None, scope)
    return Arrived(event, heading.id, heading.dossier, scope, heading.to_unit)


def _route(work: DistrictWork, scope: str, heading: Heading) -> None:
    """Number an event in every feed that it concerns.

    A scope has part in a dossier that it began or that was handed to it, by one who has part in it. What others
    say of the dossier is kept in their own feed, until they have part in it too.
    """
    dossier = heading.dossier
    before = work.joined(dossier)
    if heading.begins and not before:
        work.join(dossier, scope)
    if heading.begins or heading.to_unit:
        _join_named(work, dossier)
    joined = work.joined(dossier)
    if joined != before:
        events = work.authored(dossier, joined)
        for one in sorted(joined):
            work.publish(one, events)
    elif scope in joined:
        for one in sorted(joined):
            work.publish(one, [heading.id])


def _join_named(work: DistrictWork, dossier: DossierId) -> None:
    """Join the units that those who have part name, in whatever order it all came."""
    while new := work.named_units(dossier, work.joined(dossier)) - work.joined(dossier):
        for unit in sorted(new):
            work.join(dossier, unit)


def _page(work: DistrictWork, device: Device, pull: Pull) -> Answer:
    if pull.cursor.epoch != work.epoch():
        return Refused(Why.EPOCH_OVER)
    limit = max(min(pull.limit, MOST_EVENTS), 1)
    rows = work.feed_after(device.scope, pull.cursor.feed_seq, limit + 1)
    shown, has_more = rows[:limit], len(rows) > limit
    cursor = Cursor(pull.cursor.epoch, shown[-1].feed_seq) if shown else pull.cursor
    digest = shown[-1].digest if shown else work.feed_end(device.scope).digest
    events = [row.event for row in shown]
    return Page(
        rows=tuple(_row(event, is_held=holds(pull.held, event.origin, event.seq)) for event in events),
        cursor=cursor,
        digest=digest,
        has_more=has_more,
        seals=work.seals_of([e for e in events if not holds(pull.held, e.origin, e.seq)]),
    )


def _row(event: ChainedEvent, *, is_held: bool) -> FeedRow:
    return FeedRow(event.origin, event.seq, None if is_held else event)


def _links(work: DistrictWork, _device: Device, asked: AskLinks) -> Links:
    return Links(work.links(asked.origin, max(asked.first, 1), max(min(asked.limit, _LINKS_AT_ONCE), 0)))


def _known(work: DistrictWork, _device: Device, asked: AskKnown) -> Known:
    return Known(tuple(sorted(work.known(asked.events))))


def _lacks(work: DistrictWork, _device: Device, compare: Compare) -> Lacks:
    lacking = []
    for origin, theirs in compare.heads:
        ours = work.head(origin)
        same = work.links(origin, theirs.seq, 1)[:1] == (theirs.link,)
        if not same:
            lacking.append((origin, ours))
    return Lacks(tuple(lacking))


def _loose_chain(origin: Origin, device: Device) -> Origin:
    """The chain of what one counter gave back of another's origin."""
    return Origin(hashlib.sha256(b"cg1-given-back" + origin + device.id.bytes).digest()[:16])
