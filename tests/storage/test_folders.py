"""The live file lies on this machine's own disk, in a folder that can be written."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from cgcounter.services.ports import FolderLook
from cgcounter.storage import folders
from cgcounter.storage.failures import BackupFolderUnusableError, FileMissingError, FolderNotLocalError
from cgcounter.storage.folders import (
    file_system_of,
    is_copied_to_a_cloud,
    is_on_a_network,
    look_at_backup_folder,
    require_fit,
)
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


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of the data file."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def refusal(folder: Path, data: Path) -> str:
    """Why no copy can be made there; nothing was made in looking."""
    before = sorted(data.parent.rglob("*"))
    with pytest.raises((BackupFolderUnusableError, FolderNotLocalError)) as caught:
        look_at_backup_folder(folder, data)
    assert sorted(data.parent.rglob("*")) == before
    return str(caught.value.fields.get("reason", caught.value.code))


def test_copies_may_lie_in_an_ordinary_folder(tmp_path: Path, data: Path) -> None:
    """A folder that is there is taken as it is, and nothing is left in it."""
    folder = tmp_path / "Sao lưu"
    folder.mkdir()
    assert look_at_backup_folder(folder, data) == FolderLook(folder, is_new=False, is_beside_data=True)
    assert list(folder.iterdir()) == []


def test_a_folder_for_copies_may_still_be_made(tmp_path: Path, data: Path) -> None:
    """What is missing of the path is made with the first copy, not by looking."""
    folder = tmp_path / "ổ ngoài" / "cgcounter"
    assert look_at_backup_folder(folder, data).is_new
    assert not folder.parent.exists()


def test_another_disk_is_told_from_the_one_of_the_data(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies on another disk outlive the first; the number of the disk tells."""
    disks = {data: 1, data.parent: 2}
    monkeypatch.setattr(folders, "_disk_of", disks.__getitem__)
    assert not look_at_backup_folder(data.parent, data).is_beside_data


@pytest.mark.parametrize("where", ["", "copies", "copies/old"])
def test_the_folder_of_the_data_takes_no_copies(data: Path, where: str) -> None:
    """Who loses the folder would lose both; nor any folder in it."""
    assert refusal(data / where, data) == "is_data_folder"


def test_a_folder_beside_the_data_may_take_copies(tmp_path: Path, data: Path) -> None:
    """A name that begins alike is another folder, and so is the one above."""
    assert look_at_backup_folder(tmp_path / "data-copies", data).is_new
    assert not look_at_backup_folder(tmp_path, data).is_new


def test_a_link_to_the_data_is_seen_through(tmp_path: Path, data: Path) -> None:
    """By whatever name: it is the folder of the data."""
    (tmp_path / "copies").symlink_to(data)
    assert refusal(tmp_path / "copies", data) == "is_data_folder"


@pytest.mark.parametrize("path", ["Sao lưu", "", "./copies"])
def test_half_a_path_is_no_folder(data: Path, path: str) -> None:
    """Where it would lie depends on where the program was started."""
    assert refusal(Path(path), data) == "path_not_whole"


@pytest.mark.parametrize("below", ["", "deep/er"])
def test_a_file_is_no_folder(tmp_path: Path, data: Path, below: str) -> None:
    """Nor does anything lie below a file."""
    (tmp_path / "thư.txt").touch()
    assert refusal(tmp_path / "thư.txt" / below, data) == "not_a_folder"


@pytest.mark.parametrize(
    "path", ["//may-chu/sao-luu", r"\\may-chu\sao-luu", "/home/lan/OneDrive - UBND xa/copies", "/x/Dropbox"]
)
def test_network_and_cloud_take_no_copies(data: Path, path: str) -> None:
    """A share by either slash, and the folder of a cloud service."""
    assert refusal(Path(path), data) == "folder_not_local"


def test_a_link_into_a_cloud_is_seen_through(tmp_path: Path, data: Path) -> None:
    """The folder that a link leads to counts."""
    cloud = tmp_path / "OneDrive"
    cloud.mkdir()
    (tmp_path / "copies").symlink_to(cloud)
    assert refusal(tmp_path / "copies", data) == "folder_not_local"


@pytest.mark.parametrize(("number", "reason"), [(28, "disk_full"), (13, "folder_not_writable")])
def test_what_stands_in_the_way_of_writing_is_told(
    tmp_path: Path, data: Path, number: int, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk (28) and a missing right (13) are told apart."""

    def refuse(**_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert refusal(tmp_path / "copies", data) == reason
