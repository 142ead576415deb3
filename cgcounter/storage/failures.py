"""Why the data file cannot be used, each reason a class with a stable code.

    DataFileError                 (services.ports)
    ├── FileMissingError          there is no file where one is expected
    ├── FilePresentError          there is a file already where a new one is asked for
    ├── WrongKeyError             the key does not open it
    ├── KeyMissingError           no key is kept on this machine
    ├── DamagedFileError          its bytes are not what was written
    ├── FileLockedError           another process holds it
    ├── NewerFileError            a newer version of the program has written it
    ├── DiskFullError             no room for what is to be written
    ├── ReadOnlyFolderError       the folder may not be written
    ├── FolderNotLocalError       a network drive or a cloud folder
    ├── BackupFolderUnusableError no copy can be made in a folder
    ├── DiskFailureError          reading or writing failed: the disk, the cable, the quota
    ├── EngineTooOldError         the SQLite of this installation can damage files
    └── BackupNotEqualError       a copy does not hold what its original holds

None of them carries a path or a value of the file in its words.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Final

from cgcounter.services.ports import DataFileError


class FileMissingError(DataFileError):
    """There is no data file where one is expected."""

    code = "file_missing"


class FilePresentError(DataFileError):
    """A file is there already; nothing was overwritten."""

    code = "file_present"


class WrongKeyError(DataFileError):
    """The key does not open this file."""

    code = "wrong_key"


class KeyMissingError(DataFileError):
    """No key for the file is kept on this machine; the recovery sheet has it."""

    code = "key_missing"


class DamagedFileError(DataFileError):
    """The bytes of the file are not what was written; ``part`` names what does not fit."""

    code = "damaged_file"


class FileLockedError(DataFileError):
    """Another process holds the file and did not let go in time."""

    code = "file_locked"


class NewerFileError(DataFileError):
    """A newer version of the program has written this file."""

    code = "newer_file"


class DiskFullError(DataFileError):
    """There is no room on the disk for what is to be written."""

    code = "disk_full"


class ReadOnlyFolderError(DataFileError):
    """The folder of the file may not be written."""

    code = "read_only_folder"


class FolderNotLocalError(DataFileError):
    """The folder lies on a network drive or is copied to a cloud: a live file is damaged there."""

    code = "folder_not_local"


class FolderProblem(StrEnum):
    """What is wrong with a folder for backups."""

    NOT_WHOLE = "path_not_whole"
    NOT_A_FOLDER = "not_a_folder"
    HOLDS_THE_DATA = "is_data_folder"
    NOT_WRITABLE = "folder_not_writable"
    DISK_FULL = "disk_full"


class BackupFolderUnusableError(DataFileError):
    """No copy can be made in the folder; ``reason`` is a FolderProblem."""

    code = "backup_folder_unusable"


class DiskFailureError(DataFileError):
    """The system could not read or write the file."""

    code = "disk_failure"


class EngineTooOldError(DataFileError):
    """The SQLite of this installation has known faults that damage files."""

    code = "engine_too_old"


class BackupNotEqualError(DataFileError):
    """A copy does not hold what its original holds; it was thrown away."""

    code = "backup_not_equal"


_BY_ERRNO: Final[dict[int, type[DataFileError]]] = {
    errno.ENOENT: FileMissingError,
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EACCES: ReadOnlyFolderError,
    errno.EPERM: ReadOnlyFolderError,
    errno.EROFS: ReadOnlyFolderError,
}


@contextmanager
def disk_trouble() -> Iterator[None]:
    """Let no error of the file system pass: each becomes a DataFileError, without the path in it."""
    try:
        yield
    except OSError as error:
        kind = _BY_ERRNO.get(error.errno or 0, DiskFailureError)
        raise kind from None
