"""The first frame of the window beside that of a bare PySide6 window."""

from __future__ import annotations

from cgcounter.app.benchmark.results import Goal, Row
from cgcounter.app.benchmark.starts import starts_beside_bare_window
from cgcounter.app.benchmark.workshop import Workshop


def measure(workshop: Workshop) -> Row:
    """From the command to the painted window, on a counter that was set up."""
    site = workshop.new_site(0)
    site.office.close()
    rounds = starts_beside_bare_window("watch_first_frame", site.folders, rounds=workshop.sizes.rounds)
    return Row.of("first-frame", rounds, Goal(ratio=1.3))
