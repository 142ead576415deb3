"""A look at a data file that finds what the test says."""

from __future__ import annotations

from threading import Event as Gate

from cgcounter.services.ports import DataFileError


class FakePageCheck:
    """Takes until its gate is open or somebody stops it; can be told to fail."""

    def __init__(self) -> None:
        self.is_damaged = False
        self.failure: DataFileError | None = None
        self.looks = 0
        self.gate = Gate()
        self.gate.set()
        self._is_stopped = False

    def finds_damage(self) -> bool:
        if self._is_stopped:
            return False
        self.looks += 1
        self.gate.wait(10)
        if self.failure is not None:
            raise self.failure
        return self.is_damaged and not self._is_stopped

    def stop(self) -> None:
        self._is_stopped = True
        self.gate.set()
