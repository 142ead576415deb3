"""The real clock, and the handed-in one of the demo office."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from cgcounter.domain.calendar import TIME_ZONE


class SystemClock:
    """The machine's clock in +07:00, whatever zone the machine itself is set to."""

    def now(self) -> datetime:
        """The present moment."""
        return datetime.now(TIME_ZONE)


class DemoClock:
    """A clock that starts at a given moment and runs on from there; the demo may also move it forward."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._since = time.monotonic()

    def now(self) -> datetime:
        """The moment in the demo's day, whole seconds."""
        passed = timedelta(seconds=int(time.monotonic() - self._since))
        return self._start + passed

    def move_to(self, moment: datetime) -> None:
        """Go forward to a moment; a clock never goes back."""
        if moment > self.now():
            self._start = moment
            self._since = time.monotonic()
