"""Connections are lent to one at a time and come back clean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from cgcounter.storage.connections import READERS, Connections
from cgcounter.storage.engine import Access
from cgcounter.storage.failures import FileLockedError


@pytest.fixture
def writers(file: Path, key: bytes) -> Iterator[Connections]:
    """The one writing connection, for which nobody waits long."""
    made = Connections(file, key, Access.WRITE, wait_ms=20)
    yield made
    made.close()


def test_a_connection_is_opened_once(writers: Connections) -> None:
    """What came back is lent again: opening an encrypted file takes long."""
    with writers.lend() as first:
        pass
    with writers.lend() as second:
        assert second is first


def test_waiting_in_vain_is_told_as_a_lock(writers: Connections) -> None:
    """There is one connection for writing; whoever finds it lent waits a little and is told."""
    with writers.lend(), pytest.raises(FileLockedError), writers.lend():
        pass


def test_several_may_read_at_once(file: Path, key: bytes) -> None:
    """A few look at the file side by side, each over a connection of its own."""
    readers = Connections(file, key, Access.READ, wait_ms=20)
    lent = [readers.lend() for _ in range(READERS)]
    assert len({id(one.__enter__()) for one in lent}) == READERS
    with pytest.raises(FileLockedError), readers.lend():
        pass
    for one in lent:
        one.__exit__(None, None, None)
    readers.close()


def test_what_is_left_open_is_rolled_back(writers: Connections) -> None:
    """Who leaves a transaction open leaves nothing of it behind, and the next one can begin."""
    with writers.lend() as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO meta VALUES ('x', x'00')")
    with writers.lend() as connection:
        assert not connection.in_transaction
        assert connection.execute("SELECT count(*) FROM meta WHERE key = 'x'").fetchone() == (0,)


def test_after_closing_all_are_opened_anew(writers: Connections) -> None:
    """Idle ones are closed at once, lent ones when they come back: nothing that they hold in memory is used again."""
    with writers.lend() as lent:
        writers.close()
        lent.execute("SELECT 1")
    with pytest.raises(dbapi2.ProgrammingError):
        lent.execute("SELECT 1")
    with writers.lend() as fresh:
        pass
    writers.close()
    with pytest.raises(dbapi2.ProgrammingError):
        fresh.execute("SELECT 1")


def test_a_connection_that_cannot_be_opened_leaves_its_place(writers: Connections, file: Path) -> None:
    """A file that is back again is opened by the next who asks."""
    away = file.rename(file.with_name("away.db"))
    with pytest.raises(Exception, match="file_missing"), writers.lend():
        pass
    away.rename(file)
    with writers.lend() as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
