"""The command `benchmark`: measures in a temporary folder and prints a row for each; it judges, it never fails."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from cgcounter.app.benchmark import (
    calibration,
    daily_log,
    first_frame,
    intake,
    ready,
    receipt,
    scan,
    search,
)
from cgcounter.app.benchmark.results import Row, as_table_line, heading, to_json
from cgcounter.app.benchmark.sizes import sizes_of
from cgcounter.app.benchmark.workshop import Workshop
from cgcounter.app.qt_libraries import require_qt
from cgcounter.domain.errors import RuleBrokenError

MEASUREMENTS: Final[dict[str, Callable[[Workshop], Row]]] = {
    "first-frame": first_frame.measure,
    "ready": ready.measure,
    "intake": intake.measure,
    "receipt": receipt.measure,
    "scan": scan.measure,
    "search": search.measure,
    "daily-log": daily_log.measure,
}


class UnknownMeasurementError(RuleBrokenError):
    """No measurement bears this name; ``known`` lists those there are."""

    code = "unknown_measurement"


def run_benchmarks(names: Sequence[str], *, as_json: bool) -> int:
    """Measure what is named, or everything, and print rows; raises UnknownMeasurementError, BadBenchmarkSizeError.

    The calibration loop comes first in every run, whatever is named. The status is 0 whether goals are met or not.
    """
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        raise UnknownMeasurementError(name=unknown[0], known=", ".join(MEASUREMENTS))
    sizes = sizes_of(os.environ)
    require_qt()
    with tempfile.TemporaryDirectory(prefix="cgcounter-benchmark-") as folder:
        workshop = Workshop(Path(folder), sizes, _tell)
        try:
            _run(workshop, names or list(MEASUREMENTS), as_json=as_json)
        finally:
            workshop.close()
    return 0


def _run(workshop: Workshop, names: Sequence[str], *, as_json: bool) -> None:
    if not as_json:
        _print(heading())
    for measure in (calibration.measure, *(MEASUREMENTS[name] for name in names)):
        row = measure(workshop)
        _print(to_json(row) if as_json else as_table_line(row))


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _tell(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()
