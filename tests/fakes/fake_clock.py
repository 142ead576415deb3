"""A clock that stands until it is moved."""

from __future__ import annotations

from datetime import datetime, timedelta

from cgcounter.domain.calendar import TIME_ZONE

THURSDAY_MORNING = datetime(2022, 3, 10, 8, 15, tzinfo=TIME_ZONE)


class FakeClock:
    """Tells the time that it was given; time does not run by itself."""

    def __init__(self, now: datetime = THURSDAY_MORNING) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def advance(self, **by: float) -> datetime:
        """Move on by a timedelta's keywords and tell the new time; never back."""
        step = timedelta(**by)
        if step < timedelta():
            raise ValueError("time does not go back; set another clock")
        self._now += step
        return self._now

    def set(self, now: datetime) -> None:
        """Stand at another time, which must be aware; a wrong clock may go back."""
        if now.utcoffset() is None:
            raise ValueError("a time without its zone")
        self._now = now
