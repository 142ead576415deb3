"""What the district takes, refuses and passes on; the same on every kind of store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any
from uuid import UUID

import msgspec
import pytest

from cgcounter.domain.chain import ChainedEvent, Origin, Position, Seal, beginning, links, seal_text
from cgcounter.domain.events import Event, decode_event, encode_event
from cgcounter.domain.facts import HandedOver
from cgcounter.domain.feed import Cursor, Span
from cgcounter.server.district import District
from cgcounter.server.ports import Device, DistrictStore
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
from cgcounter.sync.seals import DeviceKey, verify
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life
from tests.server.conftest import EPOCH, counter_of, key_of

COUNTER, SECOND = counter_of(1), counter_of(2)
DEPARTMENT, OTHER_OFFICE = counter_of(3, "phong-tu-phap"), counter_of(4, "xa-duc-chinh")
GONE = counter_of(5, is_revoked=True)
ORIGINS = {device.id: Origin(device.id.bytes) for device in (COUNTER, SECOND, DEPARTMENT, OTHER_OFFICE, GONE)}


class Hand:
    """Speaks for a counter."""

    def __init__(self, district: District, device: Device) -> None:
        self.device, self.origin = device, ORIGINS[device.id]
        self.key = key_of(device.id.int)
        self.head = beginning(self.origin)
        self._district = district

    def ask(self, request: Request) -> Answer:
        return self._district.answer(self.device.id, request)

    def hello(self) -> Answer:
        return self.ask(Hello(self.origin, self.head, None, self.introduction()))

    def introduction(self) -> Introduction:
        return Introduction(self.origin, self.key.sign(introduction_text(self.origin)))

    def batch(self, bodies: Sequence[bytes], key: DeviceKey | None = None) -> Batch:
        """What follows the head of this chain, sealed."""
        last = Position(self.head.seq + len(bodies), links(self.head.link, bodies)[-1])
        seal = Seal(self.origin, last.seq, (key or self.key).sign(seal_text(self.origin, last)))
        return Batch(self.origin, self.head.seq + 1, self.head.link, tuple(bodies), seal)

    def push(self, *events: Event | bytes) -> Answer:
        """Push what follows, and go on from there where it was stored."""
        answer = self.ask(
            self.batch([one if isinstance(one, bytes) else encode_event(one) for one in events])
        )
        if isinstance(answer, Stored):
            self.head = answer.stored
        return answer

    def pull(self, after: int = 0, **changes: Any) -> Answer:
        pull = Pull(Cursor(EPOCH, after), {}, 100)
        return self.ask(msgspec.structs.replace(pull, **changes))

    def feed(self) -> list[Event]:
        """All that this counter would read."""
        page = self.pull()
        assert isinstance(page, Page)
        return [decode_event(row.event.body) for row in page.rows if row.event is not None]


@pytest.fixture
def district(make_store: Callable[[tuple[Device, ...]], DistrictStore]) -> District:
    """A district with two counters of one office, one of another, a department and one that was revoked."""
    return District(make_store((COUNTER, SECOND, DEPARTMENT, OTHER_OFFICE, GONE)), verify)


@pytest.fixture
def hand(district: District) -> Hand:
    """The first counter, which has said hello."""
    hand = Hand(district, COUNTER)
    hand.hello()
    return hand


def other(district: District, device: Device) -> Hand:
    """Another counter, which has said hello."""
    hand = Hand(district, device)
    hand.hello()
    return hand


def of_office(event: Event, office: str) -> Event:
    """The same event in the name of another office."""
    return msgspec.structs.replace(event, office=office)


def test_a_new_counter_is_welcome(district: District) -> None:
    """It is told the epoch, and that nothing of it is here."""
    answer = Hand(district, COUNTER).hello()
    assert isinstance(answer, Welcome)
    assert (answer.epoch, answer.stored) == (EPOCH, beginning(ORIGINS[COUNTER.id]))
    assert (answer.feed_head, answer.durable_seq) == (0, 0)


def test_what_was_pushed_is_in_the_feed_of_the_office(district: District, hand: Hand, ids: FakeIds) -> None:
    """In the order of its chain, for every counter of the office, and for nobody else."""
    life = Life(ids)
    events = [life.received(), life.printed()]
    answer = hand.push(*events)
    assert isinstance(answer, Stored)
    assert answer.stored.seq == 2
    assert other(district, SECOND).feed() == events
    assert other(district, OTHER_OFFICE).feed() == []


def test_a_batch_twice_is_stored_once(hand: Hand, ids: FakeIds) -> None:
    """The answer tells the head, whichever of the two came first (I23)."""
    batch = hand.batch([encode_event(Life(ids).received())])
    assert hand.ask(batch) == hand.ask(batch)
    assert len(hand.feed()) == 1


def test_a_batch_that_overlaps_adds_what_is_new(hand: Hand, ids: FakeIds) -> None:
    """After a lost answer the counter may cut its batches differently."""
    bodies = [encode_event(Life(ids, 1001 + place).received()) for place in range(3)]
    hand.ask(hand.batch(bodies[:2]))
    answer = hand.ask(hand.batch(bodies))
    assert isinstance(answer, Stored)
    assert answer.stored.seq == 3
    assert len(hand.feed()) == 3


def test_a_gap_is_refused_with_where_the_chain_stands(hand: Hand, ids: FakeIds) -> None:
    """The counter goes on from there."""
    bodies = [encode_event(Life(ids, 1001 + place).received()) for place in range(2)]
    whole = hand.batch(bodies)
    hand.head = Position(1, links(hand.head.link, bodies[:1])[0])
    assert hand.ask(hand.batch(bodies[1:])) == Refused(Why.GAP, beginning(hand.origin))
    assert isinstance(hand.ask(msgspec.structs.replace(whole)), Stored)


def test_two_branches_of_one_chain_are_a_fork(hand: Hand, ids: FakeIds) -> None:
    """The first that came stands; the other is refused and nothing of it is stored."""
    first, second = (encode_event(Life(ids, serial).received()) for serial in (1001, 1002))
    stored = hand.ask(hand.batch([first]))
    assert isinstance(stored, Stored)
    assert hand.ask(hand.batch([second])) == Refused(Why.FORK, stored.stored)
    assert len(hand.feed()) == 1


def test_an_event_under_another_origin_is_known(district: District, hand: Hand, ids: FakeIds) -> None:
    """An event is stored once, whoever brings it."""
    event = Life(ids).received()
    hand.push(event)
    second = other(district, SECOND)
    assert second.push(event) == Refused(Why.EVENTS_KNOWN, beginning(second.origin))
    assert hand.ask(AskKnown((event.id, UUID(int=99)))) == Known((event.id,))


@pytest.mark.parametrize("part", ["signature", "body", "previous", "first_seq", "seal of another"])
def test_what_was_tampered_with_is_refused(hand: Hand, ids: FakeIds, part: str) -> None:
    """A flipped bit anywhere breaks the seal, and nothing is stored."""
    life = Life(ids)
    batch = hand.batch([encode_event(life.received()), encode_event(life.printed())])
    seal = batch.seal
    broken_by: dict[str, dict[str, Any]] = {
        "signature": {"seal": Seal(seal.origin, seal.seq, bytes(64))},
        "body": {"bodies": (batch.bodies[0][:-1] + b"\0", batch.bodies[1])},
        "previous": {"previous": bytes(32)},
        "first_seq": {"first_seq": 2},
        "seal of another": {"seal": hand.batch(batch.bodies, key_of(9)).seal},
    }
    assert hand.ask(msgspec.structs.replace(batch, **broken_by[part])) == Refused(Why.BAD_SEAL)
    assert hand.feed() == []


def test_nobody_writes_under_the_origin_of_another(district: District, hand: Hand, ids: FakeIds) -> None:
    """A counter's origin is its own, and so is its introduction."""
    thief = other(district, SECOND)
    thief.origin, thief.head = hand.origin, hand.head
    assert thief.push(Life(ids).received()) == Refused(Why.BAD_SEAL)
    forged = Introduction(Origin(bytes(16)), thief.key.sign(introduction_text(hand.origin)))
    assert thief.ask(Introduce(forged)) == Refused(Why.BAD_SEAL)


