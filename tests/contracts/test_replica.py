"""What every replica promises to its partner in synchronising."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from shutil import copyfile

import pytest

from cgcounter.domain.chain import ChainedEvent, Origin, Position, Seal, beginning, first_link, links
from cgcounter.domain.events import Event, decode_event, encode_event
from cgcounter.domain.feed import NO_DIGEST, Cursor, FeedRow, Span, next_digest
from cgcounter.services.replica import FeedGapError, Replica
from cgcounter.storage.event_log import own_head
from cgcounter.storage.replica import SqlReplica
from cgcounter.storage.store import SqlStore, open_store
from tests.contracts.conftest import KEY
from tests.fakes.fake_ids import FakeIds
from tests.fakes.fake_replica import FakeReplica
from tests.fakes.invented_lives import Life

EPOCH = b"\xe1" * 16
OTHER = Origin(b"\x0f" * 16)

Append = Callable[[Sequence[Event]], None]


class Office:
    """A replica and the acts of its own counter."""

    def __init__(self, replica: Replica, append: Append) -> None:
        self.replica = replica
        self.append = append


def _origins() -> Callable[[], Origin]:
    numbers = count(1)
    return lambda: Origin(next(numbers).to_bytes(16, "big"))


def _sql_office(store: SqlStore) -> Office:
    def append(events: Sequence[Event]) -> None:
        with store.begin() as unit:
            unit.log.append(events)
            unit.commit()

    return Office(SqlReplica(store, _origins()), append)


@pytest.fixture(params=["fake", "sql"])
def office(request: pytest.FixtureRequest, blank_file: Path, tmp_path: Path) -> Iterator[Office]:
    """An office of either kind."""
    if request.param == "fake":
        fake = FakeReplica(_origins())
        yield Office(fake, lambda events: fake.append([encode_event(event) for event in events]))
        return
    store = open_store(copyfile(blank_file, tmp_path / "counter.db"), KEY)
    yield _sql_office(store)
    store.close()


def lives(ids: FakeIds, number: int) -> list[Event]:
    """The intakes of some dossiers."""
    return [Life(ids, 1001 + place).received() for place in range(number)]


def foreign(events: Sequence[Event], origin: Origin = OTHER, after: Position | None = None) -> list[FeedRow]:
    """Rows of a feed with the events of another counter."""
    at = after or beginning(origin)
    bodies = [encode_event(event) for event in events]
    return [
        FeedRow(origin, at.seq + place, ChainedEvent(origin, at.seq + place, link, body))
        for place, (body, link) in enumerate(zip(bodies, links(at.link, bodies), strict=True), 1)
    ]


def test_a_new_counter_stands_at_its_beginning(office: Office) -> None:
    """One chain without events, no cursor, no digest."""
    standing = office.replica.standing()
    assert len(standing.chains) == 1
    assert standing.current.head == beginning(standing.current.origin)
    assert (standing.cursor, standing.digest) == (None, NO_DIGEST)
    assert office.replica.held() == {}


def test_own_acts_lengthen_the_chain(office: Office, ids: FakeIds) -> None:
    """What is appended can be read back as a run, its link follows from what was before."""
    events = lives(ids, 3)
    office.append(events)
    own = office.replica.standing().current
    run = office.replica.run_after(own.origin, 1, most_events=10, most_bytes=10**6)
    assert run is not None
    assert run.first_seq == 2
    assert [decode_event(body) for body in run.bodies] == events[1:]
    assert list(run.links) == links(run.previous, run.bodies)
    assert run.last == own.head
    assert office.replica.run_after(own.origin, 3, most_events=1, most_bytes=1) is None


@pytest.mark.parametrize(("events", "size", "expected"), [(2, 10**6, 2), (10, 1, 1), (10, 10**6, 3)])
def test_a_run_keeps_to_its_limits_but_holds_one_event(
    office: Office, ids: FakeIds, events: int, size: int, expected: int
) -> None:
    """Neither more events nor more bytes than asked for; never nothing."""
    office.append(lives(ids, 3))
    own = office.replica.standing().current
    run = office.replica.run_after(own.origin, 0, most_events=events, most_bytes=size)
    assert run is not None
    assert len(run.bodies) == expected


def test_a_page_is_stored_with_its_cursor_and_digest(office: Office, ids: FakeIds) -> None:
    """The events are here, and the digest is that of the rows."""
    rows = foreign(lives(ids, 2))
    taken = office.replica.take(rows, Cursor(EPOCH, 2))
    digest = NO_DIGEST
    for row in rows:
        assert row.event is not None
        digest = next_digest(digest, row.origin, row.seq, row.event.link)
    standing = office.replica.standing()
    assert (taken.new, taken.digest, taken.parted) == (2, digest, ())
    assert (standing.cursor, standing.digest) == (Cursor(EPOCH, 2), digest)
    assert office.replica.held() == {OTHER: (Span(1, 2),)}


def test_a_page_twice_changes_nothing(office: Office, ids: FakeIds) -> None:
    """Events that are here are not new."""
    rows = foreign(lives(ids, 2))
    office.replica.take(rows, Cursor(EPOCH, 2))
    office.replica.start_over(EPOCH)
    assert office.replica.take(rows, Cursor(EPOCH, 2)).new == 0
    assert office.replica.held() == {OTHER: (Span(1, 2),)}


def test_a_row_may_come_without_what_is_here(office: Office, ids: FakeIds) -> None:
    """Own events come back as numbers alone; the digest is the same."""
    office.append(lives(ids, 2))
    own = office.replica.standing().current
    taken = office.replica.take([FeedRow(own.origin, 1), FeedRow(own.origin, 2)], Cursor(EPOCH, 2))
    first = office.replica.link_at(own.origin, 1)
    assert first is not None
    expected = next_digest(next_digest(NO_DIGEST, own.origin, 1, first), own.origin, 2, own.head.link)
    assert (taken.new, taken.digest) == (0, expected)


def test_a_row_without_its_event_is_a_gap(office: Office, ids: FakeIds) -> None:
    """Nothing of the page is stored, and the cursor stays."""
    rows = [*foreign(lives(ids, 1)), FeedRow(OTHER, 2)]
    with pytest.raises(FeedGapError):
        office.replica.take(rows, Cursor(EPOCH, 2))
    assert office.replica.held() == {}
    assert office.replica.standing().cursor is None


def test_gaps_are_told(office: Office, ids: FakeIds) -> None:
    """A department holds parts of another office's chain; a run ends where the chain has a gap."""
    rows = foreign(lives(ids, 5))
    office.replica.take([rows[0], rows[2], rows[3]], Cursor(EPOCH, 3))
    assert office.replica.held() == {OTHER: (Span(1, 1), Span(3, 4))}
    run = office.replica.run_after(OTHER, 0, most_events=9, most_bytes=10**6)
    assert run is not None
    assert len(run.bodies) == 1
    assert [event.seq for event in office.replica.foreign(OTHER, 0)] == [1, 3, 4]


