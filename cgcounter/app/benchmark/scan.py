"""From a scanned code to the dossier, in a large file beside a small one."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import Final

from cgcounter.app.benchmark.measuring import Durations, interleaved, timed_each
from cgcounter.app.benchmark.results import Goal, Row
from cgcounter.app.benchmark.workshop import Site, Workshop
from cgcounter.services.use_cases import UseCases

_SCANS: Final = 100


def measure(workshop: Workshop) -> Row:
    """Receipts from all over the file, each found by its code and opened whole."""
    sizes = workshop.sizes
    large, small = workshop.shared_site(sizes.dossiers), workshop.shared_site(sizes.small)
    rounds = interleaved(_Scanner(large).take, _Scanner(small).take, rounds=sizes.rounds)
    return Row.of(
        "scan",
        rounds,
        Goal(ratio=1.3, p99_ms=16),
        dossiers=large.filling.dossiers,
        baseline_dossiers=small.filling.dossiers,
    )


class _Scanner:
    """Draws receipts by chance, the same ones in every run."""

    def __init__(self, site: Site) -> None:
        self._cases = site.office.cases
        self._codes = [known.code for known in site.filling.known]
        self._random = Random(1)  # noqa: S311  repeatable on purpose, nothing is secret

    def take(self) -> Durations:
        codes = self._random.choices(self._codes, k=_SCANS)
        return timed_each([partial(_open_by_code, self._cases, code) for code in codes])


def _open_by_code(cases: UseCases, code: str) -> None:
    (line,) = cases.find_dossiers(code).lines
    cases.open_dossier(line.id)