def test_a_foreign_office_is_refused(hand: Hand, ids: FakeIds) -> None:
    """Nobody speaks in the name of another office (I17)."""
    assert hand.push(of_office(Life(ids).received(), "xa-duc-chinh")) == Refused(Why.FOREIGN_OFFICE)
    assert hand.feed() == []


def test_a_revoked_counter_gets_no_answer(district: District) -> None:
    """Nor one that was never enrolled."""
    assert Hand(district, GONE).hello() == Refused(Why.REVOKED)
    assert district.answer(UUID(int=77), Compare(())) == Refused(Why.REVOKED)


def test_an_origin_that_was_forgotten_introduces_itself(district: District, ids: FakeIds) -> None:
    """Before that nothing of it is taken."""
    hand = Hand(district, COUNTER)
    event = Life(ids).received()
    assert hand.push(event) == Refused(Why.UNKNOWN_ORIGIN)
    assert hand.ask(Introduce(hand.introduction())) == Stored(beginning(hand.origin), 0)
    assert isinstance(hand.push(event), Stored)


def test_too_much_is_refused(hand: Hand) -> None:
    """An empty batch, one with too many events, and an event over its cap."""
    good = hand.batch([b"x"])
    for bodies in ((), (b"x",) * 2001, (b"x" * (16 * 1024 + 1),)):
        assert hand.ask(msgspec.structs.replace(good, bodies=bodies)) == Refused(Why.TOO_LARGE)


def test_bytes_that_are_no_event_stop_nothing(hand: Hand, ids: FakeIds) -> None:
    """They are stored and set aside; what follows is stored and read (I18)."""
    life = Life(ids)
    answer = hand.push(life.received(), b"\xc1 no event", life.printed())
    assert isinstance(answer, Stored)
    assert (answer.stored.seq, answer.quarantined) == (3, (2,))
    page = hand.pull()
    assert isinstance(page, Page)
    assert len(page.rows) == 3


