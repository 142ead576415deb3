"""One transaction on the data file: statements are texts with named parameters, and the driver runs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, NewType, Protocol

from sqlcipher3 import dbapi2

from cgcounter.storage.connections import Connections
from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.engine import Access
from cgcounter.storage.failures import DiskFailureError

Sql = NewType("Sql", str)
"""A statement as the driver takes it, with named parameters."""


_NOTHING: Final[Mapping[str, Any]] = {}


class Row(Protocol):
    """A row that is read by the names of its columns."""

    def __getitem__(self, column: str, /) -> Any: ...
    def keys(self) -> Iterable[str]: ...


class Transaction:
    """Runs statements from its beginning to ``commit``; whoever began it rolls back what was not committed."""

    def __init__(self, driver: dbapi2.Connection, access: Access) -> None:
        self._driver = driver
        self._is_over = False
        driver.execute(access.begin)

    def run(self, sql: Sql, parameters: Mapping[str, Any] = _NOTHING) -> None:
        """Run a statement that gives no rows."""
        self._open().execute(sql, parameters)

    def run_many(self, sql: Sql, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement once for each row of parameters."""
        self._open().executemany(sql, rows)

    def rows(self, sql: Sql, parameters: Mapping[str, Any] = _NOTHING) -> Iterator[Row]:
        """The rows that a statement gives, read as they are asked for."""
        rows: Iterator[Row] = self._open().execute(sql, parameters)
        return rows

    def row(self, sql: Sql, parameters: Mapping[str, Any] = _NOTHING) -> Row | None:
        """The first row that a statement gives, if any."""
        row: Row | None = self._open().execute(sql, parameters).fetchone()
        return row

    def value(self, sql: Sql, parameters: Mapping[str, Any] = _NOTHING) -> Any:
        """The first value of the first row, None when there is none."""
        row = self._open().execute(sql, parameters).fetchone()
        return None if row is None else row[0]

    def commit(self) -> None:
        """Make it durable; the transaction is over then."""
        self._open().execute("COMMIT")
        self._is_over = True

    def end(self) -> None:
        """Nothing more can be done with it: its block was left, and what was not committed is rolled back."""
        self._is_over = True

    def _open(self) -> dbapi2.Cursor:
        if self._is_over:
            raise RuntimeError("this transaction is over")
        cursor = self._driver.cursor()
        cursor.row_factory = dbapi2.Row
        return cursor


@contextmanager
def transaction(connections: Connections) -> Iterator[Transaction]:
    """A transaction on one of the connections; leaving it without commit rolls it back.

    Raises DataFileError subclasses for whatever the file, the disk or another process does to it.
    """
    try:
        with database_trouble(), connections.lend() as connection:
            act = Transaction(connection, connections.access)
            try:
                yield act
            finally:
                act.end()
    except DiskFailureError:
        # After a failed write or sync nothing that a connection holds in memory may be trusted.
        connections.close()
        raise
