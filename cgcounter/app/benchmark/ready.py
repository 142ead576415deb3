"""Ready for a scan: the data file is open, a clerk is in, list and intake have answered."""

from __future__ import annotations

from cgcounter.app.benchmark.results import Goal, Row
from cgcounter.app.benchmark.starts import starts_beside_bare_window
from cgcounter.app.benchmark.workshop import Workshop
from cgcounter.app.clocks import SystemClock


def measure(workshop: Workshop) -> Row:
    """From the command to a window that waits for a scan, beside a bare window; PIN and fingers not counted."""
    # The started program has the real clock: its file ends today.
    site = workshop.new_site(workshop.sizes.of_start, SystemClock().now().date())
    site.office.close()
    rounds = starts_beside_bare_window("watch_ready", site.folders, rounds=workshop.sizes.rounds)
    return Row.of("ready", rounds, Goal(ratio=2.5), dossiers=site.filling.dossiers)