def test_the_district_may_have_less_than_before(office: Office, ids: FakeIds) -> None:
    """What is acknowledged goes down too, and never beyond the head."""
    office.append(lives(ids, 3))
    own = office.replica.standing().current
    for seq, expected in ((3, 3), (1, 1), (9, 3)):
        office.replica.acknowledge(own.origin, seq, 1)
        assert office.replica.standing().current.acknowledged == expected
    assert office.replica.standing().current.durable == 1


def test_seals_are_kept(office: Office) -> None:
    """The last within a range is found; the same one twice is one."""
    seals = [Seal(OTHER, 2, b"zwei"), Seal(OTHER, 5, b"fuenf")]
    office.replica.keep_seals([*seals, seals[0]])
    assert office.replica.seal_within(OTHER, 0, 9) == seals[1]
    assert office.replica.seal_within(OTHER, 0, 4) == seals[0]
    assert office.replica.seal_within(OTHER, 2, 4) is None


def test_a_new_incarnation_is_the_one_that_is_written(office: Office, ids: FakeIds) -> None:
    """The former chain stays; acts go on under the new origin."""
    first, second = lives(ids, 2)
    office.append([first])
    before = office.replica.standing().current
    office.replica.begin_incarnation()
    office.append([second])
    former, current = office.replica.standing().chains
    assert former == before
    assert current.origin != before.origin
    assert current.head.seq == 1


