"""The open connections to the data file, lent to one transaction at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock
from typing import Final

from sqlcipher3 import dbapi2

from cgcounter.storage.engine import WAIT_MS, Access, connect
from cgcounter.storage.failures import FileLockedError

READERS: Final = 3

ThreadGuard = Callable[[], None]
"""Raises on a thread that must never wait for the disk."""


def any_thread() -> None:
    """The guard that lets every thread in."""


class Connections:
    """One connection for writing or a few for reading; each is opened when it is first needed, and kept."""

    def __init__(
        self,
        file: Path,
        key: bytes,
        access: Access,
        *,
        guard: ThreadGuard = any_thread,
        wait_ms: int = WAIT_MS,
    ) -> None:
        self.access: Final = access
        self._file, self._key = file, key
        self._guard, self._wait_ms = guard, wait_ms
        # None stands for one that is not open; what came back last is lent first.
        self._idle = LifoQueue[dbapi2.Connection | None]()
        for _ in range(READERS if access is Access.READ else 1):
            self._idle.put(None)
        self._lock = Lock()
        self._closed_times = 0

    @contextmanager
    def lend(self) -> Iterator[dbapi2.Connection]:
        """A connection outside any transaction; what is left open in it is rolled back.

        Raises FileLockedError when all of them stay in use, and what `connect` raises.
        """
        self._guard()
        try:
            connection = self._idle.get(timeout=self._wait_ms / 1000)
        except Empty:
            raise FileLockedError from None
        closed_times = self._closed_times
        try:
            if connection is None:
                connection = connect(self._file, self._key, self.access, wait_ms=self._wait_ms)
            yield connection
        finally:
            self._take_back(connection, closed_times)

    def close(self) -> None:
        """Close what is idle now and the others when they come back; what is lent after that is opened anew."""
        with self._lock:
            self._closed_times += 1
            for connection in list(self._taken_out()):
                if connection is not None:
                    connection.close()
                self._idle.put(None)

    def _taken_out(self) -> Iterator[dbapi2.Connection | None]:
        with suppress(Empty):
            while True:
                yield self._idle.get_nowait()

    def _take_back(self, connection: dbapi2.Connection | None, closed_times: int) -> None:
        with self._lock:
            is_wanted = (
                connection is not None and closed_times == self._closed_times and _rolled_back(connection)
            )
            if connection is not None and not is_wanted:
                connection.close()
            self._idle.put(connection if is_wanted else None)


def _rolled_back(connection: dbapi2.Connection) -> bool:
    """Whether nothing is open in it any more."""
    try:
        if connection.in_transaction:
            connection.rollback()
    except dbapi2.Error:
        return False
    return True
