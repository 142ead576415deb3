"""Reads every page of the data file while people work, to see whether it is what was written."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Final

from sqlcipher3 import dbapi2

from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.engine import Access, connect
from cgcounter.storage.failures import DamagedFileError, DiskFailureError, WrongKeyError
from cgcounter.storage.transaction import Sql

QUICK_CHECK: Final = Sql("PRAGMA quick_check(1)")
SOUND: Final = "ok"
_STEPS: Final = 1000  # between two questions whether to go on


class SqlPageCheck:
    """SQLite's quick_check over a connection of its own: nobody who works on the file waits for it."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._file = file
        self._key = key
        self._stopped = Event()

    def finds_damage(self) -> bool:
        """True when a page is not what was written, or cannot be read; a long look at a large file.

        False also when `stop` has ended it. Raises DataFileError subclasses for other trouble.
        """
        try:
            with closing(connect(self._file, self._key, Access.READ)) as connection, database_trouble():
                found = self._look(connection)
        except (DamagedFileError, WrongKeyError, DiskFailureError):
            # The file is open with this very key: a page whose seal does not fit is a damaged page.
            found = True
        return found and not self._stopped.is_set()

    def stop(self) -> None:
        """End a look that is under way, and let no other begin: the program closes. From any thread."""
        self._stopped.set()

    def _look(self, connection: dbapi2.Connection) -> bool:
        connection.set_progress_handler(self._stopped.is_set, _STEPS)
        try:
            found: bool = connection.execute(QUICK_CHECK).fetchone() != (SOUND,)
        except dbapi2.OperationalError:
            if self._stopped.is_set():
                return False
            raise
        return found
