"""A backup put back loses nothing that lies there, and never uses a number twice."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from cgcounter.domain.calendar import TIME_ZONE
from cgcounter.services.ports import DataFileError
from cgcounter.storage.backup import SqlBackups
from cgcounter.storage.code_marks import FileCodeMarks
from cgcounter.storage.event_log import own_head
from cgcounter.storage.failures import DamagedFileError, FilePresentError, WrongKeyError
from cgcounter.storage.restore import restore
from cgcounter.storage.store import SqlStore, open_store
from cgcounter.storage.transaction import Sql
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import Life

TODAY = date(2022, 3, 10)
EVENING = datetime(2022, 3, 10, 17, 0, tzinfo=TIME_ZONE)
NIGHT = datetime(2022, 3, 10, 19, 30, tzinfo=TIME_ZONE)


@pytest.fixture
def marks(tmp_path: Path) -> FileCodeMarks:
    """The second memory, outside the data folder."""
    return FileCodeMarks(tmp_path / "marks.txt")


def receive(store: SqlStore, ids: FakeIds, marks: FileCodeMarks) -> int:
    """Receive a dossier as the program does: save, then mark."""
    with store.begin() as unit:
        serial = unit.numbers.next_serial(1, TODAY)
        unit.log.append([Life(ids, serial).received()])
        unit.commit()
    marks.raise_to(1, TODAY, serial)
    return serial


def test_a_restored_file_goes_on_as_a_new_incarnation(
    store: SqlStore, ids: FakeIds, marks: FileCodeMarks, tmp_path: Path, key: bytes
) -> None:
    """Two dossiers, a backup, two more, then the backup is put back: the next number is 10 above the last one given."""
    for _ in range(2):
        receive(store, ids, marks)
    report = SqlBackups(store).make(tmp_path / "backups", at=EVENING)
    assert [receive(store, ids, marks), receive(store, ids, marks)] == [1003, 1004]
    with store.read() as look:
        old_origin = own_head(look).origin
    store.close()

    restored = restore(report.file, key, store.file, at=NIGHT, marks=marks.all())

    assert restored.report == report
    with closing(open_store(store.file, key, marks=marks.all())) as again:
        with again.read() as look:
            assert own_head(look).origin != old_origin
            assert own_head(look).seq == 0
            assert look.value(Sql("SELECT count(*) FROM origin_head")) == 2
        with again.look() as reading:
            assert [line.code[-4:] for line in reading.dossiers.received_on(TODAY)] == ["1001", "1002"]
        assert receive(again, ids, marks) == 1014


def test_the_present_file_is_set_aside_whole(
    store: SqlStore, ids: FakeIds, marks: FileCodeMarks, tmp_path: Path, key: bytes
) -> None:
    """What lay there lies beside under a new name, with everything that was saved in it."""
    report = SqlBackups(store).make(tmp_path / "backups", at=EVENING)
    receive(store, ids, marks)
    store.close()
    restored = restore(report.file, key, store.file, at=NIGHT)
    assert restored.set_aside == store.file.with_name("counter-set-aside-20220310-193000.db")
    with closing(open_store(restored.set_aside, key)) as aside, aside.look() as reading:
        assert len(reading.dossiers.received_on(TODAY)) == 1
    assert {entry.name for entry in store.file.parent.iterdir()} == {store.file.name, restored.set_aside.name}


def test_a_file_that_was_not_closed_is_set_aside_with_its_log(
    store: SqlStore, ids: FakeIds, marks: FileCodeMarks, tmp_path: Path, key: bytes
) -> None:
    """After a crash saved dossiers lie in the file beside the file: it is moved too."""
    report = SqlBackups(store).make(tmp_path / "backups", at=EVENING)
    receive(store, ids, marks)
    kept = {path.name: path.read_bytes() for path in store.file.parent.iterdir()}
    store.close()
    for name, content in kept.items():
        (store.file.parent / name).write_bytes(content)
    restored = restore(report.file, key, store.file, at=NIGHT)
    assert restored.set_aside is not None
    with closing(open_store(restored.set_aside, key)) as aside, aside.look() as reading:
        assert len(reading.dossiers.received_on(TODAY)) == 1


def test_a_file_of_a_dead_machine_is_put_back_with_its_log(
    store: SqlStore, ids: FakeIds, marks: FileCodeMarks, tmp_path: Path, key: bytes
) -> None:
    """What was saved last lies in the log beside a file that was never closed: it comes along, the source stays."""
    receive(store, ids, marks)
    taken = tmp_path / "taken"
    taken.mkdir()
    for path in store.file.parent.iterdir():
        (taken / path.name).write_bytes(path.read_bytes())
    other = tmp_path / "other"
    other.mkdir()
    before = (taken / "counter.db").read_bytes()
    restored = restore(taken / "counter.db", key, other / "counter.db", at=NIGHT)
    with closing(open_store(other / "counter.db", key)) as after, after.look() as reading:
        assert len(reading.dossiers.received_on(TODAY)) == restored.report.dossiers == 1
    assert (taken / "counter.db").read_bytes() == before


def test_on_another_machine_there_is_nothing_to_set_aside(
    store: SqlStore, tmp_path: Path, key: bytes
) -> None:
    """Into an empty folder the backup is just put."""
    report = SqlBackups(store).make(tmp_path / "backups", at=EVENING)
    other = tmp_path / "other"
    other.mkdir()
    restored = restore(report.file, key, other / "counter.db", at=NIGHT)
    assert restored.set_aside is None
    assert [entry.name for entry in other.iterdir()] == ["counter.db"]
    open_store(other / "counter.db", key).close()


@pytest.mark.parametrize("trouble", ["key", "damage"])
def test_a_bad_backup_changes_nothing(store: SqlStore, tmp_path: Path, key: bytes, trouble: str) -> None:
    """With a wrong key or a damaged backup the present file stays where and as it is."""
    report = SqlBackups(store).make(tmp_path / "backups", at=EVENING)
    store.close()
    before = store.file.read_bytes()
    expected: type[DataFileError] = WrongKeyError
    if trouble == "damage":
        report.file.write_bytes(report.file.read_bytes()[:-4096])
        expected = DamagedFileError
    with pytest.raises(expected):
        restore(report.file, bytes(32) if trouble == "key" else key, store.file, at=NIGHT)
    assert list(store.file.parent.iterdir()) == [store.file]
    assert store.file.read_bytes() == before


def test_nothing_set_aside_is_overwritten(store: SqlStore, tmp_path: Path, key: bytes) -> None:
    """Where a file of that name was set aside already, nothing is done."""
    report = SqlBackups(store).make(tmp_path / "backups", at=EVENING)
    store.close()
    restore(report.file, key, store.file, at=NIGHT)
    before = store.file.read_bytes()
    with pytest.raises(FilePresentError):
        restore(report.file, key, store.file, at=NIGHT)
    assert store.file.read_bytes() == before
