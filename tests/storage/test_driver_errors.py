"""Every error of the driver becomes one of ours."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from cgcounter.services.ports import DataFileError
from cgcounter.storage.alchemy import alchemy_trouble
from cgcounter.storage.driver_errors import database_trouble
from cgcounter.storage.failures import (
    DamagedFileError,
    DiskFailureError,
    DiskFullError,
    FileLockedError,
    ReadOnlyFolderError,
    WrongKeyError,
)


def driver_error(result_code: int) -> Exception:
    """An error of the driver with SQLite's result code."""
    error: Exception = dbapi2.OperationalError("in the words of SQLite")
    error.sqlite_errorcode = result_code  # type: ignore[attr-defined]  # the driver sets it so
    return error


@pytest.mark.parametrize(
    ("result_code", "kind"),
    [
        (5, FileLockedError),  # SQLITE_BUSY
        (517, FileLockedError),  # SQLITE_BUSY_SNAPSHOT
        (6, FileLockedError),  # SQLITE_LOCKED
        (8, ReadOnlyFolderError),  # SQLITE_READONLY
        (1544, ReadOnlyFolderError),  # SQLITE_READONLY_DIRECTORY
        (778, DiskFailureError),  # SQLITE_IOERR_WRITE
        (1034, DiskFailureError),  # SQLITE_IOERR_FSYNC
        (11, DamagedFileError),  # SQLITE_CORRUPT
        (267, DamagedFileError),  # SQLITE_CORRUPT_VTAB
        (13, DiskFullError),  # SQLITE_FULL
        (14, ReadOnlyFolderError),  # SQLITE_CANTOPEN
        (26, WrongKeyError),  # SQLITE_NOTADB
    ],
)
def test_each_result_has_its_class(result_code: int, kind: type[DataFileError]) -> None:
    """Plain and extended result codes alike, raised by the driver or wrapped by SQLAlchemy."""
    with pytest.raises(kind), database_trouble():
        raise driver_error(result_code)
    with pytest.raises(kind), alchemy_trouble():
        raise DBAPIError("INSERT", {"name": "Đỗ Thị Thử"}, driver_error(result_code))


def test_what_is_no_trouble_of_the_file_is_a_bug() -> None:
    """A broken constraint or wrong SQL stays a plain exception, without its words."""
    with pytest.raises(RuntimeError, match=r"^OperationalError$"), database_trouble():
        raise driver_error(1)


def test_other_errors_pass() -> None:
    """What does not come from the database is none of its business."""
    with pytest.raises(KeyError), database_trouble():
        raise KeyError("x")
