"""What must hold after any schedule (design: sync, section 9)."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from cgcounter.domain.chain import ChainedEvent, first_link, next_link
from cgcounter.domain.events import decode_event, read_heading
from cgcounter.domain.fold import fold
from tests.fakes.fake_district import DistrictContents
from tests.fakes.fake_replica import FakeReplica, id_of
from tests.sync.world import World


def require_sound_replica(replica: FakeReplica) -> None:
    """I2-I5: own chains have no gap and verify; an event is here once."""
    seen: dict[UUID, ChainedEvent] = {}
    for origin, chain in replica.contents.chains.items():
        for seq, event in chain.items():
            assert (event.origin, event.seq) == (origin, seq)
            assert seen.setdefault(id_of(event), event) is event
    for own in replica.contents.own:
        chain, link = replica.contents.chains.get(own.origin, {}), first_link(own.origin)
        for seq in range(1, own.head.seq + 1):
            link = next_link(link, chain[seq].body)
            assert chain[seq].link == link
        assert link == own.head.link
        assert max(chain, default=0) == own.head.seq
        assert own.acknowledged <= own.head.seq


def require_sound_district(contents: DistrictContents) -> None:
    """I2-I6: chains verify, feeds are numbered without a gap, an event is stored once and in a feed once."""
    for origin, events in contents.chains.items():
        link = first_link(origin)
        for place, event in enumerate(events, 1):
            link = next_link(link, event.body)
            assert (event.seq, event.link) == (place, link)
    assert sum(map(len, contents.chains.values())) == len(contents.events)
    for feed in contents.feeds.values():
        assert [row.feed_seq for row in feed] == list(range(1, len(feed) + 1))
        assert len({id_of(row.event) for row in feed}) == len(feed)


def require_rest(world: World, known_before: set[UUID]) -> None:
    """I7, I8, I11, I16, I17: nobody lost anything, and who belongs to a scope knows the same."""
    contents = world.store.contents
    stored = set(contents.events)
    assert known_before <= stored, f"{len(known_before - stored)} events are lost"
    for scope in {machine.device.scope for machine in world.machines}:
        feed = {id_of(row.event) for row in contents.feeds.get(scope, ())}
        for machine in world.machines:
            if machine.device.scope == scope:
                here = {
                    id_of(event)
                    for chain in machine.replica.contents.chains.values()
                    for event in chain.values()
                }
                assert here == feed, f"{scope}: {len(feed - here)} missing, {len(here - feed)} too many"
                for own in machine.replica.standing().chains:
                    assert own.acknowledged == own.head.seq
    _require_scopes(contents)
    _require_equal_folds(world)


def _require_scopes(contents: DistrictContents) -> None:
    """I17: a feed holds what its own counters did, and dossiers in which the scope has part."""
    for scope, feed in contents.feeds.items():
        for row in feed:
            arrived = contents.events[read_heading(row.event.body).id]
            assert (
                arrived.author_scope == scope
                or scope in contents.scopes[read_heading(row.event.body).dossier]
            )


def _require_equal_folds(world: World) -> None:
    """I8, I10: equal sets make equal dossiers."""
    folded: dict[tuple[str, UUID], object] = {}
    for machine in world.machines:
        lives = defaultdict(list)
        for body in machine.replica.bodies():
            event = decode_event(body)
            lives[event.dossier].append(event)
        for dossier, events in lives.items():
            if any(not event.base for event in events):
                key = (machine.device.scope, dossier)
                assert folded.setdefault(key, fold(events)) == fold(reversed(events))
