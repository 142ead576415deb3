"""The second memory of issued codes, in memory."""

from __future__ import annotations

from datetime import date


class FakeCodeMarks:
    """Remembers the highest number of each slot and day."""

    def __init__(self) -> None:
        self._serials: dict[tuple[int, date], int] = {}

    def raise_to(self, slot: int, day: date, serial: int) -> None:
        self._serials[slot, day] = max(serial, self._serials.get((slot, day), 0))

    def highest(self, slot: int, day: date) -> int | None:
        return self._serials.get((slot, day))
