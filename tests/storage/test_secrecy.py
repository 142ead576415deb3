"""Nothing of a person is readable on the disk: not in the file, its log, its backups, nor in what is printed."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cgcounter.domain.people import Person
from cgcounter.services.ports import DataFileError
from cgcounter.storage.backup import SqlBackups
from cgcounter.storage.code_marks import FileCodeMarks
from cgcounter.storage.restore import restore
from cgcounter.storage.store import SqlStore, open_store
from tests.fakes.fake_clock import THURSDAY_MORNING
from tests.fakes.fake_ids import FakeIds
from tests.fakes.invented_lives import CLERK, Life

CANARY = "Hoàng Yến Canary"
NUMBER = "030999987654"
SECRETS = (
    CANARY.encode(),
    b"hoang yen canary",
    b"canary",
    b"Canary",
    NUMBER.encode(),
    b"H23.99-220310-1001",
)


def live_with_the_canary(store: SqlStore, ids: FakeIds, tmp_path: Path) -> None:
    """Receive, correct and give back the canary's dossier; type a draft; fail once; back up; mark."""
    life = Life(ids, 1001, applicant=Person(CANARY, NUMBER), note=CANARY)
    with store.begin() as unit:
        unit.log.append([life.received(), life.printed(), life.renamed(f"{CANARY} Hai")])
        unit.drafts.save(CLERK, CANARY.encode())
        unit.commit()
    with pytest.raises(RuntimeError), store.begin() as unit:
        unit.log.append(life.events)
    with store.begin() as unit:
        unit.log.append([life.then(life.events[1].fact)])
        unit.drafts.clear(CLERK)
    FileCodeMarks(tmp_path / "marks.txt").raise_to(1, date(2022, 3, 10), 1001)
    SqlBackups(store).make(tmp_path / "backups", at=THURSDAY_MORNING)


def test_no_byte_on_the_disk_tells_of_a_person(
    store: SqlStore,
    ids: FakeIds,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """File, log beside it, shared memory, marks, backups and what was restored: the canary is in none of them."""
    live_with_the_canary(store, ids, tmp_path)
    with closing(
        open_store(store.file, store.key)
    ):  # the log beside the file is there, not yet moved into it
        _assert_untold(tmp_path, least=5)
    store.close()
    (backup,) = (tmp_path / "backups").iterdir()
    restore(backup, store.key, store.file, at=THURSDAY_MORNING)
    _assert_untold(tmp_path, least=4)
    printed = capfd.readouterr()
    assert CANARY not in printed.out + printed.err + caplog.text


def _assert_untold(folder: Path, *, least: int) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) >= least
    for path in files:
        content = path.read_bytes()
        assert not [secret for secret in SECRETS if secret in content], path.name


def test_the_canary_can_be_found_by_who_has_the_key(store: SqlStore, ids: FakeIds, tmp_path: Path) -> None:
    """The search of these tests would find what it looks for: with the key the canary is there."""
    live_with_the_canary(store, ids, tmp_path)
    with store.look() as reading:
        assert [line.personal_id for line in reading.dossiers.search(CANARY, limit=9)] == ["030190001234"]
        assert reading.log.history(reading.dossiers.by_code("2203101001")[0].id)[0].fact.note == CANARY  # type: ignore[union-attr]  # an intake has a note


def test_errors_name_no_person(store: SqlStore, ids: FakeIds, tmp_path: Path) -> None:
    """Neither the text of an error nor its fields carry what was typed."""
    live_with_the_canary(store, ids, tmp_path)
    store.close()
    with pytest.raises(DataFileError) as caught:
        open_store(store.file, bytes(32))
    assert CANARY not in repr(caught.value) + str(caught.value.fields)
    assert store.key.hex() not in repr(caught.value)