def test_a_department_gets_the_dossiers_that_are_handed_to_it(
    district: District, hand: Hand, ids: FakeIds
) -> None:
    """With all that happened before, and from then on; its own acts come back to the office."""
    mine, handed = Life(ids, 1001), Life(ids, 1002)
    hand.push(mine.received(), handed.received(), handed.printed())
    department = other(district, DEPARTMENT)
    assert department.feed() == []
    hand.push(handed.then(HandedOver(handed.at, unit="phong-tu-phap")))
    assert department.feed() == handed.events
    answer = of_office(handed.resulted(handed.at), "phong-tu-phap")
    department.push(answer)
    assert hand.feed()[-1] == answer
    hand.push(handed.returned(handed.at))
    assert department.feed()[-1] == handed.events[-1]
    assert {event.dossier for event in department.feed()} == {handed.dossier}


def test_who_has_no_part_in_a_dossier_is_not_heard_in_it(
    district: District, hand: Hand, ids: FakeIds
) -> None:
    """What a stranger says of a dossier stays in the stranger's own feed, and opens nothing."""
    life = Life(ids)
    hand.push(life.received())
    stranger = other(district, OTHER_OFFICE)
    said = of_office(life.then(HandedOver(life.at, unit="xa-duc-chinh")), "xa-duc-chinh")
    assert isinstance(stranger.push(said), Stored)
    assert stranger.feed() == [said]
    assert hand.feed() == [life.events[0]]


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_pages_follow_each_other_without_a_gap(hand: Hand, ids: FakeIds, limit: int) -> None:
    """Each says whether more follows, and its digest is that of the feed up to its end."""
    for place in range(3):
        hand.push(Life(ids, 1001 + place).received())
    seen, page = list[int](), hand.pull(limit=limit)
    for _ in count():
        assert isinstance(page, Page)
        seen += [row.seq for row in page.rows]
        if not page.has_more:
            break
        page = hand.pull(page.cursor.feed_seq, limit=limit)
    assert seen == [1, 2, 3]
    welcome = hand.hello()
    assert isinstance(welcome, Welcome)
    assert isinstance(page, Page)
    assert (welcome.feed_head, welcome.feed_digest) == (3, page.digest)


def test_what_a_counter_holds_comes_as_a_number(hand: Hand, ids: FakeIds) -> None:
    """Bodies go over the line once."""
    life = Life(ids)
    hand.push(life.received(), life.printed())
    page = hand.pull(held={hand.origin: (Span(1, 1),)})
    assert isinstance(page, Page)
    assert [row.event is None for row in page.rows] == [True, False]


def test_seals_come_with_what_they_cover(hand: Hand, ids: FakeIds) -> None:
    """So that another counter can give the chain back some day."""
    life = Life(ids)
    batch = hand.batch([encode_event(life.received()), encode_event(life.printed())])
    hand.ask(batch)
    page = hand.pull()
    assert isinstance(page, Page)
    assert page.seals == (batch.seal,)


def test_another_epoch_is_over(hand: Hand) -> None:
    """A cursor of another numbering means nothing."""
    assert hand.pull(cursor=Cursor(bytes(16), 0)) == Refused(Why.EPOCH_OVER)


def test_links_are_told(hand: Hand, ids: FakeIds) -> None:
    """To find where two chains parted."""
    bodies = [encode_event(Life(ids, 1001 + place).received()) for place in range(3)]
    hand.ask(hand.batch(bodies))
    made = links(beginning(hand.origin).link, bodies)
    assert hand.ask(AskLinks(hand.origin, 2, 10)) == Links(tuple(made[1:]))
    assert hand.ask(AskLinks(hand.origin, 9, 10)) == Links(())


def test_what_was_lost_here_is_healed_by_another(district: District, hand: Hand, ids: FakeIds) -> None:
    """Compared, it is missed; with chain and seal it is taken back under its own origin."""
    bodies = [encode_event(Life(ids, 1001 + place).received()) for place in range(2)]
    batch = hand.batch(bodies)
    second = other(district, SECOND)
    head = Position(2, links(batch.previous, bodies)[-1])
    assert second.ask(Compare(((hand.origin, head),))) == Lacks(((hand.origin, beginning(hand.origin)),))
    assert second.ask(Heal(batch)) == Stored(head, 0)
    assert second.ask(Compare(((hand.origin, head),))) == Lacks(())
    assert len(hand.feed()) == 2


def test_what_no_seal_vouches_for_is_kept_apart(district: District, hand: Hand, ids: FakeIds) -> None:
    """It is in the feed of its author's office, once, however often it is given back."""
    life = Life(ids)
    body = encode_event(life.received())
    event = ChainedEvent(hand.origin, 5, bytes(32), body)
    second = other(district, SECOND)
    for _ in range(2):
        assert second.ask(GiveBack((event,))) == Known((life.events[0].id,))
    assert hand.feed() == life.events
    assert hand.hello() == second.ask(Hello(hand.origin, hand.head, None, hand.introduction()))
