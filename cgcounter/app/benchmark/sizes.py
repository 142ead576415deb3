"""How much is measured, and how often: the sizes of the architecture, or what the environment says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from cgcounter.domain.errors import RuleBrokenError

DOSSIERS: Final = "CGCOUNTER_BENCH_DOSSIERS"
ROUNDS: Final = "CGCOUNTER_BENCH_ROUNDS"


class BadBenchmarkSizeError(RuleBrokenError):
    """A size in the environment is no whole number from 1 on."""

    code = "bad_benchmark_size"


class Sizes(NamedTuple):
    """``dossiers`` in the large data file; the smaller ones are parts of it."""

    dossiers: int = 1_000_000
    rounds: int = 15

    @property
    def of_start(self) -> int:
        """Dossiers in the file that a start has to open."""
        return max(self.dossiers // 10, 1)

    @property
    def small(self) -> int:
        """Dossiers in the file that the large one is compared with."""
        return max(self.dossiers // 100, 1)

    @property
    def of_day(self) -> int:
        """Dossiers of a busy day."""
        return min(500, self.dossiers)


def sizes_of(environment: Mapping[str, str]) -> Sizes:
    """The sizes to measure with; raises BadBenchmarkSizeError."""
    usual = Sizes()
    return Sizes(
        _number(environment, DOSSIERS, usual.dossiers),
        _number(environment, ROUNDS, usual.rounds),
    )


def _number(environment: Mapping[str, str], name: str, usual: int) -> int:
    text = environment.get(name, "").strip()
    if not text:
        return usual
    if not (text.isascii() and text.isdecimal() and int(text)):
        raise BadBenchmarkSizeError(name=name)
    return int(text)
