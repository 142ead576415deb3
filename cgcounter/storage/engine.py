"""Opens the encrypted data file: one function makes every connection to it."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.failures import (
    DamagedFileError,
    EngineTooOldError,
    FileMissingError,
    WrongKeyError,
    disk_trouble,
)
from cgcounter.storage.page_seals import PAGE_BYTES, any_page_fits

KEY_BYTES: Final = 32
OLDEST_SQLITE: Final = (3, 51, 3)  # older ones have the WAL-reset race that corrupts files
WAIT_MS: Final = 5000
_FULL: Final = 2
_SETTINGS: Final = (("journal_mode", "wal"), ("synchronous", _FULL), ("foreign_keys", 1), ("mmap_size", 0))


class Access(Enum):
    """What a connection is for: its mode in SQLite's terms, and how it begins a transaction."""

    CREATE = ("rwc", "BEGIN IMMEDIATE")
    WRITE = ("rw", "BEGIN IMMEDIATE")
    READ = ("rw", "BEGIN")  # a reader of a WAL file writes its shared memory
    INSPECT = ("ro", "BEGIN")  # a finished copy, which stays as it is

    def __init__(self, mode: str, begin: str) -> None:
        self.mode = mode
        self.begin = begin


def connect(file: Path, key: bytes, access: Access, *, wait_ms: int = WAIT_MS) -> dbapi2.Connection:
    """A bare connection with the file's settings; raises DataFileError subclasses."""
    _require_engine()
    if access is not Access.CREATE:
        _require_file(file)
    with database_trouble():
        connection = dbapi2.connect(
            f"{file.absolute().as_uri()}?mode={access.mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=wait_ms / 1000,
        )
    try:
        with database_trouble():
            _settle(connection, key, access)
    except WrongKeyError:
        connection.close()
        raise _of_unreadable(file, key) from None
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(connection: dbapi2.Connection, key: bytes, access: Access) -> None:
    if len(key) != KEY_BYTES:
        raise WrongKeyError
    # SQLCipher writes its complaints to stderr; ours go to people in words.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"""PRAGMA key = "x'{key.hex()}'" """)
    if access is Access.INSPECT:
        connection.execute(
            "SELECT count(*) FROM sqlite_schema"
        )  # the first page tells whether the key is right
        return
    for setting, value in _SETTINGS:
        connection.execute(f"PRAGMA {setting} = {value}")
        # SQLite declines in silence.
        if connection.execute(f"PRAGMA {setting}").fetchone() != (value,):
            raise DamagedFileError(part="settings")
    if access is Access.READ:
        connection.execute("PRAGMA query_only = ON")


def _require_engine() -> None:
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise EngineTooOldError(version=dbapi2.sqlite_version)


def _require_file(file: Path) -> None:
    with disk_trouble():
        if not file.exists():
            raise FileMissingError
        if file.stat().st_size < PAGE_BYTES:
            raise DamagedFileError(part="length")


def _of_unreadable(file: Path, key: bytes) -> WrongKeyError | DamagedFileError:
    with disk_trouble():
        is_cut = file.stat().st_size % PAGE_BYTES != 0
        if is_cut or (len(key) == KEY_BYTES and any_page_fits(file, key)):
            return DamagedFileError(part="first_page")
    return WrongKeyError()
