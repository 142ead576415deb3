"""Whatever happens to disks, lines and machines, nothing is lost and all come to know the same."""

from __future__ import annotations

import os
from collections import Counter

import pytest

from tests.fakes.fake_replica import id_of
from tests.sync.invariants import require_rest, require_sound_district, require_sound_replica
from tests.sync.world import World

SCHEDULES = int(os.environ.get("CGCOUNTER_SCHEDULES", "60"))
FIRST = int(os.environ.get("CGCOUNTER_FIRST_SEED", "1"))
STEPS, CHECKED_EVERY = 120, 10


def play(seed: int, *, steps: int = STEPS, has_guards: bool = True) -> World:
    """One schedule, checked on its way and at rest."""
    world = World(seed, has_guards=has_guards)
    for step in range(steps):
        world.step()
        if step % CHECKED_EVERY == 0:
            require_sound_district(world.store.contents)
    for machine in world.machines:
        require_sound_replica(machine.replica)
    known = {
        id_of(event)
        for machine in world.machines
        for chain in machine.replica.contents.chains.values()
        for event in chain.values()
    } | set(world.store.contents.events)
    world.come_to_rest()
    for machine in world.machines:
        require_sound_replica(machine.replica)
    require_sound_district(world.store.contents)
    require_rest(world, known)
    return world


@pytest.mark.timeout(60 + SCHEDULES)
def test_any_schedule_keeps_the_invariants() -> None:
    """Seeded schedules with faults; the run tells how often each occurred."""
    tally: Counter[str] = Counter()
    for seed in range(FIRST, FIRST + SCHEDULES):
        try:
            tally += play(seed).tally
        except Exception as error:
            error.add_note(f"CGCOUNTER_FIRST_SEED={seed} CGCOUNTER_SCHEDULES=1 plays it again")
            raise
    print(dict(sorted(tally.items())))  # noqa: T201  what the long run is made for
    for fault in ("request lost", "answer lost", "request doubled", "disk put back", "server restored"):
        assert tally[fault] > 0
