"""Every error of the file system becomes one of ours."""

from __future__ import annotations

import errno

import pytest

from cgcounter.services.ports import DataFileError
from cgcounter.storage.failures import (
    DiskFailureError,
    DiskFullError,
    FileMissingError,
    ReadOnlyFolderError,
    disk_trouble,
)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOENT, FileMissingError),
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EACCES, ReadOnlyFolderError),
        (errno.EROFS, ReadOnlyFolderError),
        (errno.EIO, DiskFailureError),
        (None, DiskFailureError),
    ],
)
def test_each_error_number_has_its_class(number: int | None, kind: type[DataFileError]) -> None:
    """A full disk, a folder that may not be written and a failing disk are told apart; the path is not told."""
    with pytest.raises(kind) as caught, disk_trouble():
        raise OSError(number, "words of the system", "/home/do-thi-thu/counter.db")
    assert "thu" not in str(caught.value)
