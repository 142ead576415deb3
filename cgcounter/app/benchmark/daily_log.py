"""The daily log of a busy day, from the data file to the finished PDF."""

from __future__ import annotations

from functools import partial

from cgcounter.app.benchmark import calibration
from cgcounter.app.benchmark.measuring import interleaved, timed_each
from cgcounter.app.benchmark.results import Goal, Row
from cgcounter.app.benchmark.workshop import Workshop


def measure(workshop: Workshop) -> Row:
    """The log of a day on which all its dossiers were received and nearly half of them returned at once."""
    site = workshop.new_site(workshop.sizes.of_day)
    render = partial(site.office.cases.show_daily_log.render, site.clerk)
    rounds = interleaved(lambda: timed_each([render]), calibration.take, rounds=workshop.sizes.rounds)
    return Row.of("daily-log", rounds, Goal(p50_ms=1000), dossiers=site.filling.dossiers)
