"""A backup counts when it was opened and holds what the file holds."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.domain.offices import Counter, Office
from cgcounter.services.ports import BackupReport
from cgcounter.storage import backup
from cgcounter.storage.backup import SqlBackups, look_into
from cgcounter.storage.copies import copy_live
from cgcounter.storage.engine import Access, connect
from cgcounter.storage.failures import (
    BackupNotEqualError,
    DamagedFileError,
    FileMissingError,
    NewerFileError,
    WrongKeyError,
)
from cgcounter.storage.store import SqlStore
from cgcounter.storage.transaction import Sql
from tests.fakes.fake_clock import THURSDAY_MORNING
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life

EVENING = datetime(2022, 3, 10, 17, 0, 5, tzinfo=TIME_ZONE)
OFFICE = Office("xa-cao-an", "UBND HUYỆN CẨM GIÀNG", "UBND XÃ CAO AN", "Cao An", "H23.99")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go; not yet there."""
    return tmp_path / "second disk" / "backups"


@pytest.fixture
def busy_store(store: SqlStore, ids: FakeIds) -> SqlStore:
    """An office that has received two dossiers and printed a receipt."""
    lives = [Life(ids, 1001), Life(ids, 1002, at=THURSDAY_MORNING + timedelta(hours=1))]
    with store.begin() as unit:
        unit.reference.put_office(OFFICE, Counter(1), at=THURSDAY_MORNING)
        unit.log.append([lives[0].received(), lives[0].printed(), lives[1].received()])
        unit.commit()
    return store


def test_a_backup_tells_what_it_holds(busy_store: SqlStore, folder: Path, key: bytes) -> None:
    """Name, time, events, dossiers, last event and office; looking into it later says the same."""
    report = SqlBackups(busy_store).make(folder, at=EVENING)
    assert report == BackupReport(
        file=folder / "cgcounter-xa-cao-an-20220310-170005.cgbackup",
        made_at=EVENING,
        events=3,
        dossiers=2,
        last_event_at=datetime(2022, 3, 10, 9, 15, tzinfo=TIME_ZONE),
        office="UBND XÃ CAO AN",
    )
    assert look_into(report.file, key) == report
    assert [entry.name for entry in folder.iterdir()] == [report.file.name]


def test_a_backup_of_an_empty_file_is_one(store: SqlStore, folder: Path, key: bytes) -> None:
    """Before the set-up there is nothing to lose, and still a copy can be made."""
    report = SqlBackups(store).make(folder, at=EVENING)
    assert report.file.name == "cgcounter-unset-20220310-170005.cgbackup"
    assert (report.events, report.dossiers, report.last_event_at, report.office) == (0, 0, None, "")
    assert look_into(report.file, key) == report


def test_times_in_names_are_of_the_office(store: SqlStore, folder: Path) -> None:
    """The name bears the time at +07:00 whatever zone the machine has."""
    at = datetime(2022, 3, 10, 20, 30, tzinfo=timezone.utc)  # noqa: UP017  another zone on purpose
    assert SqlBackups(store).make(folder, at=at).file.name == "cgcounter-unset-20220311-033000.cgbackup"


def test_the_last_backup_is_remembered(store: SqlStore, folder: Path) -> None:
    """The file knows when its newest good copy was made, and that there was none before."""
    backups = SqlBackups(store)
    assert backups.last_made_at() is None
    backups.make(folder, at=EVENING)
    backups.make(folder, at=EVENING + timedelta(hours=1))
    assert SqlBackups(store).last_made_at() == EVENING + timedelta(hours=1)


def test_a_renamed_backup_is_dated_by_the_file_system(store: SqlStore, folder: Path, key: bytes) -> None:
    """Without its name a copy is as old as its last change."""
    report = SqlBackups(store).make(folder, at=EVENING)
    renamed = report.file.rename(folder / "cuu du lieu.bin")
    os.utime(renamed, (EVENING.timestamp(), EVENING.timestamp()))
    assert look_into(renamed, key).made_at == EVENING


