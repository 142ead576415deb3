"""Times as the projections keep them: whole microseconds since 1970, shown again at +07:00."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from cgcounter.domain.calendar import TIME_ZONE

_EPOCH: Final = datetime(1970, 1, 1, 7, tzinfo=TIME_ZONE)
_MICROSECOND: Final = timedelta(microseconds=1)
ONE_DAY: Final = timedelta(days=1)


def to_micros(moment: datetime) -> int:
    """The number of a moment; ``moment`` is aware."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(number: int) -> datetime:
    """The moment of a number."""
    return _EPOCH + timedelta(microseconds=number)


def day_bounds(day: date) -> tuple[int, int]:
    """The numbers of a day's first moment and of the next day's."""
    start = datetime.combine(day, time(), TIME_ZONE)
    return to_micros(start), to_micros(start + ONE_DAY)


def day_of(moment: datetime) -> date:
    """The day on the wall of the office."""
    return moment.astimezone(TIME_ZONE).date()
