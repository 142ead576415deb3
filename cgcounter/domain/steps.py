"""Whether a step of a dossier took no longer than the time allotted to it: what the control slip tells of each (3.5).

Less time than allotted is early, as much is on time, more is late, counted in whole minutes as paper prints them.
"""

from __future__ import annotations

from datetime import datetime

from cgcounter.domain.deadlines import Timeliness
from cgcounter.domain.dossier import Dossier, Leg, Pause


def leg_timeliness(leg: Leg, dossier: Dossier) -> Timeliness | None:
    """Of a hand-over and its work; a leg without a due time of its own has that of the dossier.

    None while it is under way, where there is no due time, and where the clock stood still during the leg and it
    ended after its own due time: how far that one moved is not written down.
    """
    verdict = _judged(leg.ended_at, leg.due_at or dossier.due_at)
    if leg.due_at is None or verdict is Timeliness.EARLY:
        return verdict
    return None if pauses_in(leg, dossier) else verdict


def counter_timeliness(dossier: Dossier) -> Timeliness | None:
    """Of the counter's own work: it is judged where nothing was handed over; None otherwise."""
    if dossier.legs or dossier.result is None:
        return None
    return _judged(dossier.result.released_at, dossier.due_at)


def pauses_in(leg: Leg, dossier: Dossier) -> tuple[Pause, ...]:
    """The pauses that began during a leg."""
    return tuple(
        pause
        for pause in dossier.pauses
        if leg.handed_at <= pause.since and (leg.ended_at is None or pause.since < leg.ended_at)
    )


def _judged(ended_at: datetime | None, due_at: datetime | None) -> Timeliness | None:
    if ended_at is None or due_at is None:
        return None
    ended, due = (at.replace(second=0, microsecond=0) for at in (ended_at, due_at))
    if ended == due:
        return Timeliness.ON_TIME
    return Timeliness.EARLY if ended < due else Timeliness.LATE
