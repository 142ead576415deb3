"""Durations are taken in turns and summed up as written down."""

from __future__ import annotations

import gc

import pytest

from cgcounter.app.benchmark.measuring import Durations, Rounds, interleaved, percentile, timed_each


def test_turns_alternate_and_the_first_of_each_does_not_count() -> None:
    """A B A B: one round more than asked is run, and its durations are left out."""
    turns: list[str] = []

    def take(name: str) -> Durations:
        turns.append(name)
        return (float(len(turns)),)

    rounds = interleaved(lambda: take("A"), lambda: take("B"), rounds=2)
    assert turns == ["A", "B", "A", "B", "A", "B"]
    assert rounds == Rounds(ours=((3.0,), (5.0,)), baseline=((4.0,), (6.0,)))


def test_medians_are_of_all_times_and_ratios_of_each_pair() -> None:
    """The ratio is median by median; the ratios of the pairs show how steady it was."""
    rounds = Rounds(ours=((2.0, 4.0, 3.0), (10.0,)), baseline=((1.0, 1.0), (4.0,)))
    assert rounds.ours_ms == 3.5
    assert rounds.baseline_ms == 1.0
    assert rounds.ratio == 3.5
    assert rounds.ratios == (3.0, 2.5)


def test_without_a_baseline_there_is_no_ratio() -> None:
    """A calibration loop stands alone."""
    rounds = Rounds(ours=((2.0,),))
    assert rounds.baseline_ms is None
    assert rounds.ratio is None


@pytest.mark.parametrize(("per_cent", "expected"), [(50, 5.0), (99, 10.0), (90, 9.0), (1, 1.0)])
def test_percentile_is_the_nearest_rank(per_cent: int, expected: float) -> None:
    """Of ten durations the ninth is the 90th percentile, and the tenth the 99th."""
    assert percentile((10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0), per_cent) == expected


def test_no_garbage_is_collected_meanwhile() -> None:
    """Work is timed with collection off, and it is put back as it was."""
    seen: list[bool] = []
    gc.enable()
    try:
        durations = timed_each([lambda: seen.append(gc.isenabled()), lambda: seen.append(gc.isenabled())])
        assert gc.isenabled()
    finally:
        gc.disable()
    assert seen == [False, False]
    assert len(durations) == 2
    assert all(duration > 0 for duration in durations)