def test_the_copy_is_made_while_people_work(
    busy_store: SqlStore, folder: Path, ids: FakeIds, key: bytes
) -> None:
    """An act under way is not in the copy, and neither waits for the other."""
    with busy_store.begin() as unit:
        unit.log.append([Life(FakeIds(500), 1003).received()])
        with closing(connect(busy_store.file, key, Access.WRITE)) as connection:
            folder.mkdir(parents=True)
            connection.execute("VACUUM INTO ?", (str(folder / "beside.db"),))
        unit.commit()
    assert look_into(folder / "beside.db", key).events == 3
    assert SqlBackups(busy_store).make(folder, at=EVENING).events == 4


def test_looking_changes_nothing(busy_store: SqlStore, folder: Path, key: bytes) -> None:
    """A look leaves the copy byte for byte as it was, and nothing beside it."""
    report = SqlBackups(busy_store).make(folder, at=EVENING)
    before = report.file.read_bytes()
    report.file.chmod(0o400)
    look_into(report.file, key)
    assert report.file.read_bytes() == before
    assert list(folder.iterdir()) == [report.file]


def test_a_bad_copy_is_told(busy_store: SqlStore, folder: Path, key: bytes) -> None:
    """Wrong key, damage, a newer revision and a missing file are told apart before anything is put back."""
    report = SqlBackups(busy_store).make(folder, at=EVENING)
    content = report.file.read_bytes()
    with pytest.raises(WrongKeyError):
        look_into(report.file, bytes(32))
    with pytest.raises(FileMissingError):
        look_into(folder / "gone.cgbackup", key)
    for damaged in (content[:-4096], content[:5000], _flipped(content, 5 * 4096 + 99), _flipped(content, 99)):
        report.file.write_bytes(damaged)
        with pytest.raises(DamagedFileError):
            look_into(report.file, key)
    report.file.write_bytes(content)
    with closing(connect(report.file, key, Access.WRITE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerFileError):
        look_into(report.file, key)


def _flipped(content: bytes, place: int) -> bytes:
    changed = bytearray(content)
    changed[place] ^= 1
    return bytes(changed)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM event WHERE seq = 2",
        "UPDATE origin_head SET hash = zeroblob(32)",
        "UPDATE origin_head SET seq = seq - 1",
        "UPDATE origin_head SET origin = zeroblob(16)",
    ],
)
def test_a_copy_that_differs_is_thrown_away(
    busy_store: SqlStore, folder: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy whose events or heads are not the file's never gets its name, and does not count as a backup."""

    def copy_badly(file: Path, key: bytes, target: Path) -> None:
        copy_live(file, key, target)
        with closing(connect(target, key, Access.WRITE)) as connection:
            connection.execute(change)
            connection.execute("PRAGMA journal_mode = DELETE")

    monkeypatch.setattr(backup, "copy_live", copy_badly)
    with pytest.raises(BackupNotEqualError):
        SqlBackups(busy_store).make(folder, at=EVENING)
    assert list(folder.iterdir()) == []
    assert SqlBackups(busy_store).last_made_at() is None


def test_superseded_backups_of_this_unit_go(busy_store: SqlStore, folder: Path) -> None:
    """Of a day the newest copy stays; other units' copies and other files are never touched."""
    folder.mkdir(parents=True)
    strangers = ["cgcounter-xa-cam-hung-20220310-080000.cgbackup", "cgcounter-xa-cao-an-notes.txt", "ảnh.png"]
    for name in strangers:
        (folder / name).write_bytes(b"")
    backups = SqlBackups(busy_store)
    for hour in range(3):
        backups.make(folder, at=EVENING + timedelta(hours=hour))
    with busy_store.read() as look:
        assert look.value(Sql("SELECT count(*) FROM event")) == 3
    names = {entry.name for entry in folder.iterdir()}
    assert names == {*strangers, "cgcounter-xa-cao-an-20220310-190005.cgbackup"}


def test_a_backup_made_under_a_wrong_clock_stays(busy_store: SqlStore, folder: Path) -> None:
    """The copy just made is kept though a copy of that day bears a later time."""
    backups = SqlBackups(busy_store)
    backups.make(folder, at=EVENING)
    early = backups.make(folder, at=EVENING - timedelta(hours=3))
    assert early.file.exists()
