"""The one place where the errors of the driver become ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlcipher3 import dbapi2

from cgcounter.services.ports import DataFileError
from cgcounter.storage.failures import (
    DamagedFileError,
    DiskFailureError,
    DiskFullError,
    FileLockedError,
    ReadOnlyFolderError,
    WrongKeyError,
)

# Primary result codes of SQLite; the extended ones carry them in their low byte.
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_LOW_BYTE: Final = 0xFF
_BY_RESULT_CODE: Final[dict[int, type[DataFileError]]] = {
    _BUSY: FileLockedError,
    _LOCKED: FileLockedError,
    _READONLY: ReadOnlyFolderError,
    _IOERR: DiskFailureError,
    _CORRUPT: DamagedFileError,
    _FULL: DiskFullError,
    _CANTOPEN: ReadOnlyFolderError,
    _NOTADB: WrongKeyError,
}


@contextmanager
def database_trouble() -> Iterator[None]:
    """Let no error of the driver pass: each becomes a DataFileError.

    What is no trouble of the file (a broken constraint, SQL that is wrong) is a bug and becomes a RuntimeError that
    names SQLite's result, never the values.
    """
    try:
        yield
    except dbapi2.Error as error:
        raise _of_driver(error) from None


def _of_driver(error: Any) -> Exception:
    result_code = getattr(error, "sqlite_errorcode", None) or 0
    kind = _BY_RESULT_CODE.get(result_code & _LOW_BYTE)
    if kind is not None:
        return kind()
    return RuntimeError(getattr(error, "sqlite_errorname", None) or type(error).__name__)
