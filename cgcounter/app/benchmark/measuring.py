"""Takes durations in turns, ours and the baseline's, so that a busy machine slows both alike."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median
from typing import Final

from msgspec import Struct

_NS_PER_MS: Final = 1e6
_PER_CENT: Final = 100

Durations = tuple[float, ...]
"""Milliseconds, one for each time that something was done."""

Take = Callable[[], Durations]
"""Does a thing once or more often and tells how long each time took."""


class Rounds(Struct, frozen=True):
    """What was taken in turns, one entry a round; ``baseline`` is empty where there is none."""

    ours: tuple[Durations, ...]
    baseline: tuple[Durations, ...] = ()

    @property
    def ours_ms(self) -> float:
        """The median of all times."""
        return median(flat(self.ours))

    @property
    def baseline_ms(self) -> float | None:
        """The median of all times of the baseline."""
        return median(flat(self.baseline)) if self.baseline else None

    @property
    def ratio(self) -> float | None:
        """The median of ours by the median of the baseline."""
        return self.ours_ms / self.baseline_ms if self.baseline_ms else None

    @property
    def ratios(self) -> Durations:
        """The ratio of the medians of each pair: how far one round may be trusted."""
        pairs = zip(self.ours, self.baseline, strict=False)
        return tuple(median(ours) / median(baseline) for ours, baseline in pairs)


def interleaved(ours: Take, baseline: Take, *, rounds: int) -> Rounds:
    """Take A B A B ...; the first turn of each warms up and does not count."""
    ours()
    baseline()
    pairs = [(ours(), baseline()) for _ in range(rounds)]
    return Rounds(tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs))


def timed(work: Callable[[], object]) -> float:
    """The milliseconds that a piece of work takes."""
    start = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - start) / _NS_PER_MS


def timed_each(works: Sequence[Callable[[], object]]) -> Durations:
    """The milliseconds of each piece of work; nothing collects garbage meanwhile, as in the program."""
    with _collecting_before():
        return tuple(timed(work) for work in works)


def percentile(durations: Durations, per_cent: int) -> float:
    """The smallest duration that so many per cent of all do not exceed (nearest rank)."""
    ranked = sorted(durations)
    place = -(-len(ranked) * per_cent // _PER_CENT)
    return ranked[max(place, 1) - 1]


def flat(rounds: Sequence[Durations]) -> Durations:
    """The durations of all rounds."""
    return tuple(duration for durations in rounds for duration in durations)


@contextmanager
def _collecting_before() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
