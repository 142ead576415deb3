"""A loop of fixed work: how fast this machine is today, so that runs of different days can be compared."""

from __future__ import annotations

import hashlib
from typing import Final

from cgcounter.app.benchmark.measuring import Durations, Rounds, timed_each
from cgcounter.app.benchmark.results import Row
from cgcounter.app.benchmark.workshop import Workshop

_STEPS: Final = 20_000
_PLACES: Final = 97


def loop() -> None:
    """Hashes, dictionaries and texts, the daily bread of the program."""
    kept: dict[int, str] = {}
    digest = b""
    for step in range(_STEPS):
        digest = hashlib.sha256(digest).digest()
        kept[step % _PLACES] = digest.hex().upper()


def take() -> Durations:
    """The milliseconds of one loop."""
    return timed_each([loop])


def measure(workshop: Workshop) -> Row:
    """The loop alone."""
    take()
    return Row.of("calibration", Rounds(tuple(take() for _ in range(workshop.sizes.rounds))))
