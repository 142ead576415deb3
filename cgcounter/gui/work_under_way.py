"""How far a long piece of work has come, told by the thread that does it and asked by the window's."""

from __future__ import annotations

from threading import Event

from cgcounter.domain.errors import CounterError


class WorkStoppedError(CounterError):
    """A person wanted no more of a piece of work that was under way."""

    code = "work_stopped"


class WorkUnderWay:
    """The Progress of the services; once stopped, its next word ends the work."""

    def __init__(self) -> None:
        self._told = (0, 0)
        self._stopped = Event()

    def __call__(self, done: int, of: int) -> None:
        """Take note of a step; raises WorkStoppedError."""
        self._told = (done, of)
        if self._stopped.is_set():
            raise WorkStoppedError

    def stop(self) -> None:
        """Let the work end."""
        self._stopped.set()

    @property
    def per_cent(self) -> int:
        """How much is done."""
        done, of = self._told
        return 100 * done // of if of else 0
