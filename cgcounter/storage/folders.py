"""Says whether a folder may hold the live data file or its copies: on this machine's own disk, and writable."""

from __future__ import annotations

import os
import sys
import tempfile
from errno import EDQUOT, ENOSPC
from pathlib import Path, PurePath
from typing import Final

from cgcounter.services.ports import FolderLook
from cgcounter.storage.failures import (
    BackupFolderUnusableError,
    FolderNotLocalError,
    FolderProblem,
    disk_trouble,
)

# Programs that copy a folder to a cloud, by the beginning of the folder's name.
_CLOUD_FOLDERS: Final = ("onedrive", "dropbox", "google drive", "googledrive", "icloud")
_NETWORK_FILE_SYSTEMS: Final = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "ncpfs",
        "afs",
        "davfs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs2",
    }
)
_MOUNTS: Final = Path("/proc/self/mounts")
_DRIVE_REMOTE: Final = 4


def require_fit(folder: Path) -> None:
    """Raise FolderNotLocalError or ReadOnlyFolderError when the live file must not, or cannot, lie here."""
    with disk_trouble():
        whole = folder.resolve()
        if is_copied_to_a_cloud(whole) or is_on_a_network(whole):
            raise FolderNotLocalError
        with tempfile.TemporaryFile(dir=whole):
            pass


def look_at_backup_folder(folder: Path, data: Path) -> FolderLook:
    """Whether copies of the file in ``data`` can lie in a folder; nothing is made yet.

    Raises FolderNotLocalError for a network drive or a cloud folder, else BackupFolderUnusableError.
    """
    if is_copied_to_a_cloud(folder) or is_on_a_network(folder):
        raise FolderNotLocalError
    _require(folder.is_absolute(), FolderProblem.NOT_WHOLE)
    try:
        return _look(folder.resolve(), data.resolve())
    except OSError as error:
        full = error.errno in (ENOSPC, EDQUOT)
        reason = FolderProblem.DISK_FULL if full else FolderProblem.NOT_WRITABLE
        raise BackupFolderUnusableError(reason=reason) from None


def _look(folder: Path, data: Path) -> FolderLook:
    if is_copied_to_a_cloud(folder) or is_on_a_network(folder):
        raise FolderNotLocalError
    _require(not folder.is_relative_to(data), FolderProblem.HOLDS_THE_DATA)
    # What is missing of the path is made with the first copy, in the nearest folder that is there.
    there = next((one for one in (folder, *folder.parents) if one.exists()), None)
    _require(there is not None and there.is_dir(), FolderProblem.NOT_A_FOLDER)
    with tempfile.TemporaryFile(dir=there):
        pass
    return FolderLook(folder, is_new=there != folder, is_beside_data=_disk_of(there) == _disk_of(data))


def _require(holds: bool, otherwise: FolderProblem) -> None:  # noqa: FBT001  reads as the sentence it is
    if not holds:
        raise BackupFolderUnusableError(reason=otherwise)


def _disk_of(folder: Path | None) -> int:
    return folder.stat().st_dev if folder else 0


def is_copied_to_a_cloud(folder: PurePath) -> bool:
    """Whether a part of the path is the folder of a cloud service."""
    return any(part.casefold().startswith(_CLOUD_FOLDERS) for part in folder.parts)


def is_on_a_network(folder: Path) -> bool:
    """Whether the folder lies on another machine; false where the system does not tell."""
    if folder.as_posix().replace("\\", "/").startswith("//"):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)
    if not _MOUNTS.exists():
        return False
    return (
        file_system_of(folder, _MOUNTS.read_text(encoding="utf-8", errors="replace")) in _NETWORK_FILE_SYSTEMS
    )


def file_system_of(folder: PurePath, mounts: str) -> str:
    """The kind of file system of a folder, by the longest mount point above it; ``mounts`` as Linux lists them."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        point = fields[1].replace("\\040", " ")
        if len(point) >= len(best) and folder.is_relative_to(point):
            best, kind = point, fields[2]
    return kind


def sync_folder(folder: Path) -> None:
    """Make a rename within the folder outlive a power cut, where the system lets a folder be synced."""
    if os.name == "nt":
        return
    with disk_trouble():
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
