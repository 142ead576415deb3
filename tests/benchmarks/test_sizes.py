"""The architecture's sizes, unless the environment says otherwise."""

from __future__ import annotations

import pytest

from cgcounter.app.benchmark.sizes import BadBenchmarkSizeError, Sizes, sizes_of


def test_the_usual_sizes_are_those_of_the_architecture() -> None:
    """A million dossiers, 100,000 for a start, 10,000 to compare with, 500 a day."""
    sizes = sizes_of({})
    assert sizes.dossiers == 1_000_000
    assert (sizes.of_start, sizes.small, sizes.of_day) == (100_000, 10_000, 500)


def test_the_environment_counts() -> None:
    """Both sizes can be set; the parts shrink with the whole and never vanish."""
    sizes = sizes_of({"CGCOUNTER_BENCH_DOSSIERS": "40", "CGCOUNTER_BENCH_ROUNDS": " 3 "})
    assert sizes == Sizes(dossiers=40, rounds=3)
    assert (sizes.of_start, sizes.small, sizes.of_day) == (4, 1, 40)


@pytest.mark.parametrize("text", ["0", "-5", "many", "1.5", "٣"])
def test_anything_but_a_whole_number_is_refused(text: str) -> None:
    """Sizes are whole numbers from 1 on, in our digits; the error names the variable."""
    with pytest.raises(BadBenchmarkSizeError) as refused:
        sizes_of({"CGCOUNTER_BENCH_ROUNDS": text})
    assert refused.value.fields == {"name": "CGCOUNTER_BENCH_ROUNDS"}
