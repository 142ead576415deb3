"""The live file lies on this machine's own disk, in a folder that can be written."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from cgcounter.storage import folders
from cgcounter.storage.failures import FileMissingError, FolderNotLocalError
from cgcounter.storage.folders import file_system_of, is_copied_to_a_cloud, is_on_a_network, require_fit
from cgcounter.storage.store import create_store
from tests.storage import child

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
may-chu:/chung /mnt/chung nfs4 rw,vers=4.2 0 0
//may-chu/hoso /mnt/ho\\040so cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/lan/data", "ext4"),
        ("/tmp/x", "tmpfs"),  # noqa: S108  a path to compare, nothing is written there
        ("/mnt/chung", "nfs4"),
        ("/mnt/chung/xa/data", "nfs4"),
        ("/mnt/ho so/data", "cifs"),
        ("/mnt/chungcu", "ext4"),
    ],
)
def test_the_longest_mount_point_tells_the_file_system(folder: str, kind: str) -> None:
    """A folder belongs to the nearest mount point above it, by whole names."""
    assert file_system_of(PurePosixPath(folder), MOUNTS) == kind


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (PureWindowsPath(r"C:\Users\lan\OneDrive\cgcounter"), True),
        (PureWindowsPath(r"C:\Users\lan\OneDrive - UBND xa Cao An\data"), True),
        (PureWindowsPath(r"C:\Users\lan\Dropbox\data"), True),
        (PurePosixPath("/home/lan/Google Drive/data"), True),
        (PureWindowsPath(r"C:\Users\lan\AppData\Local\cgcounter\data"), False),
        (PurePosixPath("/home/lan/my onedrive notes"), False),
    ],
)
def test_cloud_folders_are_known_by_name(folder: PurePosixPath | PureWindowsPath, expected: bool) -> None:  # noqa: FBT001  a column of the table above
    """A part of the path that begins as a cloud service's folder does gives it away."""
    assert is_copied_to_a_cloud(folder) is expected


def test_a_share_is_on_a_network() -> None:
    """A path of two slashes names another machine."""
    assert is_on_a_network(Path("//may-chu/hoso/data"))


def test_a_network_mount_is_refused(tmp_path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data file is neither made nor opened on a network drive, and nothing is left there."""
    mounts = tmp_path / "mounts"
    folder = tmp_path / "data"
    folder.mkdir()
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nmay-chu:/x {folder} nfs rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(folders, "_MOUNTS", mounts)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(FolderNotLocalError) as caught:
        create_store(folder / "counter.db", key)
    assert caught.value.code == "folder_not_local"
    assert list(folder.iterdir()) == []


def test_a_cloud_folder_is_refused(tmp_path: Path, key: bytes) -> None:
    """A folder that a cloud copies is refused before anything is written."""
    folder = tmp_path / "OneDrive - UBND xa"
    folder.mkdir()
    with pytest.raises(FolderNotLocalError):
        create_store(folder / "counter.db", key)
    assert list(folder.iterdir()) == []


def test_a_folder_of_this_machine_is_taken(tmp_path: Path) -> None:
    """An ordinary folder passes, and nothing is left in it."""
    require_fit(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """A folder that is not there is told as missing."""
    with pytest.raises(FileMissingError):
        require_fit(tmp_path / "nowhere")


def test_a_read_only_folder_is_told(file: Path) -> None:
    """A folder that may be read but not written is told as such, and the file in it stays as it was."""
    for folder in (file.parent, *file.parents[1:4]):
        folder.chmod(0o755)
    file.chmod(0o644)
    file.parent.chmod(0o555)
    content = file.read_bytes()
    said = child.run(_OPEN_AS_NOBODY, file)
    file.parent.chmod(0o755)
    assert said == "read_only_folder"
    assert file.read_bytes() == content


# The superuser may write everywhere; the child gives that up once its modules are loaded.
_OPEN_AS_NOBODY = """
import os
if os.geteuid() == 0:
    os.seteuid(65534)
try:
    open_store(file, KEY)
except DataFileError as error:
    print(error.code)
"""