def test_a_parted_chain_goes_on_under_another_origin(office: Office, ids: FakeIds) -> None:
    """Its tail keeps its bytes and ids; what the district knows waits aside until the feed brings it."""
    events = lives(ids, 4)
    office.append(events)
    before = office.replica.standing().current
    office.replica.part(before.origin, 1, {events[2].id})
    former, current = office.replica.standing().chains
    assert (former.head.seq, former.origin) == (1, before.origin)
    assert office.replica.ids_after(current.origin, 0) == (events[1].id, events[3].id)
    assert office.replica.link_at(current.origin, 0) == first_link(current.origin)
    held = office.replica.held()
    assert {before.origin, current.origin} < set(held)
    assert len(held) == 3
    rows = foreign([events[2]])
    assert office.replica.take(rows, Cursor(EPOCH, 1)).new == 0
    assert set(office.replica.held()) == {before.origin, current.origin, OTHER}


def test_a_place_that_is_taken_gives_way_and_is_told(office: Office, ids: FakeIds) -> None:
    """The feed's event stands at its place, what was there is kept, and the origin is reported as parted."""
    mine, theirs = lives(ids, 2)
    office.replica.take(foreign([mine]), Cursor(EPOCH, 1))
    taken = office.replica.take(foreign([theirs]), Cursor(EPOCH, 2))
    assert (taken.new, taken.parted) == (1, (OTHER,))
    assert office.replica.ids_after(OTHER, 0) == (theirs.id,)
    assert sum(len(spans) for spans in office.replica.held().values()) == 2


def test_an_old_copy_gets_its_own_chain_back(office: Office, ids: FakeIds) -> None:
    """What the feed brings of an own chain lengthens it."""
    events = lives(ids, 3)
    office.append(events[:1])
    own = office.replica.standing().current
    office.replica.begin_incarnation()
    office.replica.take(foreign(events[1:], own.origin, own.head), Cursor(EPOCH, 2))
    former = office.replica.standing().chains[0]
    assert (former.head.seq, former.acknowledged) == (3, 3)


def test_bytes_that_are_no_event_are_kept(office: Office, ids: FakeIds) -> None:
    """They have their place and their link, and what follows them is read."""
    body = b"\xc1 no event"
    link = links(first_link(OTHER), [body])[0]
    office.replica.take([FeedRow(OTHER, 1, ChainedEvent(OTHER, 1, link, body))], Cursor(EPOCH, 1))
    rows = foreign(lives(ids, 1), after=Position(1, link))
    assert office.replica.take(rows, Cursor(EPOCH, 2)).new == 1
    assert office.replica.held() == {OTHER: (Span(1, 2),)}


def test_what_was_moved_is_still_the_dossier(blank_file: Path, tmp_path: Path, ids: FakeIds) -> None:
    """A dossier is the same before its events moved to another origin and after it."""
    store = open_store(copyfile(blank_file, tmp_path / "counter.db"), KEY)
    office, life = _sql_office(store), Life(ids)
    office.append([life.received(), life.printed(), life.started()])
    with store.look() as reading:
        before = reading.dossiers.get(life.dossier)
    office.replica.part(office.replica.standing().current.origin, 1, set())
    with store.look() as reading:
        assert reading.dossiers.get(life.dossier) == before
    with store.read() as look:
        assert own_head(look).seq == 2
    store.close()
