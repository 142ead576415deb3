"""The file is opened safely or refused in a class of its own."""

from __future__ import annotations

import random
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from cgcounter.domain.events import Event
from cgcounter.services.ports import DataFileError
from cgcounter.storage import engine
from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.engine import Access, connect
from cgcounter.storage.failures import (
    DamagedFileError,
    EngineTooOldError,
    FileLockedError,
    FileMissingError,
    WrongKeyError,
)
from cgcounter.storage.store import SqlStore, open_store
from cgcounter.storage.transaction import Transaction
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life
from tests.storage import child

PAGE = 4096


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("mmap_size", 0),
        ("busy_timeout", 5000),
    ],
)
def test_every_connection_has_the_safe_settings(file: Path, key: bytes, setting: str, value: object) -> None:
    """WAL, FULL, foreign keys, no mmap and patience hold for writers and readers alike."""
    for access in (Access.WRITE, Access.READ):
        with closing(connect(file, key, access)) as connection:
            assert connection.execute(f"PRAGMA {setting}").fetchone() == (value,)


def test_the_file_is_sealed_page_by_page(file: Path, key: bytes) -> None:
    """The driver is SQLCipher, and its own check of every page's seal finds nothing."""
    with closing(connect(file, key, Access.READ)) as connection:
        assert connection.execute("PRAGMA cipher_version").fetchone()[0].startswith("4.")
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []


def test_other_programs_cannot_read_the_file(file: Path) -> None:
    """Without the key the file is no database."""
    with closing(sqlite3.connect(file)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT count(*) FROM sqlite_schema")


def test_an_old_sqlite_is_refused(file: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SQLite with the WAL-reset fault never opens a file."""
    monkeypatch.setattr(engine, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(EngineTooOldError):
        open_store(file, key)


def test_a_setting_that_sqlite_declines_is_noticed(
    file: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite ignores in silence what it cannot set; the file is not worked on then."""
    monkeypatch.setattr(engine, "_SETTINGS", (("journal_mode", "bogus"),))
    with pytest.raises(DamagedFileError):
        connect(file, key, Access.WRITE)


@pytest.mark.parametrize("wrong", [bytes(32), b"", b"short", bytes(33)])
def test_a_wrong_key_is_told(file: Path, wrong: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    """Another key, or what is no key at all, is refused as such, and nothing is printed about it."""
    with pytest.raises(WrongKeyError) as caught:
        open_store(file, wrong)
    assert caught.value.code == "wrong_key"
    assert capfd.readouterr() == ("", "")


def test_a_missing_file_is_told_and_not_made(tmp_path: Path, key: bytes) -> None:
    """Opening never makes a file: an empty one in its place would hide the loss."""
    with pytest.raises(FileMissingError):
        open_store(tmp_path / "counter.db", key)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", [0, 1, PAGE - 1, PAGE, PAGE + 1, 5 * PAGE, 12 * PAGE + 100])
def test_a_cut_file_is_told(file: Path, key: bytes, length: int) -> None:
    """A file that lost its end is damaged, wherever it was cut."""
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(DamagedFileError):
        _read_everything(file, key)


@pytest.mark.parametrize("seed", range(40))
def test_a_flipped_bit_is_told(filled_file: Path, key: bytes, seed: int) -> None:
    """One flipped bit anywhere is found by the time the page is read; nothing wrong is ever shown.

    In the first 16 bytes lies the salt: with another salt the key itself is another, and is told as wrong.
    """
    content = bytearray(filled_file.read_bytes())
    place = random.Random(seed).randrange(len(content))  # noqa: S311  a seeded draw, no secret
    content[place] ^= 1 << seed % 8
    filled_file.write_bytes(content)
    with pytest.raises(WrongKeyError if place < 16 else DamagedFileError):
        _read_everything(filled_file, key)


def _read_everything(file: Path, key: bytes) -> None:
    """Open the file and have every page checked."""
    with closing(connect(file, key, Access.READ)) as connection:
        found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if found:
        raise DamagedFileError
    open_store(file, key).close()


@pytest.fixture
def filled_file(store: SqlStore, ids: FakeIds) -> Path:
    """A file with some dossiers in it, closed."""
    with store.begin() as unit:
        unit.log.append([_received(ids, 1001 + number) for number in range(50)])
        unit.commit()
    store.close()
    return store.file


def _received(ids: FakeIds, serial: int) -> Event:
    return Life(ids, serial).received()


def test_a_file_locked_by_another_process_is_told(file: Path, key: bytes) -> None:
    """While another process writes, an act here waits a little and is then refused, and works again afterwards."""
    holder = child.start(
        "store = open_store(file, KEY)\n"
        "with store.begin() as unit:\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.readline()\n"
        "store.close()\n",
        file,
    )
    with holder, closing(connect(file, key, Access.WRITE, wait_ms=50)) as connection:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(FileLockedError):
            _begin(connection)
        holder.communicate("go on\n")
        _begin(connection)


def _begin(connection: dbapi2.Connection) -> None:
    with database_trouble():
        Transaction(connection, Access.WRITE)


def test_writers_wait_for_each_other(store: SqlStore) -> None:
    """Six threads that write at once all get through: one after another, none sees a lock."""

    def write(number: int) -> None:
        for place in range(10):
            with store.begin() as unit:
                unit.log.append([Life(FakeIds(1 + 1000 * number + 10 * place), 1001 + place).received()])
                unit.commit()

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(write, range(6)))
    with store.look() as reading:
        assert len(reading.dossiers.received_on(Life(FakeIds()).at.date())) == 60


def test_a_forbidden_thread_gets_no_connection(file: Path, key: bytes) -> None:
    """The guard is asked before each unit of work and each look, so that the window's thread never waits for a disk."""
    allowed = {threading.get_ident()}

    def guard() -> None:
        if threading.get_ident() not in allowed:
            raise RuntimeError("the window must not wait for the disk")

    with closing(open_store(file, key, guard=guard)) as store:
        allowed.clear()
        with pytest.raises(RuntimeError, match="must not wait"), store.look():
            pass
        with pytest.raises(RuntimeError, match="must not wait"), store.begin():
            pass


def test_an_error_never_shows_what_was_saved(store: SqlStore, ids: FakeIds) -> None:
    """The text of an error names SQLite's result and no value of the row."""
    event = Life(ids).received()
    with pytest.raises(RuntimeError) as caught, store.begin() as unit:
        unit.log.append([event, event])
    assert str(caught.value) == "SQLITE_CONSTRAINT"
    assert caught.value.__suppress_context__


def test_every_failure_has_its_own_code() -> None:
    """Each class of failure has a code, no two the same; the words for people hang on it."""
    kinds = DataFileError.__subclasses__()
    codes = [kind.code for kind in kinds]
    assert len(set(codes)) == len(codes) >= 13
