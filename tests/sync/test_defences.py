"""Each defence is needed: taken away, some schedule ends badly. Without that a green simulation proves nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cgcounter.server import district
from cgcounter.sync import pushing
from cgcounter.sync.cycle import Cycle
from cgcounter.sync.healing import Healing
from tests.fakes.fake_district import FakeDistrictStore, FakeDistrictWork
from tests.sync import world as worlds
from tests.sync.test_simulation import play

MOST = 30

Remove = Callable[[pytest.MonkeyPatch], None]


def keep_the_epoch(patch: pytest.MonkeyPatch) -> None:
    """The district was put back and does not say so."""
    put_back = FakeDistrictStore.put_back
    patch.setattr(
        FakeDistrictStore,
        "put_back",
        lambda self, copied, _epoch: put_back(self, copied, self.contents.epoch),
    )


def do_not_heal(patch: pytest.MonkeyPatch) -> None:
    """Nobody gives back what the district lost of others."""

    def nothing(_self: Healing) -> Any:
        yield from ()

    patch.setattr(Healing, "heal", nothing)


def know_no_ids(patch: pytest.MonkeyPatch) -> None:
    """The district does not notice an event that it has under another origin."""
    patch.setattr(FakeDistrictWork, "known", lambda _self, _events: set())


def trust_every_chain(patch: pytest.MonkeyPatch) -> None:
    """The district does not notice that a chain parted."""
    patch.setattr(district, "_require_connected", lambda *_: None)


def never_part(patch: pytest.MonkeyPatch) -> None:
    """A counter goes on under the origin of which the district knows more."""

    def nothing(*_: Any) -> Any:
        yield from ()

    patch.setattr(pushing.Pushing, "part_ways", nothing)


def trust_the_feed(patch: pytest.MonkeyPatch) -> None:
    """A counter believes that it holds what it says, whatever the digest tells."""
    patch.setattr(Cycle, "_read_anew", lambda *_: True)


def forget_the_former(patch: pytest.MonkeyPatch) -> None:
    """In a new epoch a counter does not ask how much of its former chains is left."""

    def fine(_self: pushing.Pushing) -> Any:
        yield from ()
        return True

    patch.setattr(pushing.Pushing, "ask_former", fine)


@pytest.mark.parametrize(
    ("remove", "seeds"),
    [
        pytest.param(remove, range(first, first + MOST), id=remove.__name__)
        for remove, first in (
            (keep_the_epoch, 1),
            (do_not_heal, 1),
            (know_no_ids, 1),
            (trust_every_chain, 1),
            (never_part, 1),
            (trust_the_feed, 80),
            (forget_the_former, 1),
        )
    ],
)
def test_without_a_defence_some_schedule_ends_badly(
    monkeypatch: pytest.MonkeyPatch, remove: Remove, seeds: range
) -> None:
    """With all of them the same schedules end well, as the simulation shows."""
    remove(monkeypatch)
    assert any(ends_badly(seed, has_guards=guards) for seed in seeds for guards in (True, False))


def ends_badly(seed: int, *, has_guards: bool) -> bool:
    """Whether a schedule breaks an invariant, or comes to no end."""
    try:
        play(seed, has_guards=has_guards)
    except Exception:  # noqa: BLE001  whatever it is, it was noticed
        return True
    return False


def test_without_the_second_memory_codes_come_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was put back issues its numbers again, unless the marks beside it say how far they came (I12)."""
    assert not any(doubled(seed) for seed in range(1, 25))
    monkeypatch.setattr(worlds.Machine, "begin_anew_if_older_than_its_mark", lambda _: None)
    assert any(doubled(seed) for seed in range(1, 25))


def doubled(seed: int) -> list[str]:
    """The codes that two dossiers bear."""
    world = worlds.World(seed)
    for _ in range(120):
        world.step()
    return [code for code, events in world.codes.items() if len(events) > 1]
