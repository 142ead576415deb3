"""What every hasher of PINs promises."""

from __future__ import annotations

import pytest

from cgcounter.services.ports import Pins
from cgcounter.storage.pins import Argon2Pins
from tests.fakes.fake_pins import FakePins


@pytest.fixture(params=["fake", "argon2"])
def pins(request: pytest.FixtureRequest) -> Pins:
    """A hasher of either kind."""
    return FakePins() if request.param == "fake" else Argon2Pins()


def test_only_the_same_pin_matches(pins: Pins) -> None:
    """The hash of a PIN is matched by that PIN alone, and is not the PIN."""
    pin_hash = pins.hash("2468")
    assert pin_hash != "2468"
    assert pins.matches("2468", pin_hash)
    assert not pins.matches("2469", pin_hash)
    assert not pins.matches("", pin_hash)


@pytest.mark.parametrize("pin_hash", ["", "2468", "$argon2id$v=19$broken"])
def test_what_is_no_hash_matches_nothing(pins: Pins, pin_hash: str) -> None:
    """A damaged hash lets nobody in and raises nothing."""
    assert not pins.matches("2468", pin_hash)
